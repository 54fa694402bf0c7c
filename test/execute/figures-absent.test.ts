import { describe } from 'vitest';
import { content, of, type Row, reckon, targets, test, value, when } from './figures-rows.ts';

const NOTHING: readonly Row[] = [
  {
    says: '科技支行几家',
    asked: of('task.11', value('家'), '科技支行'),
    first: ['计划没有写数额'],
    status: 'not_found',
  },
  {
    says: '普惠小微贷款增速目标',
    asked: of('task.33', value(), '普惠小微贷款增速'),
    first: ['没有写“增速”'],
    status: 'not_found',
  },
  {
    says: '普惠小微贷款增速目标（目标）',
    asked: of('task.33', targets, '普惠小微贷款增速'),
    first: ['没有写“增速”'],
    status: 'not_found',
  },
  {
    says: '普惠小微贷款增速（算）',
    asked: of('task.33', reckon('growth'), '普惠小微贷款'),
    first: ['没有写增长'],
    status: 'not_found',
  },
  {
    says: '人均保费收入',
    asked: of('indicator.4', value(), '人均保费收入'),
    first: ['没有写“人均”'],
    status: 'not_found',
  },
  {
    says: '人均保费收入目标',
    asked: of('indicator.4', targets, '人均保费收入'),
    first: ['没有写“人均”'],
    status: 'not_found',
  },
  {
    says: '上市公司市值',
    asked: of('indicator.5', value(), '上市公司市值'),
    first: ['没有写“市值”'],
    status: 'not_found',
  },
  { says: '社区支行名单', asked: of('task.33', content, '社区支行名单'), first: ['没有写“名单”'], status: 'not_found' },
  {
    says: '不良率百分之几',
    asked: of('task.13', value(undefined, 'percent'), '银行不良率'),
    first: ['没有写数额'],
    has: ['容忍度'],
    status: 'not_found',
  },
  {
    says: '西安银行增资到多少亿',
    asked: of('task.3', value(undefined, 'money'), '西安银行增资'),
    first: ['没有写数额'],
    status: 'not_found',
  },
  {
    says: '上科创板一家奖励多少万',
    asked: of('task.5', value(undefined, 'money'), '科创板一家奖励'),
    first: ['没有写'],
    status: 'not_found',
  },
  {
    says: '各区县新增几家上市公司',
    asked: of('task.6', value('家'), '各区县新增上市公司', { years: [2022] }),
    first: ['没有写“区县”'],
    status: 'not_found',
  },
  { says: '人才房多少套', asked: of('task.39', value('套'), '人才房'), first: ['没有写数额'], status: 'not_found' },
  {
    says: '天然气交易中心注册资本',
    asked: of('task.21', value(), '天然气交易中心注册资本'),
    first: ['没有写“注册资本”'],
    status: 'not_found',
  },
  {
    says: '2019年科创板新增几家',
    asked: of('task.5', value('家'), '科创板', { years: [2019] }),
    first: ['2019年不在计划期'],
    status: 'not_found',
  },
  {
    says: '2025年保费收入',
    asked: of('indicator.4', targets, '', { years: [2025] }),
    first: ['2025年不在计划期'],
    status: 'not_found',
  },
  {
    says: '西安指数什么时候编制',
    asked: of('task.6', when, '西安指数编制'),
    first: ['没有写时间'],
    status: 'not_found',
  },
];

describe('what the plan does not say is said so', () => NOTHING.forEach(test));
