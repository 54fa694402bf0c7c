import { describe, expect, test } from 'vitest';
import { type Check, readyRoute, readySchema } from '../../../src/channels/api/ready.ts';
import { botCheck, channelChecks, PATIENCE, storeCheck } from '../../../src/channels/api/ready-checks.ts';
import { openStore } from '../../../src/store/store.ts';
import { echoAsk } from '../../fakes/answer.ts';
import { bot } from '../../helper.ts';
import { appWith, serverWithIds } from './served.ts';

const well: Check = { name: 'well', run: () => undefined };

const ready = async (...checks: readonly Check[]) => {
  const { app, lines } = await appWith(echoAsk, readyRoute({ checks }));
  const response = await app.inject('/readyz');
  await app.close();
  return { status: response.statusCode, body: readySchema.parse(response.json()), lines, headers: response.headers };
};

describe('GET /readyz', () => {
  test('200 with the names of the checks when all of them are well', async () => {
    const { status, body, headers } = await ready(
      well,
      botCheck(() => bot.plan.tasks.length),
    );
    expect([status, body]).toEqual([200, { status: 'ready', checks: ['well', 'bot'] }]);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('503 with the names of those that fail; why stands in the log alone', async () => {
    const broken: Check = { name: 'store', run: () => 'disk /var/lib/wenji is full' };
    const { status, body, lines } = await ready(
      well,
      broken,
      botCheck(() => 0),
    );
    expect([status, body]).toEqual([503, { status: 'unready', failing: ['store', 'bot'] }]);
    expect(JSON.stringify(body)).not.toContain('disk');
    expect(lines.filter((line) => line.includes('disk /var/lib/wenji is full')).length).toBe(1);
  });

  test('a check that throws or rejects has failed', async () => {
    const throws: Check = {
      name: 'throws',
      run: () => {
        throw new Error('no');
      },
    };
    const rejects: Check = { name: 'rejects', run: () => Promise.reject(new Error('no')) };
    expect((await ready(throws, rejects, well)).body).toEqual({ status: 'unready', failing: ['throws', 'rejects'] });
  });

  test('a check that never answers has failed when its time is up', async () => {
    const { app } = await appWith(
      echoAsk,
      readyRoute({
        checks: [{ name: 'silent', run: () => new Promise(() => {}) }],
        later: (_ms, then) => {
          setImmediate(then);
          return () => {};
        },
      }),
    );
    const response = await app.inject('/readyz');
    expect([response.statusCode, response.json()]).toEqual([503, { status: 'unready', failing: ['silent'] }]);
    await app.close();
  });

  test('a hundred probes at once run each check once', async () => {
    let runs = 0;
    const counted: Check = {
      name: 'counted',
      run: async () => {
        runs += 1;
        await new Promise(setImmediate);
        await new Promise(setImmediate);
        return undefined;
      },
    };
    const { app } = await appWith(echoAsk, readyRoute({ checks: [counted] }));
    await app.ready();
    const all = await Promise.all(Array.from({ length: 100 }, () => app.inject('/readyz')));
    expect(all.every(({ statusCode }) => statusCode === 200)).toBe(true);
    expect(runs).toBeLessThan(10);
    const before = runs;
    await app.inject('/readyz');
    expect(runs).toBe(before + 1);
    await app.close();
  });
});

describe('the checks', () => {
  test('the store is well while it writes, and not after it is closed', async () => {
    const store = await openStore({ path: ':memory:', days: 14, now: Date.now });
    const check = storeCheck(() => store.tidy());
    expect((await ready(check)).status).toBe(200);
    await store.close();
    expect((await ready(check)).body).toEqual({ status: 'unready', failing: ['store'] });
  });

  test('a channel may be in trouble for five minutes, and begins anew once it was well', async () => {
    let [now, reason]: [number, string | undefined] = [0, 'connection refused'];
    const checks = channelChecks({
      channels: [{ name: 'feishu', trouble: () => reason }, { name: 'web' }],
      now: () => now,
    });
    const failing = async () => {
      const { body } = await ready(...checks);
      return body.status === 'unready' ? body.failing : [];
    };
    expect(await failing()).toEqual([]);
    now = PATIENCE - 1;
    expect(await failing()).toEqual([]);
    now = PATIENCE;
    expect(await failing()).toEqual(['channel:feishu']);
    reason = undefined;
    expect(await failing()).toEqual([]);
    reason = 'connection refused';
    now += PATIENCE - 1;
    expect(await failing()).toEqual([]);
  });
});

describe('request ids', () => {
  const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

  const answered = async (id?: string, url = '/here') => {
    const { app, lines } = serverWithIds();
    app.get('/here', async (request) => {
      request.log.info('at work');
      return {};
    });
    const response = await app.inject({ url, headers: id === undefined ? {} : { 'x-request-id': id } });
    await app.close();
    return { id: response.headers['x-request-id'], lines };
  };

  test.each(['a', 'req-1', '4bf92f3577b34da6a3ce929d0e0e4736', 'A.b_c-9', 'x'.repeat(64)])(
    '%s is taken over, sent back and stands in every line of the request',
    async (id) => {
      const { id: back, lines } = await answered(id);
      expect(back).toBe(id);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.map((line) => JSON.parse(line).reqId)).toEqual(lines.map(() => id));
    },
  );

  test.each(['', ' ', 'a b', 'x'.repeat(65), '-a', 'a-', '{"level":60}', '$(id)', 'a/b', undefined])(
    '%j is not taken over: the request gets an id of its own',
    async (id) => {
      const { id: back, lines } = await answered(id);
      expect(back).toMatch(UUID);
      expect(lines.map((line) => JSON.parse(line).reqId)).toEqual(lines.map(() => back));
    },
  );

  test.each(['/nowhere', '/%zz'])('an error (%s) has one too', async (url) => {
    expect((await answered('req-404', url)).id).toBe('req-404');
  });
});
