import { sizeOf } from '../text.ts';
import type { Hit, Search, Topic } from '../types.ts';
import type { Ask, Ref } from '../values.ts';

/** What words of a question turn out to mean. */
export type Resolved =
  /** One topic, clearly; `near` when the plan uses other words. */
  | {
      readonly status: 'sure' | 'near';
      readonly refs: readonly [Ref, ...Ref[]];
      readonly others: readonly Ref[];
      /** The next ones after it, however far behind. */
      readonly next?: readonly Ref[];
    }
  /** Several that search cannot tell apart, best first. */
  | { readonly status: 'unclear'; readonly refs: readonly Ref[] }
  /** The plan does not speak of it; `strangers` are the words that it nowhere has. */
  | { readonly status: 'absent'; readonly strangers: readonly string[]; readonly refs: readonly Ref[] };

/** Below this share of the question's weight, or with a noun that it does not have, a topic is only near. */
const CLEAR = 0.4;
const PLAIN = 0.6;
const WEAK = 0.14;
/** A second topic this close to the first makes a tie. */
const TIE = 0.93;
/** A short subject that begins with a thing which the plan nowhere speaks of is about that thing: 垃圾分类. */
const SHORT_SUBJECT = 10;
const SURE = 0.5;
/** So much of the words stands in a task's name. */
const NAMED = 0.8;
/** An everyday expression of so many characters is no chance likeness: 贷不到款. */
const SPOKEN = 3;
/** In a long question in other words, several of them lead to one topic and nothing to another. */
const FAINT = 0.09;
const FAINTEST = 0.05;
const AHEAD = 1.5;
const FAR_AHEAD = 2.5;
const LONG = 14;
/** Topics so close to the best are offered beside it. */
const OFFERED = 0.55;
const MOST_OFFERED = 3;
/** A task this close to the best topic may be meant where only a task has what is asked for. */
const NEAR_FOR_UNITS = 0.5;

/** The thing that a topic of the search is. */
export const refOf = ({ kind, task, clause }: Topic): Ref =>
  task !== undefined
    ? { type: 'task', id: String(task) }
    : { type: kind === 'indicator' ? 'indicator' : 'clause', id: clause };

const isStrange = (words: string, hits: readonly Hit[], search: Search): boolean => {
  if (sizeOf(words) > SHORT_SUBJECT || (hits[0]?.score ?? 0) >= SURE) return false;
  if (hits[0]?.terms.some(({ via }) => [...(via ?? '')].length >= SPOKEN)) return false;
  const [stranger] = search.strangers(words);
  return stranger !== undefined && words.indexOf(stranger) <= 2;
};

/** The topic has every noun of the words, and the plan too where the topic has no more than half of them. */
const isClear = (words: string, { score, topic }: Hit, search: Search): boolean =>
  score >= CLEAR &&
  search.missing(words, topic.id).length === 0 &&
  (score >= PLAIN || search.strangers(words).length === 0);

const isAlone = (first: Hit, second: Hit | undefined, length: number): boolean => {
  const expressions = new Set(first.terms.filter(({ term }) => term.length > 1).map(({ via, term }) => via ?? term));
  return (
    first.score >= (length >= LONG ? FAINTEST : FAINT) &&
    first.score >= AHEAD * (second?.score ?? 0) &&
    (expressions.size > 1 || first.score >= FAR_AHEAD * (second?.score ?? 0))
  );
};

/** One other word of an indicator is a coincidence; its own name or two other words are not. */
const isBorne = ({ topic, terms }: Hit): boolean =>
  topic.kind !== 'indicator' || terms.length > 1 || terms.some(({ field }) => field === 'title');

/** Only a task has units; only tasks, goals and indicators have figures. */
const fits =
  (ask: Ask) =>
  ({ topic }: Hit): boolean => {
    if (ask.ask === 'units') return topic.kind === 'task' || topic.kind === 'safeguard';
    return true;
  };

/** How words are resolved: within a part of the plan; bare, with nothing asked of them. */
export interface ResolveHow {
  readonly within?: string;
  readonly bare?: boolean;
}

/** A bare word of so few characters is a heading, not a question. */
const LONGEST_BARE = 6;
const FEW = 6;
/** The next one speaks of it so much less. */
const APART = 0.8;

/** The one topic that is named so, of the few that speak of it at all: 科创板. */
const isMeant = (hits: readonly Hit[]): boolean =>
  hits.length <= FEW &&
  (hits[1]?.score ?? 0) < (hits[0]?.score ?? 0) * APART &&
  hits.filter(({ terms }) => terms.some(({ field }) => field === 'title')).length === 1;

/** The one task that prints the words, or some of them, as they stand. */
const printedIn = (words: string, printedBy: (words: string) => number | undefined): Ref | undefined => {
  const found = new Set([words, ...words.split(' ')].flatMap((piece) => printedBy(piece) ?? []));
  const [task] = found;
  return found.size === 1 ? { type: 'task', id: String(task) } : undefined;
};

/** 引进总部型金融机构: printed by one task, and nearly the name of another that bears it out better. */
const isNameOf = ({ topic, terms }: Hit, pasted: Ref): boolean => {
  const sum = (of: Hit['terms']) => of.reduce((all, { weight }) => all + weight, 0);
  const named = sum(terms.filter(({ field }) => field === 'title'));
  return topic.task !== undefined && String(topic.task) !== pasted.id && named >= NAMED * sum(terms);
};

/** Words → what they mean in the plan, for what is asked of it. */
export const createResolve =
  (search: Search, printedBy: (words: string) => number | undefined) =>
  (words: string, ask: Ask, { within, bare }: ResolveHow = {}): Resolved => {
    const [own, ...more] = within === undefined ? search.named(words) : [];
    if (own && more.length === 0) return { status: 'sure', refs: [refOf(own)], others: [] };
    const all = search
      .topics(words)
      .filter(isBorne)
      .filter(({ topic }) => within === undefined || topic.clause.startsWith(`${within}.`));
    if (within !== undefined && all[0]) return { status: 'sure', refs: [refOf(all[0].topic)], others: [] };
    const [best] = all;
    const pasted = printedIn(words, printedBy);
    if (pasted && (!best || !isNameOf(best, pasted))) return { status: 'sure', refs: [pasted], others: [] };
    if (pasted && best) return { status: 'near', refs: [refOf(best.topic)], others: [pasted] };
    const fitting = all.filter(fits(ask)).filter(({ score }) => score >= (best?.score ?? 0) * NEAR_FOR_UNITS);
    const hits = fitting.length > 0 ? fitting : all;
    const [first, second] = hits;
    const refs = hits.filter(({ score }) => score >= (first?.score ?? 0) * OFFERED).map(({ topic }) => refOf(topic));
    const length = sizeOf(words);
    const strangers = () => search.strangers(words);
    if (!first || isStrange(words, hits, search))
      return { status: 'absent', strangers: strangers(), refs: refs.slice(0, MOST_OFFERED) };
    if (first.score < WEAK && !isAlone(first, second, length))
      return { status: 'absent', strangers: strangers(), refs: refs.slice(0, MOST_OFFERED) };
    const vague = bare && sizeOf(words) <= LONGEST_BARE && hits.length > 1 && !isMeant(hits);
    if (vague) return { status: 'unclear', refs };
    if (second && second.score > first.score * TIE && first.topic.kind === second.topic.kind)
      return { status: 'unclear', refs };
    return {
      status: isClear(words, first, search) ? 'sure' : 'near',
      refs: [refOf(first.topic)],
      others: refs.slice(1, MOST_OFFERED),
      next: all
        .filter(fits(ask))
        .map(({ topic }) => refOf(topic))
        .filter(({ type }) => type !== 'clause')
        .slice(0, MOST_OFFERED),
    };
  };
