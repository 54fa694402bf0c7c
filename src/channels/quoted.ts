import type { Asked, Replies } from '../store/replies.ts';
import { questionFault } from './question-fault.ts';
import type { Outlet, Quoted } from './work.ts';

/** Answers that were given lately, so that one is known again when its words are quoted. */
export interface SaidLately {
  readonly note: (lane: string, asked: Asked, text: string) => void;
  /** What the answer was given to whose words these are. */
  readonly find: (lane: string, words: string) => Asked | undefined;
}

interface Said {
  readonly lane: string;
  readonly asked: Asked;
  readonly head: string;
}

const MOST_SAID = 1_000;
/** So much of an answer tells it from others; a shorter one says too little. */
const HEAD = 60;
const LEAST = 6;

/** Without the marks that a platform puts around the words, or takes away. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

export const createSaidLately = (): SaidLately => {
  const said: Said[] = [];
  return {
    note: (lane, asked, text) => {
      const head = bare(text).slice(0, HEAD);
      if (head.length >= LEAST) said.push({ lane, asked, head });
      if (said.length > MOST_SAID) said.shift();
    },
    find: (lane, words) => {
      const quoted = bare(words);
      return said.findLast((one) => one.lane === lane && quoted.includes(one.head))?.asked;
    },
  };
};

/** What finding out what is quoted needs. */
export interface QuotedParts {
  readonly replies: Pick<Replies, 'get'>;
  readonly saidLately: SaidLately;
}

/** A text of several lines that is none of our answers is a report, a list, or an answer of long ago. */
const mayBeQuestion = (words: string): boolean => !words.includes('\n') && !questionFault(words);

const askedOf = async (
  quoted: Quoted,
  lane: string,
  { replies, saidLately }: QuotedParts,
): Promise<Asked | undefined> => {
  switch (quoted.kind) {
    case 'reply':
      return (await replies.get(quoted.reply))?.asked;
    case 'words': {
      const { words } = quoted;
      return saidLately.find(lane, words) ?? (mayBeQuestion(words) ? { text: words, history: [] } : undefined);
    }
  }
};

/** A question's place: where it came from, and the chat. */
export interface Place {
  readonly to: unknown;
  readonly lane: string;
}

/**
 * The questions that lead up to what a question quotes, the quoted one last: it is a follow-up to that, whoever asked it.
 * Undefined where nothing is quoted, or what is quoted cannot be known.
 */
export const quotedHistory = async (
  outlet: Outlet<never, unknown>,
  { to, lane }: Place,
  parts: QuotedParts,
): Promise<readonly string[] | undefined> => {
  const quoted = await outlet.quoted?.(to as never, async (reply) => (await parts.replies.get(reply)) !== undefined);
  const asked = quoted && (await askedOf(quoted, lane, parts));
  return asked && [...asked.history, asked.text];
};
