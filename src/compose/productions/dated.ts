import type { Test } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { hasWords } from '../said.ts';
import { ALL_TASKS } from '../sets.ts';
import { dateTests } from '../tests.ts';
import { DOCUMENT } from './document.ts';

/** 2020年12月30日前要完成什么: tasks that print a date. */
export const dated: Build = (parts) => {
  const tests = dateTests(parts);
  if (tests.length === 0 || hasWords(parts) || parts.refs.length + parts.clauses.length > 0 || parts.plan)
    return undefined;
  if (parts.properties.some((one) => DOCUMENT.includes(one))) return undefined;
  const test: Test = tests[0] && tests.length === 1 ? tests[0] : { test: 'any', of: tests };
  return made('dated', query(parts, { set: 'where', of: ALL_TASKS, test }, { asks: [{ ask: 'members' }] }), {
    uses: ['dates', 'wanted', 'heads', 'properties', 'years', 'figures'],
    operators: ['reach', 'not'],
  });
};
