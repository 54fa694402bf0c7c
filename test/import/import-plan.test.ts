import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBodyNames } from '../../src/corpus.ts';
import { importPlan } from '../../src/import/import-plan.ts';

const bring = (text: string) =>
  importPlan({ name: 'plan.txt', bytes: new TextEncoder().encode(text) }, { id: 'any', bodies: readBodyNames() });

const HEAD = '云州省水利建设实施方案\n各市人民政府：\n为加快建设，制定本方案。\n一、任务\n';

describe('the preview can fail', () => {
  it('everything attached: 0', async () => {
    const { preview } = await bring(`${HEAD}（一）修渠。修渠。（省水利厅负责）\n（二）修坝。修坝。（省农业厅负责）\n`);
    expect(preview.status).toBe(0);
    expect(preview.counts).toMatchObject({
      tasks: 2,
      marks: 2,
      attached: 2,
      units: 2,
      unknown: 0,
      unplaced: 0,
      doubts: 0,
    });
  });

  it('a mark that no task has: 3, with its line', async () => {
    const { preview } = await bring(
      `${HEAD}（一）修渠。修渠。（省水利厅负责）\n（二）修坝（具体负责人另定）。修坝。（省农业厅负责）\n`,
    );
    expect(preview.status).toBe(3);
    expect(preview.sections.flatMap(({ doubts }) => doubts)).toEqual([
      { text: '没有归入任务：具体负责人另定', line: 6 },
    ]);
    expect(preview.texts[6]).toContain('修坝（具体负责人另定）');
  });

  it('a gap in the numbers: 3', async () => {
    const { preview } = await bring(`${HEAD}（一）修渠。修渠。（省水利厅负责）\n（三）修坝。修坝。（省农业厅负责）\n`);
    expect(preview.status).toBe(3);
    expect(preview.sections.flatMap(({ doubts }) => doubts)).toEqual([{ text: '编号不连续 1.3', line: 6 }]);
  });

  it('no task and no indicator: 2', async () => {
    const { preview } = await bring('云州省水利建设情况通报\n去年修渠三条。\n今年继续。\n');
    expect(preview.status).toBe(2);
  });

  it('the folder keeps the file as received, and needs nothing made by hand', async () => {
    const { files } = await bring(`${HEAD}（一）修渠。修渠。（省水利厅负责）\n`);
    expect(Object.keys(files)).toEqual(['source.txt', 'plan.txt', 'plan.json', 'units.json']);
    expect(JSON.parse(String(files['plan.json']))).toMatchObject({
      id: 'any',
      document: { title: '云州省水利建设实施方案' },
    });
    expect(JSON.parse(String(files['units.json'])).units[0]).toMatchObject({ name: '省水利厅' });
  });

  it('a table left one cell a line is put together again', async () => {
    const rows = [1, 2, 3].flatMap((number) => [`${number}`, `修渠${number}`, `修第${number}条渠`, '省水利厅']);
    const { reading, preview } = await bring(
      `云州省水利建设实施方案\n附件\n${['序号', '工作任务', '主要内容', '责任单位', ...rows].join('\n')}\n`,
    );
    expect(reading.plan.tasks.map(({ body }) => body.title)).toEqual(['修渠1', '修渠2', '修渠3']);
    expect(preview.counts).toMatchObject({ marks: 3, attached: 3 });
  });

  it('a docx with automatic numbers gives the facts of its text', async () => {
    const read = async (name: string) => {
      const bytes = readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));
      const { reading } = await importPlan({ name, bytes }, { id: 'any', bodies: readBodyNames() });
      return reading.plan.tasks.map(({ body }) => [
        body.clause,
        body.title,
        body.responsible.map(({ printed }) => printed),
      ]);
    };
    const [docx, text] = [await read('automatic-numbers.docx'), await read('automatic-numbers.txt')];
    expect(docx.length).toBeGreaterThan(30);
    expect(docx).toEqual(text);
  });
});
