import { expect, it } from 'vitest';
import { ask } from '../helper.ts';

it.each([['附件怎么写成市委了'], ['附表里怎么印的是市委']])(
  '%s: a form that the annex misprints is explained',
  (question) => {
    const { text, status } = ask(question);
    expect(status).toBe('answered');
    expect(text).toContain('市发改委');
  },
);

it('after the task that prints it was spoken of, too', () => {
  expect(ask('那附件怎么印成市委了呢', '天然气交易中心是谁负责').text).toContain('市发改委');
});
