import type { Asked } from '../deliver/http.ts';

/** What came of one delivery. */
export interface Turn {
  /** How the address answered. */
  readonly acknowledged: Asked;
  /** The line that fades away after a click. */
  readonly toast?: string;
  /** What would be sent, as the platform would get it. */
  readonly messages: readonly object[];
}

/** A conversation with the bot, over HTTP as the platform has it. */
export interface Talk {
  readonly say: (text: string) => Promise<Turn>;
  /** Presses a button of the last card, from 1; undefined when there is no such button. */
  readonly press: (nth: number) => Promise<Turn | undefined>;
  /** A message as lines on a phone. */
  readonly show: (message: object) => readonly string[];
  readonly close: () => Promise<void>;
}

/** Who talks, and where. */
export interface Who {
  readonly tenant: string;
  readonly chat: string;
  readonly person: string;
  readonly private: boolean;
}
