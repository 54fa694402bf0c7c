import { type Candidate, type Meaning, thing } from './candidate.ts';

const QUOTED =
  /“([^“”]{1,200})”|《([^《》]{1,200})》|"([^"]{1,200})"|(?<![a-z])'([^']{0,200}\p{Script=Han}[^']{0,200})'/gu;

/** What may stand between the names of a list. */
const BETWEEN = /^[、，,/和与及 ]*$/u;
const NAMES: ReadonlySet<Meaning['kind']> = new Set(['unit', 'units', 'task', 'action', 'indicator', 'type']);
/** Words of asking that mean the same in quotation marks: “支持单位”. */
const COLUMNS: ReadonlySet<Meaning['kind']> = new Set(['role', 'part']);

interface Found {
  readonly things: readonly Candidate[];
  readonly asking: readonly Candidate[];
}

/** “各区县、开发区”: names and what joins them. */
const isList = (text: string, [from, to]: readonly [number, number], { things, asking }: Found): boolean => {
  const inside = [...things, ...asking]
    .filter((one) => NAMES.has(one.meaning.kind) && one.from >= from && one.to <= to)
    .sort((a, b) => a.from - b.from);
  const ends = [from, ...inside.map((one) => one.to)];
  return (
    inside.some(({ grade }) => grade === 'thing') &&
    ends.every((end, at) => BETWEEN.test(text.slice(end, inside[at]?.from ?? to)))
  );
};

/**
 * Returns what stands in quotation marks, as words; the marks themselves are left. A whole name in them is read as such,
 * a list of names too, and the head of a column: “支持单位”.
 */
export const quotesIn = (text: string, { things, asking }: Found): readonly Candidate[] =>
  [...text.matchAll(QUOTED)].flatMap((match) => {
    const [from, to] = [match.index + 1, match.index + match[0].length - 1];
    const named = things.some((one) => one.from <= from && one.to >= to);
    const plan = things.some((one) => one.meaning.kind === 'plan' && one.from >= from && one.to <= to);
    const column = asking.some((one) => one.from === from && one.to === to && COLUMNS.has(one.meaning.kind));
    if (named || plan || column || isList(text, [from, to], { things, asking })) return [];
    return [thing([from, to], 'words:quoted', { kind: 'words' })];
  });
