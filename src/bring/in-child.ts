import type { ChildProcess } from 'node:child_process';
import { CodedError } from '../errors.ts';
import { startOwn } from '../own-child.ts';
import type { ReadingResult, ReadingStep, ReadingTask } from './draft.ts';

/** What reading one document may cost before it is stopped. */
export interface ReadingLimits {
  /** Counted anew for each page that is recognised. */
  readonly milliseconds: number;
  /** Of JavaScript's memory. */
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { milliseconds: 180_000, megabytes: 768 };
const LONGEST_STDERR = 2000;

type Message = { readonly step: ReadingStep } | { readonly result: ReadingResult };

/** Reads one draft. `stop` ends it. */
export interface RunningReading {
  readonly result: Promise<ReadingResult>;
  readonly stop: () => void;
}

export type StartReading = (task: ReadingTask, onStep: (step: ReadingStep) => void) => RunningReading;

const start = ({ megabytes }: ReadingLimits): ChildProcess =>
  startOwn(
    { name: './child', from: import.meta.url },
    { execArgv: [`--max-old-space-size=${megabytes}`], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );

const asRefusal = (error: CodedError): ReadingResult => ({
  status: 'refused',
  code: error.code,
  reason: error.message,
});

/**
 * Reads drafts in a process of their own, with a limit of time and of memory: it takes seconds, and jieba's dictionary,
 * which trying the plan teaches, is one for all threads of a process.
 */
export const readInChild =
  (limits: ReadingLimits = LIMITS): StartReading =>
  (task, onStep) => {
    const child = start(limits);
    let stderr = '';
    child.stderr?.on('data', (piece: Buffer) => {
      stderr = `${stderr}${piece}`.slice(-LONGEST_STDERR);
    });
    const result = new Promise<ReadingResult>((resolve, reject) => {
      const stop = (): void => {
        child.kill('SIGKILL');
        resolve(asRefusal(new CodedError('import_slow')));
      };
      let timer = setTimeout(stop, limits.milliseconds);
      child.on('message', (message: Message) => {
        if ('result' in message) return resolve(message.result);
        if (message.step === 'recognise') {
          clearTimeout(timer);
          timer = setTimeout(stop, limits.milliseconds);
        }
        onStep(message.step);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        const outOfMemory = signal === 'SIGABRT' || code === 134 || /heap out of memory/.test(stderr);
        if (outOfMemory) resolve(asRefusal(new CodedError('import_slow')));
        else reject(new Error(`reading ended with ${signal ?? code}: ${stderr}`));
      });
    });
    child.send(task);
    return { result, stop: () => void child.kill('SIGKILL') };
  };
