import type { Store } from '../store/store.ts';
import type { Stored } from './incoming.ts';
import type { Line } from './line.ts';
import type { AnyOutlet } from './work.ts';
import type { Worker } from './worker.ts';

/** A chat of a platform. */
export interface Addressee {
  readonly channel: string;
  readonly chat: string;
}

/** What is said in a chat that nobody has asked. */
export interface Saying {
  /** Whether a platform takes messages that nobody asked for. */
  readonly canSay: (channel: string) => boolean;
  /** Hands a line over to be sent to a chat, once for an id; false when it cannot be taken now. */
  readonly say: (to: Addressee, text: string, id: string) => Promise<boolean>;
  /** Sends a line at once, past the inbox: where that may not write. The same key is shown once. False where it was not sent. */
  readonly sayNow: (to: Addressee, text: string, key: string) => Promise<boolean>;
}

export interface SayingParts {
  readonly lines: readonly Line[];
  readonly outlets: ReadonlyMap<string, AnyOutlet>;
  readonly inbox: Store['inbox'];
  readonly worker: Pick<Worker, 'add'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Opens it on the lines of a process. */
export const createSaying = ({ lines, outlets, inbox, worker, now }: SayingParts): Saying => {
  const toChatOf = (channel: string) => lines.find(({ name }) => name === channel)?.toChat;
  const say: Saying['say'] = async ({ channel, chat }, text, id) => {
    const toChat = toChatOf(channel);
    if (!toChat) return false;
    const incoming: Stored = { kind: 'line', text, to: toChat(chat) };
    const taken = await inbox.accept({ channel, lane: chat, ids: [id], incoming, at: now() });
    if (taken.status === 'accepted') worker.add({ id: taken.work, channel, lane: chat });
    return taken.status !== 'full';
  };
  const sayNow: Saying['sayNow'] = async ({ channel, chat }, text, key) => {
    const [toChat, outlet] = [toChatOf(channel), outlets.get(channel)];
    if (!toChat || !outlet) return false;
    for (const message of outlet.plain({ kind: 'line', text }, 1)) {
      const sent = await outlet.send(toChat(chat) as never, message, { key, first: true });
      if (sent.status !== 'sent') return false;
    }
    return true;
  };

  return { canSay: (channel) => toChatOf(channel) !== undefined, say, sayNow };
};
