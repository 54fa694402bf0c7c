import type { Claim, SetOf } from '../../values.ts';
import { differsByYear } from '../alike.ts';
import { isDone, setAskOf } from '../asks.ts';
import { type Build, type Field, made, query } from '../assembled.ts';
import { claimedCount, withoutClaimed } from '../claimed-count.ts';
import { conditionOperators, conditions, differTests, isDue, saysSet, scopeTests } from '../conditions.ts';
import { isOperator } from '../excepts.ts';
import { figureNoun } from '../figure-noun.ts';
import type { Parts } from '../parts.ts';
import { inOrderSaid } from '../reordered.ts';
import {
  actionsIn,
  askedMention,
  confirms,
  has,
  hasWords,
  headOf,
  indicatorsNamed,
  isReversed,
  saysWords,
  tasksNamed,
  wants,
  wordsOf,
} from '../said.ts';
import { ground, pick, picksFirst, where, without } from '../sets.ts';

/** 总投资超过250亿的集群: the words say what the amount is of, and name nothing. */
const countsWords = (parts: Parts): boolean => parts.quantities.length > 0 && figureNoun(parts) !== undefined;

/** 财政厅负责哪一条: which of the things that have a number. */
const asksForOne = (parts: Parts): boolean =>
  wants(parts, 'where') &&
  !hasWords(parts) &&
  (!tasksNamed(parts) || parts.refs.length > 1) &&
  parts.properties.length === 0;

/** 省财政厅出现在几个括号里: how many things name it. */
const countsMentions = (parts: Parts): boolean =>
  wants(parts, 'howMany') && has(parts, 'mention') && !hasWords(parts) && !tasksNamed(parts);

/** 16到22项里证监局支持的: which of several tasks meet a condition. */
const isAmongNamed = (parts: Parts): boolean => {
  const { refs, clauses, roles, wanted, tokens } = parts;
  const last = tokens.findLast(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const plain = roles.length === 0 && wanted.length === 0 && !hasWords(parts);
  return plain && clauses.length > 0 && refs.length > 1 && tasksNamed(parts) && isOperator(last, 'of');
};

/** 那几项2022年要干什么: what is done in them, and nobody who does it. */
const asksDone = (parts: Parts): boolean =>
  parts.years.length > 0 && wants(parts, 'what') && parts.roles.every((role) => isDone(role, parts));

/** 服务的企业，22年比20年多多少家: by how much one thing grows, and no tasks that do. */
const asksByHowMuch = (parts: Parts): boolean =>
  hasWords(parts) && has(parts, 'than') && parts.years.length === 2 && wants(parts, 'howMany', 'howMuch');

/** 国资委掺和了没: whether units stand in anything, where nothing is named in which they might. */
const asksWhetherIn = (parts: Parts): boolean =>
  confirms(parts) &&
  parts.clauses.length === 1 &&
  parts.clauses.every(({ units, role }) => units.length > 0 && role !== undefined) &&
  parts.refs.length + parts.figures.length + parts.quantities.length + parts.positions.length === 0 &&
  !hasWords(parts);

/** 几个 counts anything, 几家 and 几人 only those. */
const ANYTHING = '个';

/** 教育部牵头几个, 审计厅牵头的有多少: how many that stand with units, where nothing else is named that could be counted. */
const countsTheirs = (parts: Parts): boolean =>
  parts.wanted.some(
    ({ wanted, measure = ANYTHING }) =>
      (wanted === 'howMany' && measure === ANYTHING) ||
      (wanted === 'howMuch' && parts.clauses.some(({ role }) => role !== undefined)),
  ) &&
  parts.clauses.every(({ units }) => units.length > 0) &&
  parts.refs.length + parts.figures.length + parts.quantities.length + parts.years.length === 0 &&
  parts.properties.length === 0 &&
  !hasWords(parts);

/** Units are named, and something is asked of what they have. */
const asksOfUnits = (parts: Parts, counted: boolean): boolean =>
  parts.clauses.some(({ units }) => units.length > 0) &&
  (counted ||
    wants(parts, 'which', 'what', 'how') ||
    parts.heads.length > 0 ||
    asksForOne(parts) ||
    countsMentions(parts) ||
    countsTheirs(parts) ||
    (has(parts, 'other') && wants(parts, 'whether')));

/** Tasks are asked for: by their noun, or by what is said of them. `counted`: how many there are is claimed. */
const isListing = (parts: Parts, counted: boolean): boolean =>
  headOf(parts)?.type === 'task' ||
  (isDue(parts) && parts.years.length > 0) ||
  (scopeTests(parts).length > 0 && wants(parts, 'which', 'howMany', 'where')) ||
  asksOfUnits(parts, counted) ||
  (parts.clauses.length > 0 && wants(parts, 'which') && !hasWords(parts) && parts.roles.length === 0) ||
  (parts.positions.length > 0 && parts.excepted.units.length > 0 && !hasWords(parts)) ||
  asksWhetherIn(parts);

/** Conditions alone, and nothing that is asked. */
const isBare = (parts: Parts): boolean =>
  parts.clauses.length > 0 &&
  parts.wanted.length === 0 &&
  parts.roles.length === 0 &&
  !hasWords(parts) &&
  !tasksNamed(parts);

const isStated = (parts: Parts): boolean =>
  saysSet(parts) && !askedMention(parts) && !tasksNamed(parts) && !indicatorsNamed(parts);

/** Whether the parts speak of tasks under conditions at all. */
const isTaskSet = (parts: Parts, counted: boolean): boolean => {
  const [head, bare, stated] = [headOf(parts), isBare(parts), isStated(parts)];
  const ofYears = parts.clauses.length > 0 && parts.years.length > 0 && !hasWords(parts);
  if (!isListing(parts, counted) && !bare && !isAmongNamed(parts) && !stated && !ofYears) return false;
  if (head && head.type !== 'task' && head.type !== 'action' && !stated && !bare) return false;
  const inside = parts.heads.some((one) => one.inside);
  if (indicatorsNamed(parts)) return false;
  if (confirms(parts) && hasWords(parts) && !stated && !has(parts, 'have') && !inside) return false;
  const conditioned = conditions(parts).length > 0 || actionsIn(parts).length > 0;
  return conditioned || head?.type !== 'task' || !hasWords(parts);
};

/** The tasks that the conditions leave, and of those the ones that are picked. */
const setOf = (parts: Parts): SetOf => {
  const scope = parts.heads.some(({ inside }) => inside) ? ('action' as const) : ('task' as const);
  const limited = (set: SetOf): SetOf =>
    hasWords(parts) && !saysWords(parts) && !countsWords(parts)
      ? { set: 'both', left: set, right: { set: 'about', words: wordsOf(parts), type: scope } }
      : set;
  const among = where(ground(parts), conditions(parts));
  return picksFirst(parts) ? limited(without(pick(among, parts), parts)) : pick(limited(without(among, parts)), parts);
};

/** What is claimed of so many tasks: their number, or that there are any. */
const claimOf = (parts: Parts, number: ReturnType<typeof claimedCount>): Claim => {
  if (number) return { claim: 'count', is: number };
  const claimed = parts.heads.find(({ count }) => count !== undefined)?.count;
  return claimed === undefined || parts.heads.some(({ inside }) => inside)
    ? { claim: 'exists' }
    : { claim: 'count', is: { value: claimed, unit: 'count', measure: '', relation: '=' } };
};

const TASK_FIELDS: readonly Field[] = [
  'clauses',
  'heads',
  'wanted',
  'refs',
  'excepted',
  'figures',
  'quantities',
  'years',
  'dates',
  'words',
  'positions',
  'part',
  'plan',
  'properties',
];

/** Tasks under conditions: listed, counted, or found to be there. */
export const taskSet: Build = (said) => {
  if (differsByYear(said) || (asksByHowMuch(said) && !headOf(said))) return undefined;
  const number = claimedCount(said);
  const parts = withoutClaimed(said);
  if (!isTaskSet(parts, number !== undefined)) return undefined;
  const claimed = (confirms(parts) || number !== undefined) && conditions(parts).length > 0;
  const asked = query(isDue(parts) ? { ...parts, years: [] } : parts, inOrderSaid(setOf(parts), parts), {
    asks: [number ? { ask: 'count' } : setAskOf(parts)],
    claims: claimed ? [claimOf(parts, number)] : [],
  });
  const saysRoles = differTests(parts).length > 0 || asksDone(parts);
  return made('task-set', asked, {
    uses: [...TASK_FIELDS, ...(saysRoles ? (['roles'] as const) : [])],
    operators: [...conditionOperators(parts), ...(isReversed(parts) ? (['order'] as const) : [])],
  });
};
