import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { BotSocketHandlers, BotSocketTiming, SocketState } from '../../../../src/channels/wecom/bot/kept-link.ts';
import type { BotSocketConfig } from '../../../../src/channels/wecom/bot/link.ts';
import { type BotSocket, botSocket } from '../../../../src/channels/wecom/bot/socket.ts';
import { type FakeAibot, fakeAibot } from '../../../fakes/aibot.ts';
import { AIBOT } from '../../../fakes/aibot-peer.ts';
import { memoryLog } from '../../../fakes/memory-log.ts';
import { until } from '../../../fakes/until.ts';

/** What the bot was told, as its handlers saw it. */
export interface Told {
  readonly taken: { readonly body: unknown; readonly reqId: string }[];
  readonly states: SocketState[];
  replaced: number;
  readonly lines: string[];
}

/** The bot on the fake platform, with a clock that the tests move. */
export interface Stage {
  fake: FakeAibot;
  /** Milliseconds since the epoch. */
  clock: number;
  /** Every wait that was asked for. */
  waits: number[];
  /** The waits of minutes that have not passed. */
  due: (() => void)[];
  told: Told;
  opened: BotSocket[];
}

const newTold = (lines: string[] = []): Told => ({ taken: [], states: [], replaced: 0, lines });

/** Short waits pass at once, and the clock with them; those of minutes last until `wake`. */
const sleepOn =
  (stage: Stage) =>
  (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const abort = (): void => reject(new Error('aborted'));
      const pass = (): void => {
        signal?.removeEventListener('abort', abort);
        stage.clock += ms;
        resolve();
      };
      stage.waits.push(ms);
      signal?.addEventListener('abort', abort);
      if (ms < 100_000) setImmediate(pass);
      else stage.due.push(pass);
    });

/** Handlers that note what they are told. */
const noting = (told: Told): BotSocketHandlers => ({
  onBody: async (body: unknown, reqId: string) => {
    told.taken.push({ body, reqId });
    if (JSON.stringify(body).includes('boom')) throw new Error('a bug of ours');
  },
  onReplaced: () => {
    told.replaced++;
  },
  onState: (state: SocketState) => told.states.push(state),
});

/** Lets the SDK's five seconds for an answer pass, each time that a frame has come to the platform. */
const hurried = async <T>(
  framesOf: (cmd: string) => readonly unknown[],
  { cmd, times }: { readonly cmd: string; readonly times: number },
  sending: () => Promise<T>,
): Promise<T> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const before = framesOf(cmd).length;
    const result = sending();
    for (let n = 1; n <= times; n++) {
      while (framesOf(cmd).length < before + n) await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(5000);
    }
    return await result;
  } finally {
    vi.useRealTimers();
  }
};

/** Sets up a fake platform before each test and closes everything after it. */
export const onStage = () => {
  const stage = {} as Stage;
  beforeAll(() => import('@wecom/aibot-node-sdk'));
  beforeEach(async () => {
    const clock = Date.UTC(2026, 0, 1);
    Object.assign(stage, { clock, waits: [], due: [], told: newTold(), opened: [] });
    stage.fake = await fakeAibot(() => stage.clock);
  });
  afterEach(async () => {
    await Promise.all(stage.opened.map((socket) => socket.stop()));
    await stage.fake.close();
  });

  const sleep = sleepOn(stage);
  const wake = (): void => {
    for (const pass of stage.due.splice(0)) pass();
  };

  const open = (config: Partial<BotSocketConfig> = {}, timing: Partial<BotSocketTiming> = {}): BotSocket => {
    const log = memoryLog();
    const told = newTold(log.lines);
    stage.told = told;
    const faster = { timeout: 5000, heartbeat: 30_000, now: () => stage.clock, sleep, random: () => 0, ...timing };
    const socket = botSocket({ ...AIBOT, url: stage.fake.url, ...config }, noting(told), {
      log: log.logger,
      timing: faster,
    });
    stage.opened.push(socket);
    return socket;
  };

  const live = async (socket = open()): Promise<BotSocket> => {
    socket.start();
    await until('the bot is connected', () => socket.state() === 'live');
    return socket;
  };

  const delivered = async (deliver: () => string): Promise<string> => {
    const before = stage.told.taken.length;
    const reqId = deliver();
    await until('the bot has heard', () => stage.told.taken.length > before);
    return reqId;
  };

  /** Says something to the bot and waits until it has heard. */
  const heard = (said: Parameters<FakeAibot['say']>[0] = {}): Promise<string> => delivered(() => stage.fake.say(said));

  const happened = (eventtype: string, fields = {}): Promise<string> =>
    delivered(() => stage.fake.happen(eventtype, fields));

  const framesOf = (cmd: string) => stage.fake.frames.filter((frame) => frame.cmd === cmd);

  const withoutWaiting = <T>(cmd: string, times: number, sending: () => Promise<T>): Promise<T> =>
    hurried(framesOf, { cmd, times }, sending);

  return { stage, open, live, wake, heard, happened, framesOf, withoutWaiting };
};

/** A card that the platform takes. */
export const CARD = {
  card_type: 'button_interaction',
  main_title: { title: '回答有用吗' },
  button_list: [{ text: '有用', style: 1, key: 'useful' }],
  task_id: 'wenji-1',
};
