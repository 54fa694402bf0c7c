import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('who stands beside a unit', () => {
  it.each<[question: string, units: readonly string[], others: readonly string[]]>([
    ['除了金融局，跟文旅局一块当责任单位的还有谁', ['曲江新区：第18项'], ['陕西证监局', '高新区']],
    ['跟曲江新区一起当责任单位的除了金融局还有谁', ['市教育局：第57项', '市文化旅游局：第18项'], ['市委宣传部']],
    ['除了市金融工作局，市教育局还跟谁一起负责', ['市人社局：第39、42项', '曲江新区：第57项'], ['市委组织部']],
    ['除金融局外，同新城区一块负责的有哪些', ['国际港务区：第53项', '浐灞生态区：第53项'], ['高新区']],
    ['和市商务局共同负责任务的还有谁', ['市投资局：第25、55项'], ['省地方金融监管局']],
    ['跟证监局一起支持的还有哪些单位', ['市委宣传部：第17、18项'], ['高新区']],
  ])('%s', (question, units, others) => {
    const [, ...lines] = ask(question).text.split('\n');
    const listed = lines.filter((line) => !line.startsWith('出处')).join('\n');
    for (const unit of units) expect(listed).toContain(unit);
    for (const other of others) expect(listed).not.toContain(other);
  });
});

describe('units of a sort', () => {
  it.each<[question: string, tasks: readonly number[]]>([
    ['市委的部门支持了哪些任务', [16, 17, 18, 39, 40, 41, 42]],
    ['省级部门支持的任务有几项', [1, 2, 3, 21, 25, 46]],
    ['市级部门支持了哪些', [56]],
    ['责任单位里既没有金融局也没有区县的任务', [45]],
    ['责任单位里既没有财政局也没有金融局的任务', [45]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it.each<[question: string, first: string]>([
    ['市级的局按负责任务数排，第三是谁', '第3是市科技局，7项'],
    ['市级的局里负责任务最多的前三名', '市金融工作局，56项；市财政局，9项；市科技局，7项'],
    ['园区里头谁负责的任务最多', '最多的是高新区，10项'],
  ])('%s', (question, first) => {
    expect(ask(question).text.split('\n')[0]).toContain(first);
  });
});
