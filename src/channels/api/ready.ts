import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';

/** One thing that must be well before questions are sent here. Resolves to what is wrong, to undefined when nothing is. */
export interface Check {
  /** Stands in the answer: `store`. */
  readonly name: string;
  readonly run: () => string | undefined | Promise<string | undefined>;
}

/** What `GET /readyz` says: the names of the checks, and of those that fail. What is wrong stands in the log. */
export const readySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ready'), checks: z.array(z.string()) }),
  z.strictObject({ status: z.literal('unready'), failing: z.array(z.string()).min(1) }),
]);

export interface ReadyOptions {
  readonly checks: readonly Check[];
  /** Calls back after milliseconds; returns how to call it off. */
  readonly later?: (ms: number, then: () => void) => () => void;
}

/** Milliseconds after which a check that does not answer has failed. */
const DEADLINE = 2000;

const timer = (ms: number, then: () => void): (() => void) => {
  const timeout = setTimeout(then, ms);
  return () => clearTimeout(timeout);
};

interface Failure {
  readonly name: string;
  readonly reason: string;
}

const runCheck = async ({ name, run }: Check, later: typeof timer): Promise<readonly Failure[]> => {
  let callOff = (): void => {};
  const late = new Promise<string>((resolve) => {
    callOff = later(DEADLINE, () => resolve('no answer in time'));
  });
  try {
    const reason = await Promise.race([Promise.resolve().then(run), late]);
    return reason === undefined ? [] : [{ name, reason }];
  } catch (error) {
    return [{ name, reason: error instanceof Error ? error.message : String(error) }];
  } finally {
    callOff();
  }
};

/** `GET /readyz`: 200 when every check is well, 503 with the names of those that are not. */
export const readyRoute =
  ({ checks, later = timer }: ReadyOptions): FastifyPluginAsync =>
  async (scope) => {
    let running: Promise<readonly Failure[]> | undefined;
    // However many ask at once, each check runs once: one of them writes to the disk.
    const runAll = (): Promise<readonly Failure[]> => {
      running ??= Promise.all(checks.map((check) => runCheck(check, later)))
        .then((failures) => failures.flat())
        .finally(() => {
          running = undefined;
        });
      return running;
    };
    scope.get('/readyz', async (request, reply) => {
      const failures = await runAll();
      reply.header('cache-control', 'no-store');
      if (failures.length === 0) return reply.send({ status: 'ready', checks: checks.map(({ name }) => name) });
      for (const { name, reason } of failures) request.log.warn({ check: name, reason }, 'not ready');
      return reply.code(503).send({ status: 'unready', failing: failures.map(({ name }) => name) });
    });
  };
