import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../corpus.ts';
import { type ImportedDocument, noteOf } from '../import/document.ts';
import { type Preview, previewOf } from '../import/preview/preview.ts';
import { readDocument } from '../import/read.ts';
import { readTxt } from '../import/txt.ts';
import { readLines } from '../plan/lines.ts';
import { readPlan } from '../plan/outline/read-plan.ts';
import type { PlanShape } from '../plan/schema.ts';

/**
 * The document as received, for what was repaired in it; its text alone where it was not kept, or was recognised, which
 * takes minutes.
 */
const documentOf = async (
  folder: string,
  { source, recognised }: PlanShape,
  text: string,
): Promise<ImportedDocument> => {
  if (recognised !== undefined) {
    const warnings = noteOf('recognised', 1, recognised);
    return Object.assign({ name: source ?? 'plan.txt', format: 'pdf' as const }, readTxt(text), { warnings });
  }
  const path = source === undefined ? undefined : join(folder, source);
  if (path !== undefined && existsSync(path)) return readDocument(readFileSync(path), source ?? '');
  return { name: 'plan.txt', format: 'txt', ...readTxt(text) };
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
