import type { Explanation } from '../bot.ts';
import { canonical } from '../text.ts';
import type { Query, Token } from '../values.ts';
import { isAsking } from './bearing.ts';
import type { Having, Known } from './shelf.ts';

type TokenOf<K extends Token['kind']> = Extract<Token, { kind: K }>;

/** The only thing that a question names, where it is of a kind and all else is words of asking. */
const namedAlone = <K extends Token['kind']>(tokens: readonly Token[], kind: K): TokenOf<K> | undefined => {
  const [only, another] = tokens.filter((token) => !isAsking(token));
  return only?.kind === kind && !another ? (only as TokenOf<K>) : undefined;
};

const isPlain = ({ years, claims, part, why }: Query): boolean =>
  years.length === 0 && claims.length === 0 && part === undefined && !why;

/** Which tasks a unit has in a role. */
const roleAsked = ({ of, asks: [ask, another] }: Query, unit: string) => {
  if (another || (ask.ask !== 'members' && ask.ask !== 'count') || ('share' in ask && ask.share)) return undefined;
  if (of.set !== 'where' || of.of.set !== 'all' || of.of.type !== 'task' || of.of.sort !== undefined) return undefined;
  const { test } = of;
  if (test.test !== 'has' || test.place || test.part || test.printed !== undefined) return undefined;
  return test.units.length === 1 && test.units[0] === unit ? test.role : undefined;
};

/** Who is responsible for a task. */
const asksWho = ({ of, asks: [ask, another] }: Query, task: number): boolean => {
  if (another || ask.ask !== 'units' || ask.lead || ask.part || ask.beside || ask.roles.join() !== 'responsible')
    return false;
  const [ref, second] = of.set === 'named' ? of.refs : [];
  return !second && ref?.type === 'task' && ref.id === String(task);
};

/** In how many ways the thing may be called in other plans: as it was said; as the plan that answers calls it. */
const foundBy = (names: readonly string[], find: (name: string) => readonly Having[], own: number): readonly Having[] =>
  names.map((name) => find(canonical(name))).find((all) => all.some(({ at }) => at === own)) ?? [];

const havingAlike = ({ composed: { decision, tokens } }: Explanation, known: Known, own: number): readonly Having[] => {
  if (decision.decision !== 'answer' || decision.untold) return [];
  const [query, another] = decision.queries;
  if (another || !isPlain(query)) return [];
  const unit = namedAlone(tokens, 'unit');
  const role = unit && roleAsked(query, unit.unit);
  if (unit && role) return foundBy([unit.text, unit.unit], (name) => known.tasksOf(name, role), own);
  const task = namedAlone(tokens, 'task');
  const titled = (name: string) => known.titled(name).filter(({ tasks }) => tasks.length === 1);
  return task && asksWho(query, task.task) ? foundBy([task.text], titled, own) : [];
};

/**
 * All plans that answer a question as one of them does, where what is known of all of them tells: those in which the
 * unit that was asked about has tasks too, or in which somebody carries a task of the same title. Undefined where it
 * does not tell, or tells something else of this one than it answered.
 */
export const alikeIn = (how: Explanation, known: Known, own: number): readonly Having[] | undefined => {
  const all = havingAlike(how, known, own);
  const told = all.find(({ at }) => at === own)?.tasks.map(({ number }) => number);
  return told?.join() === how.answer.tasks.join() ? all : undefined;
};
