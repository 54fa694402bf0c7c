import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, asking } = plansFolder('lengths');

put('hezhou', [
  '和州省人民政府办公厅',
  '2021年3月1日',
  '和州省技工培育方案',
  '一、主要任务',
  '（一）开展等级评审。2021年召开评审工作会；2021年启动初级评审，2023年启动中级评审，2025年启动高级评审。（责任单位：省人社厅）',
  '（二）放宽津贴条件。2021年1月1日至2022年12月31日，将技工津贴条件由职工参加工伤保险5年以上放宽至参保2年以上。（责任单位：省人社厅）',
  '（三）组织跟岗锻炼。组织新进技工参加2—6个月的跟岗锻炼。（责任单位：省工信厅）',
  '（四）推行见习。从2019年1月1日起，实施三年万名青年见习计划；组织失业青年参加3—12个月的见习。（责任单位：省人社厅）',
]);

const ask = asking('hezhou');
const firstLine = (text: string): string => ask(text).text.split('\n')[0] ?? '';

describe('years that each have their own subject', () => {
  it.each([
    ['中级评审是哪一年启动', '2023年。'],
    ['初级评审什么时候启动', '2021年。'],
  ])('%s', (question, says) => {
    expect(firstLine(question)).toContain(says);
    expect(firstLine(question).match(/\d{4}/gu)).toHaveLength(1);
  });
});

describe('how long, and not when', () => {
  it.each([
    ['技工津贴要参保几年', '2年以上。'],
    ['跟岗锻炼多长时间', '2—6个月。'],
    ['青年见习多长时间', '3—12个月。'],
    ['见习期限多长', '3—12个月。'],
  ])('%s', (question, says) => {
    expect(firstLine(question)).toContain(says);
  });
});
