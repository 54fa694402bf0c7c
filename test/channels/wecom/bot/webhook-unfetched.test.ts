import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../../fakes/ports.ts';
import { until } from '../../../fakes/until.ts';
import { responseBody } from '../../../fakes/wecom-messages.ts';
import {
  addressed,
  afterAMoment,
  askedSlowly,
  begun,
  ELSEWHERE,
  fake,
  gate,
  HOUR,
  house,
  MINUTE,
  neverFetched,
  onDisk,
  onStage,
  PATIENCE,
  poll,
  posted,
  question,
  reopen,
  SECOND,
  send,
  time,
} from './webhook-stage.ts';

onStage();

describe('a reply that the platform does not fetch', () => {
  test('is posted to the address of the question, once; a late poll and a late delivery show no second answer', async () => {
    const body = addressed('甲', 'c1');
    const id = await askedSlowly(body);
    await neverFetched();
    expect(posted()).toEqual([expect.stringContaining('答：甲')]);
    expect(await poll(id)).toMatchObject({ stream: { finish: true, content: ELSEWHERE } });
    expect(await send(body)).toMatchObject({ stream: { id, finish: true, content: ELSEWHERE } });
    time.pass(HOUR);
    await house.chats.idle();
    expect(posted()).toHaveLength(1);
  });

  test('and is fetched at the very moment at which patience ends is shown once', async () => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    gate.open();
    await until('the reply lies ready', () => begun.includes(PATIENCE));
    time.pass(PATIENCE);
    const told = await poll(id);
    await house.chats.idle();
    const fetched = told?.stream?.content.includes('答：甲') ? 1 : 0;
    expect(fetched + posted().length).toBe(1);
  });

  test('is posted at once where the platform asks no more: six minutes after the question', async () => {
    await askedSlowly(addressed('甲', 'c1'));
    time.pass(6 * MINUTE);
    gate.open();
    await house.chats.idle();
    expect(posted()).toHaveLength(1);
  });

  test('is posted after a restart', async () => {
    const path = onDisk();
    await reopen({ path });
    await house.chats.stop();
    await afterAMoment(() => send(addressed('甲', 'c1')));
    await reopen({ path });
    await neverFetched();
    expect(posted()).toHaveLength(1);
  });

  test.each([
    ['no address', undefined],
    ['an address elsewhere', 'https://evil.example/cgi-bin/aibot/response?response_code=c1'],
    ['no URL', 'nonsense'],
  ])('is not posted where the question came with %s, and is there for a late poll', async (_name, url) => {
    const id = await askedSlowly(question('甲', { response_url: url }));
    await neverFetched();
    expect(fake.requests).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
    expect(await poll(id)).toMatchObject({ stream: { content: expect.stringContaining('答：甲') } });
  });

  test('waits while the platform is busy, and is posted once', async () => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    fake.failNext({ kind: 'code', code: -1 }, { kind: 'code', code: 45009 });
    await neverFetched();
    time.pass(5 * SECOND);
    await neverFetched(2);
    expect(posted()).toEqual([]);
    time.pass(MINUTE);
    await neverFetched(3);
    expect(posted()).toHaveLength(1);
    expect(await poll(id)).toMatchObject({ stream: { content: ELSEWHERE } });
  });

  test('and could not be posted is given to a poll after all, and then not posted any more', async () => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    fake.failNext({ kind: 'code', code: -1 });
    await neverFetched();
    expect(await poll(id)).toMatchObject({ stream: { content: expect.stringContaining('答：甲') } });
    time.pass(5 * SECOND);
    await house.chats.idle();
    expect(posted()).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test.each([
    ['is cut', 'reset', 1],
    ['never comes', 'hang', 0],
    ['is a page of something on the way', 'page', 0],
  ] as const)('is not posted again when the answer %s: it may have been shown', async (_name, kind, shown) => {
    const id = await askedSlowly(addressed('甲', 'c1'));
    fake.failNext(kind === 'page' ? { kind, http: 502 } : { kind });
    await neverFetched();
    time.pass(HOUR);
    await house.chats.idle();
    expect(posted()).toHaveLength(shown);
    expect(fake.requests).toHaveLength(1);
    expect(await poll(id)).toMatchObject({ stream: { content: ELSEWHERE } });
  });

  test('whose address is refused is over after both forms, and is there for a late poll', async () => {
    const used = `${fake.url}/cgi-bin/aibot/response?response_code=unknown`;
    const id = await askedSlowly(question('甲', { response_url: used }));
    gate.open();
    for (const waits of [1, 2]) {
      await until('the reply lies ready', () => begun.filter((ms) => ms === PATIENCE).length >= waits);
      time.pass(PATIENCE);
    }
    await house.chats.idle();
    expect(posted()).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
    expect(await poll(id)).toMatchObject({ stream: { content: expect.stringContaining('答：甲') } });
  });

  describe('while nobody listens at the address', () => {
    let server: Server | undefined;
    const bodies: unknown[] = [];

    const listen = (port: number): Promise<void> =>
      new Promise((resolve) => {
        const opened = createServer(async (request, response) => {
          let body = '';
          for await (const chunk of request) body += String(chunk);
          bodies.push(responseBody.parse(JSON.parse(body)));
          response.end('{"errcode":0,"errmsg":"ok"}');
        });
        server = opened.listen(port, '127.0.0.1', () => resolve());
      });

    const hush = async (): Promise<void> => {
      server?.closeAllConnections();
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
      server = undefined;
    };

    afterEach(hush);

    test('is posted when somebody does again, once', async () => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      await reopen({}, url);
      await askedSlowly(question('甲', { response_url: `${url}/cgi-bin/aibot/response?response_code=c1` }));
      await neverFetched();
      expect(await house.store.inbox.open()).toHaveLength(1);
      await listen(port);
      time.pass(5 * SECOND);
      await neverFetched(2);
      time.pass(HOUR);
      await house.chats.idle();
      expect(bodies).toEqual([{ msgtype: 'markdown', markdown: { content: expect.stringContaining('答：甲') } }]);
    });
  });
});
