import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('what is done, after a task or a list was named', () => {
  it.each<[before: string, question: string, tasks: readonly number[], year: string]>([
    ['金融商务区由谁负责', '2020年要推进哪些项目', [51], '2020年'],
    ['金融商务区由谁负责', '2021年要做哪些事', [51], '2021年'],
    ['天然气交易中心归谁', '2022年做哪些工作', [21], '2022年'],
    ['经开区负责哪几项', '2021年要推进哪些项目', [29, 30, 31], '2021年'],
  ])('%s, %s', (before, question, tasks, year) => {
    const answer = ask(question, before);
    expect(answer.tasks).toEqual(tasks);
    expect(answer.text).toContain(year);
  });

  it('都有哪几个区参加 asks who stands in the task before', () => {
    const { text, tasks } = ask('都有哪几个区参加', '国际结算业务总量目标多少');
    expect(tasks).toEqual([29]);
    expect(text).toContain('国际港务区');
  });

  it('负责哪些任务 alone names nobody who does it', () => {
    expect(ask('负责哪些任务').status).toBe('clarify');
  });
});

describe('each in its place', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['最后两项任务各由谁负责', [56, 57]],
    ['前五项各由哪个单位牵头', [1, 2, 3, 4, 5]],
    ['信用那个行动下头有几条', [43, 44, 45]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('没单独写高新区 leaves out its tasks, and not those that it has alone', () => {
    const { tasks } = ask('市财政局参加、但责任单位里没单独写高新区的任务有哪几项');
    expect(tasks).not.toContain(9);
    expect(tasks).toContain(3);
  });
});

describe('which of several figures is meant', () => {
  it.each<[question: string, said: readonly string[], unsaid: readonly string[]]>([
    ['普惠金融支行要建多少个', ['特色专业支行：2022年50家', '社区支行：2022年150家'], ['事业部：']],
    ['普惠金融事业部、特色支行、社区支行总共几家', ['合计220家'], []],
    ['特色支行和社区支行一共几家', ['合计200家'], []],
    ['文旅企业跟金融机构的对接活动三年加一起至少几次', ['不少于6次'], []],
  ])('%s', (question, said, unsaid) => {
    const { text } = ask(question);
    for (const one of said) expect(text).toContain(one);
    for (const one of unsaid) expect(text.split('\n').slice(0, 2).join('')).not.toContain(one);
  });

  it('什么时候成立天然气交易中心 is not told by what else is founded', () => {
    expect(ask('什么时候成立天然气交易中心').tasks).not.toContain(42);
  });
});

describe('whether a goal is set, or an office named', () => {
  it.each([
    ['税收有目标吗', 'not_found'],
    ['绿色信贷有没有指标', 'not_found'],
    ['就业有硬指标吗', 'not_found'],
    ['金融局哪个处室管天然气交易中心', 'not_found'],
    ['金融人才有没有指标', 'answered'],
    ['保费有目标吗', 'answered'],
  ])('%s', (question, status) => {
    expect(ask(question).status).toBe(status);
  });
});

describe('what no plan says, beside what this one does', () => {
  it.each<[question: string, said: readonly string[]]>([
    ['什么时候印发的，谁签发的', ['2020年3月26日', '没有写“谁签发”']],
    ['天然气交易中心归谁，进展如何', ['市金融工作局、高新区、市发改委', '没有写“进展如何”']],
  ])('%s', (question, said) => {
    const { status, text } = ask(question);
    expect(status).toBe('answered');
    for (const one of said) expect(text).toContain(one);
  });
});

describe('a number of a task without 第, and how many tasks a name has', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['50条归谁', [50]],
    ['21条是干什么的', [21]],
    ['科技金融有几条', [10, 11, 12, 13, 14, 15]],
    ['普惠金融一共几项', [32, 33, 34]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});

describe('who does one thing of a task, said in its text', () => {
  it.each([
    ['典当小贷这些扯皮了，靠哪个机构调解', '金融仲裁院'],
    ['领军人才那个绿卡通都管哪些待遇', '安居、医疗健康、子女就学'],
    ['天然气交易中心由谁设立', '市金融工作局、高新区、市发改委'],
  ])('%s', (question, said) => {
    expect(ask(question).text.split('\n')[0]).toContain(said);
  });
});
