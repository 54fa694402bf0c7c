import type { Assumption, Query, Token } from '../values.ts';
import type { Decided } from './decided.ts';
import type { Candidate, Decision, Refused } from './decision.ts';
import type { State } from './state.ts';

/** What is done with one text, and what is kept of it. */
export interface Step {
  readonly decision: Decision;
  readonly assumed: readonly Assumption[];
  readonly unread: readonly Token[];
  readonly candidates: readonly Candidate[];
  /** What a question behind it leans on: looked up when there is one. */
  readonly state: () => State;
  /** A model chose what is meant: other readings of its. */
  readonly byModel?: { readonly next: readonly Query[] };
  /** What is quoted where nothing that was asked is found. */
  readonly instead?: () => Instead | undefined;
}

/** A sentence that is quoted, told as what comes nearest. */
export type Instead = Required<Pick<Decided, 'decision' | 'assumed'>>;

/** Refusals that say what is not there; what could not be read is asked for again. */
const BESIDE: readonly Refused['why'][] = ['absent', 'unsaid', 'part', 'stranger', 'place', 'document', 'missing'];

/** What the plan does not say of one question, where the others stand by themselves; undefined where one leans on it. */
const untoldBeside = (steps: readonly Step[]): readonly Refused[] | undefined => {
  const untold = steps.flatMap(({ decision }) => (decision.decision === 'refuse' ? [decision] : []));
  const answers = steps.filter(({ decision }) => decision.decision === 'answer');
  const open = steps.length - answers.length - steps.filter(({ decision }) => decision.decision === 'talk').length;
  const refused = steps.findIndex(({ decision }) => decision.decision === 'refuse');
  const apart = steps.every(
    ({ decision, candidates }, at) =>
      decision.decision !== 'answer' || at < refused || candidates.every(({ name }) => name !== 'edit'),
  );
  return apart && open === untold.length && untold.every(({ why }) => BESIDE.includes(why)) ? untold : undefined;
};

/** Several questions of one text, as one: all that is answered, and what the plan does not say beside it. */
export const joined = (steps: readonly Step[]): Step | undefined => {
  const last = steps.at(-1);
  if (!last) return undefined;
  const told = steps.flatMap(({ decision }) => (decision.decision === 'answer' ? decision.queries : []));
  /** 任务最多的是哪个行动，有几项: what one answer tells is told once. */
  const queries = [...new Map(told.map((one) => [JSON.stringify(one), one])).values()];
  const [query, ...more] = queries;
  const open = steps.find(({ decision }) => decision.decision !== 'answer' && decision.decision !== 'talk');
  const untold = untoldBeside(steps);
  if (steps.length === 1 || !query || (open && !untold)) return { ...(open ?? last), state: last.state };
  const { instead: _, ...rest } = last;
  return {
    ...rest,
    decision: { decision: 'answer', queries: [query, ...more], untold: untold ?? [] },
    assumed: steps.flatMap(({ assumed }) => assumed),
    unread: steps.flatMap(({ unread }) => unread),
  };
};
