import type { Desk, Draft } from '../answer/draft.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const FEWEST = 2;
const MOST = 6;

/** A name that several units answer to. */
export const unclearUnit = kind<readonly string[]>({
  name: 'unclear-unit',
  examples: [
    '人行负责哪些任务',
    'zjj有几项任务',
    '金融监管局支持哪些任务',
    '人民银行支持什么',
    '央行支持几项任务',
    '人行有什么任务',
    '人民银行有几项任务',
    '省里的金融监督管理局支持什么',
    '人行支持哪几项',
    '陕西监管局有哪些任务',
    '人民银行支持哪些任务',
    '人行要做什么',
    '金融监督管理局有几项任务',
    '人行支持的任务有多少项',
    'which tasks does the financial regulator support',
  ],
  others: [
    '人行西安分行支持哪些任务',
    '我们局有什么任务',
    '市统计局负责哪些任务',
    '扩大人民币跨境使用哪家银行支持',
    '陕西证监局支持什么',
  ],
  find: (query) =>
    query.unclearUnits.length > 1 &&
    query.units.length === 0 &&
    query.tasks.length === 0 &&
    query.confidence !== 'clear'
      ? query.unclearUnits
      : undefined,
  phrase: (units, desk, query): Draft => {
    const asked = query.reading.mentions.find((mention) => mention.kind === 'unit-unclear')?.text ?? '';
    const choices = units
      .slice(0, MOST)
      .map((unit) => ({ label: desk.name.unit(unit), question: query.reading.text.replace(asked, unit), tasks: [] }));
    return { status: 'clarify', lines: [desk.say('unclearUnit', { asked })], choices };
  },
});

const OWN_UNIT = /(?:我们|咱们?|我)(?:这)?(?:个)?(局|委|办|区|单位|部门|中心|公司|银行)|本(局|单位|部门|委|区)/u;

/** Units of the sort that the asker belongs to, those with most tasks first. */
const unitsLike = (sort: string, { plan }: Desk): readonly string[] => {
  const tasks = (unit: string) =>
    plan.tasks.filter(({ body }) => body.responsible.some(({ means }) => means.includes(unit))).length;
  const units = plan.registry.units.map(({ name }) => name).filter((name) => tasks(name) > 0);
  const like = units.filter((name) => name.endsWith(sort));
  return (like.length >= FEWEST ? like : units).toSorted((a, b) => tasks(b) - tasks(a)).slice(0, MOST);
};

/** 我们局有什么任务: nobody knows here whose unit is meant. */
export const whichUnit = kind<readonly string[]>({
  name: 'which-unit',
  examples: [
    '我们局2021年有什么任务',
    '咱们单位负责哪几项',
    '本局要支持哪些任务',
    '我们委有几项任务',
    '我们区要干啥',
    '咱局都有啥任务',
    '我们部门负责什么',
    '我们单位的任务有哪些',
    '本单位有几项任务',
    '我们办支持哪些',
    '请问我们局负责哪些工作',
    '咱们局今年要做什么',
    '我们这个区有哪些任务',
    '我局2022年负责哪几项',
    '本委承担哪些任务',
  ],
  others: [
    '市科技局负责哪些任务',
    '我们高新区2021年要做什么',
    '他们局还负责什么',
    '我们想问一下天然气交易中心谁负责',
    '本外币存款余额2022年多少',
  ],
  find: (query, desk) => {
    const found = OWN_UNIT.exec(query.reading.text);
    if (!found || query.units.length + query.unclearUnits.length + query.tasks.length > 0) return undefined;
    if (!asks(query, 'list', 'count', 'who', 'support', 'content') || query.assumed.length > 0) return undefined;
    return query.subject.replace(/[局委办区]|单位|部门/gu, '').trim().length > MOST
      ? undefined
      : unitsLike(found[1] ?? found[2] ?? '', desk);
  },
  phrase: (units, desk, query): Draft => ({
    status: 'clarify',
    lines: [desk.say('whichUnit')],
    choices: units.map((unit) => ({
      label: desk.name.unit(unit),
      question: query.reading.text.replace(OWN_UNIT, unit),
      tasks: [],
    })),
  }),
});
