import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, asking } = plansFolder('own');

put('jizhou', [
  '河北省养殖提质行动方案',
  '一、总体目标',
  '2024年底前，实施深化专项行动，完成数据平台、指挥平台、基础设施3项能力升级建设任务，养殖示范场达到120家以上。',
  '二、重点任务',
  '（一）提质扩面。石家庄市继续当好全省养殖“领头雁”，引导企业上市；邢台、邯郸市努力打造全省养殖“突击队”。（责任单位：省农业农村厅）',
  '（二）能力升级行动。推进良种选育。（责任单位：省科技厅）',
  '（三）应用能力升级。推进数据应用。（责任单位：省科技厅）',
  '（四）防疫。抓好防疫。（责任单位：省农业农村厅）',
]);

const ask = asking('jizhou');

describe('so many things that the plan prints with their number are its name for them, and no task of that number', () => {
  it.each(['3项能力升级是哪三项', '24年底以前要弄完的3项能力升级是哪三项', '2024年底前完成的3项能力升级是哪3项'])(
    '%s',
    (question) => {
      const { status, text } = ask(question);
      expect([status, text]).toEqual(['answered', expect.stringContaining('数据平台、指挥平台、基础设施3项')]);
    },
  );
});

describe('a place that the plan itself speaks of is no stranger', () => {
  it('石家庄当领头雁，当突击队的是哪几个市', () => {
    const { status, text } = ask('石家庄当领头雁，当突击队的是哪几个市');
    expect([status, text]).toEqual(['answered', expect.stringContaining('邢台、邯郸市')]);
  });

  it('成都的养殖由谁负责', () => {
    const { status, text } = ask('成都的养殖由谁负责');
    expect([status, text]).toEqual(['not_found', expect.stringContaining('没有写成都')]);
  });
});

describe('a denial behind an amount asks whether it is so', () => {
  it.each([
    ['24年示范场超过100家没', true],
    ['24年示范场能过200家不', false],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});
