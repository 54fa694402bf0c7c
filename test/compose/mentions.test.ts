import { describe, expect, it } from 'vitest';
import { ask, bot } from '../helper.ts';

const { plan } = bot;

const tasksWith = (holds: (task: (typeof plan.tasks)[number]) => boolean): readonly number[] =>
  plan.tasks.filter(holds).map(({ number }) => number);

describe('words are looked for where the question says', () => {
  it('2020年目标任务栏出现“设立”这个词的是哪些项 looks into that year alone', () => {
    const expected = tasksWith(({ row }) =>
      row.targets.some(({ year, text }) => year === 2020 && text.includes('设立')),
    );
    expect(ask('2020年目标任务栏出现“设立”这个词的是哪些项？').tasks).toEqual(expected);
  });

  it('目标里带“不少于”字样的任务 looks into the annex alone', () => {
    const expected = tasksWith(({ row }) => row.targets.some(({ text }) => text.includes('不少于')));
    expect(ask('目标里带“不少于”字样的任务有哪些').tasks).toEqual(expected);
  });

  const both = tasksWith(({ body, row }) => {
    const text = `${body.text}${row.title}${row.targets.map((one) => one.text).join('')}`;
    return text.includes('基金') && text.includes('保险');
  });

  it.each(['既提到基金又提到保险的任务', '同时提到基金和保险的任务有哪些', '提到基金并且提到保险的任务有几项'])(
    '%s holds both words',
    (question) => {
      expect(ask(question).tasks).toEqual(both);
    },
  );

  it('标题里有“中心”的任务 looks at names alone', () => {
    const expected = tasksWith(({ body, row }) => `${body.title}\n${row.title}`.includes('中心'));
    expect(ask('标题里有“中心”的任务有哪些').tasks).toEqual(expected);
  });

  it('15个行动里名称含“金融”的有几个 counts actions', () => {
    const count = plan.actions.filter(({ title }) => title.includes('金融')).length;
    expect(ask('15个行动里名称含“金融”的有几个').text).toContain(`共${count}个`);
  });

  it('名称带“余额”的指标 lists indicators', () => {
    const names = plan.indicators.filter(({ name }) => name.includes('余额')).map(({ name }) => name);
    const { text } = ask('名称带“余额”的指标有几个');
    for (const name of names) expect(text).toContain(name);
    expect(text).toContain(`共${names.length}个`);
  });
});
