import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, asking } = plansFolder('items');

put('linzhou', [
  '林州省人民政府办公厅',
  '2023年5月4日',
  '关于加快推动竹木装备产业发展的实施方案',
  '一、总体要求',
  '（一）主要目标',
  '到2025年，竹木装备产业创新能力取得突破，建成4-6个省级研发平台。企业研发经费投入占营业收入比例达到2%以上。竹木装备制造业产值达到700亿元以上。',
  '到2030年，竹木装备产业实力明显提升，竹木装备制造业产值达到1200亿元以上。培育若干领先企业。',
  '二、重点任务',
  '（一）建设示范基地。统筹布局省级竹木示范基地建设，形成布局合理的发展格局。（责任单位：省林业厅）',
  '专栏1：示范基地（3家）',
  '1.青山竹木示范基地（竹材）。依托青山开发区，发展竹材加工。2025年，竹材加工规模突破20万吨。',
  '2.白河竹木示范基地（板材）。发挥白河区位优势，发展板材。2025年，板材加工规模突破90万吨。',
  '3.红岩竹木示范基地（家具）。依托红岩开发区，发展家具。2025年，产业规模力争突破200亿元。',
  '（二）推广新型材料。推广新型竹材，畅通林声12399咨询。（责任单位：省工信厅、竹海林场）',
  '（三）建设道路。完善防火设施。布设先进的通信设备。新建生产、巡护道路不少于60公里。（责任单位：省林业厅、竹海林场）',
]);

const ask = asking('linzhou');
const told = (text: string, ...history: readonly string[]): string =>
  ask(text, ...history).text.replace(/正文[^\n]*/gu, '');

describe('a figure in an item of a list belongs to what the item is about', () => {
  it.each([
    ['红岩那个基地25年要做到多大规模', '红岩竹木示范基地（家具）的产业规模：2025年突破200亿元'],
    ['红岩基地2025年产业规模目标', '红岩竹木示范基地（家具）的产业规模：2025年突破200亿元'],
    ['白河基地板材加工规模要到多少吨', '白河竹木示范基地（板材）的板材加工规模：2025年突破90万吨'],
  ])('%s', (question, says) => {
    expect(told(question)).toContain(says);
    expect(told(question).match(/突破/gu)).toHaveLength(1);
  });

  it('two of them: 青山和白河的基地', () => {
    const text = told('青山和白河的基地25年加工规模各多少万吨');
    expect(text).toContain('青山竹木示范基地（竹材）的竹材加工规模：2025年突破20万吨');
    expect(text).toContain('白河竹木示范基地（板材）的板材加工规模：2025年突破90万吨');
  });
});

describe('items of a list that are named together', () => {
  it.each([
    ['青山白河两个基地25年加工规模各多少', ['2025年突破20万吨', '2025年突破90万吨']],
    ['青山和白河25年加工规模一共多少', ['20+90=110', '110万吨']],
    ['青山和白河25年加工规模哪个大', ['最大的是白河竹木示范基地（板材）']],
    ['白河比青山25年加工规模多多少', ['90-20=70', '多70万吨']],
  ])('%s', (question, says) => {
    const text = told(question);
    for (const words of says) expect(text).toContain(words);
  });

  it.each([
    ['25年青山、白河加工规模加起来过100万吨没', true],
    ['25年青山、白河加工规模加起来过200万没', false],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('each is quoted where it stands, and no other item of the list is a source', () => {
    const { text, citations } = ask('红岩基地2025年产业规模目标');
    expect(text).toContain('专栏1、3.');
    expect(text).not.toContain('专栏1、2.');
    expect(citations.some(({ quote }) => quote.includes('2025年，产业规模力争突破200亿元'))).toBe(true);
  });
});

describe('a year that opens a paragraph holds for what goes on behind it', () => {
  it.each([
    ['2025年竹木装备产值目标', '竹木装备制造业产值：2025年700亿元以上'],
    ['2030年产值要到多少亿', '竹木装备制造业产值：2030年1200亿元以上'],
    ['产值目标', '2025年700亿元以上、2030年1200亿元以上'],
    ['2030年的产值比2025年增加多少', '2030年比2025年多500亿元'],
    ['产值什么时候到1200亿', '2030年'],
  ])('%s', (question, says) => {
    expect(told(question)).toContain(says);
  });

  it('and the sentence that names it is cited too', () => {
    const { citations } = ask('2025年竹木装备产值目标');
    expect(citations.map(({ quote }) => quote).join('')).toContain('到2025年');
  });

  it.each([
    ['研发投入占比要达到3%以上，是吗', false],
    ['研发投入占比要达到2%以上，是吗', true],
  ])('a share that was claimed is judged: %s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

it('a telephone number is no amount', () => {
  expect(told('推广新型竹材多少家')).not.toContain('12399');
});

it('what many tasks or their units are called tells nothing apart', () => {
  expect(told('竹海林场新修巡护道路多少公里')).toContain('不少于60公里');
  expect(told('竹海林场新修巡护道路多少公里')).not.toContain('通信设备的');
});
