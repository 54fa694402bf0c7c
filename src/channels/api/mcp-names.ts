import { parentOf } from '../../answer/task-sources.ts';
import { canonical, clip, squeeze } from '../../text.ts';
import type { Plan } from '../../types.ts';
import type { Token } from '../../values.ts';
import type { McpPlan } from './mcp-tool.ts';
import { type Called, nearest } from './near.ts';

/** What a name turned out to name. */
export type Resolved<T> =
  | { readonly status: 'found'; readonly found: T }
  /** Several answer to it. */
  | { readonly status: 'unclear'; readonly among: readonly string[] }
  | { readonly status: 'unknown'; readonly near: readonly string[] };

type Bot = Pick<McpPlan['bot'], 'plan' | 'read'>;

/** A name is read as a question is, and has to be understood from its first character to its last. */
const wholeToken = (name: string, bot: Bot): Token | undefined => {
  const { text, tokens } = bot.read(name);
  return tokens.find((token) => token.text === text);
};

const calledAs = (things: readonly Called[], name: string): string | undefined =>
  things.find(({ names }) => names.some((one) => canonical(one) === canonical(name)))?.name;

const unitsOf = ({ registry }: Plan): readonly Called[] => [
  ...registry.units.map(({ name, full, others, english }) => ({
    name,
    names: [name, full, ...others, english.name, ...english.others],
  })),
  ...registry.groups.map(({ name, others, english }) => ({
    name,
    names: [name, ...others, english.name, ...english.others],
  })),
];

/** A unit or a group, by any of its names or as the bot would read it (pinyin initials, a slip of the pen). */
export const resolveUnit = (name: string, bot: Bot): Resolved<string> => {
  const units = unitsOf(bot.plan);
  const exact = calledAs(units, name);
  if (exact !== undefined) return { status: 'found', found: exact };
  const token = wholeToken(name, bot);
  if (token?.kind === 'unit') return { status: 'found', found: token.unit };
  if (token?.kind === 'units') return { status: 'unclear', among: token.units };
  return { status: 'unknown', near: nearest(name, units) };
};

/** An indicator by its name, or as the bot would read it; its number. */
export const resolveIndicator = (name: string, bot: Bot): Resolved<number> => {
  const { indicators } = bot.plan;
  const exact = indicators.find((one) => canonical(one.name) === canonical(name));
  if (exact) return { status: 'found', found: exact.number };
  const token = wholeToken(name, bot);
  if (token?.kind === 'indicator') return { status: 'found', found: token.indicator };
  const called = indicators.map((one) => ({ name: one.name, names: [one.name] }));
  return { status: 'unknown', near: nearest(name, called) };
};

const MOST_NEAR = 5;

/** `annex.58` is nearest to `annex.57`: the same part, the next number. */
const nearestIds = (id: string, { clauses }: Plan): readonly string[] => {
  const wanted = id.split('.');
  return clauses
    .filter(({ kind }) => kind !== 'heading')
    .map((clause) => {
      const parts = clause.id.split('.');
      const apart = wanted.findIndex((part, at) => parts[at] !== part);
      const common = apart < 0 ? wanted.length : apart;
      const gap = Math.abs(Number(parts[common] ?? 0) - Number(wanted[common] ?? 0));
      return { clause, common, gap: Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap };
    })
    .filter(({ common }) => common > 0)
    .toSorted((a, b) => b.common - a.common || a.gap - b.gap)
    .slice(0, MOST_NEAR)
    .map(({ clause }) => `${clause.id}（${clause.label}）`);
};

const AN_ID = /^[a-z\d]+(?:\.[a-zA-Z\d]+)*$/;

/** The id of the clause that a piece of text names, whether the plan has it or not: 三（五）2.（3）, 附件第5项. */
const clauseIn = (token: Token, { tasks }: Plan): string | undefined => {
  if (token.kind === 'clause') return token.clause;
  const [number, ...more] = token.kind === 'position' && token.of === 'task' ? token.positions : [];
  const [first] = tasks;
  if (number === undefined || more.length > 0 || !first) return undefined;
  return tasks.find((task) => task.number === number)?.row.clause ?? `${parentOf(first.row.clause)}.${number}`;
};

/** A clause by its id, by its label, or as the bot would read it (附件第5项, 三（五）2.（3）); its id. */
export const resolveClause = (name: string, bot: Bot): Resolved<string> => {
  const { plan } = bot;
  const wanted = name.trim();
  const exact = plan.clauses.find(({ id, label }) => id === wanted || canonical(label) === canonical(wanted));
  if (exact) return { status: 'found', found: exact.id };
  const token = wholeToken(wanted, bot);
  const id = (token && clauseIn(token, plan)) ?? wanted;
  if (plan.clauses.some((clause) => clause.id === id)) return { status: 'found', found: id };
  if (AN_ID.test(id)) return { status: 'unknown', near: nearestIds(id, plan) };
  const called = plan.clauses.map((clause) => ({ name: `${clause.id}（${clause.label}）`, names: [clause.label] }));
  return { status: 'unknown', near: nearest(wanted, called) };
};

/** What a name names, for the sentence that it names nothing. */
export interface Sort {
  readonly chinese: string;
  readonly english: string;
}

export const UNIT: Sort = { chinese: '单位', english: 'unit' };
export const INDICATOR: Sort = { chinese: '指标', english: 'indicator' };
export const CLAUSE: Sort = { chinese: '条款', english: 'clause' };

const LONGEST_SHOWN = 40;

const list = (names: readonly string[]): string => names.join('、');

/** The sentence for a name that names nothing, or several things, with the remedy. */
export const unresolved = (
  what: Sort,
  name: string,
  resolved: Exclude<Resolved<unknown>, { status: 'found' }>,
): string => {
  const shown = clip(squeeze(name), LONGEST_SHOWN);
  switch (resolved.status) {
    case 'unclear':
      return `“${shown}”可能指几个${what.chinese}：${list(resolved.among)}。请用其中一个的全名再查。Several ${what.english}s answer to this name; call again with one of those listed.`;
    case 'unknown':
      return [
        `计划里没有名为“${shown}”的${what.chinese}。`,
        resolved.near.length > 0 ? `相近的有：${list(resolved.near)}。` : '也没有相近的。',
        '请用计划里的名称再查，或用 ask 提问。',
        `No ${what.english} of this name; call again with one of those listed, or use ask.`,
      ].join('');
  }
};
