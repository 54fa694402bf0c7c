import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBodyNames } from '../corpus.ts';
import { CodedError } from '../errors.ts';
import type { ImportedDocument } from '../import/document.ts';
import { writeFolder } from '../import/files.ts';
import { importPlan } from '../import/import-plan.ts';
import { DRAFT_FILES, type DraftReading, type ReadingResult, type ReadingStep, type ReadingTask } from './draft.ts';
import { tryQuestions } from './trial.ts';

const tried = (folder: string, questions: readonly string[]): Pick<DraftReading, 'trials' | 'untried'> => {
  try {
    return { trials: tryQuestions(folder, questions) };
  } catch (error) {
    return { trials: [], untried: error instanceof Error ? error.message : String(error) };
  }
};

const recognisedBefore = async (folder: string): Promise<ImportedDocument | undefined> => {
  const text = await readFile(join(folder, DRAFT_FILES.recognised), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
};

/** Reads a draft's file with its corrections and writes what came of it into `next`, in the draft's folder. */
export const readDraft = async (task: ReadingTask, onStep: (step: ReadingStep) => void): Promise<ReadingResult> => {
  const { folder, name, plan, corrections } = task;
  const next = join(folder, DRAFT_FILES.next);
  try {
    onStep('read');
    const bytes = await readFile(join(folder, DRAFT_FILES.received));
    const known = await recognisedBefore(folder);
    const watch = (): void => onStep('recognise');
    const { preview, files, examples, document } = await importPlan(
      { name, bytes },
      { id: plan, bodies: readBodyNames(), corrections, watch, ...(known && { known }) },
    );
    if (document.warnings.some(({ code }) => code === 'recognised')) {
      await writeFile(join(folder, DRAFT_FILES.recognised), JSON.stringify(document));
    }
    await rm(next, { recursive: true, force: true });
    await mkdir(next, { recursive: true });
    const made = await writeFolder({ to: next, id: DRAFT_FILES.plan }, files);
    onStep('try');
    const reading: DraftReading = { preview, ...(preview.status === 2 ? { trials: [] } : tried(made, examples)) };
    await writeFile(join(next, DRAFT_FILES.reading), JSON.stringify(reading));
    return { status: 'read' };
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    if (error instanceof CodedError) return { status: 'refused', code: error.code, reason: error.message };
    throw error;
  }
};
