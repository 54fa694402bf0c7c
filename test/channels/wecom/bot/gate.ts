import type { Line } from '../../../../src/channels/line.ts';

/** Answering that is as slow as a test wants: what is sent waits until the gate is open. */
export interface Gate {
  readonly shut: () => void;
  readonly open: () => void;
  /** How many messages have come to the gate. */
  readonly reached: () => number;
  /** The line with the gate before what it sends. */
  readonly before: (line: Line) => Line;
}

/** A gate that is open. */
export const createGate = (): Gate => {
  let [reached, open] = [0, () => {}];
  let waiting = Promise.resolve();
  return {
    shut: () => {
      waiting = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    reached: () => reached,
    before: (line) => ({
      ...line,
      outlet: {
        ...line.outlet,
        send: async (...message) => {
          reached += 1;
          await waiting;
          return line.outlet.send(...message);
        },
      },
    }),
  };
};
