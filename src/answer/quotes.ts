import type { Answer, Citation } from '../types.ts';
import { MARKS } from './entries.ts';
import { labelIn } from './labels.ts';
import { partsOf } from './parts.ts';

/** A clause among the sources of an answer, with everything that is quoted of it. */
export interface Quoted {
  /** ①, as it stands in the text; empty where the text has no mark for it. */
  readonly mark: string;
  readonly label: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** Returns the citations that are shown as sources: the document's own number stands in the footer. */
export const shownCitations = (answer: Answer): readonly Citation[] => {
  const { footer } = partsOf(answer);
  const last = answer.citations.at(-1);
  const isNumber = footer !== '' && last !== undefined && last.quote !== '' && footer.endsWith(last.quote);
  return isNumber && answer.citations.length > 1 ? answer.citations.slice(0, -1) : answer.citations;
};

const MARKED = new RegExp(`^([${MARKS}]) (.*)$`, 'u');

/** Returns the mark of a label, as the lines of sources give it; the head of a table has those of its rows. */
export const marksOf = ({ sources }: { readonly sources: readonly string[] }): ((label: string) => string) => {
  const marked = sources.flatMap((line) => {
    const [, mark = '', words = ''] = MARKED.exec(line) ?? [];
    return mark === '' ? [] : [{ mark, words }];
  });
  const begins = (words: string, label: string): boolean =>
    words === label || (words.startsWith(label) && /^ ?“/.test(words.slice(label.length)));
  const own = (label: string) =>
    marked.find(({ words }) => begins(words, label) || begins(words, labelIn(label, 'en')));
  const isRow = (words: string, head: string): boolean =>
    words.startsWith(head) && /^[^、（\d]{1,7}\d/.test(words.slice(head.length));
  const rows = (label: string) =>
    marked.filter(({ words }) => isRow(words, label) || isRow(words, labelIn(label, 'en')));
  return (label) =>
    own(label)?.mark ??
    rows(label)
      .map(({ mark }) => mark)
      .join('');
};

/** Quotes of one clause without those that stand within another one of it. */
const widest = ([first, ...rest]: readonly [Citation, ...Citation[]]): readonly [Citation, ...Citation[]] => {
  const all = [first, ...rest];
  const within = (one: Citation, other: Citation): boolean =>
    one !== other &&
    other.quote.includes(one.quote) &&
    (one.quote !== other.quote || all.indexOf(other) < all.indexOf(one));
  const [widest, ...others] = all.filter((one) => !all.some((other) => within(one, other)));
  return [widest ?? first, ...others];
};

/** Returns citations clause by clause, in their order. */
export const quotedOf = (citations: readonly Citation[], markOf: (label: string) => string): readonly Quoted[] => {
  const groups = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const key = `${citation.plan} ${citation.clause} ${citation.label}`;
    const known = groups.get(key);
    if (known) known.push(citation);
    else groups.set(key, [citation]);
  }
  return [...groups.values()].map((own) => ({
    mark: markOf(own[0].label),
    label: own[0].label,
    citations: widest(own),
  }));
};
