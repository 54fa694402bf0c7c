import type { Also } from '../store/inbox.ts';
import type { Answer } from '../types.ts';
import type { Sent, Verdict } from './work.ts';

/** A question was answered. */
export interface AnsweredQuestion {
  /** `feishu`, `wecom-bot`, `api` … */
  readonly channel: string;
  readonly chat: 'group' | 'private' | 'page' | 'api';
  readonly question: string;
  readonly answer: Answer;
  /** Milliseconds that the answer took. */
  readonly ms: number;
  /** The piece of work, where there is one. */
  readonly work?: number;
}

/** A reader judged an answer. */
export interface JudgedAnswer {
  readonly channel: string;
  readonly chat: 'group' | 'private';
  readonly reply: string;
  /** Channel, organisation and person; kept by nobody as it stands. */
  readonly reader: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  /** The thing of the plan that the reader had in mind: `task:21`. */
  readonly meant?: string;
  readonly question: string;
  readonly answer: Answer;
}

/** Whoever counts and records what happens; nothing of it changes what happens. */
export interface Watch {
  /** What is to be written down together with the answer, if anything. */
  readonly answered: (event: AnsweredQuestion) => Also | undefined;
  /** Resolves when it is written down, or cannot be. */
  readonly judged: (event: JudgedAnswer) => Promise<void>;
  /** How a delivery was acknowledged: the status of what was taken. */
  readonly delivered: (channel: string, outcome: string) => void;
  /** How one try of sending ended. */
  readonly sent: (channel: string, outcome: Sent['status']) => void;
}

/** Nobody watches. */
export const NO_WATCH: Watch = {
  answered: () => undefined,
  judged: async () => {},
  delivered: () => {},
  sent: () => {},
};
