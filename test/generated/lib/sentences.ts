import { wholeInChinese } from './chinese.ts';
import type { Condition, Oracle } from './oracle.ts';
import type { Random } from './random.ts';
import type { Spec } from './specs.ts';
import { ACTIONS, AFTER, BEFORE, CONDITIONS, FRAMES, JOINERS, type Polarity, TOGETHER, YEARS } from './wordings.ts';

/** A sentence and the wordings that it was composed of. */
export interface Sentence {
  readonly text: string;
  readonly wordings: readonly string[];
}

const SLOT = /\{([^}]+)\}/g;
/** One in so many units goes by another of its names. */
const OTHER_NAME = 4;
/** One in so many pairs of units in the same role is said together. */
const APART = 3;

/** Returns a wording with its slots filled; an unknown slot is a fault of the table. */
const fill = (wording: string, slots: Readonly<Record<string, string>>): string =>
  wording.replace(SLOT, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`nothing for {${slot}} in ${wording}`);
    return value;
  });

const slotsOf = (wording: string): ReadonlySet<string> =>
  new Set([...wording.matchAll(SLOT)].map(([, slot = '']) => slot));

const polarity = ({ negated }: Condition): Polarity => (negated ? '-' : '+');

/** 责任单位里有甲、乙配合 would be read as two names. */
const endsInName = ({ wordings }: Sentence): boolean => wordings.some((wording) => wording.endsWith('{u}'));

/** Whether a frame says everything of a question and nothing else. */
const fits = (frame: string, { conditions: [, second], action, year }: Spec): boolean => {
  const has = slotsOf(frame);
  const hasAction = has.has('YA') || has.has('A') || has.has('T');
  const hasYear = has.has('YA') || has.has('Y');
  if ((action !== undefined && !hasAction) || (year !== undefined && !hasYear)) return false;
  if (has.has('T') && action === undefined) return false;
  if (has.has('Y') && year === undefined) return false;
  if (has.has('n')) return second?.negated === true;
  return !has.has('b') || second !== undefined;
};

/** Composes sentences for questions: the same random source gives the same sentences. */
export const createSentences = (oracle: Oracle, random: Random) => {
  const nameOf = (unit: string): string => {
    const names = oracle.namesOf(unit);
    return random.once(OTHER_NAME) ? random.pick(names) : unit;
  };

  const conditionOf = (condition: Condition, also: string): Sentence => {
    const wording = random.pick(CONDITIONS[condition.role][polarity(condition)]);
    return { text: fill(wording, { u: nameOf(condition.unit), 也: also }), wordings: [wording] };
  };

  const pairOf = (one: Condition, two: Condition): Sentence => {
    const signs = `${polarity(one)}${polarity(two)}` as const;
    if (one.role === two.role && !random.once(APART)) {
      const wording = random.pick(TOGETHER[one.role][signs]);
      return { text: fill(wording, { u: nameOf(one.unit), v: nameOf(two.unit) }), wordings: [wording] };
    }
    const a = conditionOf(one, '');
    const joiner = random.pick(JOINERS[signs].filter((wording) => !(endsInName(a) && wording.startsWith('{a}、'))));
    const also = one.role === two.role || random.once(2) ? '也' : '';
    const b = conditionOf(two, slotsOf(joiner).has('b+') ? also : '');
    return {
      text: fill(joiner, { a: a.text, b: b.text, 'b+': b.text }),
      wordings: [joiner, ...a.wordings, ...b.wordings],
    };
  };

  const placeOf = ({ action, year }: Spec) => {
    const title = oracle.plan.actions.find(({ number }) => number === action)?.title ?? '';
    const ordinal = wholeInChinese(action ?? 0);
    const Y = year === undefined ? '' : fill(random.pick(YEARS), { year: String(year), short: String(year).slice(2) });
    const A = action === undefined ? '' : fill(random.pick(ACTIONS), { title, ordinal });
    return { Y, A, T: title, YA: A !== '' && Y !== '' && random.once(3) ? A + Y : Y + A };
  };

  const sentenceOf = (spec: Spec, frame: string): Sentence => {
    const [one, two] = spec.conditions;
    const has = slotsOf(frame);
    const also = two && one.negated === two.negated ? '也' : '';
    const parts = has.has('C')
      ? { C: two ? pairOf(one, two) : conditionOf(one, '') }
      : {
          a: conditionOf(one, ''),
          ...(two && {
            b: conditionOf(two, also),
            n: conditionOf({ ...two, negated: false }, random.once(2) ? '也' : ''),
          }),
        };
    const texts = Object.fromEntries(Object.entries(parts).map(([slot, { text }]) => [slot, text]));
    const before = frame.startsWith('{') ? random.pick(BEFORE) : '';
    const text = before + fill(frame, { ...placeOf(spec), ...texts }) + random.pick(AFTER);
    const used = Object.entries(parts).filter(([slot]) => has.has(slot));
    return { text, wordings: [frame, ...used.flatMap(([, { wordings }]) => wordings)] };
  };

  /** Returns `count` sentences for one question, each in another frame as long as there are frames. */
  return (spec: Spec, count: number): readonly Sentence[] => {
    const frames = random.shuffled(FRAMES[spec.shape].filter((frame) => fits(frame, spec)));
    return Array.from({ length: count }, (_, at) => sentenceOf(spec, frames[at % frames.length] ?? ''));
  };
};
