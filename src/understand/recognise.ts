import type { Language, Mention, Plan, Reading } from '../types.ts';
import { type Numbered, recogniseClauses } from './clause-numbers.ts';
import { pairsOf } from './condense.ts';
import { createNameReader, type Name } from './names.ts';
import type { Normalised } from './normalise.ts';
import { cueMentions, fillerMentions, patternMentions, placeAtHead, unknownUnitMentions } from './patterns.ts';
import { createTaken } from './taken.ts';
import { recogniseYears } from './years.ts';

/** What a name of the plan names. */
export type Named =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'unit-unclear'; readonly units: readonly string[] }
  | { readonly kind: 'indicator'; readonly indicator: number }
  | { readonly kind: 'beside'; readonly indicator: number }
  | { readonly kind: 'action'; readonly action: number }
  | { readonly kind: 'task'; readonly task: number }
  | { readonly kind: 'word' }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'clause'; readonly clause: string; readonly exists: true };

/** Names that hide a way of asking which stands inside them: 推动信用信息服务社会化发展. */
const HIDING: readonly Mention['kind'][] = ['task', 'indicator', 'action', 'unit', 'word', 'term'];
/** Parts that say what is asked and nothing of the subject. */
const NOT_SUBJECT: readonly Mention['kind'][] = ['intent', 'filler', 'year', 'period', 'clause', 'relative', 'pronoun'];

/** Punctuation, but for the signs inside a name: 6+5+6+1, 4+N, 2.5. */
const PUNCTUATION = /(?<![a-z0-9])[\p{P}\p{S}]+|[\p{P}\p{S}]+(?![a-z0-9])/gu;

/** What is left of a text when some spans are taken out; each leaves a gap, so that no word grows together across it. */
const without = (text: string, spans: readonly (readonly [number, number])[]): string => {
  const chars = [...Array(text.length).keys()].map((at) => text[at] ?? '');
  for (const [from, to] of spans) for (let at = from; at < to; at += 1) chars[at] = ' ';
  return chars.join('').replace(/\s+/g, ' ').trim();
};

/** A year's figures without the 年 behind them, which may begin a name: 2025年保费收入. */
const digitsOf = ({ span: [from, to] }: Mention): readonly [number, number] => [from, Math.max(from + 1, to - 1)];

/** Normalised text → what it says by itself. */
export type Recogniser = (normalised: Normalised, now?: number) => Reading;

/** What the recogniser knows besides the plan's names. */
export interface Known {
  readonly plan: Plan;
  /** The part that holds the actions: `3`. */
  readonly actionPart: number;
  /** How parts are called → their number. */
  readonly parts: ReadonlyMap<string, string>;
  readonly places: readonly string[];
  /** How names of bodies end that are no units: 研究院, 银行. */
  readonly bodies: readonly string[];
}

const OF_ACTION = /^(?:的|里|下|中|里面|下面|当中|之下)*$/u;

/** 第五个行动的第二项: the second task of that action, not of the plan. */
const withinAction = (clause: Mention, mentions: readonly Mention[], text: string, plan: Plan): Mention => {
  if (clause.kind !== 'clause' || clause.rule !== 'clause:row') return clause;
  const before = mentions.find(
    (mention) =>
      mention.kind === 'action' &&
      mention.span[1] <= clause.span[0] &&
      OF_ACTION.test(text.slice(mention.span[1], clause.span[0])),
  );
  const action = before?.kind === 'action' ? plan.actions.find(({ number }) => number === before.action) : undefined;
  if (!action) return clause;
  const place = Number(clause.clause.replace(/^\D+/, ''));
  const number = action.tasks[place - 1];
  const task = plan.tasks.find((one) => one.number === number);
  return { ...clause, clause: task?.row.clause ?? clause.clause, exists: task !== undefined, rule: 'clause:of-action' };
};

const WHOLE_NAME = /[区局委办部院]$/u;

/** A short name of a unit at the head of another body's name is no unit: XX研究院, XX银行. */
const createAsWord = (bodies: readonly string[]): ((mention: Mention, text: string) => Mention) => {
  const tail = new RegExp(`^\\p{Script=Han}{0,4}?(?:${bodies.join('|')})`, 'u');
  return (mention, text) => {
    const { span, text: piece, rule } = mention;
    const short = mention.kind === 'unit' && !WHOLE_NAME.test(piece) && /^\p{Script=Han}+$/u.test(piece);
    return short && tail.test(text.slice(span[1])) ? { kind: 'word', span, text: piece, rule } : mention;
  };
};

/** Builds the recogniser of a plan's own names, numbers and ways of asking. */
export const createRecogniser = (
  names: readonly Name<Named>[],
  { plan, actionPart, parts, places, bodies }: Known,
): Recogniser => {
  const source = plan.clauses.map((clause) => clause.text.replace(/\s+/g, '')).join('\n');
  const asWord = createAsWord(bodies);
  const readNames = createNameReader(names, new Set(pairsOf(source)));
  /** What the plan says in these very words it does say. */
  const said = (words: string) => words.length > 2 && source.includes(words);
  const numbered: Numbered = {
    clauses: new Set(plan.clauses.map(({ id }) => id)),
    actions: plan.actions.length,
    actionPart,
    parts,
  };
  return ({ text, language }: { text: string; language: Language }, now?: number) => {
    const byNumber = recogniseClauses(text, numbered);
    const items = byNumber.filter(({ rule }) => rule === 'clause:part');
    const inItem = ({ span }: Mention) => items.some((item) => span[0] >= item.span[0] && span[1] <= item.span[1]);
    const names: Mention[] = readNames(text).map(({ means, span, text: piece, how }) => ({
      ...means,
      span,
      text: piece,
      rule: `${means.kind}:${how}`,
    }));
    const named = names.filter((mention) => !inItem(mention)).map((mention) => asWord(mention, text));
    const taken = createTaken(text.length).take(named);
    const clauses = byNumber
      .filter(({ span }) => taken.free(span))
      .map((clause) => withinAction(clause, [...named, ...byNumber], text, plan));
    taken.take(clauses);
    const years = recogniseYears(text, { period: plan.document.period, now }).filter((year) =>
      taken.free(digitsOf(year)),
    );
    const unknown = unknownUnitMentions(text).filter(({ span }) => taken.free(span));
    taken.take(years).take(unknown);
    const hidden = createTaken(text.length).take(named.filter(({ kind }) => HIDING.includes(kind)));
    const ofUnits = named.some(({ kind }) => kind === 'unit' || kind === 'unit-unclear');
    const cues = cueMentions(text, said).filter(({ rule }) => ofUnits || rule !== 'cue:together');
    const asked = [...cues, ...patternMentions(text)].filter(
      ({ rule, span }) => rule === 'cue:absent' || hidden.free(span),
    );
    taken.take(asked);
    const fillers = fillerMentions(text).filter(({ span }) => taken.free(span));
    const place = placeAtHead(text, places, fillers).filter(({ span }) => taken.free(span));
    const mentions = [...named, ...clauses, ...years, ...unknown, ...asked, ...fillers, ...place].sort(
      (a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1],
    );
    const subject = without(
      text,
      mentions.filter(({ kind }) => NOT_SUBJECT.includes(kind)).map(({ span }) => span),
    )
      .replace(PUNCTUATION, ' ')
      .trim();
    return { text, language, mentions, subject };
  };
};
