import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFolder } from '../../src/bring/preview-folder.ts';
import { readBodyNames } from '../../src/corpus.ts';
import type { ImportedDocument } from '../../src/import/document.ts';
import { writeFolder } from '../../src/import/files.ts';
import { importPlan } from '../../src/import/import-plan.ts';
import { readDocument } from '../../src/import/read.ts';
import { mendRun, pairBrackets, recognisedWarning } from '../../src/import/repair/recognised.ts';
import { loadEngine, type Recognised } from '../../src/import/scan/engine.ts';
import { piecesOf } from '../../src/import/scan/layout.ts';
import { withEnd, withStart } from '../../src/import/scan/lines.ts';
import type { Canvas, Picture } from '../../src/import/scan/picture.ts';
import { rulesIn } from '../../src/import/scan/rules.ts';
import { angleOf } from '../../src/import/scan/upright.ts';
import type { Plan } from '../../src/types.ts';
import { codes, fixture } from './helper.ts';

const WITHOUT = (await loadEngine()) === undefined;
const SECONDS = 1000;

const bringing = { id: 'scanned', bodies: readBodyNames() };
const scanned = { name: 'scanned.pdf', bytes: fixture('scanned.pdf') };
const text = { name: 'scanned.txt', bytes: fixture('scanned.txt') };

/** Who does what until when, without the places where it stands. */
const facts = ({ document, tasks, indicators }: Plan) => ({
  number: document.number,
  dated: document.dated,
  period: document.period,
  indicators: indicators.map(({ name, values }) => [name, ...values.map(({ year, printed }) => `${year} ${printed}`)]),
  tasks: tasks.map(({ number, body, row }) => ({
    number,
    title: body.title,
    responsible: body.responsible.map(({ printed }) => printed),
    supporting: body.supporting.map(({ printed }) => printed),
    targets: row.targets,
  })),
});

describe('a pdf of pictures', () => {
  it.skipIf(WITHOUT)(
    'gives the tasks that its text gives, and is marked (needs @gutenye/ocr-node, which is no dependency)',
    { timeout: 300 * SECONDS },
    async () => {
      const pages: number[] = [];
      const read = await importPlan(scanned, { ...bringing, watch: ({ page }) => pages.push(page) });
      const own = facts((await importPlan(text, bringing)).reading.plan);
      expect(facts(read.reading.plan)).toEqual(own);
      expect([own.tasks.length, own.indicators.length]).toEqual([4, 4]);
      expect(pages).toEqual([1, 2]);
      expect(codes(read.document)).toContain('recognised');
      expect(read.preview.status).toBe(3);
    },
  );

  it.skipIf(!WITHOUT)('is refused with what to install where nothing can read it', async () => {
    await expect(readDocument(scanned.bytes, scanned.name)).rejects.toMatchObject({ code: 'import_pictures' });
    await expect(readDocument(scanned.bytes, scanned.name)).rejects.toThrow('npm install --no-save @gutenye/ocr-node');
  });
});

describe('what was recognised', () => {
  const recognised: ImportedDocument = {
    name: 'scanned.pdf',
    format: 'pdf',
    blocks: fixture('scanned.txt')
      .toString('utf8')
      .split('\n')
      .filter((line) => !line.includes('\t'))
      .map((line) => ({ kind: 'paragraph', text: line })),
    repairs: [],
    warnings: [{ code: 'recognised', count: 2, text: recognisedWarning([1, 2]) }],
  };

  it('is marked in the preview, in plan.json and when the folder is checked', async () => {
    const { preview, files } = await importPlan(scanned, { ...bringing, known: recognised });
    const doubts = preview.sections.flatMap((section) => section.doubts.map((doubt) => doubt.text));
    expect(doubts).toContain('识别所得，须人工核对：第 1、2 页的文字是从图片识别的');
    expect(preview.status).toBe(3);
    expect(JSON.parse(String(files['plan.json'])).recognised).toMatch(/^识别所得，须人工核对/);
    const to = await mkdtemp(join(tmpdir(), 'scan-'));
    try {
      const folder = await writeFolder({ to, id: 'scanned' }, files);
      const checked = await previewFolder(folder);
      expect(checked.status).toBe(3);
      expect(checked.counts.tasks).toBe(preview.counts.tasks);
      expect(checked.sections[0]?.doubts[0]?.text).toMatch(/^识别所得，须人工核对/);
      const { recognised: _, ...compared } = JSON.parse(String(files['plan.json']));
      await writeFile(join(folder, 'plan.json'), JSON.stringify(compared));
      expect((await previewFolder(folder)).status).toBe(0);
    } finally {
      await rm(to, { recursive: true });
    }
  });

  it.each([
    ['市政办发〔2019］9号', '市政办发〔2019〕9号'],
    ['市政办发【2019]9号', '市政办发〔2019〕9号'],
    ['市政办发2019〕第9号', '市政办发〔2019〕第9号'],
    ['张家口(大数据）、廊坊（电子信息)', '张家口（大数据）、廊坊（电子信息）'],
    ['《节水方案（2024—2026年)》', '《节水方案（2024—2026年）》'],
    ['（责任单位：市水务局、市财政局', '（责任单位：市水务局、市财政局）'],
    ['推进(1)水网（2)灌区', '推进(1)水网（2）灌区'],
    ['引[领高质量发展', '引领高质量发展'],
    ['GDP (current) 增长', 'GDP (current) 增长'],
    ['完成1）水网', '完成1）水网'],
  ])('has brackets in pairs: %s', (read, meant) => {
    expect(pairBrackets(read)).toBe(meant);
  });

  it('loses what the edges of the boxes put into it, and nothing else', () => {
    expect(mendRun('发展目标。1 1.产业规模')).toBe('发展目标。1.产业规模');
    expect(mendRun('发展思路。！ 坚持以')).toBe('发展思路。坚持以');
    expect(mendRun('引|入技术（2020一2022年）')).toBe('引入技术（2020—2022年）');
    expect(mendRun('水网 5 5 10')).toBe('水网 5 5 10');
  });

  it('is completed by its ends where they fit', () => {
    expect(withStart('推进工业节水。对年', '（二）推进工')).toBe('（二）推进工业节水。对年');
    expect(withStart('推进工业节水。对年', '三）加强领导')).toBe('推进工业节水。对年');
    expect(withEnd('市财政局、市国资委', '市国资委，')).toBe('市财政局、市国资委，');
    expect(withEnd('市财政局、市国资委', '巾国资委')).toBe('市财政局、市国资委');
  });
});

describe('the layout of a recognised page', () => {
  const run = (text: string, [left, top, right, bottom]: readonly [number, number, number, number]): Recognised => ({
    ...{ text, left, top, right, bottom },
    sure: 1,
  });

  it('has one size for lines whose boxes differ by a little', () => {
    const lines = ['各区县要把节水工作列入重要日程，', '制定本辖区的年度计划并抓好落实。', '总责。'];
    const boxes: readonly (readonly [number, number, number, number])[] = [
      [200, 100, 838, 134],
      [200, 170, 842, 206],
      [200, 240, 300, 284],
    ];
    const pieces = piecesOf(
      lines.map((line, at) => run(line, boxes[at] ?? [0, 0, 0, 0])),
      2105,
    );
    expect(new Set(pieces.map(({ size }) => size)).size).toBe(1);
    expect(pieces.map(({ x }) => x)).toEqual([80, 80, 80]);
  });

  it('divides what the engine put on one line far apart', () => {
    const body = run('各区县要把节水工作列入重要日程', [200, 300, 800, 334]);
    const pieces = piecesOf([run('省财政厅 省教育厅', [200, 100, 900, 134]), body], 2105);
    expect(pieces.map(({ text: piece }) => piece).slice(0, 2)).toEqual(['省财政厅', '省教育厅']);
    expect((pieces[1]?.x ?? 0) - (pieces[0]?.x ?? 0)).toBeGreaterThan(150);
  });

  /** A picture of which some pixels are dark. */
  const pictureOf = (width: number, height: number, dark: (x: number, y: number) => boolean): Picture => {
    const ink = new Uint8Array(width * height);
    for (let at = 0; at < ink.length; at++) ink[at] = dark(at % width, Math.floor(at / width)) ? 1 : 0;
    const canvas = { width, height } as Canvas;
    return { canvas, ink, make: () => canvas };
  };

  it('finds the lines of a table and takes no stroke of a character for one', () => {
    const picture = pictureOf(500, 400, (x, y) => {
      const level = [100, 200, 300].some((at) => y >= at && y < at + 2) && x >= 50 && x < 450;
      const upright = [50, 250, 448].some((at) => x >= at && x < at + 2) && y >= 100 && y < 302;
      return level || upright || (y === 150 && x > 100 && x < 130);
    });
    const rules = rulesIn(picture).map(({ rule }) => rule);
    expect(rules.filter(({ upright }) => !upright).map(({ at }) => at)).toEqual([119.6, 79.6, 39.6]);
    expect(rules.filter(({ upright }) => upright).map(({ at }) => at)).toEqual([20.4, 100.4, 179.6]);
  });

  it('tells by how much a sheet lay askew', () => {
    const lines = (slope: number) => pictureOf(800, 600, (x, y) => (y + Math.round(x * slope)) % 40 < 8);
    expect(angleOf(lines(0))).toBe(0);
    expect(angleOf(lines(0.01))).toBeCloseTo(0.01, 2);
    expect(angleOf(lines(-0.02))).toBeCloseTo(-0.02, 2);
  });
});
