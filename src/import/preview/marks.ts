import { outerBrackets } from '../../plan/marks/brackets.ts';
import { mentionsDuty } from '../../plan/marks/read-mark.ts';
import type { PlanReading } from '../../plan/outline/read-plan.ts';
import type { Mark, Plan } from '../../types.ts';

/** A place that a loose search takes for a mark of responsibility. */
export interface LooseMark {
  readonly line: number;
  readonly text: string;
}

/** Marks that a loose search finds, and those of them that no task has. */
export interface Coverage {
  readonly found: number;
  readonly attached: number;
  readonly left: readonly LooseMark[];
  /** Marks of tasks by the word that they print: 责任单位, 负责. */
  readonly words: readonly WordCount[];
}

/** A word, and how often it is printed. */
export type WordCount = readonly [word: string, count: number];

/** A line that begins as a mark does and stands in no bracket. */
const OWN_LINE = /(?:^|[。；])\s*((?:牵头|责任|负责|配合|支持|参与)(?:单位|部门)\s*[:：][^。（(]{2,})/g;

const inText = ({ line, text }: LooseMark): readonly LooseMark[] => {
  const brackets = outerBrackets(text);
  const outside = brackets.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
  return [
    ...brackets.filter(({ inside }) => mentionsDuty(inside)).map(({ inside }) => ({ line, text: inside.trim() })),
    ...[...outside.matchAll(OWN_LINE)].map((found) => ({ line, text: (found[1] ?? '').trim() })),
  ];
};

/** Every paragraph of the text, broken lines joined. */
const paragraphsOf = ({ parts }: PlanReading): readonly LooseMark[] =>
  parts
    .flatMap(({ outline }) => [...outline.nodes.flatMap(({ paragraphs }) => paragraphs), ...outline.annex])
    .map(({ text, lines }) => ({ line: lines[0]?.line ?? 0, text }));

/** Filled cells under a head that speaks of responsibility, in any table. */
const inTables = ({ parts }: PlanReading): readonly LooseMark[] =>
  parts
    .flatMap(({ tables }) => tables)
    .flatMap(({ columns, rows }) =>
      rows
        .filter(({ kind }) => kind === 'row')
        .flatMap(({ cells, source }) =>
          (columns?.units ?? [])
            .map(({ at }) => ({ line: source.line, text: (cells[at] ?? '').trim() }))
            .filter(({ text }) => /[\p{Script=Han}]{2}/u.test(text)),
        ),
    );

/** Returns every mark of a plan's tasks. */
export const marksOf = ({ tasks }: Plan): readonly Mark[] =>
  tasks.flatMap(({ body, row }) => [...(body.marks ?? []), ...(row.clause === body.clause ? [] : (row.marks ?? []))]);

/** Each word once with its count, the most frequent first. */
export const counted = (words: readonly string[]): readonly WordCount[] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
};

/** Compares what a loose search finds in the text with what the tasks have. */
export const coverageOf = (reading: PlanReading): Coverage => {
  const loose = [...paragraphsOf(reading).flatMap(inText), ...inTables(reading)];
  const has = new Map<string, number>();
  for (const { printed } of marksOf(reading.plan)) has.set(printed, (has.get(printed) ?? 0) + 1);
  const left = loose.filter(({ text }) => {
    const count = has.get(text) ?? has.get(text.replace(/。$/, '')) ?? 0;
    if (count > 0) has.set(text, count - 1);
    return count === 0;
  });
  const words = marksOf(reading.plan).flatMap(({ parties }) =>
    parties.map(({ said }) => (said.length > 14 ? '（说一次的规则）' : said)),
  );
  return { found: loose.length, attached: loose.length - left.length, left, words: counted(words) };
};

/** Words with their counts on one line. */
export const wordList = (words: readonly WordCount[], most = 40): string =>
  words
    .slice(0, most)
    .map(([word, count]) => `${word === '' ? '（没有词）' : word}×${count}`)
    .join(' ') + (words.length > most ? ` …共${words.length}个` : '');
