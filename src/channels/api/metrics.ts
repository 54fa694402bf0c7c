import type { FastifyPluginAsync } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer } from '../../types.ts';
import type { ModelEnd } from '../model/reader.ts';
import type { Sent } from '../work.ts';
import { createLabels } from './metrics-labels.ts';

/** One answered question. */
export interface AnsweredQuestion {
  /** `feishu`, `wecom-bot`, `api`, `mcp` … */
  readonly channel: string;
  readonly kind: string;
  readonly status: Answer['status'];
  /** Milliseconds from the question to its answer. */
  readonly ms: number;
}

/**
 * How a delivery of a platform was acknowledged. `known`: delivered before. `unready`: it shall come again. `refused`:
 * forged or malformed; `stale`: signed at another time than ours.
 */
export type Acknowledged =
  | 'accepted'
  | 'known'
  | 'done'
  | 'ignored'
  | 'refused'
  | 'stale'
  | 'unready'
  | 'full'
  | 'failed';

/** A channel as the gauges show it. */
export interface ChannelState {
  readonly name: string;
  /** No message of the bot passes until somebody acts. */
  readonly halted: boolean;
}

/** What the process counts. None of it takes a question's words, an id or a person's name. */
export interface Metrics {
  readonly answered: (question: AnsweredQuestion) => void;
  readonly delivered: (channel: string, outcome: Acknowledged) => void;
  /** One try of sending one message. */
  readonly sent: (channel: string, outcome: Sent['status']) => void;
  /** A question was put to the language model: how that ended, and how long it took. */
  readonly model: (how: ModelEnd, ms: number) => void;
  /** One transaction: milliseconds until it was on the disk, or until it failed. */
  readonly committed: (ms: number, ok: boolean) => void;
  /** How to read the number of waiting pieces of work; asked whenever the metrics are. */
  readonly depth: (read: () => number) => void;
  /** How to read which channels are halted. */
  readonly channels: (read: () => readonly ChannelState[]) => void;
  /** How to read what an administrator has to see to, by its name. */
  readonly troubles: (read: () => readonly string[]) => void;
  /** Prometheus' text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** Memory, CPU, event loop, garbage collection; their observers live as long as the process. Default: true. */
  readonly process?: boolean;
}

/** Seconds: an answer takes milliseconds, a disk that is slow tens of them. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** A model takes tenths of a second, or seconds. */
const MODEL_BUCKETS = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];

const SECOND = 1000;

const countersIn = (registers: Registry[]) => ({
  questions: new Counter({
    name: 'wenji_questions_total',
    help: 'Questions answered, by channel, kind of question and status of the answer.',
    labelNames: ['channel', 'kind', 'status'],
    registers,
  }),
  latency: new Histogram({
    name: 'wenji_answer_seconds',
    help: 'Seconds from a question to its answer.',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers,
  }),
  deliveries: new Counter({
    name: 'wenji_deliveries_total',
    help: 'Deliveries of the chat platforms, by how they were acknowledged.',
    labelNames: ['channel', 'outcome'],
    registers,
  }),
  sends: new Counter({
    name: 'wenji_sends_total',
    help: 'Tries of sending a message, by how they ended.',
    labelNames: ['channel', 'outcome'],
    registers,
  }),
  models: new Histogram({
    name: 'wenji_model_seconds',
    help: 'Seconds that the language model took to read a question, by how that ended.',
    labelNames: ['outcome'],
    buckets: MODEL_BUCKETS,
    registers,
  }),
  commits: new Histogram({
    name: 'wenji_store_commit_seconds',
    help: 'Seconds until a transaction was on the disk, or failed.',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers,
  }),
});

const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // What cannot be read has no value; the scrape must not fail for it.
  }
};

/** Gauges that are read when they are asked for. A reader that throws leaves its gauge out; the others are still told. */
const readersIn = (registers: Registry[], channelLabel: (channel: string) => string) => {
  let depth: (() => number) | undefined;
  let channels: (() => readonly ChannelState[]) | undefined;
  let troubles: (() => readonly string[]) | undefined;
  new Gauge({
    name: 'wenji_queue_depth',
    help: 'Pieces of work in the inbox that are not done.',
    registers,
    collect() {
      this.remove();
      if (depth) quietly(() => this.set(depth?.() ?? 0));
    },
  });
  new Gauge({
    name: 'wenji_channel_halted',
    help: '1 where no message of the bot passes until somebody acts.',
    labelNames: ['channel'],
    registers,
    collect() {
      this.reset();
      quietly(() => {
        for (const { name, halted } of channels?.() ?? []) this.set({ channel: channelLabel(name) }, halted ? 1 : 0);
      });
    },
  });
  new Gauge({
    name: 'wenji_trouble',
    help: '1 for each thing that an administrator has to see to, as in /healthz.',
    labelNames: ['name'],
    registers,
    collect() {
      this.reset();
      quietly(() => {
        for (const name of troubles?.() ?? []) this.set({ name: channelLabel(name.replace(/:.*$/, '')) }, 1);
      });
    },
  });
  return {
    troubles: (read: () => readonly string[]) => {
      troubles = read;
    },
    depth: (read: () => number) => {
      depth = read;
    },
    channels: (read: () => readonly ChannelState[]) => {
      channels = read;
    },
  };
};

/** The counters of one process, in a registry of their own: nothing is shared between two of them. */
export const createMetrics = ({ process: ofProcess = true }: MetricsOptions = {}): Metrics => {
  const registry = new Registry();
  const { questions, latency, deliveries, sends, models, commits } = countersIn([registry]);
  const [channelLabel, kindLabel] = [createLabels(), createLabels()];
  const readers = readersIn([registry], channelLabel);
  if (ofProcess) collectDefaultMetrics({ register: registry });
  return {
    ...readers,
    answered: ({ channel, kind, status, ms }) => {
      questions.inc({ channel: channelLabel(channel), kind: kindLabel(kind), status });
      latency.observe({ channel: channelLabel(channel) }, ms / SECOND);
    },
    delivered: (channel, outcome) => deliveries.inc({ channel: channelLabel(channel), outcome }),
    sent: (channel, outcome) => sends.inc({ channel: channelLabel(channel), outcome }),
    model: (how, ms) => models.observe({ outcome: how }, ms / SECOND),
    committed: (ms, ok) => commits.observe({ outcome: ok ? 'committed' : 'failed' }, ms / SECOND),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

/** `GET /metrics` in Prometheus' text format. */
export const metricsRoute =
  (metrics: Pick<Metrics, 'text' | 'contentType'>): FastifyPluginAsync =>
  async (scope) => {
    scope.get('/metrics', async (_request, reply) => {
      const body = await metrics.text();
      return reply.header('cache-control', 'no-store').type(metrics.contentType).send(body);
    });
  };
