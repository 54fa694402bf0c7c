import type { Query, Ref } from '../../values.ts';
import type { Decision } from '../decision.ts';
import type { Offer } from '../state.ts';
import { type ModelReading, readReply } from './grammar.ts';
import { knownOf, type PlanThings } from './known.ts';
import { queryOf } from './queries.ts';
import { type Conversation, saidIn } from './said.ts';

/** What a model's reply makes of a question, in the program's own queries. */
export interface ByModel {
  readonly decision: Decision;
  /** Other ways to read it, the next likeliest first. */
  readonly next: readonly Query[];
}

/** What the rules know of the question: its words, and what of the plan is near. */
export interface ByRules {
  readonly about: string;
  readonly near: readonly Ref[];
}

/** A query as something that is offered; undefined for one that is not of one named thing. */
const offerOf = ({ of, asks: [ask] }: Query): Offer | undefined => {
  const [ref, another] = of.set === 'named' ? of.refs : [];
  return ref && !another ? { ref, ask } : undefined;
};

/** Returns what a reply decides; undefined where it is none, or names anything that is neither the plan's nor said. */
export const byModel = (
  { reply, conversation }: { readonly reply: string; readonly conversation: Conversation },
  { about, near }: ByRules,
  things: PlanThings,
): ByModel | undefined => {
  const said = readReply(reply);
  if (!said) return undefined;
  const known = knownOf(things, saidIn(conversation));
  const queriesOf = (readings: readonly ModelReading[]): readonly Query[] => {
    const queries = readings.map((reading) => queryOf(reading, known));
    return queries.includes(undefined) ? [] : queries.flatMap((query) => query ?? []);
  };
  switch (said.do) {
    case 'absent':
      return { decision: { decision: 'refuse', why: 'absent', about, near }, next: [] };
    case 'talk':
      return said.act && { decision: { decision: 'talk', act: said.act }, next: [] };
    case 'answer': {
      const [query, ...next] = queriesOf(said.read ?? []);
      return query && { decision: { decision: 'answer', queries: [query] }, next };
    }
    case 'ask': {
      const offers = queriesOf(said.read ?? []).flatMap((query) => offerOf(query) ?? []);
      const several = offers.length > 1;
      return several ? { decision: { decision: 'ask-back', why: 'topic', about, offers }, next: [] } : undefined;
    }
  }
};
