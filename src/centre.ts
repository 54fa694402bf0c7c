import type { Desk, Draft } from './answer/draft.ts';
import { composeContent } from './centre/content.ts';
import { type Composed, createCompose } from './compose/compose.ts';
import { executeFigures } from './execute/figures/figures.ts';
import { reconciles } from './execute/figures/reconcile.ts';
import { executeSaidUnits } from './execute/figures/said-units.ts';
import type { Ground } from './execute/ground.ts';
import { executeSets } from './execute/sets/sets.ts';
import { withAssumed } from './phrase/assumed.ts';
import { withNumbers, withReason, withYears } from './phrase/borne-out.ts';
import { phraseAskedBack } from './phrase/decisions/asked-back.ts';
import { phraseRefused, phraseUntold } from './phrase/decisions/refused.ts';
import { phraseTalked } from './phrase/decisions/talked.ts';
import { describeQuery } from './phrase/describe.ts';
import { phraseFigures } from './phrase/figures/figures.ts';
import { joinDrafts } from './phrase/join.ts';
import { kindOf } from './phrase/kind.ts';
import { withNext } from './phrase/next.ts';
import { withReading } from './phrase/read-by-model.ts';
import { phraseSets } from './phrase/sets/sets.ts';
import type { Question } from './types.ts';
import type { Ask, Query, Tokens } from './values.ts';

const OF_SETS: readonly Ask['ask'][] = ['members', 'count', 'units', 'group', 'extreme', 'differences'];

const isOfSets = ({ asks: [ask], claims: [claim] }: Query): boolean =>
  claim ? ['test', 'exists', 'count', 'place'].includes(claim.claim) : OF_SETS.includes(ask.ask);

/** One ask of a query looked up and put into words; undefined when nothing bears it out. */
const answered = (query: Query, ground: Ground, desk: Desk): Draft | undefined => {
  const named = executeSaidUnits(query, ground);
  if (named) return phraseFigures(named, desk, query);
  if (isOfSets(query) && !reconciles(query, ground)) {
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

/** What was decided, put into words. */
const draftOf = ({ decision }: Composed, ground: Ground, desk: Desk): Draft => {
  switch (decision.decision) {
    case 'answer': {
      const { queries } = decision;
      const single = queries.flatMap(oneByOne);
      const untold = (decision.untold ?? []).map((one) => phraseUntold(one, desk));
      const drafts = single.flatMap((query) => answered(query, ground, desk) ?? []);
      return drafts.length > 0
        ? withReason(
            withYears(withNumbers(joinDrafts([...drafts, ...untold]), ground.library.plan), queries),
            queries,
            desk,
          )
        : phraseRefused({ decision: 'refuse', why: 'absent', about: queries[0].words, near: [] }, desk);
    }
    case 'ask-back':
      return phraseAskedBack(decision, desk);
    case 'refuse':
      return phraseRefused(decision, desk);
    case 'talk':
      return phraseTalked(decision, desk);
  }
};

/** A claim of an amount that cannot be judged: what comes nearest to its words, without a verdict. */
const unjudged = ({ decision, assumed }: Composed): Pick<Composed, 'decision'> | undefined => {
  const [query, ...others] = decision.decision === 'answer' ? decision.queries : [];
  const near = assumed.some(({ what }) => what === 'nearest');
  if (!query?.confirm || others.length > 0 || !near || query.words === '') return undefined;
  if (query.of.set !== 'named' || !query.claims.some(({ claim }) => claim === 'quantity')) return undefined;
  return {
    decision: { decision: 'answer', queries: [{ ...query, claims: [{ claim: 'words', words: query.words }] }] },
  };
};

/** What was asked is not found: the sentence that speaks of all that was said is told instead, where there is one. */
const drafted = (
  composed: Composed,
  ground: Ground,
  desk: Desk,
): { readonly composed: Composed; readonly draft: Draft } => {
  const draft = draftOf(composed, ground, desk);
  const denied = composed.decision.decision === 'answer' && draft.status === 'not_found' && !composed.byModel;
  const instead = denied ? (composed.instead?.() ?? unjudged(composed)) : undefined;
  if (!instead) return { composed, draft };
  const quoted: Composed = { ...composed, ...instead };
  const told = draftOf(quoted, ground, desk);
  return told.status === 'answered' ? { composed: quoted, draft: told } : { composed, draft };
};

/** Question → Draft, by reading, composing, executing and phrasing. */
export const createCentre = (
  ground: Ground,
  read: (text: string, now?: number) => Tokens,
  printedBy: (words: string) => number | undefined,
) => {
  const compose = createCompose({ ...composeContent(ground, printedBy), read });
  return {
    compose,
    understand: (question: Question, deskFor: (language: Composed['language']) => Desk): Understood => {
      const asked = compose(question);
      const desk = deskFor(asked.language);
      const { composed, draft: told } = drafted(asked, ground, desk);
      const said = saidOf(composed, desk);
      const draft = withNext(told, { text: question.text, composed }, desk);
      return {
        composed,
        kind: kindOf(composed.decision),
        draft: withReading(
          withAssumed(draft, { composed, said, follows: question.history.length > 0 }, desk),
          { composed, byRules: (text) => compose({ text, history: [] }) },
          desk,
        ),
        said,
      };
    },
  };
};
