import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBot, ownLang } from '../../src/bot.ts';
import { previewFolder } from '../../src/bring/preview-folder.ts';
import { shapeIn } from '../../src/bring/shape-in.ts';
import { readBodyNames, readCorpus } from '../../src/corpus.ts';
import { writeFolder } from '../../src/import/files.ts';
import { importPlan } from '../../src/import/import-plan.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { type Corrections, NO_CORRECTIONS } from '../../src/plan/schema.ts';

const TEXT = `云州省水利建设实施方案
各市人民政府：
为加快建设，制定本方案。
一、任务
（一）修渠。修渠。
1.修东渠。修东渠。（省水利厅负责，省农委、具体处室配合）
2.修西渠。修西渠。（省水务厅负责）
（二）修坝。修坝。（省农业委员会负责）
`;

const bring = (corrections: Partial<Corrections>, text = TEXT) =>
  importPlan(
    { name: 'plan.txt', bytes: new TextEncoder().encode(text) },
    { id: 'any', bodies: readBodyNames(), corrections: { ...NO_CORRECTIONS, ...corrections } },
  );

const who = async (corrections: Partial<Corrections>) => {
  const { plan } = (await bring(corrections)).reading;
  return plan.tasks.map(({ body }) => [
    body.title,
    body.responsible.flatMap(({ means }) => means).join('、'),
    body.supporting.map(({ means, printed }) => means[0] ?? `?${printed}`).join('、'),
  ]);
};

describe('a person corrects what was read', () => {
  it('without corrections: as printed', async () => {
    expect(await who({})).toEqual([
      ['修东渠', '省水利厅', '省农委、具体处室'],
      ['修西渠', '省水务厅', ''],
      ['修坝', '省农业委员会', ''],
    ]);
  });

  it('two names are one body; a body has another name; a name is no body', async () => {
    const names = [
      { printed: '省水务厅', means: '省水利厅' },
      { printed: '省农业委员会', means: '省农业农村厅' },
      { printed: '具体处室' },
    ];
    const { reading } = await bring({ names });
    expect(await who({ names })).toEqual([
      ['修东渠', '省水利厅', '省农委'],
      ['修西渠', '省水利厅', ''],
      ['修坝', '省农业农村厅', ''],
    ]);
    const [task] = reading.plan.tasks;
    expect(task?.body.marks?.[0]?.printed).toContain('具体处室');
    expect(reading.plan.registry.units.map(({ name }) => name)).not.toContain('具体处室');
  });

  it('a correction of a name that an earlier correction gave', async () => {
    const names = [
      { printed: '省水务厅', means: '省水利局' },
      { printed: '省水利局', means: '省水利厅' },
    ];
    expect((await who({ names }))[1]).toEqual(['修西渠', '省水利厅', '']);
  });

  it('the level of the tasks', async () => {
    expect((await who({ level: 'section' })).map(([title]) => title)).toEqual(['修渠', '修坝']);
  });

  it('title, number, date, period; what was found stays on record', async () => {
    const document = { title: '云州省水利方案', number: '云政〔2023〕5号', period: [2023, 2025] as [number, number] };
    const { preview, files } = await bring({ document });
    expect(preview.document).toMatchObject(document);
    expect(preview.found).toMatchObject({ title: '云州省水利建设实施方案', number: '' });
    const front = preview.sections.find(({ id }) => id === 'front');
    expect(front?.lines.slice(0, 2)).toEqual([
      { label: '标题', text: '云州省水利方案（另行写明）' },
      { label: '文号', text: '云政〔2023〕5号（另行写明）' },
    ]);
    expect(JSON.parse(String(files['plan.json']))).toMatchObject({
      document: { title: '云州省水利建设实施方案' },
      corrections: { document },
    });
  });

  it('what a person says and the text does not print is answered, and cited as said by a person', async () => {
    const document = { number: '云政〔2023〕5号', dated: '2023年3月5日', period: [2023, 2025] as [number, number] };
    const { files } = await bring({ document });
    const folder = await writeFolder({ to: await mkdtemp(join(tmpdir(), 'wenji-said-')), id: 'any' }, files);
    const { ask } = createBot({ corpus: readCorpus(folder), lang: ownLang() });
    const asked = (text: string) => {
      const { status, text: said, citations } = ask({ text, history: [] });
      return [status, said, citations.map(({ label }) => label)];
    };
    for (const [question, value] of [
      ['文号是多少？', '云政〔2023〕5号'],
      ['什么时候印发的？', '2023年3月5日'],
    ] as const) {
      expect(asked(question)).toEqual([
        'answered',
        expect.stringContaining(value),
        expect.arrayContaining(['管理员写明']),
      ]);
    }
    expect(asked('修东渠由谁负责？')).toEqual(['answered', expect.stringContaining('省水利厅'), expect.anything()]);
  });

  it('the folder keeps them: the plan is read from it as in the preview, and the preview of it is the same', async () => {
    const corrections: Corrections = {
      document: { title: '云州省水利方案' },
      level: 'section',
      names: [{ printed: '省水务厅', means: '省水利厅' }, { printed: '具体处室' }],
    };
    const { reading, preview, files } = await bring(corrections);
    const folder = await writeFolder({ to: await mkdtemp(join(tmpdir(), 'wenji-corrected-')), id: 'any' }, files);
    expect(shapeIn(folder)?.corrections).toEqual(corrections);
    const plan = parsePlan(readCorpus(folder));
    expect(plan.document).toEqual(reading.plan.document);
    expect(plan.tasks).toEqual(reading.plan.tasks);
    expect(await readFile(join(folder, 'plan.txt'), 'utf8')).toBe(TEXT);
    const again = await previewFolder(folder);
    const without = (sections: typeof preview.sections) => sections.filter(({ id }) => id !== 'documents');
    expect(without(again.sections)).toEqual(without(preview.sections));
    expect(again.counts).toEqual(preview.counts);
  });
});
