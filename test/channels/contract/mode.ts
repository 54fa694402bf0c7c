import type { Line } from '../../../src/channels/line.ts';
import type { House, LineParts } from './house.ts';
import type { Time } from './time.ts';

/** What somebody says to the bot. */
export interface Said {
  readonly text: string;
  readonly person?: string;
  /** The group, where the mode has groups; a private chat without. */
  readonly group?: string;
  /** The platform's id of the message; a fresh one without. */
  readonly id?: string;
  /** The message that is quoted: a reply by its place among those shown, or what a person wrote. */
  readonly quotes?: { readonly shown: number } | { readonly id: string; readonly text: string };
  /** Somebody of another organisation. */
  readonly outside?: boolean;
}

/** A message that a chat shows. */
export interface Shown {
  readonly chat: string;
  /** As a reader reads it. */
  readonly words: string;
  /** Markup of the words that takes effect, the bot's own aside. */
  readonly live: readonly string[];
}

/** A request as a platform, or somebody in its place, sends it. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly payload?: string;
}

/** A delivery that must be refused. */
export interface Spoiled {
  readonly request: Request;
  readonly status: number;
  readonly code: string;
}

/** The address of a mode that has one. */
export interface Webhook {
  readonly path: string;
  readonly challenge: () => { readonly request: Request; readonly answer: string; readonly type: RegExp };
  readonly forgedChallenge: () => Request;
  /** By the name of what is wrong with it. */
  readonly spoiled: (said: Said) => Readonly<Record<string, Spoiled>>;
}

/** A platform on this machine, in one of its modes, as strict as the real one is known to be. */
export interface Platform {
  readonly line: (parts: LineParts) => Line;
  /**
   * Delivers a message, once. True when the platform has been told that it is taken; false when it was told to deliver it
   * again.
   */
  readonly deliver: (house: House, said: Said) => Promise<boolean>;
  /** What the platform does by itself until it has its replies: it asks for them. */
  readonly ask?: (house: House) => Promise<void>;
  /** Resolves when the bot is connected. */
  readonly connected?: () => Promise<void>;
  readonly shown: () => readonly Shown[];
  /** The asker takes the message back. */
  readonly recall?: (house: House, id: string) => Promise<void>;
  /** Messages that are not for the bot. */
  readonly unaddressed?: (house: House) => Promise<readonly boolean[]>;
  readonly webhook?: Webhook;
  readonly close: () => Promise<void>;
}

/** A channel in one of the ways in which it is connected. */
export interface Mode {
  readonly name: string;
  /** Groups, and people of other organisations. */
  readonly groups: boolean;
  /** What is not taken is not delivered again: the asker is told. */
  readonly lossy?: boolean;
  /** The platform also brings what is not for the bot, and tells of messages that are taken back. */
  readonly own?: boolean;
  /** Messages can quote others. */
  readonly quotes?: boolean;
  /** It has an address; the names of the deliveries that must be refused there. */
  readonly address?: { readonly spoiled: readonly string[] };
  /** Milliseconds for which the platform may deliver a message again. */
  readonly again: number;
  readonly open: (time: Time) => Promise<Platform>;
}

/** Seconds since the epoch, as the platforms sign. */
export const secondsOf = (time: Time): string => String(Math.floor(time.now() / 1000));
