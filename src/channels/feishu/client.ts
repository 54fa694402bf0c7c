import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import type { FeishuConfig } from '../../config.ts';
import type { Log } from '../log.ts';
import { type Fault, faultOfResult, faultOfThrown } from './faults.ts';
import { nextStep } from './retry.ts';
import { openSdk } from './sdk.ts';

/** How a call ended. */
export type Called<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly fault: Fault };

/** What a reply is: the answer, or the note that the answer was not let through. */
export type Purpose = 'answer' | 'note';

/** The part of the Feishu Open API that the bot uses. */
export interface FeishuApi {
  /** Replies to a message with a text. A message gets one reply of each purpose, however often it is tried. */
  readonly reply: (messageId: string, content: string, purpose: Purpose) => Promise<Called<undefined>>;
  /** The bot's own open_id. */
  readonly ownOpenId: () => Promise<Called<string>>;
}

/** The clock side of the client; tests hand in a faster one. */
export interface Timing {
  /** Milliseconds for one request. */
  readonly timeout: number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly random: () => number;
}

const TIMING: Timing = { timeout: 10_000, sleep: (ms) => sleep(ms), random: Math.random };

/** At most 50 characters (page 回复消息); the same for the same message, also after a restart. */
export const uuidOf = (messageId: string, purpose: Purpose): string =>
  createHash('sha256').update(`${messageId} ${purpose}`).digest('hex').slice(0, 48);

const botSchema = z.object({ bot: z.object({ open_id: z.string().min(1) }) });

type Request = (client: Client) => Promise<unknown>;

const callOnce = async (request: Promise<unknown>): Promise<Called<unknown>> => {
  try {
    const value = await request;
    const fault = faultOfResult(value);
    return fault ? { status: 'failed', fault } : { status: 'done', value };
  } catch (thrown) {
    return { status: 'failed', fault: faultOfThrown(thrown) };
  }
};

/** One client for all calls, replaced when its token turns out to be dead: the SDK itself would keep it for two hours. */
const keepClient = (open: () => Promise<Client>) => {
  let current: Promise<Client> | undefined;
  const get = (): Promise<Client> => {
    current ??= open();
    return current;
  };
  /** Only the client that failed: another call may already have replaced it. */
  const renew = (failed: Promise<Client>): void => {
    if (current === failed) current = undefined;
  };
  return { get, renew };
};

/** Opens the API. The SDK is loaded with the first call. */
export const feishuApi = (config: FeishuConfig, log: Log, timing: Partial<Timing> = {}): FeishuApi => {
  const { timeout, sleep, random } = { ...TIMING, ...timing };
  const clients = keepClient(() => openSdk(config, log, timeout));

  const call = async (request: Request): Promise<Called<unknown>> => {
    let renewed = false;
    for (let made = 1; ; made++) {
      const client = clients.get();
      const called = await callOnce(client.then(request));
      if (called.status === 'done') return called;
      const step = nextStep(called.fault, { made, renewed, random: random() });
      log.debug({ ...called.fault, made, next: step.kind }, 'feishu call failed');
      switch (step.kind) {
        case 'stop':
          return called;
        case 'renew':
          renewed = true;
          clients.renew(client);
          break;
        case 'wait':
          await sleep(step.ms);
      }
    }
  };

  const reply: FeishuApi['reply'] = async (messageId, content, purpose) => {
    const data = { msg_type: 'text', content, uuid: uuidOf(messageId, purpose) };
    const called = await call((client) => client.im.v1.message.reply({ path: { message_id: messageId }, data }));
    return called.status === 'done' ? { status: 'done', value: undefined } : called;
  };

  const ownOpenId = async (): Promise<Called<string>> => {
    const called = await call((client) => client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
    if (called.status === 'failed') return called;
    const read = botSchema.safeParse(called.value);
    return read.success
      ? { status: 'done', value: read.data.bot.open_id }
      : { status: 'failed', fault: { kind: 'other' } };
  };

  return { reply, ownOpenId };
};
