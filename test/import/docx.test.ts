import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/import/read.ts';
import { codes, docxOf, level, numPr, p, paragraphs, tables } from './helper.ts';

const read = (...of: Parameters<typeof docxOf>) => readDocument(docxOf(...of), 'plan.docx');

const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const FOUR = [
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '（%4）'),
].join('');

describe('automatic numbers of a docx', () => {
  it('are written out, and begin anew under each higher level', async () => {
    const body = [
      [0, '总体要求'],
      [1, '思路'],
      [1, '目标'],
      [2, '规模'],
      [2, '质量'],
      [0, '任务'],
      [1, '布局'],
      [2, '园区'],
    ]
      .map(([at, text]) => p(String(text), numPr(1, Number(at))))
      .join('');
    const document = await read(body, { numbering: abstract(0, FOUR) + num(1, 0) });
    expect(paragraphs(document)).toEqual([
      '一、总体要求',
      '（一）思路',
      '（二）目标',
      '1.规模',
      '2.质量',
      '二、任务',
      '（一）布局',
      '1.园区',
    ]);
    expect(document.repairs).toEqual([{ code: 'automatic_numbers', count: 8, text: '自动编号已写进文字：8 段' }]);
  });

  it('come from the style, its base and the level that names it', async () => {
    const styles = `
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="a"><w:name w:val="mine"/><w:basedOn w:val="2"/></w:style>`;
    const levels = level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>') + level(1, 'decimal', '%1.%2');
    const body = ['1', '2', 'a'].map((style) => p('工作', `<w:pStyle w:val="${style}"/>`)).join('');
    const without = p('不编号', `<w:pStyle w:val="1"/>${numPr(0, 0)}`);
    const document = await read(body + without, { styles, numbering: abstract(0, levels) + num(1, 0) });
    expect(paragraphs(document)).toEqual(['一、工作', '一.1 工作', '一.2 工作', '不编号']);
  });

  it('go on over lists of one abstract list, and a start override begins anew', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, override);
    const body = [1, 2, 3, 3].map((list) => p('事', numPr(list, 0))).join('');
    expect(paragraphs(await read(body, { numbering }))).toEqual(['1.事', '2.事', '5.事', '6.事']);
  });

  it('keep on counting where lvlRestart is 0, and are decimal where a level is legal', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'chineseCounting', '第%1章') +
          level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>') +
          level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      ) + num(1, 0);
    const body = [0, 1, 0, 1, 2].map((at) => p('款', numPr(1, at))).join('');
    expect(paragraphs(await read(body, { numbering }))).toEqual([
      '第一章款',
      '第1条款',
      '第二章款',
      '第2条款',
      '2.2.1 款',
    ]);
  });

  it.each([
    ['chineseCountingThousand', '二十一'],
    ['ideographDigital', '二一'],
    ['chineseLegalSimplified', '贰拾壹'],
    ['decimalEnclosedCircleChinese', '21'],
    ['upperLetter', 'UU'.slice(1)],
    ['lowerRoman', 'xxi'],
    ['decimalFullWidth', '２１'],
  ])('%s writes 21 as %s', async (format, written) => {
    const start = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="21"/></w:lvlOverride>`;
    const numbering = abstract(0, level(0, format, '%1）')) + num(1, 0, start);
    expect(paragraphs(await read(p('项', numPr(1, 0)), { numbering }))).toEqual([`${written}）项`]);
  });
});

describe('tracked changes, notes and boxes of a docx', () => {
  it('keeps insertions, drops deletions, hidden text and field codes, and says so', async () => {
    const document = await read(
      '<w:p><w:r><w:t>由市</w:t></w:r><w:ins><w:r><w:t>发展改革委</w:t></w:r></w:ins><w:del><w:r><w:delText>计委</w:delText></w:r></w:del>' +
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>负责。</w:t></w:r></w:p>',
    );
    expect(paragraphs(document)).toEqual(['由市发展改革委负责。']);
    expect(codes(document)).toEqual(['tracked_changes', 'hidden_dropped']);
  });

  it('joins paragraphs whose mark was deleted', async () => {
    const gone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(paragraphs(await read(p('前半句，', gone) + p('后半句。')))).toEqual(['前半句，后半句。']);
  });

  it('puts a footnote behind its paragraph and leaves no mark in the text', async () => {
    const footnotes =
      '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${p('含西咸新区。')}</w:footnote>`;
    const body =
      '<w:p><w:r><w:t>全市达到100</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>家。</w:t></w:r></w:p>';
    expect(paragraphs(await read(body, { footnotes }))).toEqual(['全市达到100家。', '注：含西咸新区。']);
  });

  it('reads a text box once, and a table of one cell as paragraphs', async () => {
    const box = `<w:txbxContent>${p('专栏1 重点工程')}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const cell = `<w:tbl><w:tr><w:tc>${p('专栏2')}${p('1.扩容。')}</w:tc></w:tr></w:tbl>`;
    expect(paragraphs(await read(body + cell))).toEqual(['正文。', '专栏1 重点工程', '专栏2', '1.扩容。']);
  });
});

describe('tables of a docx', () => {
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

  it('writes a cell merged downwards into each row, a section row once', async () => {
    const document = await read(
      `<w:tbl>${row(cell('任务'), cell('内容'), cell('责任单位'))}${row(cell('一、产业', '<w:gridSpan w:val="3"/>'))}${row(
        cell('招商'),
        cell('引进10家'),
        cell('市商务局', '<w:vMerge w:val="restart"/>'),
      )}${row(cell('外贸'), cell('增长5%'), cell('', '<w:vMerge/>'))}</w:tbl>`,
    );
    expect(tables(document)[0]?.rows).toEqual([
      ['任务', '内容', '责任单位'],
      ['一、产业', '', ''],
      ['招商', '引进10家', '市商务局'],
      ['外贸', '增长5%', '市商务局'],
    ]);
    expect(tables(document)[0]?.merges).toEqual([
      { row: 1, column: 0, rows: 1, columns: 3 },
      { row: 2, column: 2, rows: 2, columns: 1 },
    ]);
  });

  it('fills a column of automatic numbers, and knows the header rows that Word repeats', async () => {
    const numbering = abstract(0, level(0, 'decimal', '%1')) + num(1, 0);
    const numbered = `<w:tc><w:p><w:pPr>${numPr(1, 0)}</w:pPr></w:p></w:tc>`;
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('序号')}${cell('任务')}</w:tr>`;
    const body = `<w:tbl>${head}${row(numbered, cell('甲'))}${row(numbered, cell('乙'))}</w:tbl>`;
    const [table] = tables(await read(body, { numbering }));
    expect(table?.rows).toEqual([
      ['序号', '任务'],
      ['1', '甲'],
      ['2', '乙'],
    ]);
    expect(table?.header).toBe(1);
  });
});
