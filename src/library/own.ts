import { isScope } from '../plan/marks/said.ts';
import { canonical, sentencesOf } from '../text.ts';
import type { Plan, UnitName } from '../types.ts';
import { PAID } from './figure-words.ts';

const ATTACHED = /附\s*件\s*[\d一二三四五六]*\s*[:：]\s*(.+)/gu;
const GRANTS = new RegExp(PAID, 'u');
/** At most so much. */
const LIMIT = /最高|不超过|上限|封顶/u;
const MONEY = /\d\s*(?:万|亿)?元/u;
const SHORTEST = 2;
/** A word that so few tasks have tells none from another where all are what it says. */
const FEW = 0.05;
/** A word that so many of the tasks' names end with is what they are called. */
const MOST = 0.5;

/** The title of the plan, and how what is attached to it is called. */
const titlesOf = ({ document, clauses }: Plan): readonly string[] => [
  ...(document.untitled ? [] : [document.title]),
  ...clauses.flatMap(({ text }) => [...text.matchAll(ATTACHED)].map(([, name = '']) => name)),
];

/** Units and groups by each of their names; the first name goes before another's second. */
const unitsByName = ({ registry: { units, groups } }: Plan): ReadonlyMap<string, UnitName> => {
  const all = [...groups, ...units];
  return new Map([
    ...all.flatMap(({ name, others }) => others.map((one): [string, UnitName] => [canonical(one), name])),
    ...all.map(({ name }): [string, UnitName] => [canonical(name), name]),
  ]);
};

/** Several of these names, and most of them, end so. */
const mostEnd = (names: readonly string[], said: string): boolean => {
  const ending = names.filter((name) => canonical(name).endsWith(said)).length;
  return ending > 1 && ending >= names.length * MOST;
};

/** Some sentence with an amount of money says so of it. */
const saysOfMoney = ({ clauses }: Plan, says: RegExp): boolean =>
  clauses.some(({ text }) => sentencesOf(text).some((one) => says.test(one) && MONEY.test(one)));

/** 打假 of 打击…制售假冒: its characters stand there in this order. */
const shortens = (short: string, long: string): boolean => {
  let at = -1;
  return [...short].every((char) => {
    at = long.indexOf(char, at + 1);
    return at >= 0;
  });
};

/** What a document calls itself. */
const KIND = /(?:方案|意见|计划|办法|措施|通知|规划|要点|纲要|细则|规定|文件)$/u;
const NUMBER = /^(\D*)(\d+号)(?:文件?)?$/u;

/** What of a plan's names is its own and no task's: words of its title. */
export const createOwn = (plan: Plan) => {
  const titles = titlesOf(plan).map(canonical);
  const own = canonical(plan.document.number);
  const units = unitsByName(plan);
  const tasks = plan.tasks.map(({ body, row }) => canonical([body.title, body.text, row.title].join('\n')));
  return {
    titled: (words: string): boolean => {
      const said = canonical(words);
      return (
        said.length >= SHORTEST &&
        titles.some((title) => title.includes(said)) &&
        tasks.filter((text) => text.includes(said)).length <= Math.max(1, plan.tasks.length * FEW)
      );
    },
    entitles: (words: string, beside: boolean): boolean => {
      const said = canonical(words);
      const [, letters = '', number] = NUMBER.exec(said) ?? [];
      if (number) return new RegExp(`(?<!\\d)${number}$`, 'u').test(own) && shortens(letters, own);
      const rest = beside ? said : said.replace(KIND, '');
      const isKind = !beside && (rest === said || titles.some((title) => title.includes(said)));
      return rest.length >= SHORTEST && !isKind && titles.some((title) => shortens(rest, title));
    },
    called: (words: string): 'task' | 'action' | undefined => {
      const said = canonical(words);
      if (said.length < SHORTEST) return undefined;
      if (
        mostEnd(
          plan.tasks.map(({ body }) => body.title),
          said,
        )
      )
        return 'task';
      return mostEnd(
        plan.actions.map(({ title }) => title),
        said,
      )
        ? 'action'
        : undefined;
    },
    grants: saysOfMoney(plan, GRANTS),
    limits: saysOfMoney(plan, LIMIT),
    leads: plan.tasks.some(({ body }) => (body.lead ?? []).length > 0),
    supports: plan.tasks.some(({ body, row }) => body.supporting.length + row.supporting.length > 0),
    unitCalled: (name: string): UnitName | undefined => units.get(canonical(name)),
    scoped: plan.tasks.some(({ body }) =>
      (body.marks ?? []).some(({ fields }) => fields.some(({ name }) => isScope(name))),
    ),
  };
};
