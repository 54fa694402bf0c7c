import type { Mention } from '../types.ts';

type Span = readonly [from: number, to: number];

/** Which characters of a text are spoken for. Asking and taking cost the length of the span, never the number of others. */
export interface Taken {
  readonly free: (span: Span) => boolean;
  readonly take: (mentions: readonly Mention[]) => Taken;
}

export const createTaken = (length: number): Taken => {
  const marks = new Uint8Array(length);
  const taken: Taken = {
    free: ([from, to]) => {
      for (let at = from; at < to; at += 1) if (marks[at] === 1) return false;
      return true;
    },
    take: (mentions) => {
      for (const { span } of mentions) marks.fill(1, span[0], span[1]);
      return taken;
    },
  };
  return taken;
};
