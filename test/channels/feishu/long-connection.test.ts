import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readEndpoint } from '../../../src/channels/feishu/endpoint.ts';
import {
  type ConnectionState,
  type FeishuConnection,
  feishuConnection,
} from '../../../src/channels/feishu/long-connection.ts';
import { loadSdk } from '../../../src/channels/feishu/sdk.ts';
import type { HandleEvent } from '../../../src/channels/feishu/socket.ts';
import { type FakeClock, fakeClock } from '../../fakes/clock.ts';
import { APP } from '../../fakes/feishu-api.ts';
import { clickEvent, messageEvent } from '../../fakes/feishu-sender.ts';
import { type FakeFeishuSocket, fakeFeishuSocket, SERVICE } from '../../fakes/feishu-socket.ts';
import { memoryLog } from '../../fakes/memory-log.ts';
import { decodeFrame, encodeFrame } from '../../fakes/pbbp2.ts';
import { until } from '../../fakes/until.ts';

let fake: FakeFeishuSocket;
let clock: FakeClock;
let lines: string[];
let connection: FeishuConnection;
let events: unknown[];
let answer: HandleEvent;
/** Where the connection stood whenever it began to wait. */
let waited: ConnectionState[];

/** Real milliseconds after which a request that is not answered is given up; a busy machine needs some. */
const DEADLINE = 5000;
const HOUR = 3_600_000;

const open = (
  app: { readonly id?: string; readonly secret?: string; readonly timeout?: number } = {},
): FeishuConnection => {
  const log = memoryLog();
  lines = log.lines;
  const config = { appId: app.id ?? APP.id, appSecret: app.secret ?? APP.secret, baseUrl: fake.url };
  const handle: HandleEvent = async (event) => {
    events.push(event);
    return answer(event);
  };
  // One turn of the loop for each sleep, so that a supervisor that never gives up lets the test go on.
  const sleep = async (ms: number) => {
    waited.push(connection.state());
    await clock.sleep(ms);
    await new Promise(setImmediate);
  };
  const timing = { timeout: app.timeout ?? DEADLINE, now: clock.now, sleep, random: () => 0 };
  return feishuConnection(config, handle, { log: log.logger, timing });
};

beforeAll(() => void loadSdk());

beforeEach(async () => {
  fake = await fakeFeishuSocket();
  clock = fakeClock();
  events = [];
  waited = [];
  answer = async () => undefined;
  connection = open();
});

afterEach(async () => {
  await connection.stop();
  await fake.close();
  expect(fake.offences).toEqual([]);
});

const acked = async (count = 1) => {
  await until(`${count} events are acknowledged`, () => fake.acks.length >= count);
  return fake.acks;
};

describe('the frames of the tests', () => {
  const PING = '0800100018f681801020002a0c0a0474797065120470696e67';
  const DATA =
    '0801100218f681801020012a0d0a047479706512056576656e742a100a0a6d6573736167655f696412026d312a080a0373756d1201312a080a03736571120130420b7b2261223a22e4bda0227d';

  test('are those of the protocol: a ping', () => {
    const frame = { seqId: 0n, logId: 0n, service: SERVICE, method: 0, headers: { type: 'ping' } };
    expect(encodeFrame(frame).toString('hex')).toBe(PING);
    expect(decodeFrame(Buffer.from(PING, 'hex'))).toEqual(frame);
  });

  test('are those of the protocol: an event', () => {
    const headers = { type: 'event', message_id: 'm1', sum: '1', seq: '0' };
    const frame = { seqId: 1n, logId: 2n, service: SERVICE, method: 1, headers, payload: Buffer.from('{"a":"你"}') };
    expect(encodeFrame(frame).toString('hex')).toBe(DATA);
    expect(decodeFrame(Buffer.from(DATA, 'hex'))).toEqual(frame);
  });

  test('begin with the ping of the golden bytes, when the SDK connects', async () => {
    await connection.start();
    await until('the first ping is there', () => fake.firstFrames.length > 0);
    expect(fake.firstFrames).toEqual([PING]);
  });
});

describe('an event', () => {
  beforeEach(() => connection.start());

  test('comes as it was sent, and is acknowledged', async () => {
    const event = messageEvent({ text: '@_user_1 供应链金融归谁管' });
    fake.push(event);
    expect(await acked()).toMatchObject([{ type: 'event', code: 200 }]);
    expect(events).toEqual([event]);
    expect(connection.state()).toEqual({ status: 'connected' });
  });

  test('in three pieces, cut inside a character, comes once and whole', async () => {
    const event = messageEvent({ text: '@_user_1 供应链金融归谁管' });
    const at = Buffer.from(JSON.stringify(event)).indexOf('供应链');
    fake.push(event, { cuts: [at + 1, at + 5] });
    expect(await acked()).toHaveLength(1);
    expect(events).toEqual([event]);
  });

  test('twice comes twice: telling that it is the same is the matter of the inbox', async () => {
    const event = messageEvent();
    fake.push(event);
    fake.push(event);
    await acked(2);
    expect(events).toEqual([event, event]);
  });

  test('that could not be taken on is acknowledged with 500, so that it comes again', async () => {
    answer = async () => {
      throw new Error('the disk is full');
    };
    fake.push(messageEvent());
    expect(await acked()).toMatchObject([{ code: 500 }]);
    expect(lines.join('')).toContain('the disk is full');
  });

  test('is acknowledged when the work is done, not before', async () => {
    let done: () => void = () => {};
    answer = () => new Promise((resolve) => (done = () => resolve(undefined)));
    fake.push(messageEvent());
    await until('the event is being handled', () => events.length > 0);
    expect(fake.acks).toEqual([]);
    done();
    expect(await acked()).toMatchObject([{ code: 200 }]);
  });

  test.each(['event', 'card'] as const)(
    'that is a click, in a frame of type %s, gets its answer with the ack',
    async (type) => {
      answer = async () => ({ toast: { type: 'info', content: '谢谢' } });
      const click = clickEvent({ r: 'r1' });
      fake.push(click, { type });
      expect(await acked()).toMatchObject([{ code: 200, data: { toast: { type: 'info', content: '谢谢' } } }]);
      expect(events).toEqual([click]);
    },
  );

  test.each(['{oops', '', 'null', '"x"', '[]', '{}'])('of %j does no harm', async (payload) => {
    fake.push(payload);
    const good = messageEvent();
    fake.push(good);
    await until('the event after it came', () => events.includes(good) || events.some((event) => same(event, good)));
    await until('it is acknowledged', () => fake.acks.some(({ code }) => code === 200));
    expect(fake.open()).toBe(1);
  });
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

describe('the connection', () => {
  test('that is lost is opened again, after a second, and events come again', async () => {
    await connection.start();
    fake.drop();
    await until('it is open again', () => fake.connections() === 2 && connection.state().status === 'connected');
    expect(clock.waits).toEqual([1000]);
    fake.push(messageEvent());
    await acked();
    expect(events).toHaveLength(1);
  });

  test('that is lost again and again is opened at longer intervals; one that held for a minute starts anew', async () => {
    await connection.start();
    const loseOne = async () => {
      const before = fake.connections();
      await until('it is open', () => connection.state().status === 'connected' && fake.open() === 1);
      fake.drop();
      await until('it is open again', () => fake.connections() > before && connection.state().status === 'connected');
    };
    for (let n = 0; n < 3; n++) await loseOne();
    clock.pass(60_000);
    await loseOne();
    expect(clock.waits).toEqual([1000, 2000, 4000, 1000]);
  });

  test('whose handshake fails is tried again, in our time and not in the SDK’s two minutes', async () => {
    fake.failHandshakes(2);
    await connection.start();
    await until('it is open', () => connection.state().status === 'connected');
    expect(clock.waits).toEqual([1000, 2000]);
    expect(fake.asked()).toBe(3);
  });

  test('has one socket at a time', async () => {
    await connection.start();
    await connection.start();
    fake.drop();
    await until('it is open again', () => connection.state().status === 'connected' && fake.connections() === 2);
    expect(fake.open()).toBe(1);
  });
});

describe('an address that is not given', () => {
  const busy = [
    ['busy, with data', { kind: 'answer', body: { code: 1, msg: 'system busy', data: {} } }],
    ['busy, without data', { kind: 'answer', body: { code: 1, msg: 'system busy' } }],
    ['an error of the platform', { kind: 'answer', body: { code: 1000040343, msg: 'internal error', data: {} } }],
    ['too many connections', { kind: 'answer', body: { code: 1000040350, msg: 'exceed', data: {} } }],
    ['HTTP 500', { kind: 'page', http: 500 }],
    ['HTTP 200 with a page', { kind: 'page', http: 200 }],
    ['no answer', { kind: 'hang' }],
    ['no data', { kind: 'answer', body: { code: 0, msg: '' } }],
    ['no numbers', { kind: 'answer', body: { code: 0, data: { URL: 'ws://127.0.0.1:1/', ClientConfig: {} } } }],
    ['a list', { kind: 'answer', body: [] }],
  ] as const;

  test.each(busy)('(%s) is asked for again, after one, two, four seconds', async (_name, fault) => {
    const times = fault.kind === 'hang' ? 1 : 3; // each takes real seconds
    fake.refuseNext(...Array.from({ length: times }, () => fault));
    await connection.start();
    await until('the connection is open', () => connection.state().status === 'connected');
    expect(clock.waits).toEqual([1000, 2000, 4000].slice(0, times));
    expect(fake.asked()).toBe(times + 1);
  });

  test('for long is asked for once a minute', async () => {
    fake.refuseNext(...Array.from({ length: 9 }, () => ({ kind: 'page', http: 503 }) as const));
    await connection.start();
    await until('the connection is open', () => connection.state().status === 'connected');
    expect(clock.waits).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000]);
  });

  test.each([
    ['403', { code: 403, msg: 'forbidden', data: {} }],
    ['514', { code: 514, msg: 'auth failed', data: {} }],
    ['514 without data', { code: 514, msg: 'auth failed' }],
    ['a code never heard of', { code: 1000040345, msg: 'app not found', data: {} }],
  ])('because of %s: an alarm, and asked for again each five minutes', async (_name, body) => {
    fake.refuseNext({ kind: 'answer', body }, { kind: 'answer', body });
    await connection.start();
    await until('the connection is open', () => connection.state().status === 'connected');
    expect(clock.waits).toEqual([300_000, 300_000]);
    const alarms = lines.filter((line) => line.includes('"level":50'));
    expect(alarms).toHaveLength(2);
    expect(alarms[0]).toContain(`"code":${body.code}`);
  });

  test('because the secret is wrong: start() ends, and the state says what is the matter', async () => {
    connection = open({ secret: 'wrong-secret' });
    await connection.start();
    await until('it was tried twice', () => waited.length >= 2);
    expect(waited[1]).toEqual({ status: 'waiting', after: 'refused', ms: 300_000 });
    expect(lines.join('')).not.toContain('wrong-secret');
  });

  test('in the clear, from a platform that is reached over https, is not used', () => {
    const ClientConfig = { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 };
    const answerWith = (URL: string) => ({ code: 0, data: { URL, ClientConfig } });
    const base = 'https://open.feishu.cn';
    expect(readEndpoint(answerWith('ws://msg-frontier.feishu.cn/ws/v2?a=1'), base)).toEqual({ kind: 'refused' });
    expect(readEndpoint(answerWith('http://msg-frontier.feishu.cn/'), base)).toEqual({ kind: 'refused' });
    expect(readEndpoint(answerWith('wss://msg-frontier.feishu.cn/ws/v2?a=1'), base)).toBeUndefined();
  });

  test('because nobody listens: start() ends all the same', async () => {
    await fake.close();
    await connection.start();
    await until('it was tried again', () => clock.waits.length >= 2);
    await connection.stop();
    fake = await fakeFeishuSocket();
  });
});

describe('an App ID that cannot be one', () => {
  test.each(['', 'cli_test', 'cli_0123456789ABCDEF0', 'cli_0123456789abcdeg', 'app'])(
    '(%j) is refused at the start, where the SDK would do nothing',
    async (id) => {
      connection = open({ id });
      await expect(connection.start()).rejects.toMatchObject({
        code: 'config_invalid',
        message: expect.stringContaining('FEISHU_APP_ID'),
      });
      expect(fake.asked()).toBe(0);
      expect(connection.state()).toEqual({ status: 'off' });
    },
  );
});

describe('stopping', () => {
  test('closes the connection and does not open it again', async () => {
    await connection.start();
    await connection.stop();
    await until('the socket is closed', () => fake.open() === 0);
    expect(connection.state()).toEqual({ status: 'off' });
    await connection.start();
    expect(fake.connections()).toBe(2);
  });

  test('ends a request that is not answered', async () => {
    connection = open({ timeout: HOUR });
    fake.refuseNext({ kind: 'hang' });
    const started = connection.start();
    await until('it has asked', () => fake.asked() === 1);
    await connection.stop();
    await started;
    expect(connection.state()).toEqual({ status: 'off' });
  });

  test('is possible before the start, twice, and before another start', async () => {
    await connection.stop();
    await connection.start();
    await connection.stop();
    await connection.stop();
    await connection.start();
    expect(connection.state()).toEqual({ status: 'connected' });
  });

  /** A process that opens a connection in real time, stops it, and has nothing else to do: how it ends. */
  const runAlone = async (script: string): Promise<number | null> => {
    const before = fake.asked();
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: root });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await until('the platform was asked for an address', () => fake.asked() > before);
    child.stdin.write('asked');
    return ended;
  };

  const script = (body: string): string => `
    import { feishuConnection } from './src/channels/feishu/long-connection.ts';
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const config = { appId: '${APP.id}', appSecret: '${APP.secret}', baseUrl: '${fake.url}' };
    const connection = feishuConnection(config, async () => undefined, { log, timing: { timeout: ${HOUR} } });
    const asked = new Promise((resolve) => process.stdin.once('data', resolve));
    ${body}
    await asked;
    process.stdin.destroy();
    await connection.stop();
  `;

  test.each([
    ['when it was open', undefined, 'await connection.start();'],
    [
      'while it waits to try again',
      { kind: 'answer', body: { code: 514, msg: 'auth failed' } },
      "await connection.start(); while (connection.state().status !== 'waiting') await new Promise(setImmediate);",
    ],
    ['while it asks and gets no answer', { kind: 'hang' }, 'void connection.start();'],
  ] as const)('lets the process end by itself: %s', async (_name, fault, body) => {
    if (fault) fake.refuseNext(fault);
    expect(await runAlone(script(body))).toBe(0);
    expect(fake.asked()).toBe(1);
  });
});

describe('the log', () => {
  test('never holds a secret, the address with its ticket, or a word of an event', async () => {
    connection = open();
    answer = async () => {
      throw new Error('bug');
    };
    fake.refuseNext({ kind: 'answer', body: { code: 1, msg: '机密' } });
    await connection.start();
    await until('it is open', () => connection.state().status === 'connected');
    fake.push(messageEvent({ text: '@_user_1 机密' }));
    fake.push('{"机密":oops');
    await acked();
    fake.drop();
    await until('it is open again', () => fake.connections() === 2);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('')).not.toMatch(new RegExp(`${APP.secret}|ticket|access_key|机密`));
  });
});
