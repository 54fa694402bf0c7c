import { describe, expect, it } from 'vitest';
import { shown } from './reading.ts';

describe('a piece pasted from one task', () => {
  it.each([
    ['建设银行西咸分行等金融机构的设立由谁负责', '建设银行西咸分行等金融机构的设立/words:printed'],
    ['组织开展市级层面金融培训10次以上是哪一项任务', '组织开展市级层面金融培训10次以上/words:printed'],
    ['请问加强与陕西银保监局及金融机构联系归谁', '加强与陕西银保监局及金融机构联系/words:printed'],
    ['为农业经营主体提供小额存贷款归哪家', '为农业经营主体提供小额存贷款/words:printed'],
  ])('is one wording: %s', (text, piece) => expect(shown(text)).toContain(piece));

  it.each([
    ['组织开展市级层面金融培训10次以上对吗', '10次以上/quantity ', 'what is to be confirmed'],
    ['2022年全口径跨境融资余额要突破多少', '2022年/year:digits', 'a figure that the asker asks for'],
    ['省地方金融监管局支持哪几项任务', '省地方金融监管局/unit:name', 'a unit’s name'],
    ['推动设立天然气交易中心由谁负责', '推动设立天然气交易中心/task:name', 'a task’s name'],
  ])('leaves what it is not: %s', (text, piece) => expect(shown(text)).toContain(piece));
});
