import type { Language, Mention, Plan, Reading } from '../types.ts';
import { type Numbered, recogniseClauses } from './clause-numbers.ts';
import { ABSENT, CUES, FILLERS } from './cues.ts';
import { createNameReader, type Name } from './names.ts';
import type { Normalised } from './normalise.ts';
import { recogniseYears } from './years.ts';

/** What a name of the plan names. */
export type Named =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'unit-unclear'; readonly units: readonly string[] }
  | { readonly kind: 'indicator'; readonly indicator: number }
  | { readonly kind: 'action'; readonly action: number }
  | { readonly kind: 'task'; readonly task: number }
  | { readonly kind: 'word' }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'clause'; readonly clause: string; readonly exists: true };

/** Parts that say what is asked and nothing of the subject. */
const NOT_SUBJECT: readonly Mention['kind'][] = ['intent', 'filler', 'year', 'period', 'clause', 'relative', 'pronoun'];

const UNKNOWN_UNIT =
  /(?:[\u4e00-\u9fff]{2,3}[省市]|[省市])[\u4e00-\u9fff]{1,8}?(?:局|委员会|委|办公室|办|厅|中心|集团|医院|大学)|[\u4e00-\u9fff]{2,8}(?:局|委员会|厅)(?=[负承牵管有在是的为要都被和与跟及、，,？?]|$)/g;
const PRONOUN =
  /它|他们|她|这家|那家|这个单位|该单位|这项任务|该任务|这个任务|上面(?:那|说的)?(?:个|项|条)?|刚才(?:那|说的)?(?:个|项|条)?|\b(?:it|they|them|its|their|that one|this one)\b/g;
const RELATIVE: readonly {
  readonly pattern: RegExp;
  readonly what: 'year' | 'task' | 'action';
  readonly by: number;
}[] = [
  { pattern: /(?:再|往|之)?(?:往|之)?(?:下|后)(?:面)?(?:一|1)?个?行动|下个行动|next action/g, what: 'action', by: 1 },
  { pattern: /(?:上|前)(?:面)?(?:一|1)?个?行动|上个行动|previous action/g, what: 'action', by: -1 },
  {
    pattern: /(?:再往后|往后|再下|下|后|之后)(?:一|1)?年|第二年|次年|next year|the year after|following year/g,
    what: 'year',
    by: 1,
  },
  { pattern: /(?:再往前|往前|前|上|之前)(?:一|1)年|previous year|the year before/g, what: 'year', by: -1 },
  {
    pattern: /(?:再往?)?(?:下|后)(?:面)?(?:一|1)?(?:项|条)(?:任务)?|下个任务|next (?:item|task|measure)/g,
    what: 'task',
    by: 1,
  },
  {
    pattern: /(?:上|前)(?:面)?(?:一|1)?(?:项|条)(?:任务)?|上个任务|previous (?:item|task|measure)/g,
    what: 'task',
    by: -1,
  },
];

const spanOf = (match: RegExpMatchArray): readonly [number, number] => [
  match.index ?? 0,
  (match.index ?? 0) + match[0].length,
];
const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];

/** A year's figures without the 年 behind them, which may begin a name: 2025年保费收入. */
const digitsOf = ({ span: [from, to] }: Mention): readonly [number, number] => [from, Math.max(from + 1, to - 1)];

const cueMentions = (text: string, said: (words: string) => boolean): readonly Mention[] => [
  ...CUES.flatMap(({ intent, pattern }) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0] !== '')
      .map(
        (match): Mention => ({ kind: 'intent', intent, span: spanOf(match), text: match[0], rule: `cue:${intent}` }),
      ),
  ),
  ...ABSENT.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match && !said(match[0])
      ? [{ kind: 'intent', intent: 'absent', span: spanOf(match), text: match[0], rule: 'cue:absent' } as const]
      : [];
  }),
];

const patternMentions = (text: string): readonly Mention[] => [
  ...[...text.matchAll(PRONOUN)].map(
    (match): Mention => ({ kind: 'pronoun', span: spanOf(match), text: match[0], rule: 'pronoun' }),
  ),
  ...RELATIVE.flatMap(({ pattern, what, by }) =>
    [...text.matchAll(pattern)].map(
      (match): Mention => ({
        kind: 'relative',
        what,
        by,
        span: spanOf(match),
        text: match[0],
        rule: `relative:${what}`,
      }),
    ),
  ),
];

const fillerMentions = (text: string): readonly Mention[] =>
  FILLERS.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0] !== '')
      .map((match): Mention => ({ kind: 'filler', span: spanOf(match), text: match[0], rule: 'filler' })),
  );

/** Punctuation, but for the signs inside a name: 6+5+6+1, 4+N, 2.5. */
const PUNCTUATION = /(?<![a-z0-9])[\p{P}\p{S}]+|[\p{P}\p{S}]+(?![a-z0-9])/gu;

/** What is left of a text when some spans are taken out; each leaves a gap, so that no word grows together across it. */
const without = (text: string, spans: readonly (readonly [number, number])[]): string => {
  const chars = [...Array(text.length).keys()].map((at) => text[at] ?? '');
  for (const [from, to] of spans) for (let at = from; at < to; at += 1) chars[at] = ' ';
  return chars.join('').replace(/\s+/g, ' ').trim();
};

export type Recogniser = (normalised: Normalised) => Reading;

/** 成都的金融中心 is about 成都; 跟上海那边互派干部 is not about 上海. */
const placeAtHead = (text: string, places: readonly string[], before: readonly Mention[]): readonly Mention[] => {
  const start = before.reduce((at, { span }) => (span[0] <= at && span[1] > at ? span[1] : at), 0);
  const rest = text.slice(start);
  const place = places.find((name) => rest.startsWith(name));
  if (!place || /^(?:那边|等|、|和|与|交易所|证券)/u.test(rest.slice(place.length))) return [];
  return [{ kind: 'place', place, span: [start, start + place.length], text: place, rule: 'place:head' }];
};

/** What the recogniser knows besides the plan's names. */
export interface Known {
  readonly plan: Plan;
  /** The part that holds the actions: `3`. */
  readonly actionPart: number;
  readonly places: readonly string[];
}

/** Builds the recogniser of a plan's own names, numbers and ways of asking. */
export const createRecogniser = (names: readonly Name<Named>[], { plan, actionPart, places }: Known): Recogniser => {
  const readNames = createNameReader(names);
  const source = plan.clauses.map((clause) => clause.text.replace(/\s+/g, '')).join('\n');
  /** What the plan says in these very words it does say. */
  const said = (words: string) => words.length > 2 && source.includes(words);
  const numbered: Numbered = {
    clauses: new Set(plan.clauses.map(({ id }) => id)),
    actions: plan.actions.length,
    actionPart,
  };
  return ({ text, language }: { text: string; language: Language }) => {
    const named: Mention[] = readNames(text).map(({ means, span, text: piece, how }) => ({
      ...means,
      span,
      text: piece,
      rule: `${means.kind}:${how}`,
    }));
    const free = (span: readonly [number, number]) => !named.some((mention) => overlaps(mention.span, span));
    const unknown = [...text.matchAll(UNKNOWN_UNIT)].filter((match) => free(spanOf(match)));
    const clauses = recogniseClauses(text, numbered).filter(({ span }) => free(span));
    const structure: Mention[] = [
      ...named,
      ...clauses,
      ...recogniseYears(text).filter(
        (year) => ![...named, ...clauses].some(({ span }) => overlaps(span, digitsOf(year))),
      ),
      ...unknown.map(
        (match): Mention => ({ kind: 'unit-unknown', span: spanOf(match), text: match[0], rule: 'unit:unknown' }),
      ),
    ];
    const tasks = named.filter(
      ({ kind }) => kind === 'task' || kind === 'indicator' || kind === 'action' || kind === 'unit',
    );
    const asked = [...cueMentions(text, said), ...patternMentions(text)].filter(
      ({ rule, span }) => rule === 'cue:absent' || !tasks.some((mention) => overlaps(mention.span, span)),
    );
    const fillers = fillerMentions(text).filter(
      ({ span }) => ![...structure, ...asked].some((mention) => overlaps(mention.span, span)),
    );
    const place = placeAtHead(text, places, fillers).filter(({ span }) => free(span));
    const mentions = [...structure, ...asked, ...fillers, ...place].sort(
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
