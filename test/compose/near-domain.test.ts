import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a noun that makes another thing of what is asked must stand with what answers', () => {
  it.each([
    '公募基金要引进几家',
    '信托业资产规模22年目标是多少',
    '农商行改制哪年完成',
    '房地产贷款余额2022年目标',
    '外资银行要引进几家',
    '绿色债券发行规模目标是多少亿',
  ])('%s', (question) => expect(ask(question).status).toBe('not_found'));

  it.each([
    ['社区支行要设多少家', '社区支行：2022年150家'],
    ['小微企业融资对接活动每年几次', '5次以上'],
    ['2022年存款余额目标', '2.65万亿元'],
    ['乡镇没银行谁去设点', '拓展农村金融服务网络'],
  ])('%s', (question, said) => expect(ask(question).text).toContain(said));
});
