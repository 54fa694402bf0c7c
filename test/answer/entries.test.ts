import { describe, expect, it } from 'vitest';
import { bearersOf } from '../../src/answer/bearing-lines.ts';
import { folded } from '../../src/answer/fold.ts';
import { ask } from '../helper.ts';

describe('which source bears a line out', () => {
  const BODY = '正文推动设立交易中心。（责任单位：甲局、乙局；支持单位：丙局）';
  const ROW = '附件推动设立交易中心 2021年建成3家 丁局';

  it('is told by the figures and names that both print', () => {
    expect(bearersOf(['责任单位：甲局、乙局', '2021年：建成3家'], [BODY, ROW])).toEqual([[0], [1]]);
  });

  it('is none for a title, and every source stands somewhere', () => {
    expect(bearersOf(['责任单位：甲局、乙局', '第3项“推动设立交易中心”'], [BODY, ROW])).toEqual([[0, 1], []]);
  });
});

describe('what a phone shows', () => {
  const long = (text: string): string => text.repeat(100);

  it('is the conclusion, its notes, and as many lines as fit; nothing is cut', () => {
    expect(folded(['结论', '一句', long('长')], ['注意'], { language: 'zh-Hans', answers: 1, kept: 1 })).toEqual({
      lines: ['结论', '一句', long('长')],
      notes: ['注意'],
      details: [],
    });
    expect(folded(['结论', long('长'), long('文')], ['注意'], { language: 'zh-Hans', answers: 1, kept: 1 })).toEqual({
      lines: ['结论', long('长')],
      notes: ['注意'],
      details: [long('文')],
    });
  });

  it('never leaves a heading alone before the fold', () => {
    const { lines, details } = folded(['结论', '分年：', long('长'), long('文')], [], {
      language: 'zh-Hans',
      answers: 1,
      kept: 1,
    });
    expect(lines).toEqual(['结论', '分年：', long('长')]);
    expect(details).toEqual([long('文')]);
    expect(folded(['结论', '分年：', long('长文')], [], { language: 'zh-Hans', answers: 1, kept: 1 }).lines).toEqual([
      '结论',
    ]);
  });
});

describe('the sources of an answer', () => {
  it('stand in the order of their marks, the number of the document last', () => {
    const { text, citations } = ask('抢滩发力科创板三年合计新增多少家');
    const labels = text.split('\n').flatMap((line) => /^[①-⑳] ([^“]+)/u.exec(line)?.[1]?.trim() ?? []);
    expect([...new Set(citations.map(({ label }) => label))].slice(0, labels.length)).toEqual(labels);
    expect(text.split('\n').at(-1)).toBe('文号：市政办发〔2020〕9号');
  });

  it('are quoted in what the answer does not say already', () => {
    expect(ask('第21项2021年的目标是什么').text).toMatch(/\n① 附件任务分解表第21项\n/);
  });
});
