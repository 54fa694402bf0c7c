import { describe, expect, it } from 'vitest';
import { isGroupName, looksLikeUnit, readNameList } from '../../src/plan/marks/names.ts';
import { readMark } from '../../src/plan/marks/read-mark.ts';

/** 牵头单位 省教育厅 | 配合 市政府 +等 */
const said = (printed: string): string | undefined =>
  readMark(printed)
    ?.parties.map(
      (party) => `${party.role} ${party.said} ${party.names.join('/')}${party.open ? ` +${party.open}` : ''}`,
    )
    .join(' | ');

describe('who does it, by the words printed', () => {
  it.each([
    ['责任单位：省教育厅；支持单位：省财政厅', 'responsible 责任单位 省教育厅 | supporting 支持单位 省财政厅'],
    [
      '牵头单位:省教育厅。责任单位:省民政厅,各市政府',
      'lead 牵头单位 省教育厅 | responsible 责任单位 省民政厅/各市政府',
    ],
    ['省审计厅牵头，省政府有关部门配合', 'lead 牵头 省审计厅 | supporting 配合 省政府有关部门'],
    ['财政部、水利部负责', 'responsible 负责 财政部/水利部'],
    ['省科技厅、省财政厅等按职责分工负责', 'responsible 按职责分工负责 省科技厅/省财政厅 +等'],
    ['省税务局会同省财政厅负责', 'responsible 负责 省税务局 | responsible 会同 省财政厅'],
    ['责任部门：省民政厅、省商务厅牵头，省体育局', 'lead 牵头 省民政厅/省商务厅 | responsible 责任部门 省体育局'],
    ['牵头部门：财政部、科技部按职责分工负责', 'lead 牵头部门 财政部/科技部'],
    ['省林业局、省水利厅，省农业厅按职责分工负责', 'responsible 按职责分工负责 省林业局/省水利厅/省农业厅'],
    ['责任单位：各市（含甲、乙市，下同）政府', 'responsible 责任单位 各市（含甲、乙市）政府'],
  ])('%s', (printed, expected) => {
    expect(said(printed)).toBe(expected);
  });

  it.each(['含，下同', '以下简称实施方案', '2020—2022年', '一般不超过3年', '不负责任的行为'])(
    '（%s） is no mark',
    (printed) => {
      expect(readMark(printed)).toBeUndefined();
    },
  );

  it('a field inside is no unit', () => {
    const mark = readMark('牵头部门：科技部、教育部，完成时限：2022年');
    expect(mark?.parties.flatMap(({ names }) => names)).toEqual(['科技部', '教育部']);
    expect(mark?.fields).toEqual([{ name: '完成时限', text: '2022年' }]);
  });

  it('rules said once are told apart from units', () => {
    expect(readMark('民政部、财政部负责。列第一位者为牵头单位，下同')?.states.first).toBe('列第一位者为牵头单位，下同');
    const also = readMark('责任单位：省委党校，以下均含省水利厅、北山林场,不再单独列出');
    expect(also?.states.also?.names).toEqual(['省水利厅', '北山林场']);
    expect(also?.parties.flatMap(({ names }) => names)).toEqual(['省委党校']);
  });
});

describe('names of a list', () => {
  it.each([
    ['各市、县政府，省水利厅', ['各市、县政府', '省水利厅']],
    ['省国防科工局和省国资委', ['省国防科工局', '省国资委']],
    ['省工业和信息化厅、省住房和城乡建设厅', ['省工业和信息化厅', '省住房和城乡建设厅']],
    ['司法部等相关部门及各地区', ['司法部', '各地区']],
    ['省商 务厅、省教育厅', ['省商务厅', '省教育厅']],
  ])('%s', (list, names) => {
    expect(readNameList(list).names).toEqual(names);
  });

  it('groups are no units, and what is no name looks like none', () => {
    expect(['各有关部门', '省直有关单位', '县（市、区）政府', '领导小组成员单位'].every(isGroupName)).toBe(true);
    expect(['省财政厅', '市委宣传部'].some(isGroupName)).toBe(false);
    expect(['完成时限：2022年', '不再单独列出', '按期完成'].some(looksLikeUnit)).toBe(false);
  });
});
