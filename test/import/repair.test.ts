import { describe, expect, it } from 'vitest';
import { codes, paragraphs, readString } from './helper.ts';

const fill = (word: string): string =>
  Array.from({ length: 14 }, (_, at) => `坚持${word}${at}，完善政策${at}，健全机制，压实责任，务求实效。`).join('');
const FILL = fill('创新');

describe('a text that lost its line breaks', () => {
  it('gets them back before numbered heads and around title, addressees, issuer and date', async () => {
    const text = `冀政字〔2020〕52号各市人民政府，省政府各部门：《某某实施方案》已经省政府同意，现印发给你们。河北省人民政府办公厅2020年9月30日（此件公开发布）某某实施方案为落实要求，制定本方案。一、总体要求${FILL}二、重点任务（一）招商引资。1.引进企业。到2025年增长5.3%。2.服务企业。（责任单位：省商务厅）（二）外贸。稳中提质。三、保障措施（一）加强领导。${fill('统筹')}`;
    expect(paragraphs(await readString(text, 'a.txt'))).toEqual([
      '冀政字〔2020〕52号',
      '各市人民政府，省政府各部门：',
      '《某某实施方案》已经省政府同意，现印发给你们。',
      '河北省人民政府办公厅',
      '2020年9月30日',
      '（此件公开发布）',
      '某某实施方案',
      '为落实要求，制定本方案。',
      '一、总体要求',
      FILL,
      '二、重点任务',
      '（一）招商引资。',
      '1.引进企业。到2025年增长5.3%。',
      '2.服务企业。（责任单位：省商务厅）',
      '（二）外贸。稳中提质。',
      '三、保障措施',
      `（一）加强领导。${fill('统筹')}`,
    ]);
  });

  it('is broken behind a heading without a stop, at the beginning of a line too', async () => {
    const text = `一、保障措施（一）加强领导。${FILL}（二）加强监督。${fill('共享')}`;
    expect(paragraphs(await readString(text, 'a.txt')).map((line) => line.slice(0, 7))).toEqual([
      '一、保障措施',
      '（一）加强领导',
      '（二）加强监督',
    ]);
  });

  it('is doubted where a heading runs into its text', async () => {
    const text = `一、工作目标${FILL}二、完善分级诊疗制度深化四医联动改革，理顺利益机制，大力推进城乡以医联体为主的服务。${fill('共享')}三、组织实施（一）领导。`;
    const document = await readString(text, 'a.txt');
    expect(document.warnings).toEqual([{ code: 'headings_run_in', count: 1, text: '标题与正文可能连在一起：二' }]);
  });

  it('is not broken at what only looks like a number', async () => {
    const text = `一、产业。发展一、二、三产业，破解标准不统一、平台不联通等问题，落实第（二）项，达到1.5万亿元。${FILL}二、民生。${fill('共享')}`;
    expect(paragraphs(await readString(text, 'a.txt'))).toHaveLength(2);
  });

  it('is broken at wide blanks', async () => {
    const text = `\u3000\u3000前言。${FILL}\u3000\u3000一、目标\u3000\u3000到2025年完成。\u3000\u3000二、任务`;
    expect(paragraphs(await readString(text, 'a.txt'))).toEqual([
      `前言。${FILL}`,
      '一、目标',
      '到2025年完成。',
      '二、任务',
    ]);
  });

  it('with its lines is left alone', async () => {
    const text = `一、目标\n${FILL}\n二、任务\n`;
    expect(codes(await readString(text, 'a.txt'))).toEqual([]);
  });
});

describe('a body that stands twice', () => {
  const body = Array.from({ length: 30 }, (_, at) => `${at + 1}.第${at + 1}项任务由第${at * 7}组负责落实到位。`).join(
    '',
  );

  it('is taken once, and said', async () => {
    const document = await readString(`标题。${body}${body}`, 'a.txt');
    expect(paragraphs(document).join('')).toBe(`标题。${body}`);
    expect(codes(document)).toContain('stored_twice');
  });

  it('also where the second copy has other line breaks', async () => {
    const document = await readString(`${body}\n${body.replaceAll('。', '。\n')}`, 'a.txt');
    expect(paragraphs(document).join('')).toBe(body);
  });

  it('is not seen in a plan whose sentences are alike', async () => {
    expect(codes(await readString(body, 'a.txt'))).not.toContain('stored_twice');
  });
});

describe('characters', () => {
  it('maps radicals back and puts a hyphen between figures', async () => {
    const document = await readString('⽀持⻓春⾦融（2014\u00ad2020年）发\u00ad展\u200b。', 'a.txt');
    expect(paragraphs(document)).toEqual(['支持长春金融（2014-2020年）发展。']);
    expect(codes(document)).toEqual(['radicals', 'soft_hyphens', 'invisible']);
  });

  it('warns of two years that run into one', async () => {
    expect(codes(await readString('规划（20142020年）', 'a.txt'))).toEqual(['damaged_figures']);
  });
});

describe('a table that stands one cell a line', () => {
  const rows = async (lines: readonly string[]) => {
    const { blocks } = await readString(lines.join('\n'), 'a.txt');
    return blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  };

  it('has a row up to each mark, where its last column holds marks', async () => {
    const row = (name: string) => [name, `查看${name}的记录，每月至少一次。`, '少一次扣1分。', '20'];
    const lines = ['考评项目', '考评内容', '考评标准', '标准分数（分）', ...['巡查', '处理', '宣传'].flatMap(row)];
    expect((await rows(lines)).map((cells) => cells.join('|'))).toEqual([
      '考评项目|考评内容|考评标准|标准分数（分）',
      '巡查|查看巡查的记录，每月至少一次。|少一次扣1分。|20',
      '处理|查看处理的记录，每月至少一次。|少一次扣1分。|20',
      '宣传|查看宣传的记录，每月至少一次。|少一次扣1分。|20',
    ]);
  });

  it('has a row for each counted indicator, under those of the levels above', async () => {
    const row = (name: string) => [name, '定量', '计算方法：甲除以乙。', '来源：填报。'];
    const head = ['一级指标', '二级指标', '三级指标', '性质', '说明'];
    const lines = [
      ...head,
      '一、质量',
      '（一）安全',
      ...row('1.甲率'),
      ...row('2.乙率'),
      '（二）',
      '用药',
      ...row('3.丙率'),
    ];
    expect((await rows(lines)).map((cells) => cells.join('|')).slice(1)).toEqual([
      '一、质量|（一）安全|1.甲率|定量|计算方法：甲除以乙。来源：填报。',
      '||2.乙率|定量|计算方法：甲除以乙。来源：填报。',
      '|（二）用药|3.丙率|定量|计算方法：甲除以乙。来源：填报。',
    ]);
  });
});
