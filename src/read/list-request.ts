import { readNumeral } from '../numerals.ts';
import type { Plan, UnitName } from '../types.ts';
import type { Candidate } from './candidate.ts';
import {
  ASIDE,
  ASKING_END,
  BODY_END,
  EXPORT,
  FILE_ASKED,
  type FileFormat,
  FORMATS,
  LIST,
  NOT_ASKED,
  OWN,
  POLITE,
  WHOLE,
} from './list-words.ts';
import { createNameReader, type Name } from './name-reader.ts';
import { normalisePlain } from './normalise.ts';
import { yearsIn } from './years.ts';

/** What a request for a list as a file names: nothing of it is checked yet. */
export interface ListRequest {
  readonly units: readonly UnitName[];
  readonly actions: readonly number[];
  readonly years: readonly number[];
  /** Formats that it names, in the words in which it does; `undefined` is one that is not made. */
  readonly formats: readonly { readonly words: string; readonly format: FileFormat | undefined }[];
  /** A name among its words that is no unit's and no action's. */
  readonly stranger?: string;
}

type Meant = { readonly kind: 'unit'; readonly unit: UnitName } | { readonly kind: 'action'; readonly action: number };

/** Longer texts are no requests. */
const LONGEST = 120;
const ACTION_ENDS = /(?:专项)?行动$/u;
/** XX金融引领行动 is called XX金融行动 too: the verb before the last word is left out. */
const VERB_BEFORE_END = /\p{Script=Han}{2}(?=行动$)/u;
const BY_NUMBER = /第(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|大)?(?:重点)?行动|(?:重点)?行动(\d{1,3})(?!\d)/gu;

const unitNames = ({ registry }: Plan): readonly Name<Meant>[] => {
  const named = (names: readonly string[], unit: UnitName, sounds: boolean): readonly Name<Meant>[] =>
    names.map((name) => ({ name, means: { kind: 'unit', unit }, sounds }));
  return [
    ...registry.units.flatMap(({ name, full, others, english }) => [
      ...named([name, full, ...others], name, true),
      ...named([english.name, ...english.others], name, false),
    ]),
    ...registry.groups.flatMap(({ name, others }) => named([name, ...others], name, false)),
  ];
};

const actionNames = ({ actions }: Plan): readonly Name<Meant>[] => {
  const shorts = actions.map(({ title }) => title.replace(VERB_BEFORE_END, ''));
  return actions.flatMap(({ number, title }, at) => {
    const short = shorts[at] ?? '';
    const names = shorts.filter((one) => one === short).length === 1 ? [title, short] : [title];
    return [...names, title.replace(ACTION_ENDS, '')].map(
      (name): Name<Meant> => ({ name, means: { kind: 'action', action: number }, sounds: false }),
    );
  });
};

type Read = ReturnType<typeof createNameReader<Meant>>;

const readers = new WeakMap<Plan, Read>();

/** The reader of a plan's names, made once. */
const readerOf = (plan: Plan): Read => {
  const known = readers.get(plan) ?? createNameReader([...unitNames(plan), ...actionNames(plan)]);
  readers.set(plan, known);
  return known;
};

const isAsked = (text: string): boolean => {
  const asked = POLITE.test(text) ? text.replace(ASKING_END, '') : text;
  return (
    FILE_ASKED.some((row) => row.every((pattern) => pattern.test(asked))) &&
    !NOT_ASKED.some((pattern) => pattern.test(asked))
  );
};

type Span = readonly [from: number, to: number];

const blank = (text: string, spans: readonly Span[]): string =>
  [...spans]
    .sort((a, b) => b[0] - a[0])
    .reduce((left, [from, to]) => `${left.slice(0, from)}${' '.repeat(to - from)}${left.slice(to)}`, text);

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : readNumeral(text));

const yearsOf = ({ meaning }: Candidate): readonly number[] => (meaning.kind === 'year' ? meaning.years : []);

const HERE = '\u0001';
const LATIN_WORDS = /[a-z][a-z'&. -]*[a-z]/u;
const SHORTEST_LEFT = 2;

/** What the rest of a request speaks of: nothing, somebody whom nobody registered, or something else altogether. */
type Left =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'other' };

/** A name stands before the list, ends as names of bodies do, or is a word of an English request. */
const leftIn = (rest: string): Left => {
  const own = OWN.exec(rest)?.[0];
  if (own !== undefined) return { kind: 'name', name: own };
  // A verb parts what stands around it: 上次导出的清单 is no list of 上次.
  const marked = rest.replace(new RegExp(EXPORT.source, 'gu'), ',').replace(new RegExp(LIST.source, 'u'), HERE);
  const left = ASIDE.reduce((text, pattern) => text.replace(pattern, ' '), marked).replace(/\s+/gu, ' ');
  const words = left.match(/\p{Script=Han}+/gu)?.filter((word) => word.length >= SHORTEST_LEFT) ?? [];
  const before = words.find((word) => new RegExp(`${word}\\s?${HERE}`, 'u').test(left));
  const name = before ?? words.find((word) => BODY_END.test(word)) ?? LATIN_WORDS.exec(left)?.[0];
  if (name !== undefined) return { kind: 'name', name };
  return words.length > 0 ? { kind: 'other' } : { kind: 'nothing' };
};

const formatsIn = (text: string): ListRequest['formats'] =>
  FORMATS.flatMap(({ pattern, format }) => {
    const words = pattern.exec(text)?.[0];
    return words === undefined ? [] : [{ words, format }];
  });

/** The units and groups that a text names, each once, in any of their names. */
export const unitsIn = (typed: string, plan: Plan): readonly UnitName[] => {
  const found = readerOf(plan)(normalisePlain(typed).text);
  return [...new Set(found.flatMap(({ means }) => (means.kind === 'unit' ? [means.unit] : [])))];
};

/** Returns a text without the units, actions and years that it names. */
export const withoutNames = (typed: string, plan: Plan): string => {
  const { text } = normalisePlain(typed);
  const years = yearsIn(text, { period: plan.document.period, now: undefined });
  const spans = [...readerOf(plan)(text).map(({ span }) => span), ...years.map(({ from, to }): Span => [from, to])];
  return blank(text, spans);
};

/** The years of the plan's period that a text names, each once. */
export const yearsNamed = (typed: string, { document: { period } }: Plan, year?: number): readonly number[] => {
  const found = yearsIn(normalisePlain(typed).text, { period, now: year }).flatMap(yearsOf);
  return [...new Set(found)].filter((one) => one >= period[0] && one <= period[1]);
};

/** True where a request for a list means all of the plan: 全部, 所有. */
export const isWholeAsked = (typed: string): boolean => WHOLE.test(normalisePlain(typed).text);

/** True where a file of a list is asked for, whatever is in it. */
export const isListAsked = (typed: string): boolean => typed.length <= LONGEST && isAsked(normalisePlain(typed).text);

/**
 * Returns what a chat's request for a list as a file names, or undefined for everything else: a question stays a
 * question.
 *
 * @param year the year of asking, for 今年 and 明年; without it they mean every year
 */
export const readListRequest = (typed: string, plan: Plan, year?: number): ListRequest | undefined => {
  if (typed.length > LONGEST) return undefined;
  const { text } = normalisePlain(typed);
  if (!isAsked(text)) return undefined;
  const found = readerOf(plan)(text);
  const numbered = [...text.matchAll(BY_NUMBER)];
  const years = yearsIn(text, { period: plan.document.period, now: year });
  const left = leftIn(
    blank(text, [
      ...found.map(({ span }) => span),
      ...numbered.map((match): Span => [match.index, match.index + match[0].length]),
      ...years.map(({ from, to }): Span => [from, to]),
    ]),
  );
  if (left.kind === 'other') return undefined;
  const units = found.flatMap(({ means }) => (means.kind === 'unit' ? [means.unit] : []));
  const actions = [
    ...found.flatMap(({ means }) => (means.kind === 'action' ? [means.action] : [])),
    ...numbered.map(([, first, second]) => numberOf(first ?? second ?? '')),
  ];
  const request = {
    units: [...new Set(units)],
    actions: [...new Set(actions)],
    years: [...new Set(years.flatMap(yearsOf))],
    formats: formatsIn(text),
  };
  return left.kind === 'name' ? { ...request, stranger: left.name } : request;
};
