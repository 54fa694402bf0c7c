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

/** Plans that answer alike. */
export interface Alike {
  readonly having: readonly Having[];
  /** No other plan answers: one that has a unit of the name is asked, and none that only speaks of it. */
  readonly whole: boolean;
}

const NONE: Alike = { having: [], whole: false };

const havingAlike = ({ composed: { decision, tokens } }: Explanation, known: Known): Alike => {
  if (decision.decision !== 'answer' || decision.untold) return NONE;
  const [query, another] = decision.queries;
  if (another || !isPlain(query)) return NONE;
  const unit = namedAlone(tokens, 'unit');
  const role = unit && roleAsked(query, unit.unit);
  if (unit && role) return { having: known.tasksOf(canonical(unit.text), role), whole: true };
  const task = namedAlone(tokens, 'task');
  if (!task || !asksWho(query, task.task)) return NONE;
  return { having: known.titled(canonical(task.text)), whole: false };
};

/**
 * The plans that answer a question as one of them does, where what is known of all of them tells: those in which the
 * unit that was asked about has tasks too, or in which somebody carries a task of the same title. Undefined where it
 * does not tell, or tells something else of this one than it answered.
 */
export const alikeIn = (how: Explanation, known: Known, own: number): Alike | undefined => {
  const alike = havingAlike(how, known);
  const told = alike.having
    .find(({ at }) => at === own)
    ?.tasks()
    .map(({ number }) => number);
  return told?.join() === how.answer.tasks.join() ? alike : undefined;
};
