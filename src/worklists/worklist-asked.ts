import { readNumeral } from '../numerals.ts';
import type { Plan, UnitName } from '../types.ts';
import { createNameReader, type Name } from '../understand/names.ts';
import { createNormalise } from '../understand/normalise.ts';
import { recogniseYears } from '../understand/years.ts';
import {
  ASIDE,
  ASKING_END,
  BODY_END,
  EXPORT,
  FILE_ASKED,
  FORMATS,
  LIST,
  NOT_ASKED,
  OWN,
  POLITE,
} from './asked-words.ts';
import {
  severalActions,
  severalUnits,
  unknownAction,
  unknownFormat,
  unknownUnit,
  unknownYear,
  type WorklistFault,
} from './faults.ts';
import { unitsNear } from './unit-named.ts';
import type { WorklistFilter, WorklistFormat } from './worklist.ts';

/** A request for a list as a file. */
export interface WorklistAsked {
  readonly kind: 'asked';
  readonly filter: WorklistFilter;
  readonly format: WorklistFormat;
}

type Meant = { readonly kind: 'unit'; readonly unit: UnitName } | { readonly kind: 'action'; readonly action: number };

/** Longer texts are no requests. */
const LONGEST = 120;
const ACTION_ENDS = /(?:专项)?行动$/u;
/** XX金融引领行动 is called XX金融行动 too: the verb before the last word is left out. */
const VERB_BEFORE_END = /\p{Script=Han}{2}(?=行动$)/u;
const BY_NUMBER = /第(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|大)?(?:重点)?行动|(?:重点)?行动(\d{1,3})(?!\d)/gu;

const unitNames = ({ registry }: Plan): readonly Name<Meant>[] => [
  ...registry.units.flatMap(({ name, full, others, english }) => [
    ...[name, full, ...others].map((one) => ({
      name: one,
      means: { kind: 'unit', unit: name } as const,
      sounds: true,
    })),
    ...[english.name, ...english.others].map((one) => ({
      name: one,
      means: { kind: 'unit', unit: name } as const,
      sounds: false,
    })),
  ]),
  ...registry.groups.flatMap(({ name, others }) =>
    [name, ...others].map((one) => ({ name: one, means: { kind: 'unit', unit: name } as const, sounds: false })),
  ),
];

const actionNames = ({ actions }: Plan): readonly Name<Meant>[] => {
  const shorts = actions.map(({ title }) => title.replace(VERB_BEFORE_END, ''));
  return actions.flatMap(({ number, title }, at) => {
    const short = shorts[at] ?? '';
    const names = shorts.filter((one) => one === short).length === 1 ? [title, short] : [title];
    return [...names, title.replace(ACTION_ENDS, '')].map((name) => ({
      name,
      means: { kind: 'action', action: number } as const,
      sounds: false,
    }));
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

const normalise = createNormalise([]);

/** True where a file of a list is asked for. */
const isAsked = (text: string): boolean => {
  const asked = POLITE.test(text) ? text.replace(ASKING_END, '') : text;
  return (
    FILE_ASKED.some((row) => row.every((pattern) => pattern.test(asked))) &&
    !NOT_ASKED.some((pattern) => pattern.test(asked))
  );
};

/** What a request names. */
interface Named {
  readonly units: readonly UnitName[];
  readonly actions: readonly number[];
  readonly years: readonly number[];
  /** What is left when all of it is taken away. */
  readonly rest: string;
}

const blank = (text: string, spans: readonly (readonly [number, number])[]): string =>
  [...spans]
    .sort((a, b) => b[0] - a[0])
    .reduce((left, [from, to]) => `${left.slice(0, from)}${' '.repeat(to - from)}${left.slice(to)}`, text);

const readNamed = (text: string, plan: Plan, year: number | undefined): Named => {
  const found = readerOf(plan)(text);
  const numbered = [...text.matchAll(BY_NUMBER)];
  const years = recogniseYears(text, { period: plan.document.period, now: year });
  const units = found.flatMap(({ means }) => (means.kind === 'unit' ? [means.unit] : []));
  const actions = [
    ...found.flatMap(({ means }) => (means.kind === 'action' ? [means.action] : [])),
    ...numbered.map(([, first, second]) => numberOf(first ?? second ?? '')),
  ];
  return {
    units: [...new Set(units)],
    actions: [...new Set(actions)],
    years: [...new Set(years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : [])))],
    rest: blank(text, [
      ...found.map(({ span }) => span),
      ...numbered.map((match) => [match.index, match.index + match[0].length] as const),
      ...years.map(({ span }) => span),
    ]),
  };
};

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : readNumeral(text));

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

const formatOf = (text: string): WorklistFormat | WorklistFault => {
  const found = FORMATS.flatMap(({ pattern, format }) => {
    const words = pattern.exec(text)?.[0];
    return words === undefined ? [] : [{ words, format }];
  });
  const made = found.find(({ format }) => format !== undefined)?.format;
  const [first] = found;
  return made ?? (first ? unknownFormat(first.words) : 'xlsx');
};

const faultIn = ({ units, actions, years }: Named, plan: Plan): WorklistFault | undefined => {
  if (units.length > 1) return severalUnits(units);
  const titles = plan.actions.filter(({ number }) => actions.includes(number)).map(({ title }) => title);
  const strange = actions.find((action) => !plan.actions.some(({ number }) => number === action));
  if (strange !== undefined) return unknownAction(strange, plan);
  if (actions.length > 1) return severalActions(titles);
  const [from, to] = plan.document.period;
  const outside = years.find((year) => year < from || year > to);
  return outside === undefined ? undefined : unknownYear(outside, plan);
};

/**
 * A chat's request for a list as a file, the fault that is in it, or undefined for everything else: a question stays a
 * question. Several years within the plan are answered with the list of all years.
 *
 * @param year the year of asking, for 今年 and 明年; without it they mean every year
 */
export const worklistAsked = (typed: string, plan: Plan, year?: number): WorklistAsked | WorklistFault | undefined => {
  if (typed.length > LONGEST) return undefined;
  const { text } = normalise(typed);
  if (!isAsked(text)) return undefined;
  const named = readNamed(text, plan, year);
  const left = leftIn(named.rest);
  if (left.kind === 'other') return undefined;
  if (left.kind === 'name') return unknownUnit(left.name, unitsNear(left.name, plan.registry));
  const fault = faultIn(named, plan);
  if (fault) return fault;
  const format = formatOf(text);
  if (typeof format === 'object') return format;
  const [[unit], [action], [only, another]] = [named.units, named.actions, named.years];
  const filter = { unit, action, year: another === undefined ? only : undefined };
  return { kind: 'asked', filter, format };
};
