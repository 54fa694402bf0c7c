import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('the year in which something is finished is that of the sentence which says so', () => {
  it.each([
    ['农户评级工作啥时候完成', '2020年'],
    ['系统全部功能什么时候完成', '2022年'],
    ['西咸那个小微融资服务平台哪年完成', '2020年'],
    ['曲江指数编制几时完成', '2021年'],
    ['综保区申报哪年能完成', '2020年'],
  ])('%s: %s', (question, year) => {
    expect(ask(question).text.split('。')[0]).toBe(year);
  });

  it('农户信用评价是第几项 / 哪年完成: of the thing itself where no words say more', () => {
    expect(lastOf('农户信用等级评价谁负责', '哪年完成').text).toMatch(/^2020年。/);
  });
});

describe('everyday words are looked for in a thing as it prints them', () => {
  it('前海园头批物业几时交: 首批物业, and not the first policies', () => {
    expect(ask('前海园头批物业几时交').text).toMatch(/^2021年。/);
  });
  it('前海园第一批政策哪年导入', () => {
    expect(ask('前海园第一批政策哪年导入').text).toMatch(/^2020年。/);
  });
});

describe('of what an amount is a part belongs to the claim', () => {
  it('农户评级那个80%是全市农户的吗: each district’s own', () => {
    const { verdict, text } = ask('农户评级那个80%是全市农户的吗');
    expect(verdict).toBe(false);
    expect(text).toContain('本辖区农户数80%');
  });
  it('after what was asked before', () => {
    expect(lastOf('农户信用评价2020年有啥要求', '80%是全市的80%吗').verdict).toBe(false);
  });
  it.each(['农户评级80%是本辖区农户的吗', '农户评级要到80%对吧', '全市上市公司22年110家对吗'])(
    '%s: so it is',
    (question) => {
      expect(ask(question).verdict).toBe(true);
    },
  );
});

describe('只 before a number of tasks says how many, and nobody who is alone', () => {
  it.each([
    ['公安局只有一项任务对吗', [46], true],
    ['秦农银行只支持一件事吗', [37], true],
    ['外办就一件事儿吧', [56], true],
    ['市投资局就三件事吗', [25, 40, 50, 55], false],
    ['新城区只有4项任务吗', [48, 49, 53], false],
  ])('%s', (question, tasks, verdict) => {
    expect(ask(question)).toMatchObject({ tasks, verdict });
  });
});
