import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { SocketState } from '../../../../src/channels/wecom/bot/kept-link.ts';
import { AIBOT } from '../../../fakes/aibot-peer.ts';
import { until } from '../../../fakes/until.ts';
import { onStage } from './stage.ts';

const { stage, open, live, wake, heard, happened } = onStage();

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('what comes in', () => {
  test('the bot subscribes first, once, with its id and secret', async () => {
    const socket = await live();
    socket.start();
    expect(stage.fake.frames.map(({ cmd }) => cmd)).toEqual(['aibot_subscribe']);
    expect(stage.fake.frames[0]).toMatchObject({ body: { bot_id: AIBOT.botId, secret: AIBOT.secret } });
    expect(stage.fake.connections()).toBe(1);
    expect(stage.told.states).toEqual(['connecting', 'live']);
  });

  test('a message is handed on with its body and its req_id', async () => {
    await live();
    const reqId = await heard({ group: 'G1', text: '@问计 由谁负责？', msgid: 'M1' });
    expect(stage.told.taken).toEqual([
      { reqId, body: expect.objectContaining({ msgid: 'M1', chatid: 'G1', text: { content: '@问计 由谁负责？' } }) },
    ]);
  });

  test('delivered twice, it is handed on twice: to know it again is the work of the one who takes it', async () => {
    await live();
    await heard({ msgid: 'M1', reqId: 'Q1' });
    await heard({ msgid: 'M1', reqId: 'Q2' });
    expect(stage.told.taken.map(({ reqId }) => reqId)).toEqual(['Q1', 'Q2']);
  });

  test('events are handed on with their fields', async () => {
    await live();
    await happened('enter_chat');
    await happened('template_card_event', { event_key: 'useful', task_id: 'wenji-1' });
    await happened('feedback_event', { id: 'F1', type: 1 });
    expect(stage.told.taken.map(({ body }) => body)).toEqual([
      expect.objectContaining({ event: { eventtype: 'enter_chat', enter_chat: {} } }),
      expect.objectContaining({
        event: { eventtype: 'template_card_event', template_card_event: { event_key: 'useful', task_id: 'wenji-1' } },
      }),
      expect.objectContaining({ event: { eventtype: 'feedback_event', feedback_event: { id: 'F1', type: 1 } } }),
    ]);
  });

  test('a frame in two fragments, cut inside a character, is read as one', async () => {
    await live();
    await heard({ text: '责任单位', fragmented: true });
    expect(stage.told.taken[0]?.body).toMatchObject({ text: { content: '责任单位' } });
  });

  test('what is no frame, and a frame without a req_id, do no harm', async () => {
    await live();
    const body = { msgid: 'M0', msgtype: 'text', text: { content: 'x' } };
    for (const text of ['{', 'null', '[]', '"x"', '{"cmd":1}', JSON.stringify({ cmd: 'aibot_msg_callback', body })])
      stage.fake.sendRaw(text);
    await heard({ msgid: 'M1' });
    expect(stage.told.taken).toHaveLength(1);
    expect(stage.fake.connections()).toBe(1);
  });

  test('a failure of the one who takes it is logged, and the connection goes on', async () => {
    await live();
    await heard({ text: 'boom' });
    await heard({ text: 'x' });
    expect(stage.told.lines.join('')).toContain('a bug of ours');
    expect(stage.fake.connections()).toBe(1);
  });
});

describe('the connection', () => {
  test('is kept alive by pings, and replaced when these get no answer', async () => {
    await live(open({}, { heartbeat: 200 }));
    await until('pings have come', () => stage.fake.pings() >= 3);
    expect(stage.fake.connections()).toBe(1);
    stage.fake.answerPings(false);
    await until('the bot has connected again', () => stage.fake.connections() === 2);
  });

  test('that is cut is opened again, and what comes then is heard', async () => {
    const socket = await live();
    stage.fake.drop();
    await until('the bot has connected again', () => stage.fake.connections() === 2 && socket.state() === 'live');
    await heard({ msgid: 'M2' });
    expect(stage.waits).toEqual([1000]);
    expect(stage.told.states).toEqual(['connecting', 'live', 'connecting', 'live']);
  });

  test('that is cut is opened again by us alone: the SDK opens no second one beside it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const socket = open();
      socket.start();
      while (socket.state() !== 'live') await turn();
      stage.fake.drop();
      while (stage.fake.connections() < 2 || socket.state() !== 'live') await turn();
      vi.advanceTimersByTime(60_000);
      for (let n = 0; n < 200; n++) await turn();
    } finally {
      vi.useRealTimers();
    }
    expect(stage.fake.connections()).toBe(2);
  });

  test('that is not accepted is tried for ever, at ever longer intervals up to a minute', async () => {
    stage.fake.accept(false);
    const socket = open();
    socket.start();
    await until('it was tried ten times', () => stage.waits.length >= 10);
    expect(stage.waits.slice(0, 9)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    stage.fake.accept(true);
    await until('the bot is connected', () => socket.state() === 'live');
  });

  test('that lasted a while is tried again after a second, not after the interval of the last trouble', async () => {
    stage.fake.accept(false);
    const socket = open();
    socket.start();
    await until('it was tried', () => stage.waits.length >= 5);
    stage.fake.accept(true);
    await until('the bot is connected', () => socket.state() === 'live');
    const before = stage.waits.length;
    stage.clock += 60_000;
    stage.fake.drop();
    await until('the bot has connected again', () => stage.waits.length > before && socket.state() === 'live');
    expect(stage.waits[before]).toBe(1000);
  });

  test('on which the subscription gets no answer is given up after the deadline', async () => {
    stage.fake.failSubscriptions('mute');
    await live();
    expect(stage.fake.connections()).toBe(2);
    expect(stage.waits).toEqual([1000]);
  });

  test('on which the platform is busy at the subscription is tried again soon', async () => {
    stage.fake.failSubscriptions(-1, 45009);
    await live();
    expect(stage.waits).toEqual([1000, 2000]);
    expect(stage.told.states).not.toContain('halted');
  });

  test('with a wrong secret: an alarm in the log, everything halts, and it is tried every five minutes', async () => {
    const socket = open({ secret: 'wrong-secret' });
    socket.start();
    await until('it has halted', () => socket.state() === 'halted');
    expect(await socket.push('G1', true, { kind: 'text', content: 'x' })).toEqual({
      status: 'halted',
      reason: 'credentials',
      unreached: true,
    });
    expect(stage.told.lines.filter((line) => line.includes('"level":50'))).toEqual([expect.stringContaining('853000')]);
    wake();
    await until('it was tried again', () => stage.waits.length === 2);
    expect(stage.waits).toEqual([300_000, 300_000]);
    expect(stage.fake.connections()).toBe(2);
  });

  test('that was refused is live again once the platform accepts the bot', async () => {
    stage.fake.failSubscriptions(853000);
    const socket = open();
    socket.start();
    await until('it has halted', () => socket.state() === 'halted');
    wake();
    await until('the bot is connected', () => socket.state() === 'live');
  });

  test('that another process takes over is not fought for: an alarm, and five minutes of rest', async () => {
    const first = await live();
    const told = stage.told;
    const second = await live(open());
    await until('the first is replaced', () => first.state() === 'replaced');
    expect(told.replaced).toBe(1);
    expect(stage.waits).toEqual([300_000]);
    expect(told.lines.filter((line) => line.includes('"level":50'))).toHaveLength(1);
    expect(await first.push('G1', true, { kind: 'text', content: 'x' })).toMatchObject({ status: 'later' });
    expect(second.state()).toBe('live');
    expect(stage.fake.connections()).toBe(2);
    await second.stop();
    wake();
    await until('the first is back', () => first.state() === 'live');
  });

  test('is closed by stop, in whatever state, and may be started again', async () => {
    const socket = await live();
    await socket.stop();
    expect(socket.state()).toBe('stopped');
    await socket.stop();
    await live(socket);
    stage.fake.failSubscriptions(853000);
    stage.fake.drop();
    await until('it has halted', () => socket.state() === 'halted');
    await socket.stop();
    socket.start();
    await socket.stop();
    expect(socket.state()).toBe('stopped');
  });
});

/** A process of its own that connects, waits for a state, stops, and has nothing more to do. */
const endOfProcess = async (secret: string, state: SocketState) => {
  const script = `
    import { botSocket } from './src/channels/wecom/bot/socket.ts';
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const onState = (state) => state === '${state}' && socket.stop();
    const handlers = { onBody: async () => {}, onReplaced() {}, onState };
    const socket = botSocket({ botId: '${AIBOT.botId}', secret: '${secret}', url: '${stage.fake.url}' }, handlers, { log: quiet });
    socket.start();`;
  const cwd = fileURLToPath(new URL('../../../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const late = setTimeout(() => child.kill('SIGKILL'), 240_000);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(late);
  return { code, printed };
};

describe('the process', () => {
  test('ends after stop, when connected and in the five minutes after a refusal, and has printed nothing', async () => {
    const quietEnd = { code: 0, printed: '' };
    const ends = [endOfProcess(AIBOT.secret, 'live'), endOfProcess('wrong-secret', 'halted')];
    expect(await Promise.all(ends)).toEqual([quietEnd, quietEnd]);
    expect(stage.fake.connections()).toBe(2);
  });
});

describe('the log', () => {
  test('never holds a secret, a person, a chat or a word, whatever fails', async () => {
    const print = vi.spyOn(process.stdout, 'write');
    const socket = await live();
    const reqId = await heard({ group: 'G-secret', user: 'zhangsan', text: '机密问题' });
    stage.fake.sendRaw('{"机密');
    stage.fake.failNext({ kind: 'code', code: -1 }, { kind: 'code', code: 40058 }, { kind: 'code', code: 93006 });
    const outcomes: unknown[] = [await socket.respond({ reqId, streamId: 'S1', content: '机密回答', finish: true })];
    outcomes.push(await socket.push('G-secret', true, { kind: 'text', content: '机密回答' }));
    stage.fake.failNext({ kind: 'drop' });
    outcomes.push(await socket.push('G-secret', true, { kind: 'text', content: '机密回答' }));
    await until('the bot has connected again', () => stage.fake.connections() === 2 && socket.state() === 'live');
    stage.fake.failSubscriptions(853000);
    stage.fake.drop();
    await until('it has halted', () => socket.state() === 'halted');
    expect(stage.told.lines.length).toBeGreaterThan(4);
    const told = stage.told.lines.join('') + JSON.stringify(outcomes) + print.mock.calls.join('');
    print.mockRestore();
    expect(told).not.toMatch(/secret-of|机密|zhangsan|G-secret|ws:|127\.0\.0\.1/);
  });
});
