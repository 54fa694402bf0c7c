import type { SetOf } from '../../values.ts';
import { alikeOf, differsByYear } from '../alike.ts';
import { type Build, made, query } from '../assembled.ts';
import { differTests, isLacking } from '../conditions.ts';
import type { Parts } from '../parts.ts';
import { confirms, has, hasWords, headOf, onlyActions } from '../said.ts';
import { ALL_TASKS, about, named } from '../sets.ts';

/** 附件第6项加一块儿和指标表的差: what a task adds up to, set against the table of indicators. */
const isAgainstTable = (parts: Parts): boolean =>
  has(parts, 'change', 'more', 'less') &&
  parts.parts.includes('table') &&
  parts.quantities.length === 0 &&
  parts.refs.some(({ type }) => type === 'task');

/** 指标表和任务表对得上吗, 第4项附件比正文少了谁: what two places say of one thing. */
export const differences: Build = (parts) => {
  const compared = has(parts, 'same', 'differ', 'lack') || isLacking(parts) || isAgainstTable(parts);
  const head = headOf(parts);
  const listed = head?.type === 'task' && (head.wanted !== undefined || parts.refs.length === 0);
  const whole0 =
    has(parts, 'differ') && !head && parts.quantities.length === 0 && parts.roles.length + parts.clauses.length === 0;
  const about0 = hasWords(parts) || parts.refs.length > 0;
  if (alikeOf(parts) || differsByYear(parts)) return undefined;
  if (!compared || listed || (!about0 && !whole0) || onlyActions(parts)) return undefined;
  const claimed = has(parts, 'than') && has(parts, 'more', 'less') && confirms(parts) && parts.parts.length === 0;
  if (claimed && parts.quantities.length > 0) return undefined;
  if (parts.refs.length > 1 && parts.heads.some(({ type, noun }) => type === 'action' && noun)) return undefined;
  if (has(parts, 'lack') && parts.clauses.some(({ units }) => units.length > 0)) return undefined;
  const [test] = differTests({ ...parts, operators: new Set([...parts.operators, 'differ']) });
  const { what = 'any', role } = test?.test === 'differs' ? test : {};
  const of: SetOf = parts.refs.length > 0 ? named(parts) : hasWords(parts) ? about(parts) : ALL_TASKS;
  return made('differences', query(parts, of, { asks: [{ ask: 'differences', what, ...(role && { role }) }] }), {
    uses: [
      'refs',
      'words',
      'part',
      'years',
      'wanted',
      'roles',
      'properties',
      'figures',
      'heads',
      'plan',
      'clauses',
      'terms',
      'quantities',
    ],
    operators: [
      'same',
      'differ',
      'not',
      'lack',
      'less',
      'than',
      'total',
      'growth',
      'change',
      'more',
      'each',
      'only',
      'reach',
      'all',
      'mention',
    ],
  });
};
