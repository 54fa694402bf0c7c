import type { Client } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { createPace } from '../pace.ts';
import { TIMING, type Timing } from '../timing.ts';
import type { Sent } from '../work.ts';
import { type BotInfo, type Credentials, credentialsOf, readBotInfo } from './credentials.ts';
import { type Fault, faultOfResult, faultOfThrown } from './faults.ts';
import type { FeishuMessage } from './render.ts';
import { chatOf, type Request, requestOf } from './request.ts';
import { nextStep } from './retry.ts';
import { type FeishuAccess, openSdk } from './sdk.ts';
import { reportFault } from './sent.ts';
import type { FeishuTo } from './to.ts';

/** How a call ended. */
export type Called<T> =
  | { readonly status: 'done'; readonly value: T }
  /** `unsure`: what became of one of the tries cannot be told. */
  | { readonly status: 'failed'; readonly fault: Fault; readonly unsure?: boolean };

/** The part of the Feishu Open API that the bot uses. */
export interface FeishuApi {
  /**
   * Sends one message, at most five a second to one chat. Tries again at once where that is likely to help.
   *
   * @param key at most 50 characters; within an hour the platform shows messages with the same key once
   */
  readonly send: (to: FeishuTo, message: FeishuMessage, key: string) => Promise<Sent>;
  /** Uploads a file (page 上传文件); gives the key by which a message of the type `file` shows it. */
  readonly upload: (name: string, bytes: Buffer) => Promise<Called<string>>;
  /** A message as the platform has it (page 获取指定消息的内容); tried once, since an answer waits for it. */
  readonly read: (message: string) => Promise<Called<unknown>>;
  /** The message that a message of ours, sent a while ago, is a reply to. */
  readonly answers: (sent: string) => string | undefined;
  /** The bot's own open_id. */
  readonly ownOpenId: () => Promise<Called<string>>;
  /** Whether the app can do what the bot needs, and what is in the way: for an administrator. */
  readonly checkCredentials: () => Promise<Credentials>;
}

/** Page 接口频控策略: five a second to one group, shared by all bots in it, and to one person. */
const PER_SECOND = 5;
/** So many replies are remembered with what they answer. */
const MOST_REPLIED = 2_000;

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

const sentSchema = z.object({ data: z.object({ message_id: z.string() }) });

/** What the messages of ours that were sent lately are replies to. */
const createReplied = () => {
  const replied = new Map<string, string>();
  const note = (value: unknown, to: FeishuTo): void => {
    const sent = sentSchema.safeParse(value);
    if (!sent.success || to.kind !== 'message') return;
    replied.set(sent.data.data.message_id, to.message);
    const [oldest] = replied.keys();
    if (replied.size > MOST_REPLIED && oldest !== undefined) replied.delete(oldest);
  };
  return { note, of: (sent: string): string | undefined => replied.get(sent) };
};

const fileSchema = z.object({ key: z.string() });

const botInfo: Request = (client) => client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });

/** Returns what calls the API, again where that may help. */
const createCall =
  (clients: ReturnType<typeof keepClient>, log: Log, { sleep, random }: Pick<Timing, 'sleep' | 'random'>) =>
  async (request: Request): Promise<Called<unknown>> => {
    let renewed = false;
    let unsure = false;
    for (let made = 1; ; made++) {
      const client = clients.get();
      const called = await callOnce(client.then(request));
      if (called.status === 'done') return called;
      const step = nextStep(called.fault, { made, renewed, random: random() });
      log.debug({ ...called.fault, made, next: step.kind }, 'feishu call failed');
      unsure ||= called.fault.kind === 'network' || called.fault.kind === 'server';
      switch (step.kind) {
        case 'stop':
          return { ...called, unsure };
        case 'renew':
          renewed = true;
          clients.renew(client);
          break;
        case 'wait':
          await sleep(step.ms);
      }
    }
  };

/** Opens the API. The SDK is loaded with the first call. */
export const feishuApi = (config: FeishuAccess, log: Log, given: Partial<Timing> = {}): FeishuApi => {
  const { timeout, now, sleep, random } = { ...TIMING, ...given };
  const clients = keepClient(() => openSdk(config, log, timeout));
  const pace = createPace({ perSecond: PER_SECOND, now, sleep });
  const replied = createReplied();
  const call = createCall(clients, log, { sleep, random });

  const post = (to: FeishuTo, message: FeishuMessage, key: string): Promise<Called<unknown>> => {
    const request = requestOf(to, message, key);
    return call(async (client) => {
      await pace(chatOf(to));
      return request(client);
    });
  };

  const send: FeishuApi['send'] = async (to, message, key) => {
    const called = await post(to, message, key);
    if (called.status === 'done') {
      replied.note(called.value, to);
      return { status: 'sent' };
    }
    if (called.fault.kind === 'thread' && to.kind === 'message' && to.thread)
      return send({ ...to, thread: false }, message, key);
    return reportFault(called.fault, called.unsure === true, log);
  };

  const upload: FeishuApi['upload'] = async (name, bytes) => {
    const called = await call(async (client) => {
      const data = { file_type: 'stream', file_name: name, file: bytes } as const;
      // The SDK hands back the data alone, and nothing at all for a failure that came with HTTP 200.
      const uploaded = await client.im.v1.file.create({ data });
      return { code: uploaded?.file_key ? 0 : undefined, key: uploaded?.file_key };
    });
    if (called.status === 'failed') return called;
    return { status: 'done', value: fileSchema.parse(called.value).key };
  };

  const read: FeishuApi['read'] = (message) =>
    callOnce(
      clients.get().then((client) => client.request({ method: 'GET', url: `/open-apis/im/v1/messages/${message}` })),
    );

  const info = async (): Promise<Called<BotInfo>> => {
    const called = await call(botInfo);
    if (called.status === 'failed') return called;
    const bot = readBotInfo(called.value);
    return bot ? { status: 'done', value: bot } : { status: 'failed', fault: { kind: 'other' } };
  };

  const ownOpenId: FeishuApi['ownOpenId'] = async () => {
    const called = await info();
    return called.status === 'done' ? { status: 'done', value: called.value.openId } : called;
  };

  return {
    send,
    upload,
    read,
    answers: replied.of,
    ownOpenId,
    checkCredentials: async () => credentialsOf(await info()),
  };
};
