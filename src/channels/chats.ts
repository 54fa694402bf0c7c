import { randomUUID } from 'node:crypto';
import type { AccessConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import type { Ask, Refusal } from '../types.ts';
import { createAdmission } from './admission.ts';
import type { Answering } from './answering.ts';
import type { AskedPlans } from './asked-plans.ts';
import type { OpenChannel } from './channel.ts';
import { createDuties } from './duties.ts';
import { createIntake } from './intake/intake.ts';
import type { Line } from './line.ts';
import type { Log } from './log.ts';
import { createDeliveriesFirst } from './own-turn.ts';
import { createSaidLately } from './quoted.ts';
import { createRounds } from './rounds.ts';
import { createSaying, type Saying } from './saying.ts';
import { NO_WATCH, type Watch } from './watch.ts';
import type { AnyOutlet } from './work.ts';
import { createWorker } from './worker.ts';

/** What the chat platforms need from the process. */
export interface ChatsParts {
  readonly lines: readonly Line[];
  readonly store: Store;
  readonly ask: Ask;
  readonly plans: AskedPlans;
  /** Ids of the only plans that are asked in a chat, by the platform's id of the chat. */
  readonly byChat?: ReadonlyMap<string, readonly string[]>;
  /** The address under which others reach the service, without a trailing slash. */
  readonly publicUrl?: string;
  readonly access: AccessConfig;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly watch?: Watch;
  /** Where a language model reads questions that the rules are not sure of. */
  readonly model?: Answering['model'];
  /** Calls back after milliseconds; a timer that lets the process end unless a test says otherwise. */
  readonly later?: (ms: number, then: () => void) => void;
}

/** The chat platforms, joined to one inbox. */
export interface Chats extends Saying {
  readonly channels: readonly OpenChannel[];
  /** Takes up what an earlier process left behind, begins to tidy up, and to look after what other processes leave. */
  readonly start: () => Promise<void>;
  /** Resolves when what is under way is finished; the rest stays in the inbox. */
  readonly stop: () => Promise<void>;
  /** Tries one message of a channel on which sending is stopped at once; false where it is not stopped. */
  readonly again: (channel: string) => Promise<boolean>;
  /** Why sending on a channel is stopped, if it is. */
  readonly stopped: (channel: string) => string | undefined;
  /** Resolves when nothing is left that could be done now. */
  readonly idle: () => Promise<void>;
}

const timer = (ms: number, then: () => void): void => {
  setTimeout(then, ms).unref();
};

const watched = (name: string, outlet: AnyOutlet, watch: Watch): AnyOutlet => ({
  ...outlet,
  send: async (...message) => {
    const sent = await outlet.send(...message);
    watch.sent(name, sent.status);
    return sent;
  },
});

/** Joins the lines to the inbox: every delivery goes through the same intake, every reply through the same worker. */
export const openChats = (parts: ChatsParts): Chats => {
  const { lines, store, ask, plans, access, log, now, watch = NO_WATCH, later = timer } = parts;
  const first = createDeliveriesFirst();
  const answering: Answering = {
    ...{ ask, plans, byChat: parts.byChat ?? new Map(), watch, log },
    ...(parts.publicUrl !== undefined && { publicUrl: parts.publicUrl }),
    ...(parts.model && { model: parts.model }),
    ...{ conversations: store.conversations, replies: store.replies, saidLately: createSaidLately() },
    ownTurn: first.ownTurn,
  };
  const outlets = new Map(lines.map(({ name, outlet }) => [name, watched(name, outlet, watch)]));
  const worker = createWorker({ inbox: store.inbox, shown: store.shown, answering, outlets, log, now, later });
  const duties = createDuties(log, store.shared);
  const admit = createAdmission(access, store.chats.isExternal, now);

  const stopped: Chats['stopped'] = (channel) => {
    const reason = worker.trouble(channel);
    if (reason === undefined) return undefined;
    return lines.find(({ name }) => name === channel)?.explain?.(reason) ?? reason;
  };

  const join = ({ name, title, connect, replyId }: Line): OpenChannel => {
    const newId = (to: unknown): string => replyId?.(to) ?? randomUUID();
    const take = createIntake<unknown>({ channel: name, store, answering, worker, admit, now, newId });
    const refused = (code: Refusal['code']) => watch.delivered(name, code === 'delivery_stale' ? 'stale' : 'refused');
    const connected = connect(async (...delivery) => {
      try {
        const taken = await first.deliver(() => take(...delivery));
        watch.delivered(name, taken.status);
        return taken;
      } catch (error) {
        watch.delivered(name, 'failed');
        throw error;
      }
    }, refused);
    const trouble = () => connected.trouble?.() ?? stopped(name);
    return duties.bound({ ...connected, name, title, status: 'on', trouble });
  };

  const look = async (): Promise<void> => {
    duties.have(await store.look(duties.names()));
    await worker.takeUp();
  };
  const rounds = createRounds({ tidy: store.tidy, look, shared: store.shared, log });
  const saying = createSaying({ lines, outlets, inbox: store.inbox, worker, now });

  return {
    channels: lines.map(join),
    start: rounds.start,
    stop: () => {
      rounds.stop();
      return worker.stop();
    },
    ...saying,
    again: worker.again,
    stopped,
    idle: worker.idle,
  };
};
