import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { docxOf, p, zipOf } from '../import/helper.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PLAN = `云州省水利建设实施方案
各市人民政府：
一、重点任务
（一）修渠。修渠。（省水利厅负责）
（二）修坝。修坝。（省农业厅负责）
`;
const SECOND = PLAN.replaceAll('水利', '公路').replace('修渠。修渠。', '修路。修路。');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PICTURES =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};

const withoutHeader = async (): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('a').addRows([
    [1, 2],
    [3, 4],
  ]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

let folder: string;
let to: string;
const file = (name: string, contents: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
};
const written = (): readonly string[] => (existsSync(to) ? readdirSync(to) : []);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenji-import-'));
  to = join(folder, 'plans');
});

describe('the command refuses with the remedy and writes nothing', () => {
  const refused: Readonly<Record<string, string>> = {
    '01-empty.txt': '文件里没有文字：请核对是不是选错了文件。',
    '02-encrypted.docx': '请去掉密码另存后再导入。',
    '03-broken.docx': '请用 Word、WPS 或浏览器打开，另存一份后再导入。',
    '04-bomb.docx': '文件展开后异常庞大，没有读取',
    '05-pictures.pdf': '这份 PDF 只有图片，没有文字：请找文字版',
    '06-no-header.xlsx': '请给表格加一行表头',
    '07-scripts.html': '文件里没有文字',
    '08-large.txt': '文件有 30 MB。 文件过大：请只留计划正文与附表',
    '09-old.doc': '这是旧式文档（.doc、.wps），请另存为 .docx。',
  };

  test('a folder of such files: a line each, 2', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    const contents: readonly (string | Buffer)[] = [
      '',
      Buffer.concat([OLE, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
      docxOf(p('一、目标')).subarray(0, 200),
      zipOf({ 'word/document.xml': Buffer.alloc(9 * 1024 * 1024) }),
      PICTURES,
      await withoutHeader(),
      '<html><script>var a = "任务"</script></html>',
      Buffer.alloc(30 * 1024 * 1024, 97),
      Buffer.concat([OLE, Buffer.alloc(512)]),
    ];
    for (const [at, name] of Object.keys(refused).entries()) writeFileSync(join(many, name), contents[at] ?? '');
    writeFileSync(join(folder, 'secret.txt'), PLAN);
    symlinkSync(join(folder, 'secret.txt'), join(many, '10-link.txt'));
    const { status, said } = run(many, '--to', to);
    for (const [name, remedy] of Object.entries(refused))
      expect(said.split('\n').find((line) => line.includes(name))).toMatch(new RegExp(`^2\\t${name}\\t.*${remedy}`));
    expect([status, said.includes('10-link')]).toEqual([2, false]);
    expect(written()).toEqual([]);
  });

  test.each(['../x', 'A', '计划'])('the id %s', (id) => {
    const { status, said } = run(file('a.txt', PLAN), '--to', to, '--id', id);
    expect([status, said]).toEqual([2, expect.stringContaining('标识只用小写字母、数字和连字符')]);
    expect(readdirSync(folder)).not.toContain('x');
    expect(written()).toEqual([]);
  });

  test('a file that is not there, and one without tasks', () => {
    expect(run(join(folder, 'none.txt'), '--to', to)).toEqual({
      status: 2,
      said: expect.stringContaining('找不到 none.txt'),
    });
    const { status, said } = run(file('report.txt', '情况通报\n去年修渠三条。\n今年继续。\n'), '--to', to);
    expect([status, said]).toEqual([2, expect.stringContaining('没有写入')]);
    expect(written()).toEqual([]);
  });
});

describe('the command writes', () => {
  test('scripts in html are text of nobody: the plan is read without them', () => {
    const page = `<html><body>${PLAN.split('\n')
      .map((line) => `<p>${line}<script>alert(1)</script></p>`)
      .join('')}</body></html>`;
    const { status } = run(file('page.html', page), '--to', to, '--id', 'page');
    expect([status, readFileSync(join(to, 'page', 'plan.txt'), 'utf8')]).toEqual([
      0,
      expect.not.stringContaining('alert'),
    ]);
  });

  test('the same id twice: refused, and with --replace replaced with the corrections that were made', () => {
    const path = file('water.txt', PLAN);
    expect(run(path, '--to', to, '--id', 'water').status).toBe(0);
    const json = join(to, 'water', 'plan.json');
    const corrected = {
      ...JSON.parse(readFileSync(json, 'utf8')),
      corrections: { document: { number: '云政〔2024〕5号' }, names: [] },
    };
    writeFileSync(json, JSON.stringify(corrected));
    const again = run(path, '--to', to, '--id', 'water');
    expect([again.status, again.said]).toEqual([2, expect.stringContaining('这个标识已经有计划')]);
    const replaced = run(path, '--to', to, '--id', 'water', '--replace');
    expect([replaced.status, replaced.said]).toEqual([0, expect.stringContaining('文号：云政〔2024〕5号（另行写明）')]);
    expect(JSON.parse(readFileSync(json, 'utf8')).corrections.document.number).toBe('云政〔2024〕5号');
    expect(readdirSync(to).sort()).toEqual(['page', 'water']);
  });

  test('a file with two documents: 3, and says where each begins', () => {
    const { status, said } = run(file('two.txt', `${PLAN}\n${SECOND}`), '--to', to, '--id', 'two', '--dry');
    expect([status, said]).toEqual([3, expect.stringContaining('一个文件里有2份文件，请核对从哪里分开')]);
    expect(said).toContain('第2份：云州省公路建设实施方案 [');
  });
});
