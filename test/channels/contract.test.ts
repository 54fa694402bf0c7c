import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadSdk } from '../../src/channels/feishu/sdk.ts';
import type { AccessConfig } from '../../src/config.ts';
import type { Ask } from '../../src/types.ts';
import { echoAsk } from '../fakes/answer.ts';
import { until } from '../fakes/until.ts';
import { ask } from '../helper.ts';
import { FEISHU_MODES } from './contract/feishu.ts';
import { type House, openHouse } from './contract/house.ts';
import type { Mode, Platform, Request, Said, Shown } from './contract/mode.ts';
import { openTime, type Time } from './contract/time.ts';
import { WECOM_APP_MODE } from './contract/wecom-app.ts';
import { WECOM_BOT_MODES } from './contract/wecom-bot.ts';

const MODES: readonly Mode[] = [...FEISHU_MODES, WECOM_APP_MODE, ...WECOM_BOT_MODES];

const MINUTE = 60_000;
/** Milliseconds after which a connection that is just being made stands, and what was put off for it is sent. */
const SOON = 5_000;
const ASKED = '天然气交易中心由哪个单位负责？';
/** The clause of the document's own number, which stands in the heading of the sources. */
const WHOLE = '0';
/** Of a long list: more pages than one. */
const LISTED = '市金融工作局有哪些任务？';

/** What is left of words when marks and the full-width signs in their place are not looked at. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Sends a body a byte at a time; resolves to what comes back before the connection is closed. */
const trickle = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n`,
      );
    });
    const drops = setInterval(() => socket.write('{'), 20);
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearInterval(drops);
      resolve(received);
    });
  });

beforeAll(async () => {
  loadSdk();
  await import('@wecom/aibot-node-sdk');
});

describe.each(MODES)('$name', ({ open, groups, own, quotes, address, lossy, again }) => {
  let time: Time;
  let platform: Platform;
  let house: House;
  let folder: string | undefined;
  /** Where questions are asked: in a group where there are any. */
  const chat = groups ? { group: 'oc_group' } : {};

  interface Options {
    readonly ask?: Ask;
    readonly access?: Partial<AccessConfig>;
    readonly most?: number;
    readonly path?: string;
  }

  const openWith = async (options: Options = {}): Promise<void> => {
    time.pass(1);
    house = await openHouse({ time, line: platform.line, ...options });
    await platform.connected?.();
  };

  const reopen = async (options: Options = {}): Promise<void> => {
    await house.close();
    await openWith(options);
  };

  /** A file that is there after a restart. */
  const onDisk = (): string => {
    folder = mkdtempSync(join(tmpdir(), 'wenji-contract-'));
    return join(folder, 'wenji.sqlite');
  };

  beforeEach(async () => {
    time = openTime();
    platform = await open(time);
    await openWith();
  });

  afterEach(async () => {
    await house.close();
    await platform.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  });

  const deliver = (text: string, said: Partial<Said> = {}): Promise<boolean> =>
    platform.deliver(house, { text, ...chat, ...said });

  /** Until everything that can be done is done. */
  const settle = async (): Promise<void> => {
    await Promise.all([house.chats.idle(), platform.ask?.(house)]);
  };

  const pass = async (ms: number): Promise<void> => {
    time.pass(ms);
    await settle();
  };

  /** Until what an earlier process left is sent: what was tried before the connection was open is put off. */
  const takenUp = async (): Promise<void> => {
    await settle();
    await pass(SOON);
  };

  /** What is new in the chats after a message. */
  const say = async (text: string, said: Partial<Said> = {}): Promise<readonly Shown[]> => {
    const before = platform.shown().length;
    await deliver(text, said);
    await settle();
    return platform.shown().slice(before);
  };

  const wordsOf = (shown: readonly Shown[]): string => shown.map(({ words }) => words).join('\n');

  describe('a question', () => {
    test('gets one reply, in its chat, with the words of the answer', async () => {
      expect(await deliver(ASKED)).toBe(true);
      await settle();
      expect(platform.shown()).toHaveLength(1);
      const [shown] = platform.shown();
      expect(shown?.chat).toMatch(groups ? /^oc_group$/ : /^zhangsan$/);
      expect(bare(shown?.words ?? '')).toContain(bare(ask(ASKED).text.split('\n')[0] ?? ''));
    });

    test('delivered five times, one after the other, gets one reply, and counts as one question', async () => {
      await reopen({ ask: echoAsk, access: { perMinute: 2 } });
      for (let n = 0; n < 5; n++) {
        expect(await deliver(ASKED, { id: 'm_1' })).toBe(true);
        await settle();
      }
      expect(platform.shown()).toHaveLength(1);
      expect(wordsOf(await say('甲'))).toContain('答：甲');
      expect(wordsOf(await say('乙'))).toContain('您问得很快');
    });

    test('delivered five times at once gets one reply, and counts as one question', async () => {
      await reopen({ ask: echoAsk, access: { perMinute: 2 } });
      await Promise.all(Array.from({ length: 5 }, () => deliver(ASKED, { id: 'm_1' })));
      await settle();
      expect(platform.shown()).toHaveLength(1);
      expect(wordsOf(await say('甲'))).toContain('答：甲');
    });

    test('gets the source: each clause by its label, quoted', async () => {
      const [first, folded] = [wordsOf(await say(ASKED)), wordsOf(await say('下一页'))];
      const words = bare(first + folded);
      const { citations } = ask(ASKED);
      expect(citations.length).toBeGreaterThan(0);
      for (const { clause, label, quote } of citations) {
        expect(words).toContain(bare(quote));
        if (clause !== WHOLE) expect(words).toContain(bare(label));
      }
    });

    test('有误 asks what is wrong, then which thing was meant; that stands beside the question', async () => {
      await say(ASKED);
      const what = wordsOf(await say('有误'));
      for (const reason of ['问的是另一项', '单位有误', '数字有误', '其他有误']) expect(what).toContain(reason);
      const which = wordsOf(await say('1'));
      const [, first] = /1\W{0,3}\s*((?:任务|单位|合称|指标|行动).+)/.exec(which) ?? [];
      expect(first).toBeDefined();
      expect(bare(wordsOf(await say('1')))).toContain(bare(`已记下“${first}`));
      const [missed] = await house.store.records.unanswered({ limit: 9 });
      expect(missed).toMatchObject({ question: ASKED });
      expect(JSON.stringify(missed)).toMatch(/问的是另一项.*"(?:task|unit|indicator|action):/);
    });

    test('单位有误 is noted at once, and is not asked about; without an answer before it, it is a question', async () => {
      await reopen({ ask: echoAsk });
      expect(wordsOf(await say('单位有误'))).toContain('答：单位有误');
      await say('甲');
      expect(wordsOf(await say('单位有误'))).toContain('已记下');
      expect(wordsOf(await say('乙'))).toContain('答：乙（此前 2 问）');
      expect(wordsOf(await say('20'))).toContain('答：20');
    });

    test('with a long answer gets it in pages that can be turned, each task with its source on one of them', async () => {
      const pages = [wordsOf(await say(LISTED))];
      for (;;) {
        const page = wordsOf(await say('下一页'));
        if (page === '没有这一页。') break;
        pages.push(page);
        time.pass(3000); // members read, too
      }
      expect(pages.length).toBeGreaterThan(1);
      const words = bare(pages.join('\n'));
      const { citations } = ask(LISTED);
      expect(citations.length).toBeGreaterThan(50);
      const missing = citations.filter(({ clause, label }) => clause !== WHOLE && !words.includes(bare(label)));
      expect(missing).toEqual([]);
    });

    test('with markup in it gets a reply in which none takes effect', async () => {
      await reopen({ ask: echoAsk });
      const markup =
        '<at id=all></at> <@zhangsan> @所有人 [x](http://evil.cn) ![y](http://evil.cn) **b** `code` <a href="http://evil.cn">z</a>';
      const [shown] = await say(`甲${markup}乙`);
      expect(bare(shown?.words ?? '')).toContain(bare('evil.cn'));
      expect(shown?.live).toEqual([]);
    });

    test('is understood as a follow-up to the one before it', async () => {
      await say(ASKED);
      const words = wordsOf(await say('那2022年呢？'));
      expect(bare(words)).toContain(bare(ask('那2022年呢？', ASKED).text.split('\n')[0] ?? ''));
    });

    if (groups)
      test('of another person in the same group is no follow-up', async () => {
        await reopen({ ask: echoAsk });
        await say('甲', { person: 'zhangsan' });
        await say('乙', { person: 'lisi' });
        await say('丙', { person: 'zhangsan' });
        const asked = platform.shown().map(({ words }) => words.match(/答：.（此前 \d 问）/)?.[0]);
        expect(asked).toEqual(['答：甲（此前 0 问）', '答：乙（此前 0 问）', '答：丙（此前 1 问）']);
      });

    test('of the same person in another chat is no follow-up', async () => {
      await reopen({ ask: echoAsk });
      await say('甲');
      const elsewhere = groups ? { group: 'oc_other' } : { person: 'LiSi' };
      expect(wordsOf(await say('乙', elsewhere))).toContain('答：乙（此前 0 问）');
    });
  });

  if (quotes)
    describe('a question that quotes', () => {
      const OTHER = '年保费收入2021年的目标是多少？';
      const supports = bare(ask('支持单位呢', ASKED).text.split('\n')[0] ?? '');

      test('an earlier answer is a follow-up to that one, and the talk goes on from there', async () => {
        await say(ASKED);
        await say(OTHER);
        expect(bare(wordsOf(await say('支持单位呢', { quotes: { shown: 0 } })))).toContain(supports);
        expect(bare(wordsOf(await say('那责任单位呢')))).toContain(bare(ask(ASKED).text.split('\n')[0] ?? ''));
      });

      test('the answer to somebody else is a follow-up to that', async () => {
        await say(ASKED, { person: 'wangwu' });
        const quoting = await say('支持单位呢', { person: 'lisi', quotes: { shown: 0 } });
        expect(bare(wordsOf(quoting))).toContain(supports);
      });

      test('what was not said to the bot is a follow-up to its words', async () => {
        const asked = await say('支持单位呢', { quotes: { id: 'om_among_people', text: ASKED } });
        expect(bare(wordsOf(asked))).toContain(supports);
      });

      test('is answered the same after a restart', async () => {
        const path = onDisk();
        await reopen({ path });
        await say(ASKED);
        await reopen({ path });
        expect(bare(wordsOf(await say('支持单位呢', { quotes: { shown: 0 } })))).toContain(supports);
      });
    });

  if (own)
    describe('on this platform', () => {
      test('what is not said to the bot, or not by a person, is acknowledged and gets no reply', async () => {
        const acknowledged = await platform.unaddressed?.(house);
        await settle();
        expect(acknowledged?.every(Boolean)).toBe(true);
        expect(acknowledged?.length).toBeGreaterThan(2);
        expect(platform.shown()).toEqual([]);
      });

      test('a question that is taken back before its answer gets none, also when it is delivered once more', async () => {
        const path = onDisk();
        await reopen({ path });
        await house.chats.stop();
        await deliver(ASKED, { id: 'm_1' });
        await platform.recall?.(house, 'm_1');
        await reopen({ path });
        await takenUp();
        expect(await say(ASKED, { id: 'm_1' })).toEqual([]);
        expect(platform.shown()).toEqual([]);
      });

      test('a question that is taken back before it came is not answered', async () => {
        await platform.recall?.(house, 'm_1');
        expect(await say(ASKED, { id: 'm_1' })).toEqual([]);
      });

      test('a question that is taken back after its answer is forgotten', async () => {
        await reopen({ ask: echoAsk });
        await say('甲', { id: 'm_1' });
        await platform.recall?.(house, 'm_1');
        expect(wordsOf(await say('乙'))).toContain('答：乙（此前 0 问）');
      });
    });

  if (address)
    describe('the address', () => {
      const webhook = () => {
        if (!platform.webhook) throw new Error('no address');
        return platform.webhook;
      };
      const send = (request: Request) => house.app.inject(request);

      test('answers the check of the platform', async () => {
        const { request, answer, type } = webhook().challenge();
        const response = await send(request);
        expect([response.statusCode, response.body]).toEqual([200, answer]);
        expect(response.headers['content-type']).toMatch(type);
      });

      test('refuses a forged check, and gives nothing of it back', async () => {
        const response = await send(webhook().forgedChallenge());
        expect(response.statusCode).toBe(401);
        expect(response.json()).toEqual({ error: { code: 'delivery_forged', message: expect.any(String) } });
      });

      test.each(address.spoiled)(
        'refuses a delivery %s, keeps nothing of it, and takes the right one after it',
        async (name) => {
          const said = { text: ASKED, ...chat, id: 'm_1' };
          const spoiled = webhook().spoiled(said)[name];
          if (!spoiled) throw new Error('not among the spoiled ones');
          const response = await send(spoiled.request);
          expect([response.statusCode, response.json().error.code]).toEqual([spoiled.status, spoiled.code]);
          await settle();
          expect(platform.shown()).toEqual([]);
          expect(house.lines.join('')).not.toMatch(/天然气|zhangsan/);
          expect(await say(ASKED, { id: 'm_1' })).toHaveLength(1);
        },
      );

      test('refuses other methods, and addresses below it', async () => {
        const { path } = webhook();
        for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
          const response = await house.app.inject({ method, url: path });
          expect([response.statusCode, response.json().error.code]).toEqual([405, 'method_not_allowed']);
          expect(response.headers.allow).toContain('POST');
        }
        for (const url of [`${path}/`, `${path}/x`, `${path}x`])
          expect((await house.app.inject({ method: 'POST', url })).statusCode).toBe(404);
      });

      test('gives up on a body that only trickles in, while others are answered', async () => {
        Object.assign(house.app.server, { requestTimeout: 300, headersTimeout: 300, connectionsCheckingInterval: 50 });
        await house.app.listen({ host: '127.0.0.1', port: 0 });
        const slow = trickle((house.app.server.address() as AddressInfo).port, webhook().path);
        expect(await say(ASKED)).toHaveLength(1);
        expect(await slow).toMatch(/^HTTP\/1\.1 4\d\d /);
        expect(await say(ASKED)).toHaveLength(1);
        expect(house.lines.join('')).not.toContain('"level":50');
      });
    });

  describe('somebody who may not ask', () => {
    test('asks too fast: is told once, then nothing, and is answered again after a minute', async () => {
      await reopen({ ask: echoAsk, access: { perMinute: 2 } });
      await say('甲');
      await say('乙');
      expect(wordsOf(await say('丙'))).toBe('您问得很快，请稍等一分钟再问。');
      expect(await say('丁')).toEqual([]);
      const id = 'm_silent';
      expect(await say('戊', { id })).toEqual([]);
      expect(await say('戊', { id })).toEqual([]);
      time.pass(MINUTE);
      expect(wordsOf(await say('己'))).toContain('答：己（此前 2 问）');
    });

    test('asks too fast: others are answered', async () => {
      await reopen({ ask: echoAsk, access: { perMinute: 1 } });
      await say('甲');
      await say('乙');
      expect(wordsOf(await say('丙', { person: 'LiSi' }))).toContain('答：丙');
    });

    test('is not on the list of people: gets a line that says so', async () => {
      await reopen({ ask: echoAsk, access: { people: ['LiSi'] } });
      expect(wordsOf(await say('甲'))).toContain('不在可以使用问计的范围内');
      expect(wordsOf(await say('乙', { person: 'LiSi' }))).toContain('答：乙');
    });

    if (groups)
      test('is in a chat that is not on the list', async () => {
        await reopen({ ask: echoAsk, access: { chats: ['oc_group'] } });
        expect(wordsOf(await say('甲', { group: 'oc_other' }))).toContain('不在可以使用问计的范围内');
        expect(wordsOf(await say('乙'))).toContain('答：乙');
      });

    if (groups)
      test('is of another organisation: is refused, unless the administrator allows it', async () => {
        await reopen({ ask: echoAsk });
        expect(wordsOf(await say('甲', { outside: true }))).toContain('外部');
        await reopen({ ask: echoAsk, access: { external: true } });
        expect(wordsOf(await say('甲', { outside: true }))).toContain('答：甲');
      });
  });

  describe('when it cannot be taken', () => {
    /** What is not taken is delivered again; where it is not, the asker is told. */
    const refusedThenTaken = async (mend: () => Promise<void> | void): Promise<void> => {
      const before = platform.shown().length;
      const taken = await deliver('乙', { id: 'm_2' });
      if (lossy) await until('the asker is told', () => platform.shown().length > before);
      expect(taken).toBe(lossy === true);
      expect(wordsOf(platform.shown().slice(before))).toBe(lossy ? '服务出错，已记录，请稍后再试。' : '');
      await mend();
      expect(wordsOf(await say('乙', { id: lossy ? 'm_3' : 'm_2' }))).toContain('答：乙');
    };

    test('because too much is waiting, the platform shall deliver it again, and it is answered then', async () => {
      const path = onDisk();
      await reopen({ path, most: 1, ask: echoAsk });
      await house.chats.stop();
      expect(await deliver('甲', { id: 'm_1' })).toBe(true);
      await refusedThenTaken(async () => {
        await reopen({ path, ask: echoAsk });
        await takenUp();
      });
      expect(wordsOf(platform.shown())).toContain('答：甲');
    });

    test('because the disk takes nothing, the platform shall deliver it again, and it is answered once', async () => {
      await reopen({ ask: echoAsk });
      house.database.read.get('PRAGMA query_only = ON');
      await refusedThenTaken(() => {
        house.database.read.get('PRAGMA query_only = OFF');
      });
      expect(platform.shown().filter(({ words }) => words.includes('答：乙'))).toHaveLength(1);
    });
  });

  describe('a restart', () => {
    test('between acceptance and answer: the reply comes once, and another delivery changes nothing', async () => {
      const path = onDisk();
      await reopen({ path, ask: echoAsk });
      await house.chats.stop();
      expect(await deliver('甲', { id: 'm_1' })).toBe(true);
      expect(platform.shown()).toEqual([]);
      await reopen({ path, ask: echoAsk });
      await takenUp();
      await say('甲', { id: 'm_1' });
      expect(platform.shown().map(({ words }) => words.match(/答：./)?.[0])).toEqual(['答：甲']);
    });

    test('forgets nothing that was said within half an hour, and what is older', async () => {
      const path = onDisk();
      await reopen({ path, ask: echoAsk });
      await say('甲');
      await pass(29 * MINUTE);
      await reopen({ path, ask: echoAsk });
      expect(wordsOf(await say('乙'))).toContain('答：乙（此前 1 问）');
      await pass(30 * MINUTE);
      await reopen({ path, ask: echoAsk });
      expect(wordsOf(await say('丙'))).toContain('答：丙（此前 0 问）');
    });

    test('after the reply: what is delivered once more is not answered again', async () => {
      const path = onDisk();
      await reopen({ path, ask: echoAsk });
      await say('甲', { id: 'm_1' });
      await reopen({ path, ask: echoAsk });
      await pass(again);
      expect(await say('甲', { id: 'm_1' })).toEqual([]);
    });
  });
});
