import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn, receiveFile, writeFolder } from '../../src/import/files.ts';
import { LIMITS } from '../../src/import/limits.ts';
import { readDocument } from '../../src/import/read.ts';
import { docxOf, p, refusal, zipOf } from './helper.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const compound = (name: string): Buffer => Buffer.concat([OLE, Buffer.alloc(512), Buffer.from(name, 'utf16le')]);

const pdf = (more: string, trailer = ''): string =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
  `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n${more}trailer<</Root 1 0 R${trailer}>>\n%%EOF`;
const LOCKED = pdf(
  `4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<${'a'.repeat(64)}>/U<${'b'.repeat(64)}>>>endobj\n`,
  `/Encrypt 4 0 R/ID[<${'0'.repeat(32)}><${'0'.repeat(32)}>]`,
);

const sheet = async (fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('files that are refused, with the reason', () => {
  it.each<[string, string, Buffer | string, string]>([
    ['an empty file', 'a.txt', '', 'import_empty'],
    ['blank lines only', 'a.txt', ' \n\u3000\n', 'import_empty'],
    ['a docx without text', 'a.docx', docxOf(p(' ')), 'import_empty'],
    ['a page of scripts only', 'a.html', '<html><script>var a = "任务"</script></html>', 'import_empty'],
    ['an encrypted docx', 'a.docx', compound('EncryptedPackage'), 'import_encrypted'],
    ['an encrypted zip', 'a.docx', zipOf({ 'word/document.xml': 'x' }, { flags: 1 }), 'import_encrypted'],
    ['an encrypted pdf', 'a.pdf', LOCKED, 'import_encrypted'],
    ['a .doc', 'a.doc', compound('WordDocument'), 'import_format'],
    ['a cut docx', 'a.docx', docxOf(p('一、目标')).subarray(0, 200), 'import_broken'],
    ['a docx of bad XML', 'a.docx', zipOf({ 'word/document.xml': 'no xml' }), 'import_broken'],
    ['a docx without a body', 'a.docx', zipOf({ 'word/other.xml': '<a/>' }), 'import_broken'],
    [
      'XML with entities of its own',
      'a.docx',
      zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'import_broken',
    ],
    ['text that is called docx', 'a.docx', '一、目标', 'import_broken'],
    ['a cut pdf', 'a.pdf', '%PDF-1.4\n', 'import_broken'],
    ['a pdf of pictures', 'a.pdf', pdf(''), 'import_pictures'],
    ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'import_format'],
    ['RTF', 'a.doc', '{\\rtf1 x}', 'import_format'],
    ['OFD', 'a.ofd', zipOf({ 'OFD.xml': '<a/>' }), 'import_format'],
    ['another zip', 'a.zip', zipOf({ 'a.txt': 'x' }), 'import_format'],
    ['an unknown kind', 'a.xyz', '一、目标', 'import_format'],
    ['a file of 30 MB', 'a.txt', Buffer.alloc(30 * 1024 * 1024, 'a'), 'import_too_large'],
    [
      'a zip that lies about sizes',
      'a.docx',
      zipOf({ 'word/document.xml': 'x'.repeat(9999) }, { declare: 10 }),
      'import_broken',
    ],
    ['a zip that leads out', 'a.docx', zipOf({ '../../evil': 'x' }), 'import_broken'],
    [
      'a table of a billion places',
      'a.html',
      `<table>${'<tr><td colspan="999" rowspan="65534">a</td></tr>'.repeat(2000)}</table>`,
      'import_too_large',
    ],
    ['elements without end', 'a.html', `<p>${'<div>'.repeat(5000)}x`, 'import_broken'],
  ])('%s', async (_, name, contents, code) => {
    expect(await refusal(readDocument(Buffer.from(contents), name))).toBe(code);
  });

  it('a zip bomb, by its ratio, its size and its number of files', async () => {
    const bomb = zipOf({ 'word/document.xml': Buffer.alloc(LIMITS.ratioFrom + 1) });
    expect(await refusal(readDocument(bomb, 'a.docx'))).toBe('import_zip_bomb');
    const large = zipOf({ 'word/document.xml': 'x' }, { declare: LIMITS.unpackedBytes + 1 });
    expect(await refusal(readDocument(large, 'a.docx'))).toBe('import_zip_bomb');
    const many = zipOf(
      Object.fromEntries(Array.from({ length: LIMITS.zipEntries + 1 }, (_, at) => [`word/${at}`, ''])),
    );
    expect(await refusal(readDocument(many, 'a.docx'))).toBe('import_zip_bomb');
  });

  it('an xlsx without a header, and one that merges whole sheets', async () => {
    const plain = await sheet((book) =>
      book.addWorksheet('a').addRows([
        [1, 2],
        [3, 4],
      ]),
    );
    expect(await refusal(readDocument(plain, 'a.xlsx'))).toBe('import_no_header');
    const huge = zipOf({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': '<mergeCell ref="A1:XFD1048576"/>' });
    expect(await refusal(readDocument(huge, 'a.xlsx'))).toBe('import_too_large');
  });

  it('every refusal names the remedy', async () => {
    await expect(readDocument(compound('EncryptedPackage'), 'a.docx')).rejects.toThrow('请去掉密码另存后再导入');
    await expect(readDocument(Buffer.from(pdf('')), 'a.pdf')).rejects.toThrow('请找文字版');
  });
});

describe('files and folders', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'));
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'secret.txt'), '一、目标');
    await writeFile(join(folder, 'in', 'plan.txt'), '一、目标');
    await symlink(join(folder, 'secret.txt'), join(folder, 'in', 'link.txt'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads within the folder only, links followed', async () => {
    const within = join(folder, 'in');
    expect((await receiveFile(join(within, 'plan.txt'), within)).name).toBe('plan.txt');
    for (const name of ['../secret.txt', 'link.txt', 'missing.txt', '.']) {
      expect(await refusal(receiveFile(join(within, name), within))).toBe('import_path');
    }
  });

  it('lists a folder without links and hidden files', async () => {
    await writeFile(join(folder, 'in', '.x'), '');
    expect(await filesIn(join(folder, 'in'))).toEqual([join(folder, 'in', 'plan.txt')]);
  });

  it('writes a folder whole or not at all, and replaces only when told', async () => {
    const to = join(folder, 'corpus');
    await writeFolder({ to, id: 'plan-a' }, { 'plan.txt': '一' });
    expect(await refusal(writeFolder({ to, id: 'plan-a' }, { 'plan.txt': '二' }))).toBe('import_exists');
    expect(await readFile(join(to, 'plan-a', 'plan.txt'), 'utf8')).toBe('一');
    const broken = writeFolder(
      { to, id: 'plan-a', replace: true },
      { 'plan.txt': '三', 'x.txt': 7 as unknown as string },
    );
    await expect(broken).rejects.toThrow();
    expect(await readFile(join(to, 'plan-a', 'plan.txt'), 'utf8')).toBe('一');
    await writeFolder({ to, id: 'plan-a', replace: true }, { 'plan.txt': '四' });
    expect(await readFile(join(to, 'plan-a', 'plan.txt'), 'utf8')).toBe('四');
    expect(await readdir(to)).toEqual(['plan-a']);
  });

  it.each(['', '../x', 'A', 'a/b', 'a b', '-a', 'a'.repeat(65), '计划'])('refuses the id %j', async (id) => {
    expect(await refusal(writeFolder({ to: folder, id }, { 'plan.txt': '' }))).toBe('import_id');
  });

  it.each(['../x', 'a/b', '..'])('refuses the file name %j', async (name) => {
    expect(await refusal(writeFolder({ to: folder, id: 'b' }, { [name]: '' }))).toBe('import_path');
  });
});
