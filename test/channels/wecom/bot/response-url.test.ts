import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postResponse } from '../../../../src/channels/wecom/bot/response-url.ts';
import { isWritten } from '../../../../src/channels/wecom/http.ts';
import type { Outgoing } from '../../../../src/channels/wecom/outgoing.ts';
import { freePort } from '../../../fakes/ports.ts';
import { type FakeWecomApi, fakeWecomApi } from '../../../fakes/wecom-api.ts';

let fake: FakeWecomApi;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  fake = await fakeWecomApi(() => clock);
});

afterEach(() => fake.close());

const ANSWER: Outgoing = { kind: 'markdown', content: '**市发改委**' };

const post = (url: string, message: Outgoing = ANSWER, at = clock) =>
  postResponse(url, message, {
    allows: (address) => address.startsWith(fake.url),
    at,
    now: () => clock,
    timeout: 5000,
  });

describe('an answer by response_url', () => {
  test('is shown under the message; plain text goes as Markdown, which is all that is taken there', async () => {
    expect(await post(fake.responseUrl('a'))).toEqual({ status: 'sent' });
    expect(await post(fake.responseUrl('b'), { kind: 'text', content: '市发改委' })).toEqual({ status: 'sent' });
    const card = {
      card_type: 'text_notice',
      main_title: { title: '市发改委' },
      card_action: { type: 1, url: 'https://example.cn' },
    };
    expect(await post(fake.responseUrl('c'), { kind: 'card', card })).toEqual({ status: 'sent' });
    expect(fake.shown).toEqual([
      { to: 'a', message: { markdown: '**市发改委**' } },
      { to: 'b', message: { markdown: '市发改委' } },
      { to: 'c', message: { card } },
    ]);
  });

  test('works once: the second is refused', async () => {
    const url = fake.responseUrl('a');
    await post(url);
    expect(await post(url)).toMatchObject({ status: 'refused' });
    expect(fake.shown).toHaveLength(1);
  });

  test('after an hour is not even tried; the platform refuses it as well', async () => {
    const url = fake.responseUrl('a');
    const asked = clock;
    clock += 3_600_000;
    expect(await post(url, ANSWER, asked)).toEqual({ status: 'refused', reason: 'response_url is over' });
    expect(fake.requests).toEqual([]);
    expect(await post(url)).toMatchObject({ status: 'refused' });
    expect(fake.shown).toEqual([]);
  });

  test('never goes to an address that is not allowed', async () => {
    for (const url of ['https://qyapi.weixin.qq.com.example.cn/x', 'file:///etc/passwd', 'not an address', ''])
      expect(await post(url)).toEqual({ status: 'refused', reason: 'not an address of the platform' });
  });

  test('too long is refused', async () => {
    expect(await post(fake.responseUrl('a'), { kind: 'text', content: 'x'.repeat(20_481) })).toMatchObject({
      status: 'refused',
    });
  });

  test('busy or over the limit: later', async () => {
    fake.failNext({ kind: 'code', code: -1 }, { kind: 'code', code: 45009 });
    expect(await post(fake.responseUrl('a'))).toEqual({ status: 'later', reason: 'errcode -1' });
    expect(await post(fake.responseUrl('a'))).toEqual({ status: 'later', reason: 'errcode 45009', after: 60_000 });
  });

  test('a code about tokens is about this address alone and halts nothing', async () => {
    fake.failNext({ kind: 'code', code: 40014 });
    expect(await post(fake.responseUrl('a'))).toEqual({ status: 'refused', reason: 'errcode 40014' });
  });
});

describe('when it is unknown what became of it', () => {
  test.each([
    ['the connection is cut after the message is shown', { kind: 'reset' }, 1],
    ['there is no answer', { kind: 'hang' }, 0],
    ['there is a page in place of an answer', { kind: 'page', http: 502 }, 0],
  ] as const)('%s: it is not sent again', async (_what, fault, shown) => {
    fake.failNext(fault);
    expect(await post(fake.responseUrl('a'))).toEqual({ status: 'dropped', reason: 'unknown outcome' });
    expect(fake.requests).toHaveLength(1);
    expect(fake.shown).toHaveLength(shown);
  });

  test('nobody listens: nothing was written, so that it may be tried later', async () => {
    const url = `http://127.0.0.1:${await freePort()}/cgi-bin/aibot/response?response_code=a`;
    const sent = await postResponse(url, ANSWER, { allows: () => true, at: clock, now: () => clock, timeout: 5000 });
    expect(sent).toEqual({ status: 'later', reason: 'network', unreached: true });
  });

  test('a host with several addresses and none that listens: the same; with one that broke off: unknown', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const reset = Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' });
    const failed = (errors: readonly Error[]) => new TypeError('fetch failed', { cause: new AggregateError(errors) });
    expect(isWritten(failed([refused, refused]))).toBe(false);
    expect(isWritten(failed([refused, reset]))).toBe(true);
    expect(isWritten(new TypeError('fetch failed', { cause: reset }))).toBe(true);
    expect(isWritten('anything else')).toBe(true);
  });
});
