import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const tasksOf = (question: string): readonly number[] => ask(question).tasks;

describe('years that are alike, and one that is not', () => {
  it.each([
    ['后两年目标一样、头一年不同的有哪些任务', [1, 3, 4, 15, 32, 34]],
    ['2021跟2022目标完全相同、但2020年不一样的有哪几项', [1, 3, 4, 15, 32, 34]],
    ['20年21年没变、22年才改的目标有哪几项', [2, 6, 12, 54]],
    ['前两年目标相同、第三年变了的任务有几项', [2, 6, 12, 54]],
    ['2020年和2021年目标一样的任务', [2, 6, 7, 12, 20, 33, 35, 39, 41, 45, 54]],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));
});

describe('places among which something is looked for', () => {
  it.each([
    ['30至40号任务里人社局参加了哪几项', [39, 40]],
    ['前15项里财政局一共负责几项', [3, 4, 9, 11, 12, 13]],
    ['前20项任务中高新区负责的有哪些', [9, 10, 11, 15]],
    ['第四十五至四十九项之间，没支持单位的是？', [45, 49]],
    ['首项跟末项的责任单位各写的谁', [1, 57]],
    ['财政局负责的前三项', [3, 4, 9]],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));
});

describe('what is left out is said before or behind it', () => {
  it.each([
    ['天然气那条不提，发改委另外还担着什么', [8, 24, 54]],
    ['省地方金融监管局支持的任务，金融机构壮大行动那几条刨掉，剩下哪些', [21, 25, 46]],
    ['第8项先不管，发改委还负责什么', [21, 24, 54]],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));
});

describe('so many as were named', () => {
  it.each([
    ['高新区跟经开区两个名字都写上的任务', [29, 30, 31]],
    ['高新区、经开区、国际港务区三家都负责的任务', [29, 30, 31]],
    ['只有一家责任单位的任务有几项', [20, 45, 47, 56]],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));
});

describe('a place by count', () => {
  it.each([
    ['负责任务排第二的是哪个单位', '高新区，10项'],
    ['市级部门里负责任务数排第二的是谁', '市财政局，9项'],
    ['支持任务第三多的单位是哪个', '人行西安分行营管部，13项'],
    ['任务数第二多的行动是哪个', '资本市场筑基行动，5项'],
    ['负责任务数排第一位的是哪个单位', '市金融工作局，56项'],
    ['十五大行动里措施条数垫底的是谁', '物流金融拓展行动，2项'],
  ])('%s', (question, first) => expect(ask(question).text.split('\n')[0]).toContain(first));
});

describe('said of every action, or of none of its tasks', () => {
  it.each([
    ['每个行动都有高新区的任务吗', false],
    ['是不是每个行动里都有市财政局负责的任务', false],
    ['市金融工作局是不是每个行动都负责', true],
    ['每项任务都有支持单位吗', false],
    ['第2项和第3项是同一个行动吗', true],
    ['第4项和第5项属于同一个行动吗', false],
    ['第29项和第30项的责任单位一样吗', true],
  ])('%s', (question, verdict) => expect(ask(question).verdict).toBe(verdict));

  it.each(['哪个行动一家支持单位也没有', '哪几个行动从头到尾一个支持单位都没有'])('%s', (question) => {
    const { text } = ask(question);
    expect(text).toContain('共2个');
    expect(text).toContain('信用服务增进行动');
    expect(text).toContain('金融空间建设行动');
  });

  it.each(['没有财政局任务的行动有哪些', '哪个行动跟财政局没关系'])('%s', (question) => {
    expect(ask(question).text).toContain('不含市财政局参与的任务的行动共10个');
  });
});

describe('what the annex lacks', () => {
  it.each([
    ['正文支持单位有证监局、附件却把它丢了的任务', [2, 3, 47, 48]],
    ['正文列了高新区、附件没了的任务有哪些', []],
    ['高新区和经开区互相支持的任务有几项', []],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));
});

describe('an amount of a year, and how far it lies from another', () => {
  it.each([
    ['贷款科技企业22年650家次，比20年多70家次，这么写没问题吧', true],
    ['贷款科技企业22年650家次，比20年多60家次，对吗', false],
    ['贷款科技企业22年600家次，比20年多70家次，对吗', false],
    ['境内外上市公司2022年110家，比2020年多30家，对吗', true],
    ['股权投资金额2022年比2020年多5亿，对得上吗', true],
  ])('%s', (question, verdict) => expect(ask(question).verdict).toBe(verdict));

  it.each([
    ['22年贷款余额减去18年的，得多少', '2.95-1.99=0.96'],
    ['2021年境内外上市公司要多几家', '100-80=20'],
  ])('%s', (question, formula) => expect(ask(question).text).toContain(formula));
});

describe('roles and parts of all tasks', () => {
  it.each([
    ['市金融工作局负责的任务占几成', '56÷57=98.2%'],
    ['市财政局负责的任务比支持的多几项', '9-0=9'],
    ['曲江新区和新城区，点名的任务各几项', '新城区：3项'],
    ['普惠金融那个行动，按单位捋一捋，谁干几项', '市财政局负责：1项'],
    ['第53项附件印的责任单位有错字漏字，对的该是哪几家', '责任单位：浐灞生态区、新城区、国际港务区、市金融工作局'],
  ])('%s', (question, said) => expect(ask(question).text).toContain(said));

  it.each([
    ['责任单位一栏把浐灞生态区错成灞桥生态区的，是哪几项', [25, 26]],
    ['Which tasks name both 经开区 and 高新区 as responsible units?', [29, 30, 31]],
    ['秦农银行算责任单位还是支持单位呀，哪一项', [37]],
    ['分解表目标里写到具体某月某日的，有哪项', [19, 47]],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));

  it('一行两局指的是谁: a term that is nowhere explained has no list of tasks', () => {
    expect(ask('一行两局指的是谁')).toMatchObject({ status: 'not_found', tasks: [] });
  });

  it.each(['2022年科技企业贷款，摊到每家次多少万元', 'Is there an office in Singapore?'])('%s', (question) => {
    expect(ask(question).status).not.toBe('answered');
  });
});

describe('units by the roles in which they stand', () => {
  it.each([
    ['哪些单位既负责又支持', '有负责的任务、有支持的任务的单位：一个也没有'],
    ['同时当责任单位和支持单位的有谁', '有负责的任务、有支持的任务的单位：一个也没有'],
    ['哪些单位没当过责任单位', '没有负责的任务的单位共9个'],
    ['哪些单位只当过一次责任单位', '负责的任务为1次的单位共7个'],
    ['支持次数最少的单位是哪个', '市外办、秦农银行，1项'],
    ['高新区、经开区、浐灞生态区三家里谁负责的任务最多', '高新区，10项'],
  ])('%s', (question, said) => expect(ask(question).text).toContain(said));

  it.each([
    ['2021年目标跟上一年一样的任务', [2, 6, 7, 12, 20, 33, 35, 39, 41, 45, 54]],
    ['2021年目标一样的任务', []],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));

  it('所有行动都有市财政局参与吗', () => expect(ask('所有行动都有市财政局参与吗').verdict).toBe(false));
});

describe('amounts that are claimed to make up a sum', () => {
  it.each([
    ['普惠金融事业部和社区支行合计170家，对吗', true],
    ['普惠金融事业部和社区支行合计180家，对吗', false],
    ['普惠金融事业部、特色专业支行、社区支行合计220家，对吗', true],
    ['2022年上市公司一共110家对吗', true],
  ])('%s', (question, verdict) => expect(ask(question).verdict).toBe(verdict));
});

describe('a place in a list, what closes an exception, units in the text', () => {
  it.each([
    ['高新区负责的第二项任务是什么', [10]],
    ['市财政局负责的第三项任务是什么', [9]],
    ['除第10项外科技金融催化行动还有哪些任务', [11, 12, 13, 14, 15]],
    ['哪些任务提到秦农银行', [3, 37]],
    ['高新区和市科技局只有一家负责的任务', [5, 9, 12, 13, 14, 15, 21, 29, 30, 31, 40, 44, 50]],
  ])('%s', (question, tasks) => expect(tasksOf(question)).toEqual(tasks));
});
