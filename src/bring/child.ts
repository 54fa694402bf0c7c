import type { ReadingTask } from './draft.ts';
import { readDraft } from './read-draft.ts';

/** A process of its own that reads one draft, tells its steps and the result, and ends. */
process.once('message', (task: ReadingTask) => {
  const tell = (message: object): void => void process.send?.(message);
  readDraft(task, (step) => tell({ step })).then(
    (result) => process.send?.({ result }, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});

// Nobody waits for the result.
process.once('disconnect', () => process.exit(1));
