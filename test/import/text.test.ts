import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/import/read.ts';
import { writeText } from '../../src/import/write-text.ts';
import { codes, paragraphs, readString, refusal, tables } from './helper.ts';

const PLAN = '一、总体要求\n（一）工作目标。到2025年，全市各部门的任务完成。\n';
/** 一、总体要求，各部门 */
const GBK = Buffer.from('d2bba1a2d7dccce5d2aac7f3a3acb8f7b2bfc3c5', 'hex');

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(PLAN), []],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${PLAN}`), []],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${PLAN}`, 'utf16le'), ['encoding']],
    ['UTF-16LE without', Buffer.from(PLAN, 'utf16le'), ['encoding']],
    ['UTF-16BE without', Buffer.from(PLAN, 'utf16le').swap16(), ['encoding']],
  ])('%s is read', async (_, bytes, said) => {
    const document = await readDocument(bytes, 'plan.txt');
    expect(writeText(document)).toBe(PLAN);
    expect(codes(document)).toEqual(said);
  });

  it('GBK is read, and said', async () => {
    const document = await readDocument(GBK, 'plan.txt');
    expect(paragraphs(document)).toEqual(['一、总体要求，各部门']);
    expect(document.repairs[0]?.text).toBe('编码 GB18030 已转为 UTF-8');
  });

  it('a page is read in the encoding that it names', async () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><p>'),
      GBK,
      Buffer.from('</p>'),
    ]);
    expect(paragraphs(await readDocument(page, 'plan.html'))).toEqual(['一、总体要求，各部门']);
  });

  it('Big5 is refused by name', async () => {
    const big5 = Buffer.from('a440a142c15ec5e9ad6ea844a141a655b3a1aafaa9d2a6b3a475a740a143'.repeat(3), 'hex');
    await expect(readDocument(big5, 'plan.txt')).rejects.toThrow('Big5');
  });

  it('UTF-8 with a broken byte is refused, with the number of places', async () => {
    const broken = Buffer.concat([Buffer.from(PLAN), Buffer.from([0xe4, 0xb8]), Buffer.from(PLAN)]);
    await expect(readDocument(broken, 'plan.txt')).rejects.toThrow('有 1 处坏字节');
  });

  it('bytes that are no text are refused', async () => {
    expect(await refusal(readDocument(Buffer.from([1, 2, 3, 255, 254, 0, 7]), 'plan.txt'))).toBe('import_encoding');
  });
});

describe('text and Markdown', () => {
  it('takes lines with tabs for a table, but not lines set in by tabs', async () => {
    const document = await readString(
      '标题\n\t\t缩进的一行\n序号\t任务\t单位\n(一) 产业\t\t\n1\t招商\t市商务局\n尾',
      'a.txt',
    );
    expect(paragraphs(document)).toEqual(['标题', '缩进的一行', '尾']);
    expect(tables(document)[0]?.rows).toEqual([
      ['序号', '任务', '单位'],
      ['(一) 产业', '', ''],
      ['1', '招商', '市商务局'],
    ]);
  });

  it('reads headings, emphasis, escapes and tables of Markdown', async () => {
    const text =
      '# 实施方案\n\n## 一、**总体**要求\n\n1\\. 目标[见附件](a.html)。\n\n| 任务 | 单位 |\n|:--|--|\n| 招商 | 市商务局 |\n';
    const document = await readString(text, 'a.md');
    expect(paragraphs(document)).toEqual(['实施方案', '一、总体要求', '1. 目标见附件。']);
    expect(tables(document)[0]).toMatchObject({
      header: 1,
      rows: [
        ['任务', '单位'],
        ['招商', '市商务局'],
      ],
    });
  });
});

describe('web pages', () => {
  it('drops scripts, styles, navigation and hidden parts, and takes the marked document', async () => {
    const page =
      '<html><head><title>x</title></head><body><nav>首页</nav><script>document.write("责任单位")</script><p>无关</p>' +
      '<div class="TRS_Editor"><style>p{}</style><p>一、总体要求</p><p style="display:none">暗</p><div>第一行<br>第二行</div>' +
      '<ol start="3"><li>招商</li><li>外贸</li></ol></div><footer>版权</footer></body></html>';
    const document = await readString(page, 'a.html');
    expect(paragraphs(document)).toEqual(['一、总体要求', '第一行', '第二行', '3.招商', '4.外贸']);
    expect(codes(document)).toEqual(['hidden_dropped']);
  });

  it('takes the title that stands beside the document', async () => {
    const page = (inside: string): string =>
      `<head><meta name="ArticleTitle" content="关于印发方案的通知"></head><body><div id="zoom"><p>${inside}</p></div>`;
    const document = await readString(page('一、目标'), 'a.html');
    expect(paragraphs(document)).toEqual(['关于印发方案的通知', '一、目标']);
    expect(codes(document)).toEqual(['title_taken']);
    expect(paragraphs(await readString(page('关于印发<br>方案的通知'), 'a.html'))).toEqual(['关于印发', '方案的通知']);
  });

  it('says so when it had to take the whole page', async () => {
    expect(codes(await readString('<body><a href="/">首页</a><p>一、目标</p></body>', 'a.html'))).toEqual([
      'page_whole',
    ]);
  });

  it('expands spans; a head over two columns heads both', async () => {
    const page =
      '<table><tr><th rowspan="2">任务</th><th colspan="2">目标</th></tr><tr><th>2024</th><th>2025</th></tr>' +
      '<tr><td rowspan="9">招商</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>';
    expect(tables(await readString(page, 'a.html'))[0]).toMatchObject({
      header: 2,
      rows: [
        ['任务', '目标', '目标'],
        ['任务', '2024', '2025'],
        ['招商', '1', '2'],
        ['招商', '3', '4'],
      ],
    });
  });

  it('reads a table that only lays the page out as running text', async () => {
    const page = '<table><tr><td><p>一、目标</p><table><tr><td>任务</td><td>单位</td></tr></table></td></tr></table>';
    const document = await readString(page, 'a.html');
    expect(paragraphs(document)).toEqual(['一、目标']);
    expect(tables(document)[0]?.rows).toEqual([['任务', '单位']]);
  });
});
