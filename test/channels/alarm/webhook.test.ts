import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Alarm } from '../../../src/channels/alarm/alarms.ts';
import { postAlarm } from '../../../src/channels/alarm/webhook.ts';

const ALARM: Alarm = { status: 'begun', name: 'disk', reason: '满了', since: Date.UTC(2026, 0, 31), lasted: 0 };

let server: Server;
let url: string;
let answer: { readonly status: number; readonly body: string };
const got: { readonly path: string; readonly body: unknown }[] = [];

beforeEach(async () => {
  got.length = 0;
  answer = { status: 200, body: '{"code":0}' };
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    got.push({ path: request.url ?? '', body: JSON.parse(body) });
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.close());

describe('an alarm is posted', () => {
  test.each([
    ['/open-apis/bot/v2/hook/secret', { msg_type: 'text', content: { text: '出了故障' } }],
    ['/cgi-bin/webhook/send?key=secret', { msgtype: 'text', text: { content: '出了故障' } }],
    [
      '/alarms?token=secret',
      { text: '出了故障', status: 'begun', name: 'disk', reason: '满了', since: '2026-01-31T00:00:00.000Z' },
    ],
  ])('to %s in the shape that is read there', async (path, body) => {
    expect(await postAlarm(url + path, '出了故障', ALARM)).toBe(true);
    expect(got).toEqual([{ path, body }]);
  });

  test.each([
    [200, '{"code":19021,"msg":"sign match fail"}', false],
    [200, '{"errcode":93000,"errmsg":"invalid webhook url"}', false],
    [200, 'ok', true],
    [204, '', true],
    [302, '', false],
    [404, '', false],
    [500, '{"code":0}', false],
  ])('and %s %s means taken or not', async (status, body, taken) => {
    answer = { status, body };
    expect(await postAlarm(`${url}/alarms`, '出了故障', ALARM)).toBe(taken);
  });

  test('to nobody who answers: not taken', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await postAlarm(`${url}/alarms`, '出了故障', ALARM)).toBe(false);
  });
});
