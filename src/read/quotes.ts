import { type Candidate, thing } from './candidate.ts';

const QUOTED =
  /“([^“”]{1,200})”|《([^《》]{1,200})》|"([^"]{1,200})"|(?<![a-z])'([^']{0,200}\p{Script=Han}[^']{0,200})'/gu;

/** Returns what stands in quotation marks, as words; the marks themselves are left. A whole name in them is read as such. */
export const quotesIn = (text: string, things: readonly Candidate[]): readonly Candidate[] =>
  [...text.matchAll(QUOTED)].flatMap((match) => {
    const [from, to] = [match.index + 1, match.index + match[0].length - 1];
    const named = things.some((one) => one.from <= from && one.to >= to);
    const plan = things.some((one) => one.meaning.kind === 'plan' && one.from >= from && one.to <= to);
    return named || plan ? [] : [thing([from, to], 'words:quoted', { kind: 'words' })];
  });
