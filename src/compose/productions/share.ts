import { type Build, made, query } from '../assembled.ts';
import { conditions } from '../conditions.ts';
import { has, hasWords, headOf, indicatorsNamed, tasksNamed } from '../said.ts';
import { ground, where } from '../sets.ts';

/** 市金融工作局负责的任务占几成: how large a part of the tasks meets conditions. */
export const share: Build = (parts) => {
  if (!has(parts, 'ratio') || hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts)) return undefined;
  const head = headOf(parts);
  const tests = conditions(parts);
  if (tests.length === 0 || (head && head.type !== 'task') || parts.years.length > 0) return undefined;
  return made('share', query(parts, where(ground(parts), tests), { asks: [{ ask: 'count', share: true }] }), {
    uses: ['clauses', 'heads', 'wanted', 'refs', 'plan', 'figures'],
    operators: ['ratio', 'not', 'only', 'all', 'together', 'total', 'first'],
  });
};
