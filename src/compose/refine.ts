import type { Ref, Token } from '../values.ts';
import { isTopic } from './as-words.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { ALL_TASKS, picksInside, where } from './sets.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, isList } from './subject.ts';
import { clauseTests } from './tests.ts';

/** 注册资本不低于多少: where nothing else is named, the kind of amount is. */
const LONG = 3;
const isTopicOf = (token: Token, parts: Parts): boolean =>
  token.kind === 'property' &&
  token.property === 'amount' &&
  token.text.length >= LONG &&
  !hasSubject(parts) &&
  parts.heads.length + parts.relative.length + parts.before.size === 0;

/**
 * What documents do not say, and this plan prints all the same, is a word like others beside a topic; so is the amount
 * that it names.
 */
export const withPrinted = (parts: Parts, { query }: State, { prints }: ComposeContent): Parts => {
  const topical = parts.tokens.some(isTopic);
  const printed = parts.tokens.filter(
    (token) =>
      ((token.kind === 'unsaid' && topical) || (query === undefined && isTopicOf(token, parts))) && prints(token.text),
  );
  if (printed.length === 0) return parts;
  const tokens = parts.tokens.map((token): Token => (printed.includes(token) ? { ...token, kind: 'words' } : token));
  return { ...parts, tokens, words: tokens.filter((token): token is Parts['words'][number] => token.kind === 'words') };
};

/** “一行两局”出现在哪些任务: a name that stands in no role is looked for as it is printed. */
export const withUnnamed = (parts: Parts, { members, prints }: ComposeContent): Parts => {
  const stands = (unit: string): boolean =>
    members({
      set: 'where',
      of: { set: 'all', type: 'task' },
      test: { test: 'has', role: 'any', units: [unit], every: false },
    }).length > 0;
  const loose =
    parts.operators.has('mention') || parts.operators.has('have') || parts.properties.includes('definition')
      ? parts.clauses.filter(({ role, units }) => role === undefined && units.every((unit) => !stands(unit)))
      : [];
  const units = loose.flatMap((clause) => clause.units).filter((unit) => prints(unit));
  if (units.length === 0) return parts;
  const tokens = parts.tokens.map(
    (token): Token =>
      token.kind === 'unit' && units.includes(token.unit)
        ? { from: token.from, to: token.to, text: token.unit, rule: 'words', kind: 'words' }
        : token,
  );
  const words = tokens.filter((token): token is Parts['words'][number] => token.kind === 'words');
  const operators = new Set([...parts.operators, 'mention' as const]);
  return { ...parts, tokens, words, operators, clauses: parts.clauses.filter((clause) => !loose.includes(clause)) };
};

/** The end of 专项行动 by which headings of the sort are told. */
const SORT = 2;

/** 四个专项行动底下: where so many of the headings are called so, those are meant. */
export const withCounted = (parts: Parts, { sections, actions }: ComposeContent): Parts => {
  const head = parts.heads.find(({ type, count }) => type === 'action' && count !== undefined);
  if (!head || head.count === actions || parts.refs.length > 0) return parts;
  const noun = parts.tokens.find(({ from }) => from === head.at)?.text.slice(-SORT) ?? '';
  const named = noun === '' ? [] : sections(noun);
  if (named.length !== head.count) return parts;
  return { ...parts, refs: named.map((id): Ref => ({ type: 'action', id: String(id) })) };
};

/** It asks which tasks, or how many. */
const asksTasks = ({ wanted, heads }: Parts): boolean =>
  heads.some(({ type, wanted: asked }) => type === 'task' && asked !== undefined) ||
  wanted.some((one) => one.wanted === 'where');

/** 省科技厅出现在几条的责任单位里: the role in which a unit is said to stand. */
export const withStanding = (parts: Parts): Parts => {
  const [role, ...more] = parts.roles;
  const open = parts.clauses.filter((clause) => clause.role === undefined && clause.units.length > 0);
  if (!role || more.length > 0 || role.form !== 'noun' || !asksTasks(parts)) return parts;
  if (open.length === 0 || open.length < parts.clauses.length) return parts;
  const { lead, rolesAt } = role;
  const clauses = parts.clauses.map((clause) => ({ ...clause, role: role.role, lead, rolesAt, form: 'noun' as const }));
  return { ...parts, clauses, roles: [] };
};

/** 第六十项, 第二十个行动: numbers that the plan does not have. */
export const withMissing = (parts: Parts, { has }: ComposeContent): Parts => {
  const wrong = parts.refs.filter((ref) => !has(ref));
  if (wrong.length === 0) return parts;
  const tokens = parts.tokens.filter(({ kind }) => kind === 'position' || kind === 'action' || kind === 'task');
  return { ...parts, refs: parts.refs.filter(has), missing: [...parts.missing, ...tokens] };
};

/** 这个行动: the one of the task before. */
export const withItsAction = (parts: Parts, { query }: State, { members }: ComposeContent): Parts => {
  const aims = parts.before.has('it') && parts.properties.includes('goal');
  const said = aims || parts.tokens.some(({ rule }) => rule === 'before:it/action');
  const of = query?.of;
  const ofTask = of?.set === 'named' && of.refs.length === 1 && of.refs[0]?.type === 'task';
  if (!said || !ofTask) return parts;
  const before = new Set([...parts.before].filter((one) => one !== 'it'));
  return { ...parts, before, refs: [...parts.refs, ...members({ set: 'image', of, type: 'action' })] };
};

const CENTURY = 2000;
const NEAR = 5;

/** 21呢, after 保费22年: the last digits of a year, where years were spoken of and nothing was listed or offered. */
export const withShortYear = (parts: Parts, { query, shown, offers }: State, { firstYear }: ComposeContent): Parts => {
  const [only, ...more] = parts.quantities;
  const bare = only?.unit === 'none' && more.length === 0 && !hasSubject(parts) && parts.before.has('then');
  const year = CENTURY + (only?.value ?? 0);
  const yearly = query && query.years.length > 0 && shown.length + offers.length === 0;
  if (!bare || !yearly || parts.wanted.length > 0 || Math.abs(year - firstYear) > NEAR) return parts;
  const tokens = parts.tokens.map(
    (token): Token =>
      token.kind === 'quantity'
        ? {
            from: token.from,
            to: token.to,
            text: token.text,
            rule: 'year:short',
            kind: 'year',
            years: [year],
            every: false,
          }
        : token,
  );
  return { ...parts, tokens, years: [year], quantities: [] };
};

/** 高新区负责的第二项任务: a place in the list of the unit; 高新区负责的第21项 is none, where the list is shorter. */
const placeWithin = (parts: Parts, { members }: ComposeContent): number | undefined => {
  const [ref, another] = parts.refs;
  const said = parts.tokens.filter(({ kind }) => kind !== 'glue');
  const at = said.findIndex(({ rule }) => rule.startsWith('position:nth'));
  const described = at > 1 && said[at - 1]?.kind === 'operator' && said[at - 2]?.kind === 'role';
  if (!ref || another || ref.type !== 'task' || !described || parts.clauses.length === 0) return undefined;
  const list = members(where(ALL_TASKS, clauseTests(parts.clauses)));
  return Number(ref.id) > list.length ? undefined : Number(ref.id);
};

/** 倒数第二项: one task, counted from the last. */
const isEnd = ({ of, positions }: Parts['positions'][number]): boolean =>
  of === 'task' &&
  positions.some((place) => place < 0) &&
  (positions.length === 1 || positions.some((place) => place > 0));

/** 第21条, with nothing before it in which it could be a place: the tasks are counted. */
export const withNumbered = (parts: Parts, { query, shown, offers }: State): Parts => {
  const isNumber = ({ of, positions }: Parts['positions'][number]): boolean =>
    of === undefined && positions.every((place) => place > 0);
  const numbers = parts.positions.filter(isNumber).flatMap(({ positions }) => positions);
  const isBefore = query !== undefined || shown.length + offers.length > 0;
  const asks = asksSomething(parts) && parts.before.size + parts.heads.length === 0;
  if (numbers.length === 0 || isBefore || hasSubject(parts) || !asks) return parts;
  const refs = numbers.map((number): Ref => ({ type: 'task', id: String(number) }));
  return { ...parts, refs, positions: parts.positions.filter((one) => !isNumber(one)) };
};

/** 实施保障第三条: a place within a part that was named. */
export const withPlaces = (parts: Parts, { query, shown }: State, content: ComposeContent): Parts => {
  const { exists, actions, counts } = content;
  const ofActions = parts.positions.filter(({ of }) => of === 'action').flatMap(({ positions }) => positions);
  const named = parts.refs.filter(({ type }) => type === 'action').map(({ id }) => Number(id));
  const inActions = parts.positions.filter(({ of }) => of === 'task').flatMap(({ positions }) => positions);
  if (named.length > 0 && named.length === parts.refs.length && inActions.length > 0) {
    const tasks = content.members({
      set: 'where',
      of: { set: 'all', type: 'task' },
      test: { test: 'in', actions: named },
    });
    const refs = inActions.flatMap((place) => tasks.at(place > 0 ? place - 1 : place) ?? []);
    const missing = refs.length < inActions.length ? parts.tokens.filter(({ kind }) => kind === 'position') : [];
    return { ...parts, refs, missing, positions: [] };
  }
  if (ofActions.length > 0) {
    const refs = ofActions.map(
      (place): Ref => ({ type: 'action', id: String(place > 0 ? place : actions + 1 + place) }),
    );
    return { ...parts, refs: [...parts.refs, ...refs], positions: parts.positions.filter(({ of }) => of !== 'action') };
  }
  const inside = picksInside(parts) && parts.refs.length === 0 && parts.groupBy === undefined;
  const both = parts.positions.length > 1 && parts.positions.some(isEnd);
  const ends = parts.positions.filter((place) => isEnd(place) || ((inside || both) && place.of === 'task'));
  const plain = parts.groupBy === undefined && parts.clauses.every(({ units, is }) => units.length === 0 && !is);
  const listed = query !== undefined && (isList(query) || shown.length > 1);
  if (ends.length > 0 && !listed && (plain || inside) && counts.task) {
    const last = counts.task;
    const refs = ends.flatMap(({ positions }) =>
      positions.map((place): Ref => ({ type: 'task', id: String(place > 0 ? place : last + 1 + place) })),
    );
    return {
      ...parts,
      refs: [...parts.refs, ...refs],
      positions: parts.positions.filter((place) => !ends.includes(place)),
    };
  }
  const within = placeWithin(parts, content);
  if (within !== undefined) return { ...parts, refs: [], positions: [{ positions: [within], of: 'task' }] };
  const [part, ...more] = parts.refs;
  const places = parts.positions.filter(({ of }) => of === undefined).flatMap(({ positions }) => positions);
  if (part?.type !== 'clause' || more.length > 0 || places.length === 0) return parts;
  const ids = places.map((place) => `${part.id}.${place}`);
  const found = ids.filter(exists);
  const missing = ids.length > found.length ? parts.tokens.filter(({ kind }) => kind === 'position') : [];
  return { ...parts, refs: found.map((id): Ref => ({ type: 'clause', id })), missing, positions: [] };
};
