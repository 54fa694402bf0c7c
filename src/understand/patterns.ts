import type { Mention } from '../types.ts';
import { ABSENT, CUES, FILLERS } from './cues.ts';

/** A character that a unit's name does not have: it belongs to the question. */
const OF_A_NAME = '(?:(?![哪谁什几个是归由该把和与跟])[\\u4e00-\\u9fff])';
/** 市统计局, 陕西省水利厅: units that the registry does not know. */
const UNKNOWN_UNIT = new RegExp(
  `(?:${OF_A_NAME}{2,3}[省市]|[省市])${OF_A_NAME}{1,8}?(?:局|委员会|委|办公室|办|厅|中心|集团|医院|大学)|${OF_A_NAME}{2,8}(?:局|委员会|厅)(?=[负承牵管有在是的为要都被和与跟及支配参、，,？?]|$)`,
  'g',
);
const PRONOUN =
  /^(?:那|那么)?(?:其中|里面|当中|这些|在这些)|它|他们|她|这家|那家|这个单位|该单位|这项任务|该任务|这个任务|上面(?:那|说的)?(?:个|项|条)?|刚才(?:那|说的)?(?:个|项|条)?|\b(?:it|they|them|its|their|that one|this one)\b/g;
const RELATIVE: readonly {
  readonly pattern: RegExp;
  readonly what: 'year' | 'task' | 'action';
  readonly by: number;
}[] = [
  { pattern: /(?:再|往|之)?(?:往|之)?(?:下|后)(?:面)?(?:一|1)?个?行动|下个行动|next action/g, what: 'action', by: 1 },
  { pattern: /(?:上|前)(?:面)?(?:一|1)?个?行动|上个行动|previous action/g, what: 'action', by: -1 },
  {
    pattern: /(?:再往后|往后|再下|下|后|之后)(?:一|1)?年|次年|next year|the year after|following year/g,
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
/** Words that say what is asked; what the plan says in the very words of an `absent` row, it does say. */
export const cueMentions = (text: string, said: (words: string) => boolean): readonly Mention[] => [
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

/** Words that lean on an earlier question: 它, 下一项, 再往后一年. */
export const patternMentions = (text: string): readonly Mention[] => [
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

/** Words that carry no subject. */
export const fillerMentions = (text: string): readonly Mention[] =>
  FILLERS.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0] !== '')
      .map((match): Mention => ({ kind: 'filler', span: spanOf(match), text: match[0], rule: 'filler' })),
  );

/** 成都的金融中心 is about 成都; 跟上海那边互派干部 is not about 上海. */
export const placeAtHead = (
  text: string,
  places: readonly string[],
  before: readonly Mention[],
): readonly Mention[] => {
  const blank = (at: number) => at + (/^[\s\p{P}\p{S}]*/u.exec(text.slice(at))?.[0].length ?? 0);
  const start = before.reduce((at, { span }) => (span[0] <= at && span[1] > at ? blank(span[1]) : at), blank(0));
  const rest = text.slice(start);
  const place = places.find((name) => rest.startsWith(name));
  if (!place || /^(?:那边|等|、|和|与|交易所|证券)/u.test(rest.slice(place.length))) return [];
  return [{ kind: 'place', place, span: [start, start + place.length], text: place, rule: 'place:head' }];
};

/** Units that the registry does not know. */
export const unknownUnitMentions = (text: string): readonly Mention[] =>
  [...text.matchAll(UNKNOWN_UNIT)].map(
    (match): Mention => ({ kind: 'unit-unknown', span: spanOf(match), text: match[0], rule: 'unit:unknown' }),
  );
