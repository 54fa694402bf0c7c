import type { ErrorCode } from '../errors.ts';
import type { Answer } from '../types.ts';
import type { WorklistFilter, WorklistFormat } from '../worklists/worklist.ts';
import type { Chart } from './chart.ts';
import type { Reason } from './reasons.ts';

/** Who asks, and where. Names are never part of it, only the platform's ids. */
export interface Asker {
  /** The organisation: Feishu's tenant_key, WeCom's corp id; empty where the platform does not tell. */
  readonly tenant: string;
  readonly chat: string;
  readonly person: string;
  /** A private chat with the bot, not a group. */
  readonly private: boolean;
  /** The person belongs to another organisation than the bot's. */
  readonly outside: boolean;
}

/** Why somebody gets a line in place of an answer. */
export type Hint =
  | 'only_text'
  | Extract<ErrorCode, 'question_empty' | 'question_too_long'>
  | 'too_many' // more questions in a minute than one person may ask
  | 'not_allowed' // the person, the chat or the organisation is not on the list
  | 'external_chat' // a group with outside people
  | 'outsider' // a person of another organisation, in private
  | 'expired' // a button whose answer is no longer kept
  | 'no_page' // a page that the last answer does not have
  | 'blocked' // the platform's content rules
  | 'failed'; // a bug on our side

/** What a click on one of the bot's own buttons asks for. `reply` is the id of an answer that is kept; nothing in it is trusted. */
export type Click = { readonly reply: string } & (
  | { readonly kind: 'choice'; readonly at: number }
  | { readonly kind: 'suggestion'; readonly at: number }
  | { readonly kind: 'page'; readonly page: number }
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly reason?: Reason;
      /** Which of the things that are offered was meant. */
      readonly meant?: number;
    }
);

export type Verdict = 'useful' | 'wrong';

/**
 * What a verified delivery turned out to be, whatever the platform. `ids` are those by which the platform may deliver the
 * same thing again; `To` is where the reply goes, plain JSON of the channel.
 */
export type Incoming<To> =
  | { readonly status: 'question'; readonly text: string; readonly asker: Asker; readonly to: To; readonly ids: Ids }
  | { readonly status: 'hint'; readonly hint: Hint; readonly asker: Asker; readonly to: To; readonly ids: Ids }
  | { readonly status: 'welcome'; readonly asker: Asker; readonly to: To; readonly ids: Ids }
  | { readonly status: 'click'; readonly click: Click; readonly asker: Asker; readonly to: To; readonly ids: Ids }
  /** The asker took the question back: `id` is among the ids of the question. */
  | { readonly status: 'recalled'; readonly id: string }
  /** The bot is now in a group with outside people, or in one without. */
  | { readonly status: 'chat'; readonly chat: string; readonly external: boolean; readonly next?: Incoming<To> }
  | { readonly status: 'ignored'; readonly reason: string }
  /** What it is cannot be told yet; the platform shall deliver it again. */
  | { readonly status: 'unready' };

export type Ids = readonly [string, ...string[]];

/** What the bot says to a piece of work; the channel lays it out and adds nothing to it. */
/** An answer; `pages` is the address of its plan's pages, where others reach them. */
export interface AnswerReply {
  readonly kind: 'answer';
  readonly id: string;
  readonly answer: Answer;
  readonly charts: readonly Chart[];
  readonly pages?: string;
}

export type Reply =
  | AnswerReply
  | { readonly kind: 'hint'; readonly hint: Hint }
  /** What is the matter with a request for a list; may hold the asker's own words. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'list'; readonly list: ListOffer }
  | { readonly kind: 'welcome'; readonly id: string; readonly welcome: Welcome };

/** A work list that was asked for: made when it is sent, the same however often. */
export interface ListOffer {
  /** 市财政局2021年任务清单 */
  readonly title: string;
  /** What is in it: 责任9项，支持0项. */
  readonly contents: string;
  readonly request: ListRequest;
  /** Where it can be downloaded, if the service has an address that others reach. */
  readonly url?: string;
}

/** From which a work list is made. `at` in milliseconds since the epoch, the day on its cover. */
export interface ListRequest {
  /** The id of the plan, where there are several. */
  readonly plan?: string;
  readonly filter: WorklistFilter;
  readonly format: WorklistFormat;
  readonly at: number;
}

/** The line with which the bot introduces itself, and what may be asked. */
export interface Welcome {
  readonly text: string;
  readonly examples: readonly string[];
}

/** What a question quotes. */
export type Quoted =
  /** A question that the bot was asked, or its answer; by the id of the answer. */
  { readonly kind: 'reply'; readonly reply: string } | { readonly kind: 'words'; readonly words: string };

/** How sending one message ended. */
export type Sent =
  | { readonly status: 'sent' }
  /** Nobody is left to read it: recalled, dissolved, removed. Final. */
  | { readonly status: 'dropped'; readonly reason: string }
  /** The platform does not take this message as it stands; the plain form may pass. */
  | { readonly status: 'refused'; readonly reason: string }
  /** The platform's content rules do not let it through, in any form. */
  | { readonly status: 'blocked'; readonly reason: string }
  /** May succeed later; `after` milliseconds when the platform says so. `unreached`: nothing of it has reached the platform. */
  | { readonly status: 'later'; readonly reason: string; readonly after?: number; readonly unreached?: true }
  /** No message of this bot will pass until somebody acts: quota, credentials. `unreached` as above. */
  | { readonly status: 'halted'; readonly reason: string; readonly unreached?: true }
  /** No message to this chat will pass until somebody acts; others may. */
  | { readonly status: 'shut'; readonly reason: string; readonly unreached?: true };

/** One try of sending a message. */
export interface Attempt {
  /** The same whenever the same message is tried again; at most 50 characters. */
  readonly key: string;
  /** Certainly the first: no earlier one can have reached the platform. */
  readonly first: boolean;
}

/** The outgoing side of a channel. `Message` is plain JSON, since it is kept until it is sent. */
export interface Outlet<To, Message> {
  /** Into how many pages the reply is laid out. Pure. */
  readonly pages: (reply: Reply) => number;
  /** A page of the reply as messages, in order; at least one. Pure. `page` counts from 1. */
  readonly render: (reply: Reply, page: number) => readonly Message[];
  /** The same without anything that a platform could refuse: plain text. Pure. */
  readonly plain: (reply: Reply, page: number) => readonly Message[];
  readonly send: (to: To, message: Message, attempt: Attempt) => Promise<Sent>;
  /**
   * The same message for the `nth` time within an hour, told apart from the times before: where the platform knows a message
   * by its content, it would keep it back. Pure.
   */
  readonly again?: (message: Message, nth: number) => Message;
  /**
   * What the question that came from there quotes, if anything; waits for the platform no longer than for a message.
   * `isKept` tells whether an answer of that id is kept.
   */
  readonly quoted?: (to: To, isKept: (reply: string) => Promise<boolean>) => Promise<Quoted | undefined>;
  /** Milliseconds for which the platform, or the channel's own record, knows a message by its key. */
  readonly holds: number;
}

/** A channel's outgoing side, its types forgotten: what is sent was rendered by the same channel. */
export type AnyOutlet = Outlet<never, unknown>;
