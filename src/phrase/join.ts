import type { Draft } from '../answer/draft.ts';
import { taskNamedBy } from '../answer/own-lines.ts';
import { withVerdict } from '../answer/verdict-mark.ts';
import type { ClauseId } from '../types.ts';

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** 21. 推动设立天然气交易中心 */
const isNamed = (line: string): boolean => taskNamedBy(line) !== undefined;

/** Which task it is stands in front. */
const headed = (lines: readonly string[]): readonly string[] => {
  const [first = '', title = '', ...rest] = lines;
  return lines.length > 1 && !isNamed(first) && isNamed(title) ? [title, first, ...rest] : lines;
};

/** What is said twice is said once; a list stays whole, and its heading in front. */
const linesOf = (drafts: readonly Draft[]): readonly string[] => {
  const several = new Set(drafts.flatMap(({ lines }) => lines.slice(0, 2).filter(isNamed))).size > 1;
  const said: string[] = [];
  for (const { lines, brief } of drafts) {
    const fresh = unique(several && !brief ? headed(lines) : lines).filter((line) => !said.includes(line));
    said.push(...(brief && fresh.length > 0 ? lines : fresh));
  }
  return said;
};

/** A line is borne out by what its own answer cites; one that several answers say, by what any of these does. */
const clausesByLine = (drafts: readonly Draft[]): ReadonlyMap<string, ReadonlySet<ClauseId>> => {
  const found = new Map<string, Set<ClauseId>>();
  for (const { lines, citations = [] } of drafts)
    for (const line of lines)
      found.set(line, new Set([...(found.get(line) ?? []), ...citations.map(({ clause }) => clause)]));
  return found;
};

/** Several answers to one question as one; the first decides what kind it is. */
export const joinDrafts = (said: readonly Draft[]): Draft => {
  const [only, ...others] = said;
  if (!only || others.length === 0) return only ?? { status: 'not_found', lines: [] };
  const drafts = said.map((one): Draft => ({ ...one, lines: withVerdict(one), marked: true }));
  const first = drafts[0] ?? only;
  const answered = drafts.filter(({ status }) => status === 'answered');
  const kept = answered.length > 0 ? answered : [first];
  const verdicts = kept.flatMap(({ verdict }) => verdict ?? []);
  return {
    ...(kept[0] ?? first),
    ...(verdicts.length === 1 && verdicts[0] !== undefined && { verdict: verdicts[0] }),
    brief: kept.some(({ brief }) => brief === true),
    answers: drafts.length,
    lines: linesOf(drafts),
    clausesOf: clausesByLine(kept),
    citations: kept.flatMap(({ citations }) => citations ?? []),
    notices: drafts.flatMap(({ notices }) => notices ?? []),
    computed: drafts.flatMap(({ computed }) => computed ?? []),
    tasks: unique(kept.flatMap(({ tasks }) => tasks ?? [])),
    related: answered.length > 0 ? [] : (first.related ?? []),
  };
};
