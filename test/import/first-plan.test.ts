import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { readDocument } from '../../src/import/read.ts';
import { writeText } from '../../src/import/write-text.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import type { Plan } from '../../src/types.ts';
import { PLAN_FOLDER, SOURCE } from '../helper.ts';

/** What a plan says, without the numbers of its lines. */
const facts = ({ document, clauses, tasks, indicators, unplaced, unpaired }: Plan) => ({
  document,
  clauses: clauses.map(({ id, text }) => [id, text]),
  tasks,
  indicators,
  unplaced,
  unpaired,
});

describe('the first plan', () => {
  it('read by the importer gives the same clauses, tasks and indicators', async () => {
    const document = await readDocument(Buffer.from(SOURCE), 'plan.txt');
    expect([...document.repairs, ...document.warnings]).toEqual([]);
    const files = readCorpus(PLAN_FOLDER);
    const imported = parsePlan(Object.assign({}, files, { source: writeText(document) }));
    expect(facts(imported)).toEqual(facts(parsePlan(files)));
  });
});
