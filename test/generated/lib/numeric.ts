import type { Task } from '../../../src/types.ts';

/** A number with what it counts, in figures or in words: 30亿元, 超百亿元, 至少组织一次. */
const IN_WORDS = /[百千]亿元?|[一二三四五六七八九十两]+(?:次|亿|家)/;
const FIGURE = /\d+(?:\.\d+)?\s*(?:万亿|亿|万)?(?:元|家次|家|次|个|期|名|%|平方米|米)/;
/** What one may or may not call a figure: 50条, 6+5+6+1, CF40, B地块, 第一批. */
const UNCLEAR = /[\d百千万]|[一二三四五六七八九十两]+(?:个|项|批|期|条|类|年)/;
const YEARS = /20\d\d\s*年|\d{1,2}\s*月|\d{1,2}\s*日/g;

const textsOf = ({ body, row }: Task): string => [body.text, ...row.targets.map(({ text }) => text)].join('\n');

/** Returns whether a task prints figures: plainly, not at all, or in a way over which people may differ. */
export const numericOf = (task: Task): 'figures' | 'none' | 'unclear' => {
  const text = textsOf(task);
  if (FIGURE.test(text) || IN_WORDS.test(text)) return 'figures';
  return UNCLEAR.test(text.replace(YEARS, '')) || text !== text.replace(YEARS, '') ? 'unclear' : 'none';
};
