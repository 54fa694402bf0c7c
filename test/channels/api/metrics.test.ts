import { describe, expect, test } from 'vitest';
import { type AskServices, askRoute } from '../../../src/channels/api/ask.ts';
import { createMetrics, metricsRoute } from '../../../src/channels/api/metrics.ts';
import { createLabels } from '../../../src/channels/api/metrics-labels.ts';
import { createOneByOne } from '../../../src/channels/api/one-by-one.ts';
import { KIND_LABELS } from '../../../src/channels/desk/names.ts';
import { echoAsk } from '../../fakes/answer.ts';
import { appWith, serverWithIds } from './served.ts';

const fresh = () => createMetrics({ process: false });

/** The samples of a text exposition, by name and labels. */
const samplesOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
  );

const read = async (metrics: ReturnType<typeof fresh>) => samplesOf(await metrics.text());

describe('what is counted can be read back at GET /metrics', () => {
  test('questions by channel, kind and status, and their latency in seconds', async () => {
    const metrics = fresh();
    metrics.answered({ channel: 'feishu', kind: 'responsible', status: 'answered', ms: 4 });
    metrics.answered({ channel: 'feishu', kind: 'responsible', status: 'answered', ms: 40 });
    metrics.answered({ channel: 'api', kind: 'not-found', status: 'not_found', ms: 1 });
    const { app } = await appWith(echoAsk, metricsRoute(metrics));
    const { statusCode, headers, body } = await app.inject('/metrics');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(headers['cache-control']).toBe('no-store');
    const samples = samplesOf(body);
    expect(samples.get('wenji_questions_total{channel="feishu",kind="responsible",status="answered"}')).toBe(2);
    expect(samples.get('wenji_questions_total{channel="api",kind="not-found",status="not_found"}')).toBe(1);
    expect(samples.get('wenji_answer_seconds_sum{channel="feishu"}')).toBeCloseTo(0.044);
    expect(samples.get('wenji_answer_seconds_bucket{le="0.005",channel="feishu"}')).toBe(1);
    expect(samples.get('wenji_answer_seconds_count{channel="feishu"}')).toBe(2);
    await app.close();
  });

  test('POST /api/ask counts its answers, and nothing that it refuses', async () => {
    const metrics = fresh();
    const { app } = serverWithIds();
    const converse: AskServices['converse'] = async (_, asked) => echoAsk({ ...asked, history: [] });
    const answered: AskServices['answered'] = ({ channel, answer: { kind, status }, ms }) =>
      metrics.answered({ channel, kind, status, ms });
    await app.register(askRoute({ ask: echoAsk, converse, oneByOne: createOneByOne(), answered }));
    app.setErrorHandler(async (_error, _request, reply) => reply.code(400).send({}));
    for (const payload of [{ question: '谁' }, { question: '谁', conversation: 'c' }, { question: ' ' }, {}])
      await app.inject({ method: 'POST', url: '/api/ask', payload });
    const samples = await read(metrics);
    expect(samples.get('wenji_questions_total{channel="api",kind="responsible",status="answered"}')).toBe(2);
    expect(samples.get('wenji_answer_seconds_count{channel="api"}')).toBe(2);
    await app.close();
  });

  test('deliveries, sends and commits by how they ended', async () => {
    const metrics = fresh();
    metrics.delivered('wecom-bot', 'accepted');
    metrics.delivered('wecom-bot', 'refused');
    metrics.delivered('wecom-bot', 'refused');
    metrics.sent('feishu', 'sent');
    metrics.sent('feishu', 'later');
    metrics.committed(12, true);
    metrics.committed(3, false);
    const samples = await read(metrics);
    expect(samples.get('wenji_deliveries_total{channel="wecom-bot",outcome="accepted"}')).toBe(1);
    expect(samples.get('wenji_deliveries_total{channel="wecom-bot",outcome="refused"}')).toBe(2);
    expect(samples.get('wenji_sends_total{channel="feishu",outcome="later"}')).toBe(1);
    expect(samples.get('wenji_store_commit_seconds_sum{outcome="committed"}')).toBeCloseTo(0.012);
    expect(samples.get('wenji_store_commit_seconds_count{outcome="failed"}')).toBe(1);
  });

  test('the queue and the halted channels are read anew at every scrape', async () => {
    const metrics = fresh();
    let [waiting, halted] = [3, true];
    metrics.depth(() => waiting);
    metrics.channels(() => [
      { name: 'feishu', halted },
      { name: 'wecom-app', halted: false },
    ]);
    const before = await read(metrics);
    expect(before.get('wenji_queue_depth')).toBe(3);
    expect(before.get('wenji_channel_halted{channel="feishu"}')).toBe(1);
    expect(before.get('wenji_channel_halted{channel="wecom-app"}')).toBe(0);
    [waiting, halted] = [0, false];
    const after = await read(metrics);
    expect([after.get('wenji_queue_depth'), after.get('wenji_channel_halted{channel="feishu"}')]).toEqual([0, 0]);
  });

  test('a queue that nobody told how to read, or that cannot be read, has no value and spoils no other', async () => {
    const metrics = fresh();
    expect((await read(metrics)).has('wenji_queue_depth')).toBe(false);
    metrics.depth(() => {
      throw new Error('the file is closed');
    });
    metrics.channels(() => {
      throw new Error('the file is closed');
    });
    metrics.sent('feishu', 'sent');
    const samples = await read(metrics);
    expect(samples.has('wenji_queue_depth')).toBe(false);
    expect(samples.get('wenji_sends_total{channel="feishu",outcome="sent"}')).toBe(1);
  });

  test('two apps share nothing', async () => {
    const [one, other] = [fresh(), fresh()];
    one.sent('feishu', 'sent');
    expect((await read(one)).size).toBe(1);
    expect((await read(other)).size).toBe(0);
  });

  test('memory, CPU and the event loop are told unless they are turned off', async () => {
    const samples = samplesOf(await createMetrics().text());
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect([...samples.keys()].some((name) => name.startsWith('nodejs_eventloop_lag'))).toBe(true);
    expect((await read(fresh())).size).toBe(0);
  });
});

describe('labels stay few and hold nobody’s words', () => {
  test('a question, an id or a name given as a label counts as other', async () => {
    const metrics = fresh();
    for (const word of ['谁负责', 'ou_7d8a6e6df7621556ce0d21922b676706ccs', 'A"b\n', 'x y', ''])
      metrics.answered({ channel: word, kind: word, status: 'answered', ms: 1 });
    const text = await metrics.text();
    expect([...samplesOf(text).keys()].filter((name) => name.startsWith('wenji_questions_total'))).toEqual([
      'wenji_questions_total{channel="other",kind="other",status="answered"}',
    ]);
    expect(text).not.toMatch(/谁负责|ou_7d/);
  });

  test('the hundred-and-first value of a label counts as other', () => {
    const label = createLabels();
    const values = Array.from({ length: 150 }, (_, at) => label(`kind-${at}`));
    expect(new Set(values).size).toBe(101);
    expect(values.at(-1)).toBe('other');
    expect(label('kind-5')).toBe('kind-5');
  });

  test('every kind of answer has a label of its own', () => {
    const label = createLabels();
    expect(KIND_LABELS.map(label)).toEqual(KIND_LABELS);
  });
});
