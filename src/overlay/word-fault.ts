import type { Bot } from '../bot.ts';
import type { Corpus } from '../corpus.ts';
import type { Named } from '../read/name-reader.ts';
import { createNormalise } from '../read/normalise.ts';
import { namesOf } from '../read/plan-names.ts';
import type { Token } from '../values.ts';
import type { Means, NewEntry } from './overlay.ts';
import { describe, isSameThing, labelOf } from './things.ts';

export type FaultCode = 'too_short' | 'too_long' | 'control' | 'unknown_target' | 'asking' | 'known' | 'ambiguous';

/** Why a word cannot be taken, and what to do about it. */
export interface WordFault {
  readonly code: FaultCode;
  readonly reason: string;
}

/** Checks one word after another; what was taken before stands in the way of the next. */
export interface WordCheck {
  /** Undefined when the word may be taken. */
  readonly faultOf: (entry: Pick<NewEntry, 'say' | 'means'>) => WordFault | undefined;
  /** From now on the word is a name. */
  readonly take: (entry: Pick<NewEntry, 'say' | 'means'>) => void;
}

/** Characters. */
const [SHORTEST, LONGEST] = [2, 40];
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cf}\u2028\u2029]/u;
/** Names of things, words that a question is about, and marks; all others ask, or say when and where in the plan. */
const NOT_ASKING: readonly Token['kind'][] = [
  ...(['unit', 'units', 'stranger', 'task', 'action', 'indicator', 'term', 'words', 'mark'] as const),
];

/** Known names, and the words by which tasks are only found. */
const takenNames = ({ plan }: Bot, corpus: Corpus): Map<string, Named> => {
  const searched = Object.entries(corpus.words.tasks).flatMap(([task, says]) =>
    says.map((name) => ({ name, means: { kind: 'task', task: Number(task) } as const })),
  );
  const taken = new Map<string, Named>();
  for (const { name, means } of [...namesOf(plan, corpus), ...searched]) {
    const key = name.normalize('NFKC').toLowerCase();
    if (means.kind !== 'words' && !taken.has(key)) taken.set(key, means);
  }
  return taken;
};

const namedBy = ({ kind, target }: Means): Named => {
  switch (kind) {
    case 'unit':
      return { kind, unit: target };
    case 'task':
      return { kind, task: target };
    case 'indicator':
      return { kind, indicator: target, sure: true };
    case 'action':
      return { kind, action: target };
  }
};

/** Words that are only searched for become names when they are given to the same thing. */
const isOnlySearched = (corpus: Corpus, say: string, means: Means): boolean =>
  means.kind === 'task' && (corpus.words.tasks[means.target] ?? []).some((word) => word.toLowerCase() === say);

const lengthFault = (say: string): WordFault | undefined => {
  const length = [...say.trim()].length;
  if (UNSEEN.test(say)) return { code: 'control', reason: '含有控制字符或看不见的字符，请去掉后再存' };
  if (length < SHORTEST) return { code: 'too_short', reason: `太短，至少 ${SHORTEST} 个字，请写完整的叫法` };
  if (length > LONGEST) return { code: 'too_long', reason: `太长，最多 ${LONGEST} 个字，请只写叫法本身` };
  return undefined;
};

/** The check against the plan's own names, in a corpus without any overlay and the bot on it. */
export const createWordCheck = (bot: Bot, corpus: Corpus): (() => WordCheck) => {
  const { plan } = bot;
  const normalise = createNormalise(corpus.variants);
  const own = takenNames(bot, corpus);
  const askings = new Map<string, boolean>();
  const isAsking = (say: string): boolean => {
    const known = askings.get(say);
    if (known !== undefined) return known;
    const { tokens } = bot.read(say);
    const asking = tokens.length > 0 && tokens.every(({ kind }) => !NOT_ASKING.includes(kind));
    askings.set(say, asking);
    return asking;
  };
  return () => {
    const added = new Map<string, Named>();
    const spoken = (say: string): string => normalise(say).text;

    const nameFault = (say: string, means: Means): WordFault | undefined => {
      const before = added.get(say) ?? own.get(say);
      const target = labelOf(plan, means);
      if (target === undefined)
        return { code: 'unknown_target', reason: `所指的“${means.target}”不在计划里，请从列表中选一项` };
      if (!before) return undefined;
      const { label, means: other } = describe(plan, before);
      if (other && isSameThing(other, means))
        return !added.has(say) && isOnlySearched(corpus, say, means)
          ? undefined
          : { code: 'known', reason: `已经是“${target}”的叫法，不必再加` };
      return { code: 'ambiguous', reason: `已经是“${label}”的叫法，不能再指“${target}”，请换一个说法` };
    };

    return {
      faultOf: ({ say, means }) => {
        const short = lengthFault(say);
        if (short) return short;
        const word = spoken(say);
        if ([...word].length < SHORTEST) return lengthFault(word);
        const named = nameFault(word, means);
        if (named) return named;
        return isAsking(word) ? { code: 'asking', reason: '是提问用语，不能当作名称，请换一个说法' } : undefined;
      },
      take: ({ say, means }) => {
        added.set(spoken(say), namedBy(means));
      },
    };
  };
};
