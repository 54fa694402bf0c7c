import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, ask: askOf, asking } = plansFolder('among-units');

put('water', [
  '云州省节水方案',
  '一、重点任务',
  '（一）实施清渠工程。清理渠道淤泥。（责任单位：省水利厅）',
  '（二）实施滴灌工程。改造大田滴灌。（责任单位：省水利厅、省农业农村厅）',
  '（三）实施净水工程。新建净水厂。（责任单位：省住房城乡建设厅、省生态环境厅、省水利厅）',
  '（四）实施育种工程。培育耐旱品种。（责任单位：省农业农村厅）',
  '（五）实施水价工程。推行分档水价。（责任单位：省发展改革委、石岭市政府）',
]);

put('herds', [
  '云州省养殖方案',
  '一、重点任务',
  '（一）建立牧场名单。省农业农村厅每年推荐养牛场300家、养羊场200家；省科技厅每年推荐育种场40家、饲料厂30家。（责任单位：省农业农村厅、省科技厅）',
  '（二）2024年召开奶牛大会。总结奶牛养殖经验。（责任单位：省农业农村厅）',
  '（三）兴办羊绒市场。2024年，投资约9亿元，营业收入超20亿元；到2026年，营业收入超60亿元。',
]);

const ask = asking('water');

describe('so many units in a role', () => {
  it.each([
    ['两家一起管的是哪个', [2, 5]],
    ['哪些工程由两个单位共同负责', [2, 5]],
    ['两家单位负责的有哪些', [2, 5]],
    ['不止一家负责的有几项', [2, 3, 5]],
    ['由三个以上单位负责的任务', [3]],
    ['只有一家单位负责的工程', [1, 4]],
  ])('%s', (question, tasks) => {
    const answer = ask(question);
    expect([answer.status, answer.tasks]).toEqual(['answered', tasks]);
  });

  it.each([
    ['滴灌工程由两家单位负责，是吗', true],
    ['滴灌工程是不是三家负责', false],
    ['净水工程责任单位有三家，对吗', true],
    ['净水工程责任单位超过三家吗', false],
  ])('claimed of one: %s', (question, verdict) => {
    const answer = ask(question);
    expect([answer.status, answer.verdict]).toEqual(['answered', verdict]);
  });

  it('of units that are pointed at says nothing of how many there are: 这两家负责哪些', () => {
    expect(ask('这两家负责哪些', '滴灌工程谁负责').tasks).not.toEqual([2, 5]);
  });
});

describe('alone, and with others', () => {
  it.each([
    ['水利厅自己负责、没有别的部门的有几个', [1]],
    ['哪几项是农业农村厅扛、没列其他责任单位的', [4]],
    ['农业农村厅单独负责、没有别家一块的是哪项', [4]],
    ['水利厅跟其他单位共同负责的有几项', [2, 3]],
    ['水利厅和别家一块负责的是哪几项', [2, 3]],
    ['农业农村厅同别的单位一起负责的', [2]],
  ])('%s', (question, tasks) => {
    const answer = ask(question);
    expect([answer.status, answer.tasks]).toEqual(['answered', tasks]);
  });

  it('of the units that were listed before: 哪个是跟别家一块儿干的', () => {
    expect(ask('哪个是跟别家一块儿干的', '农业农村厅管哪几个工程').tasks).toEqual([2]);
  });
});

describe('which of some units', () => {
  it.each(['滴灌那条水利厅和农业农村厅谁负责', '滴灌工程 水利厅跟农业农村厅哪家牵头'])('%s', (question) => {
    const { status, tasks, text } = ask(question);
    expect([status, tasks]).toEqual(['answered', [2]]);
    expect(text).toContain('省水利厅、省农业农村厅');
  });

  it.each(['水利厅和农业农村厅谁管得多', '水利厅和农业农村厅谁管的工程多'])(
    'has more is another question: %s',
    (question) => {
      const { text } = ask(question);
      expect(text).toContain('省水利厅');
      expect(text).toContain('3项');
    },
  );
});

describe('a place', () => {
  it('alone is its government, where that is a unit: 石岭市得干啥', () => {
    expect(ask('石岭市得干啥').tasks).toEqual([5]);
  });
});

describe('two lists of one question', () => {
  it('each stands whole behind its own heading', () => {
    const lines = ask('农业农村厅负责哪几个工程，发展改革委负责哪几个工程').text.split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '省农业农村厅负责的任务共2项：',
      '2. 实施滴灌工程',
      '4. 实施育种工程',
      '省发展改革委负责的任务共1项：',
      '5. 实施水价工程',
    ]);
  });

  it('a task that both name is told in both', () => {
    const { text } = ask('水利厅负责哪几项，农业农村厅负责哪几项');
    expect(text.match(/2\. 实施滴灌工程/gu)).toHaveLength(2);
  });
});

describe('figures of a unit', () => {
  it('are added up of that unit alone: 科技厅一年推荐多少家加起来', () => {
    const { text } = askOf('herds', '科技厅一年推荐多少家加起来');
    expect(text).toContain('40+30=70');
    expect(text).not.toContain('300');
  });
});

describe('of one year', () => {
  it('no other year is told as the one with the most: 羊绒市场24年哪个营业收入大', () => {
    expect(askOf('herds', '羊绒市场24年哪个营业收入大').text).not.toContain('最多的是2026年');
  });
});

describe('a refusal', () => {
  it('says what is missing where a title with figures comes near: 奶牛大会一二三届何时召开', () => {
    const { status, text } = askOf('herds', '奶牛大会一二三届何时召开');
    expect(status).toBe('not_found');
    expect(text).toContain('计划里没有写“一二三届”。');
  });
});
