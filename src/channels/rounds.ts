import type { Log } from './log.ts';

/** What a process does now and then, for as long as it runs. */
export interface Rounds {
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

export interface RoundsParts {
  /** Removes what is old. */
  readonly tidy: () => Promise<void>;
  /** Looks at what other processes do. */
  readonly look: () => Promise<void>;
  /** Whether there may be any. */
  readonly shared: boolean;
  readonly log: Log;
}

/** Milliseconds between two rounds of tidying up. */
const TIDY_EVERY = 10 * 60_000;
/** Milliseconds between two looks at what the other processes do, where there may be any. */
const LOOK_EVERY = 1_000;

/** Opens the rounds; the first are made at the start. */
export const createRounds = ({ tidy, look, shared, log }: RoundsParts): Rounds => {
  let rounds: ReturnType<typeof setInterval> | undefined;
  let looks: ReturnType<typeof setTimeout> | undefined;
  let stopping = false;
  const lookAgain = (): void => {
    looks = setTimeout(async () => {
      await look().catch((err) => log.error({ err }, 'it could not be seen what other processes left'));
      if (!stopping) lookAgain();
    }, LOOK_EVERY);
    looks.unref();
  };

  const tidyUp = (): void => {
    tidy().catch((err) => log.error({ err }, 'old data could not be removed'));
  };

  return {
    start: async () => {
      tidyUp();
      rounds = setInterval(tidyUp, TIDY_EVERY);
      rounds.unref();
      await look();
      if (shared) lookAgain();
    },
    stop: () => {
      stopping = true;
      clearInterval(rounds);
      clearTimeout(looks);
    },
  };
};
