import { describe, expect, it } from 'vitest';
import { meantBy } from '../../src/plan/named-units.ts';
import type { Answer, Task } from '../../src/types.ts';
import { ask, bot } from '../helper.ts';

const { plan } = bot;
const YEARS = [2020, 2021, 2022];
const UNITS = plan.registry.units.map(({ name }) => name);

/** What goes wrong, as lines to read; none when all holds. */
const wrongOf = <T>(cases: readonly T[], wrong: (one: T) => string | undefined): readonly string[] =>
  cases.flatMap((one) => wrong(one) ?? []);

const isAbout = (answer: Answer, task: Task): boolean =>
  answer.status === 'answered' && answer.tasks.length === 1 && answer.tasks[0] === task.number;

const namesIn = (task: Task, role: 'responsible' | 'supporting'): readonly string[] =>
  meantBy(task.body[role].length > 0 ? task.body[role] : task.row[role]);

/** Several tasks go by nearly the same words; only those whose title no other holds can be asked by it. */
const byTitle = plan.tasks.filter(
  ({ body, number }) => !plan.tasks.some((other) => other.number !== number && other.body.title.includes(body.title)),
);

describe('every task of the plan', () => {
  it('by its title: who is responsible, in each of these ways of asking', () => {
    const ways = ['由哪个单位负责？', '谁牵头', '归谁管', '责任单位是哪几家', '是哪些部门的活儿'];
    const cases = byTitle.flatMap((task) => ways.map((way) => ({ task, way })));
    expect(
      wrongOf(cases, ({ task, way }) => {
        const answer = ask(`${task.body.title}${way}`);
        const units = namesIn(task, 'responsible');
        return isAbout(answer, task) && units.every((unit) => answer.text.includes(unit))
          ? undefined
          : `${task.body.title}${way} → ${answer.kind} ${answer.tasks}`;
      }),
    ).toEqual([]);
    expect(cases).toHaveLength(285);
  });

  it('by its title: who supports it, or that nobody is named', () => {
    const ways = ['的支持单位是谁', '由谁配合', '哪些单位支持'];
    const cases = byTitle.flatMap((task) => ways.map((way) => ({ task, way })));
    expect(
      wrongOf(cases, ({ task, way }) => {
        const answer = ask(`${task.body.title}${way}`);
        const units = namesIn(task, 'supporting');
        const said =
          units.length > 0 ? units.every((unit) => answer.text.includes(unit)) : answer.text.includes('都没有写');
        return isAbout(answer, task) && said ? undefined : `${task.body.title}${way} → ${answer.kind} ${answer.tasks}`;
      }),
    ).toEqual([]);
  });

  it('by its title and a year: that year’s target word for word, and no other year’s', () => {
    const ways = [
      (title: string, year: number) => `${title}${year}年的目标是什么`,
      (title: string, year: number) => `${year}年${title}要做什么`,
    ];
    const cases = byTitle.flatMap((task) => YEARS.flatMap((year) => ways.map((way) => ({ task, year, way }))));
    expect(
      wrongOf(cases, ({ task, year, way }) => {
        const question = way(task.body.title, year);
        const answer = ask(question);
        const cell = task.row.targets.find((target) => target.year === year)?.text ?? '';
        const text = answer.text.replace(/\s+/g, '');
        const shown = text.includes(`${year}年目标：${cell}`.replace(/\s+/g, ''));
        const others = YEARS.filter((other) => other !== year && text.includes(`${other}年目标：`));
        return isAbout(answer, task) && shown && others.length === 0
          ? undefined
          : `${question} → ${answer.kind} ${answer.tasks}`;
      }),
    ).toEqual([]);
    expect(cases).toHaveLength(342);
  });

  it('by its number in the annex and by its place in the body: what it is, who does it', () => {
    const cases = plan.tasks.flatMap((task) => {
      const outline = task.body.clause.split('.');
      const place = `三（${'一二三四五六七八九十'[task.action - 1] ?? `十${'一二三四五'[task.action - 11]}`}）2（${outline.at(-1)}）`;
      return [`第${task.number}项是什么`, `附件第${task.number}项由谁负责`, `${place}讲的是什么`, `${place}归谁`].map(
        (question) => ({ task, question }),
      );
    });
    expect(
      wrongOf(cases, ({ task, question }) => {
        const answer = ask(question);
        return isAbout(answer, task) && answer.citations.some(({ clause }) => clause === task.row.clause)
          ? undefined
          : `${question} → ${answer.kind} ${answer.tasks}`;
      }),
    ).toEqual([]);
  });

  it('as a follow-up: the units, the year and the text of the task asked about before', () => {
    expect(
      wrongOf(byTitle, (task) => {
        const first = `${task.body.title}由谁负责`;
        const answers = [ask('支持单位是谁', first), ask('那2021年呢', first), ask('原文怎么写的', first)];
        return answers.every((answer) => isAbout(answer, task))
          ? undefined
          : `${first} → ${answers.map(({ kind, tasks }) => `${kind} ${tasks}`)}`;
      }),
    ).toEqual([]);
  });
});

describe('every piece of the plan’s text that stands in one task alone', () => {
  /** What another task builds, or says in other words. */
  const MEANT_ELSEWHERE = ['依托地方类金融监管平台', '大力引进总部型金融机构', '设立科技创新群体子基金'];
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const textOf = ({ body, row }: Task) =>
    squeezed([body.title, body.text, row.title, ...row.targets.map(({ text }) => text)].join('|'));
  const texts = plan.tasks.map(textOf);
  const pieces = plan.tasks.flatMap((task) => {
    const own = [task.body.text, ...task.row.targets.map(({ text }) => text)];
    const found = own.flatMap((text) => text.split(/[，。；,、;：:]/)).map(squeezed);
    return [...new Set(found)]
      .filter((piece) => piece.length >= 8 && piece.length <= 26 && !MEANT_ELSEWHERE.includes(piece))
      .filter((piece) => texts.filter((text) => text.includes(piece)).length === 1)
      .map((piece) => ({ task, piece }));
  });

  it.each(['由谁负责', '归哪个单位管？', '是哪一项任务'])('%s: its task', (way) => {
    expect(
      wrongOf(pieces, ({ task, piece }) => {
        const answer = ask(`${piece}${way}`);
        const right = answer.status === 'answered' && answer.tasks.includes(task.number) && answer.tasks.length <= 2;
        return right ? undefined : `${piece}${way} → ${answer.kind} ${answer.tasks}`;
      }),
    ).toEqual([]);
    expect(pieces.length).toBeGreaterThan(750);
  });
});

describe('every piece of a yearly target that stands in one year alone', () => {
  /** In the plan it stands beside a word of another task, or a year's figures have it twice. */
  const LEFT_ALONE = 10;
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const cells = plan.tasks.flatMap((task) =>
    task.row.targets.map(({ year, text }) => ({ task, year, text: squeezed(text) })),
  );
  const pieces = cells.flatMap(({ task, year, text }) =>
    text
      .split(/[，。；,、;：:]/)
      .filter((piece) => piece.length >= 8 && piece.length <= 24 && !/\d{4}年/.test(piece))
      .filter((piece) => cells.filter((cell) => cell.text.includes(piece)).length === 1)
      .map((piece) => ({ task, year, piece })),
  );

  it('asked for its year: that year', () => {
    const wrong = wrongOf(pieces, ({ task, year, piece }) => {
      const answer = ask(`${piece}是哪一年的任务`);
      return isAbout(answer, task) && answer.text.startsWith(`${year}年。`)
        ? undefined
        : `${piece} → ${answer.kind} ${answer.tasks}`;
    });
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(LEFT_ALONE);
    expect(pieces.length).toBeGreaterThan(340);
  });
});

describe('every indicator of the plan', () => {
  it('in every year: the figure as printed', () => {
    const cases = plan.indicators.flatMap((indicator) => indicator.values.map((value) => ({ indicator, value })));
    expect(
      wrongOf(cases, ({ indicator, value }) => {
        const answer = ask(`${value.year}年${indicator.name}是多少`);
        const cited = answer.citations.some(({ clause }) => clause === indicator.clause);
        return answer.text.includes(`${value.printed}${indicator.measure}`) && cited
          ? undefined
          : `${indicator.name} ${value.year} → ${answer.text}`;
      }),
    ).toEqual([]);
    expect(cases).toHaveLength(35);
  });

  it('between every two years: the difference and the growth, computed and with the formula', () => {
    const cases = plan.indicators.flatMap((indicator) =>
      indicator.values.flatMap((from, at) => indicator.values.slice(at + 1).map((to) => ({ indicator, from, to }))),
    );
    expect(
      wrongOf(cases, ({ indicator, from, to }) => {
        const answer = ask(`${indicator.name}${to.year}年比${from.year}年多多少，增长百分之几`);
        const gap = Number(to.printed) - Number(from.printed);
        const growth = ((gap / Number(from.printed)) * 100).toFixed(1);
        const values = answer.computed.map(({ value }) => Number(value));
        const right = values.some((value) => Math.abs(value - gap) < 1e-9) && values.includes(Number(growth));
        return right && answer.text.includes(growth)
          ? undefined
          : `${indicator.name} ${from.year}→${to.year} → ${answer.text}`;
      }),
    ).toEqual([]);
    expect(cases).toHaveLength(70);
  });
});

describe('every unit of the plan', () => {
  const direct = (unit: string, role: 'responsible' | 'supporting') =>
    plan.tasks
      .filter(({ body, row }) => [...meantBy(body[role]), ...meantBy(row[role])].includes(unit))
      .map(({ number }) => number);

  it('in both roles: exactly its tasks', () => {
    const cases = UNITS.flatMap((unit) => [
      { unit, role: 'responsible' as const, question: `${unit}负责哪些任务` },
      { unit, role: 'supporting' as const, question: `${unit}支持哪几项任务` },
    ]).filter(({ unit, role }) => direct(unit, role).length > 0);
    expect(
      wrongOf(cases, ({ unit, role, question }) => {
        const answer = ask(question);
        return answer.tasks.join() === direct(unit, role).join()
          ? undefined
          : `${question} → ${answer.kind} ${answer.tasks}`;
      }),
    ).toEqual([]);
    expect(cases.length).toBeGreaterThan(30);
  });

  it('in every year: exactly its tasks, each with that year’s target', () => {
    const named = UNITS.filter((unit) => direct(unit, 'responsible').length > 0);
    const cases = named.flatMap((unit) => YEARS.map((year) => ({ unit, year })));
    expect(
      wrongOf(cases, ({ unit, year }) => {
        const answer = ask(`${unit}${year}年负责的任务有哪些`);
        const expected = direct(unit, 'responsible');
        const rows = answer.text.split('\n').filter((line) => line.trim().startsWith(`${year}年：`)).length;
        return answer.tasks.join() === expected.join() && rows === expected.length
          ? undefined
          : `${unit} ${year} → ${answer.kind} ${answer.tasks}, ${rows} rows`;
      }),
    ).toEqual([]);
  });

  it('together with every other: exactly the tasks that name both', () => {
    const units = UNITS.filter((unit) => direct(unit, 'responsible').length > 0);
    const cases = units.flatMap((a, at) => units.slice(at + 1).map((b) => ({ a, b })));
    expect(
      wrongOf(cases, ({ a, b }) => {
        const answer = ask(`${a}和${b}共同负责的任务有哪些`);
        const names = (place: Task['body'] | Task['row']) =>
          [a, b].every((unit) => meantBy(place.responsible).includes(unit));
        const expected = plan.tasks.filter(({ body, row }) => names(body) || names(row)).map(({ number }) => number);
        return answer.tasks.join() === expected.join()
          ? undefined
          : `${a} + ${b} → ${answer.kind} ${answer.tasks}, not ${expected}`;
      }),
    ).toEqual([]);
  });
});
