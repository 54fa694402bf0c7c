import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../corpus.ts';
import { CodedError } from '../errors.ts';
import { type ImportedDocument, noteOf } from '../import/document.ts';
import { type Preview, previewOf } from '../import/preview/preview.ts';
import { readDocument } from '../import/read.ts';
import { readTxt } from '../import/txt.ts';
import { readLines } from '../plan/lines.ts';
import { readPlan } from '../plan/outline/read-plan.ts';
import type { PlanShape } from '../plan/schema.ts';

/** Recognising pictures again takes minutes, and would not know what a person corrected in the text since. */
const refuseScan = (): never => {
  throw new CodedError('import_pictures');
};

/** The document as received, for what was repaired in it; its text alone where it was not kept or was recognised. */
const documentOf = async (
  folder: string,
  { source, recognised }: PlanShape,
  text: string,
): Promise<ImportedDocument> => {
  const own = Object.assign({ name: 'plan.txt', format: 'txt' as const }, readTxt(text));
  if (recognised !== undefined) return Object.assign(own, { warnings: noteOf('recognised', 1, recognised) });
  const path = source === undefined ? undefined : join(folder, source);
  if (path === undefined || !existsSync(path)) return own;
  return readDocument(readFileSync(path), source ?? '', refuseScan).catch((error: unknown) => {
    if (error instanceof CodedError && error.code === 'import_pictures') return own;
    throw error;
  });
};

/**
 * Returns the preview of a plan's folder as it stands, with whatever a person wrote into its files.
 *
 * @throws CodedError `corpus_invalid`
 */
export const previewFolder = async (folder: string): Promise<Preview> => {
  const { shape, source, registry, bodyNames: bodies } = readCorpus(folder);
  const reading = readPlan({ shape, source, registry, bodies });
  const document = await documentOf(folder, shape, source);
  return previewOf({ document, reading, lines: readLines(source), examples: shape.examples });
};
