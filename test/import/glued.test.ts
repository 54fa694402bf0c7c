import { describe, expect, it } from 'vitest';
import { importPlan } from '../../src/import/import-plan.ts';
import { paragraphs, readString, tables } from './helper.ts';

const GOAL = '到2026年，全县冷链物流能力明显提升。';
const table = (rows: string): string => `一、目标\n${GOAL}分年度指标表指标名称2024年2025年2026年${rows}\n二、任务`;

describe('a table of indicators that was written on as one run', () => {
  it('gets its rows and years back, and what stands around it stays', async () => {
    const read = await readString(
      table('冷库容量（万立方米）81012冷链流通率（%）28.53135产地冷藏保鲜设施（座）90120150'),
      'a.txt',
    );
    expect(tables(read).map(({ rows }) => rows)).toEqual([
      [
        ['指标', '2024年', '2025年', '2026年'],
        ['冷库容量（万立方米）', '8', '10', '12'],
        ['冷链流通率（%）', '28.5', '31', '35'],
        ['产地冷藏保鲜设施（座）', '90', '120', '150'],
      ],
    ]);
    expect(paragraphs(read)).toEqual(['一、目标', GOAL, '分年度指标表', '二、任务']);
  });

  it('is said to be reckoned, and to be looked at row by row', async () => {
    const { warnings } = await readString(table('冷库（座）246运输车（辆）202530'), 'a.txt');
    expect(warnings).toEqual([
      { code: 'table_parted', count: 2, text: '连成一串的指标表已按年份拆成 2 行，数字是推断的，请逐行核对' },
    ]);
  });

  it('is left alone from the row on whose digits fall apart in two ways', async () => {
    const read = await readString(table('冷库（座）246运输车（辆）202530保鲜柜（个）1111'), 'a.txt');
    expect(tables(read)[0]?.rows).toHaveLength(3);
    expect(paragraphs(read)).toContain('保鲜柜（个）1111');
  });

  it('is no table where only years stand behind the word', async () => {
    expect(tables(await readString(`一、目标\n考核指标2024年2025年分别下达，完成率（%）95。`, 'a.txt'))).toEqual([]);
  });

  it('gives the plan its indicators by year', async () => {
    const bytes = Buffer.from(table('冷库容量（万立方米）81012冷链流通率（%）28.53135'));
    const { reading } = await importPlan({ name: 'a.txt', bytes }, { id: 'cold-chain', bodies: {} });
    expect(
      reading.plan.indicators.map(({ name, measure, values }) => [name, measure, values.map(({ printed }) => printed)]),
    ).toEqual([
      ['冷库容量', '万立方米', ['8', '10', '12']],
      ['冷链流通率', '%', ['28.5', '31', '35']],
    ]);
  });
});
