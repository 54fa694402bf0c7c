import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('one part of a whole', () => {
  it.each<[question: string, share: string, formula: string]>([
    ['2020年引进的机构占三年总数几成', '40.00%', '10÷(10+10+5)=0.40'],
    ['2022年新增上市企业占三年总量多少', '50.00%', '20÷(10+10+20)=0.50'],
    ['20年科创板新增占三年的几成', '27.78%', '5÷(5+6+7)≈0.28'],
    ['社区支行占那三类网点总数的多少', '68.18%', '150÷(20+50+150)≈0.68'],
    ['普惠金融事业部占三类机构总数的几成', '9.09%', '20÷(20+50+150)≈0.09'],
  ])('%s', (question, share, formula) => {
    const [first] = ask(question).text.split('\n');
    expect(first).toContain(share);
    expect(first).toContain(formula);
  });
});
