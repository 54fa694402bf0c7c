import { type Candidate, spanOf } from './candidate.ts';
import { NUMERAL, numberOf } from './ordinals.ts';

/** 这四项, 那15个, 这几家, 以上三项: so many of what was shown before. */
const COUNTED = new RegExp(`(?:以上|上述|刚才[这那]|[这那])(${NUMERAL}|几)(?:项|个|家|条)(?!月|亿|万|年)`, 'gu');

/** Returns the pieces that point at so many things of the answer before. */
export const countedIn = (text: string): readonly Candidate[] =>
  [...text.matchAll(COUNTED)].map((match): Candidate => {
    const [from, to] = spanOf(match);
    const [said, numeral = ''] = match;
    const count = numeral === '几' ? {} : { count: numberOf(numeral) };
    const tasks = /几[项条]$/u.test(said) ? 'before:these/tasks' : 'before:these';
    const two = count.count === 2 ? 'before:these/pair' : tasks;
    const rule = said.endsWith('家') ? 'before:these/unit' : two;
    return { from, to, rule, grade: 'asking', meaning: { kind: 'before', before: 'these', ...count } };
  });
