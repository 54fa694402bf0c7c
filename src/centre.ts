import type { Desk, Draft } from './answer/draft.ts';
import { type Composed, createCompose } from './compose/compose.ts';
import { createResolve } from './compose/topic.ts';
import { executeFigures } from './execute/figures/figures.ts';
import type { Ground } from './execute/ground.ts';
import { executeSets, membersOf } from './execute/sets/sets.ts';
import { describeQuery } from './phrase/describe.ts';
import { phraseAskedBack } from './phrase/decisions/asked-back.ts';
import { phraseRefused } from './phrase/decisions/refused.ts';
import { phraseTalked } from './phrase/decisions/talked.ts';
import { phraseFigures } from './phrase/figures/figures.ts';
import { joinDrafts } from './phrase/join.ts';
import { kindOf } from './phrase/kind.ts';
import { phraseSets } from './phrase/sets/sets.ts';
import type { Question } from './types.ts';
import type { Ask, Query, Tokens } from './values.ts';

const OF_SETS: readonly Ask['ask'][] = ['members', 'count', 'units', 'group', 'extreme', 'differences'];

const isOfSets = ({ asks: [ask], claims: [claim] }: Query): boolean =>
  claim ? ['test', 'exists', 'count'].includes(claim.claim) : OF_SETS.includes(ask.ask);

/** One ask of a query looked up and put into words; undefined when nothing bears it out. */
const answered = (query: Query, ground: Ground, desk: Desk): Draft | undefined => {
  if (isOfSets(query)) {
    const result = executeSets(query, ground);
    return result && phraseSets(result, desk, query);
  }
  const result = executeFigures(query, ground);
  return result && phraseFigures(result, desk, query);
};

const isReckoning = ({ ask }: Ask): boolean => ask === 'reckon';

/** Each ask of a query by itself; what is reckoned together stays together: the mean growth, the largest growth. */
const oneByOne = (query: Query): readonly Query[] => {
  const [first, ...rest] = query.asks.filter(isReckoning);
  const others = query.asks.filter((ask) => !isReckoning(ask)).map((ask): Query => ({ ...query, asks: [ask] }));
  return first ? [...others, { ...query, asks: [first, ...rest] }] : others;
};

/** What the centre makes of a question. */
export interface Understood {
  readonly composed: Composed;
  /** The answer's label. */
  readonly kind: string;
  readonly draft: Draft;
  /** How it was read, in words; empty when it was not. */
  readonly said: string;
}

const saidOf = ({ decision }: Composed, desk: Desk): string =>
  decision.decision === 'answer' ? decision.queries.map((query) => describeQuery(query, desk)).join('；') : '';

/** Question → Draft, by reading, composing, executing and phrasing. */
export const createCentre = (ground: Ground, read: (text: string, now?: number) => Tokens) => {
  const { plan } = ground.library;
  const compose = createCompose({
    read,
    resolve: createResolve(ground.search),
    members: (set) => membersOf(set, ground),
    sections: (words) => plan.actions.filter(({ title }) => title.includes(words)).map(({ number }) => number),
    exists: (clause) => ground.clause(clause) !== undefined,
    period: plan.document.period,
    actions: plan.actions.length,
  });
  const draftOf = ({ decision }: Composed, desk: Desk): Draft => {
    switch (decision.decision) {
      case 'answer': {
        const single = decision.queries.flatMap(oneByOne);
        const drafts = single.flatMap((query) => answered(query, ground, desk) ?? []);
        return drafts.length > 0
          ? joinDrafts(drafts)
          : phraseRefused({ decision: 'refuse', why: 'absent', about: decision.queries[0].words, near: [] }, desk);
      }
      case 'ask-back':
        return phraseAskedBack(decision, desk);
      case 'refuse':
        return phraseRefused(decision, desk);
      case 'talk':
        return phraseTalked(decision.act, desk);
    }
  };
  return {
    compose,
    understand: (question: Question, deskFor: (language: Composed['language']) => Desk): Understood => {
      const composed = compose(question);
      const desk = deskFor(composed.language);
      return {
        composed,
        kind: kindOf(composed.decision),
        draft: draftOf(composed, desk),
        said: saidOf(composed, desk),
      };
    },
  };
};
