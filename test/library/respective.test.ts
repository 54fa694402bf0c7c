import { expect, it } from 'vitest';
import { respectiveIn } from '../../src/library/respective.ts';
import { readQuantities } from '../../src/quantity.ts';

const namesIn = (text: string) => respectiveIn(text, readQuantities(text)).map((one) => one?.name);

it('甲、乙、丙 somewhere before 分别: each figure has its own name', () => {
  const text = '按照新建、改建、租赁的建设方式和核定床位数量，分别给予每床8000元、3500元、1500元一次性建设补贴';
  expect(namesIn(text)).toEqual(['新建', '改建', '租赁']);
});

it('names of different lengths have no borders: none is guessed', () => {
  const text = '按照新建、改扩建、租赁的建设方式，分别给予每床8000元、3500元、1500元';
  expect(namesIn(text)).toEqual([undefined, undefined, undefined]);
});
