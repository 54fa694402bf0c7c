import { createAdmission } from '../../src/channels/admission.ts';
import { onePlan } from '../../src/channels/asked-plans.ts';
import { createIntake } from '../../src/channels/intake/intake.ts';
import type { Taken } from '../../src/channels/intake/taken.ts';
import { createOwnTurn } from '../../src/channels/own-turn.ts';
import { createSaidLately } from '../../src/channels/quoted.ts';
import { NO_WATCH } from '../../src/channels/watch.ts';
import type { Asker, Attempt, Incoming, Outlet, Reply, Sent } from '../../src/channels/work.ts';
import { createWorker, type Worker } from '../../src/channels/worker.ts';
import type { AccessConfig } from '../../src/config.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Ask } from '../../src/types.ts';
import { echoAsk } from './answer.ts';
import { memoryLog } from './memory-log.ts';
import { EMPTY_PLAN } from './plan.ts';

/** Lets everybody in. */
export const OPEN_ACCESS: AccessConfig = { tenants: [], chats: [], people: [], external: false, perMinute: 1000 };

export interface Tried {
  readonly to: string;
  readonly message: string;
  readonly attempt: Attempt;
}

/** A channel without a platform: what it shows, it shows once a key. */
export interface Desk {
  readonly store: Store;
  readonly worker: Worker;
  readonly take: (incoming: Incoming<string>) => Promise<Taken>;
  /** What a chat shows, in order. */
  readonly shown: string[];
  readonly tried: Tried[];
  readonly lines: string[];
  /** How the next tries end; `sent` afterwards. */
  readonly fate: (Sent | Error)[];
  readonly pass: (ms: number) => Promise<void>;
  readonly now: () => number;
}

export interface DeskOptions {
  readonly ask?: Ask;
  readonly access?: Partial<AccessConfig>;
  readonly store?: Store;
  readonly time?: number;
  /** Lines to a page of an answer. */
  readonly perPage?: number;
  readonly parts?: number;
  readonly path?: string;
  readonly holds?: number;
  /** Channels whose platform takes a message and never answers. */
  readonly hung?: readonly string[];
}

const NO_PLAN = EMPTY_PLAN;

const textOf = (reply: Reply): string => {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.text;
    case 'hint':
      return `[${reply.hint}]`;
    case 'line':
      return reply.text;
    case 'list':
      return reply.list.title;
    case 'welcome':
      return reply.welcome.text;
  }
};

/** Timers that run when the test lets time pass. */
const timers = (start: number) => {
  let time = start;
  let waiting: { readonly at: number; readonly then: () => void }[] = [];
  const later = (ms: number, then: () => void) => waiting.push({ at: time + ms, then });
  const pass = (ms: number): void => {
    time += ms;
    const due = waiting.filter(({ at }) => at <= time);
    waiting = waiting.filter(({ at }) => at > time);
    for (const { then } of due) then();
  };
  return { now: () => time, later, pass };
};

export const openDesk = async (options: DeskOptions = {}): Promise<Desk> => {
  const clock = timers(options.time ?? 1_700_000_000_000);
  const { logger, lines } = memoryLog();
  const store = options.store ?? (await openStore({ path: options.path ?? ':memory:', days: 14, now: clock.now }));
  const [shown, tried, fate]: [string[], Tried[], (Sent | Error)[]] = [[], [], []];
  const keys = new Set<string>();
  const { perPage = 1000, parts = 1 } = options;
  const pageOf = (reply: Reply, page: number): string =>
    textOf(reply)
      .split('\n')
      .slice((page - 1) * perPage, page * perPage)
      .join('\n');
  const outlet: Outlet<string, string> = {
    pages: (reply) => Math.ceil(textOf(reply).split('\n').length / perPage),
    render: (reply, page) =>
      parts === 1 ? [pageOf(reply, page)] : Array.from({ length: parts }, (_, at) => `${pageOf(reply, page)} ${at}`),
    plain: (reply, page) => [`plain ${pageOf(reply, page)}`],
    holds: options.holds ?? 3_600_000,
    send: async (to, message, attempt) => {
      tried.push({ to, message, attempt });
      const next = fate.shift() ?? { status: 'sent' };
      if (next instanceof Error) throw next;
      if (next.status === 'sent' && !keys.has(attempt.key)) {
        keys.add(attempt.key);
        shown.push(message);
      }
      return next;
    },
  };
  const answering = {
    ...{
      ask: options.ask ?? echoAsk,
      plans: onePlan({ plan: NO_PLAN, examples: ['例一', '例二'] }),
      byChat: new Map(),
      log: logger,
      watch: NO_WATCH,
    },
    ...{ conversations: store.conversations, replies: store.replies, saidLately: createSaidLately() },
    ownTurn: createOwnTurn(),
  };
  const worker = createWorker({
    ...{ inbox: store.inbox, shown: store.shown, answering, log: logger, now: clock.now, later: clock.later },
    outlets: new Map<string, Outlet<never, unknown>>([
      ['test', outlet as Outlet<never, unknown>],
      ...(options.hung ?? []).map(
        (name) => [name, { ...outlet, send: () => new Promise<never>(() => {}) } as Outlet<never, unknown>] as const,
      ),
    ]),
  });
  let ids = 0;
  const take = createIntake<string>({
    ...{ channel: 'test', store, answering, worker, now: clock.now, newId: () => `reply-${++ids}` },
    admit: createAdmission({ ...OPEN_ACCESS, ...options.access }, store.chats.isExternal, clock.now),
  });
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms);
    await worker.idle();
  };
  return { store, worker, take, shown, tried, lines, fate, pass, now: clock.now };
};

let questions = 0;

/** A question in a group, of a person in it. */
export const questionOf = (
  text: string,
  more: { readonly asker?: Partial<Asker>; readonly id?: string } = {},
): Incoming<string> => ({
  status: 'question',
  text,
  asker: { tenant: 't', chat: 'oc_1', person: 'ou_1', private: false, outside: false, ...more.asker },
  to: more.asker?.chat ?? 'oc_1',
  ids: [more.id ?? `id ${++questions}`],
});
