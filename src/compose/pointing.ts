import type { UnitName } from '../types.ts';
import type { Query, Ref, Role, Test, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import { unitTalkedOf } from './rewrite.ts';
import type { State } from './state.ts';
import { isList } from './subject.ts';

/** 这家, 他们: said of units, whatever follows. */
export const OF_UNITS = /\/unit$/;

const isWho = (token: Token): boolean => token.kind === 'wanted' && token.wanted === 'who';

const isCopula = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'is';

const BETWEEN: readonly string[] = ['is', 'also', 'all', 'each', 'total', 'together', 'only', 'not'];

const HAVING: readonly string[] = ['have', 'and', 'other'];

/** 它还有别的任务吗: what has tasks is a unit. */
const isOfTasks = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.rule === 'before:it' &&
  tokens.slice(at + 1).some((token) => token.kind === 'type' && token.type === 'task');

/** 排第几, 排第一: what has a place among others is a unit. */
const isPlace = (token: Token | undefined): boolean =>
  (token?.kind === 'unsaid' && token.unsaid === 'rank') ||
  (token?.kind === 'operator' && (token.operator === 'first' || token.operator === 'last')) ||
  token?.rule === 'position:rank';

/** 它还支持哪些: who does something is a unit. */
const isDoer = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens
    .slice(at + 1)
    .find((token) => token.kind !== 'glue' && !(token.kind === 'operator' && BETWEEN.includes(token.operator)));
  if (isPlace(next) || (next?.kind === 'wanted' && next.wanted === 'whether' && tokens.some(isPlace))) return true;
  if (next?.kind === 'operator' && HAVING.includes(next.operator) && isOfTasks(tokens, at)) return true;
  return next?.kind === 'role' && (next.form === 'verb' || isCopula(tokens[at + 1]));
};

/** 还有别的事归它们吗: to whom something belongs is a unit. */
const isOwner = (token: Token | undefined, next: Token | undefined): boolean =>
  token?.kind === 'operator' &&
  token.operator === 'by' &&
  (next === undefined || next.kind === 'wanted' || next.kind === 'mark');

/** 这块, 这事: said of no unit, whatever follows. */
const OF_THINGS = /\/thing$/;

const pointsAtUnits = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'before' || (token.before !== 'it' && token.before !== 'these')) return false;
  if (OF_THINGS.test(token.rule)) return false;
  return OF_UNITS.test(token.rule) || isDoer(tokens, at) || isOwner(tokens[at - 1], tokens[at + 1]);
};

const unitsIn = (test: Test): readonly UnitName[] => {
  switch (test.test) {
    case 'has':
      return test.units;
    case 'not':
      return unitsIn(test.of);
    case 'all':
    case 'any':
      return test.of.flatMap(unitsIn);
    default:
      return [];
  }
};

const idsOf = (refs: readonly Ref[]): readonly UnitName[] =>
  refs.flatMap(({ type, id }) => (type === 'unit' ? [id] : []));

/** The units that the question before named or was answered with: those claimed, ranked first, assigned, listed. */
const unitsBefore = (
  query: Query,
  { shown }: State,
  { members, leaders, firstNamed, placed }: ComposeContent,
): readonly UnitName[] => {
  const [ask] = query.asks;
  const claimed = query.claims.flatMap((claim) => (claim.claim === 'test' ? unitsIn(claim.test) : []));
  const ranked = query.claims.some(({ claim }) => claim === 'place') ? placed(query) : undefined;
  if (ranked !== undefined) return [ranked];
  if (claimed.length > 0) return [...new Set(claimed)];
  if (ask.ask === 'extreme') return idsOf(leaders(query));
  if (ask.ask === 'units' && ask.lead) return idsOf(firstNamed(query.of));
  if (ask.ask === 'units')
    return idsOf(members({ set: 'image', of: query.of, type: 'unit', role: ask.roles[0] ?? 'responsible' }));
  if (ask.ask === 'group' && ask.show === 'units')
    return idsOf(members({ set: 'image', of: query.of, type: 'unit', role: ask.role ?? 'responsible' }));
  return isList(query) ? idsOf(shown) : [];
};

/** 两家都: so many units as were listed for. */
const isBoth = (token: Token, next: Token | undefined): boolean =>
  token.kind === 'quantity' &&
  token.quantity.unit === 'count' &&
  token.quantity.value === 2 &&
  next?.kind === 'operator' &&
  (next.operator === 'all' || next.operator === 'together');

/** 两家都支持的: the units of the last two lists, one each. */
const pairListed = ({ query, earlier }: State): readonly UnitName[] => {
  const lists = [earlier, query].flatMap((one) => (one && isList(one) ? [unitTalkedOf(one.of)] : []));
  const units = [...new Set(lists.flatMap((unit) => unit ?? []))];
  return units.length === 2 ? units : [];
};

/** 它是第一责任单位的有哪些, 那三项它全都支持: after the tasks of one unit, or those of a section that it has not. */
const unitListed = (token: Token | undefined, state: State): readonly UnitName[] => {
  if (token?.kind === 'before' && token.before === 'these') return pairListed(state);
  const { query } = state;
  const single = token?.kind === 'before' && token.before === 'it' && query !== undefined && isList(query);
  const unit = single ? unitTalkedOf(query.of) : undefined;
  return unit === undefined ? [] : [unit];
};

/** A question whose 它 or 他们 is units that were named before; `several` when one was meant and more were named. */
export interface Pointed {
  readonly tokens: readonly Token[];
  readonly several?: { readonly said: string; readonly units: readonly UnitName[]; readonly role: Role | 'any' };
}

const roleOf = (tokens: readonly Token[]): Role | 'any' => {
  const token = tokens.find(({ kind }) => kind === 'role');
  if (token?.kind !== 'role') return 'any';
  return token.role === 'lead' ? 'responsible' : token.role;
};

/** 第三家还支持哪些: what is asked of a unit is which tasks it has. */
const asksItsTasks = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'role' && token.form === 'verb') &&
  tokens.some((token) => token.kind === 'wanted' && ['which', 'what', 'howMany'].includes(token.wanted));

/** The unit in a place of those that the question before listed: of a list of units, or of those of one task. */
const unitInPlace = (place: number, { shown, query }: State, { placed }: ComposeContent): UnitName | undefined => {
  if (shown.length > 0 && shown.every(({ type }) => type === 'unit'))
    return shown.at(place > 0 ? place - 1 : place)?.id;
  const [ask] = query?.asks ?? [];
  const ofOne = query?.of.set === 'named' && query.of.refs.length === 1;
  if (!ofOne || ask?.ask !== 'units') return undefined;
  return placed({ ...query, claims: [{ claim: 'place', role: ask.roles[0] ?? 'any', place }] });
};

/** 第二个支持哪些, after units were listed. */
export const withPlaced = (tokens: readonly Token[], state: State, content: ComposeContent): readonly Token[] => {
  const { shown, offers } = state;
  const listed = shown.length > 0 && shown.every(({ type }) => type === 'unit');
  const asks = listed ? tokens.some(({ kind }) => kind === 'role' || kind === 'type') : asksItsTasks(tokens);
  if (offers.length > 0 || !asks) return tokens;
  return tokens.map((token): Token => {
    const [place, ...more] = token.kind === 'position' && token.of === undefined ? token.positions : [];
    const unit = place === undefined || more.length > 0 ? undefined : unitInPlace(place, state, content);
    if (unit === undefined) return token;
    const { from, to, text } = token;
    return { from, to, text, rule: 'unit:before', kind: 'unit', unit };
  });
};

/** 这家还管别的吗, 他们一起负责哪些: units that were named in the question before. */
export const withThem = (typed: readonly Token[], state: State, content: ComposeContent): Pointed => {
  const pair = pairListed(state);
  const tokens = typed.map((token, at): Token => {
    const { from, to, text } = token;
    const both = pair.length > 0 && isBoth(token, typed[at + 1]);
    return both ? { from, to, text, rule: 'before:these/unit', kind: 'before', before: 'these' } : token;
  });
  const at = tokens.findIndex((_, index) => pointsAtUnits(tokens, index));
  const token = tokens[at];
  const asks = tokens.some(
    (one) => one.kind === 'role' || isPlace(one) || (one.kind === 'type' && one.type === 'task'),
  );
  if (!state.query || token?.kind !== 'before' || !asks || tokens.some(isWho)) return { tokens };
  if (tokens.some(({ kind }) => kind === 'unit' || kind === 'task' || kind === 'words')) return { tokens };
  const before = unitsBefore(state.query, state, content);
  const listed = unitListed(token, state);
  const told = token.before === 'these' ? before.length > 0 : before.length === 1;
  const units = told || listed.length === 0 ? before : listed;
  if (units.length === 0) return { tokens };
  if (token.before === 'it' && units.length > 1)
    return { tokens, several: { said: token.text, units, role: roleOf(tokens) } };
  const { from, to, text } = token;
  const named = units.flatMap((unit, index): Token[] => [
    ...(index > 0 ? [{ from, to, text: '', rule: 'operator:and', kind: 'operator', operator: 'and' } as const] : []),
    { from, to, text, rule: 'unit:before', kind: 'unit', unit },
  ]);
  const noun = tokens[at + 1];
  const rest = noun?.kind === 'type' && noun.type === 'unit' ? tokens.slice(at + 2) : tokens.slice(at + 1);
  return { tokens: [...tokens.slice(0, at), ...named, ...rest] };
};

/** 我们局 is the unit that the asker named as their own. */
export const withMe = (tokens: readonly Token[], me: UnitName | undefined): readonly Token[] =>
  tokens.map((token, at) => {
    const stated = tokens.slice(at + 1, at + 4).some(({ kind }) => kind === 'unit');
    return token.kind === 'before' && token.before === 'we' && me && !stated
      ? { ...token, kind: 'unit', unit: me }
      : token;
  });

/** Named by itself: what is asked of it is not asked of who asks. */
const NAMED: readonly Token['kind'][] = ['task', 'action', 'indicator', 'clause', 'position', 'plan'];

/** Where 新城区金融办的，… ends, by which the asker says who 我们 are; 0 where it is said otherwise. */
const introduction = (tokens: readonly Token[]): number => {
  const start = tokens.findIndex(({ kind }) => kind !== 'act' && kind !== 'mark' && kind !== 'glue');
  const end = tokens.findIndex(({ kind, text }, at) => at > start && kind === 'mark' && /[,，。:：]/.test(text));
  const said = tokens.slice(Math.max(0, start), Math.max(0, end)).filter(({ kind }) => kind !== 'glue');
  const own = said[0]?.kind === 'before' && said[0].before === 'we' ? said.slice(1) : said;
  const [unit, ...more] = own.filter((token) => !(token.kind === 'operator' && token.operator === 'is'));
  const isOf = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'of';
  const alone = more.every(isOf);
  const rest = tokens.slice(end);
  const refersBack = rest.some((token) => token.kind === 'before' && token.before === 'we');
  const apart = own !== said && rest.some(({ kind }) => NAMED.includes(kind));
  const introduces = (refersBack && (alone || isOf(more.at(-1)))) || (apart && alone);
  return end > 0 && unit?.kind === 'unit' && introduces ? end + 1 : 0;
};

/** The question without the words by which the asker says who they are. */
export const withoutIntroduction = (tokens: readonly Token[]): readonly Token[] => tokens.slice(introduction(tokens));

/** 我是市教育局的; 市教育局的，我们…. */
export const statedUnit = (tokens: readonly Token[]): UnitName | undefined => {
  const introduced = tokens.slice(0, introduction(tokens)).find(({ kind }) => kind === 'unit');
  if (introduced?.kind === 'unit') return introduced.unit;
  const at = tokens.findIndex((token) => token.kind === 'before' && token.before === 'we');
  const isWord = tokens[at + 1]?.kind === 'operator' ? at + 2 : at + 1;
  const unit = tokens.slice(0, isWord + 1)[isWord];
  return at >= 0 && unit?.kind === 'unit' ? unit.unit : undefined;
};
