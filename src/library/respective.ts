/** Where a figure stands in a sentence. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a figure of a list is of, where names and figures stand in two lists of the same length. */
export interface Respective {
  readonly name: string;
  /** All that stands before the figures since the last comma: 省科技厅每年推荐甲、乙. */
  readonly lead: string;
}

const EACH = /分别/gu;
const DIVIDES = /[，；：。,;:]/gu;
const BETWEEN = /^[、和及与]$/u;
const JOINS = /[、和及与]/u;

const lastAt = (text: string, pattern: RegExp): RegExpExecArray | undefined => [...text.matchAll(pattern)].at(-1);

/** The figures that follow one another with nothing but 、 between, from a place on. */
const runFrom = (text: string, spans: readonly Span[], at: number): number => {
  let end = at;
  for (let next = spans[end + 1]; next && BETWEEN.test(text.slice(spans[end]?.to, next.from).trim()); end += 1)
    next = spans[end + 2];
  return end - at + 1;
};

/** Returns, for each figure of a sentence, its own name in 甲、乙分别不低于100家、50家; undefined for all others. */
export const respectiveIn = (text: string, spans: readonly Span[]): readonly (Respective | undefined)[] => {
  const found: (Respective | undefined)[] = spans.map(() => undefined);
  spans.forEach(({ from }, at) => {
    const before = text.slice(spans[at - 1]?.to ?? 0, from);
    const each = lastAt(before, EACH);
    if (!each) return;
    const comma = lastAt(before.slice(0, each.index), DIVIDES);
    const lead = before.slice((comma?.index ?? -1) + 1, each.index);
    const names = lead.split(JOINS).filter((name) => name !== '');
    if (names.length < 2 || runFrom(text, spans, at) !== names.length) return;
    names.forEach((name, place) => {
      found[at + place] = { name, lead };
    });
  });
  return found;
};
