import type { Spoken } from './corpus-sentences.ts';
import type { Oracle } from './oracle.ts';
import type { Random } from './random.ts';

/** What was put into a sentence; `true` when it must change the answer. */
export interface Mutation {
  readonly kind: 'operator' | 'not a role' | 'unit' | 'second unit' | 'year' | 'second year' | 'figure';
  readonly inserted: string;
  readonly from: Spoken;
  readonly to: Spoken;
  readonly mustChange: boolean;
}

const OPERATORS = [
  '不',
  '没有',
  '非',
  '只',
  '仅',
  '各',
  '除了',
  '之外',
  '不到',
  '超过',
  '至少',
  '倒数第二',
  '最后',
  '都不',
  '最多的',
];
const FIGURES = ['300亿元', '超过5家', '两次以上', '不低于20%', '2.65万亿', '一百家', '第3项', '前五项', '10.5'];

/** A role's verb after whoever is asked about. */
const ROLE_VERB = /(?<=谁|单位|部门|哪家|[局委办部区行])(?:负责|支持|参与|牵头|配合)(?!单位|部门|的?单位)/g;
/** 2020到2022年, 十四五到2025年: years that lie between are said. */
const PERIOD = /[到至—-]\d{4}年|十四五/u;
const YEAR = /20\d\d年/g;
/** Asked of units or their tasks; a verdict may be the same of two as of one. */
const OF_UNITS = /负责|支持|参与|牵头|配合|任务|哪些|几项/;
const WHETHER = /吗|对不对|是不是|对得上/;
const DENIED = /不|没|非|无|除/;
/** Where a word may be put in without cutting another: round names, verbs, marks and words of asking. */
const BORDERS = /(?=负责|支持|参与|牵头|有哪|有几|是|由|的|吗|呢|[？?]|目标|任务)|(?<=里|中|年|的|项)/g;

const insert = (text: string, at: number, piece: string): string => text.slice(0, at) + piece + text.slice(at);

const bordersOf = (text: string, names: readonly string[]): readonly number[] => {
  const found = [...text.matchAll(BORDERS)].map(({ index }) => index);
  const inside = names.flatMap((name) => {
    const at = text.indexOf(name);
    return at < 0 ? [] : [[at, at + name.length] as const];
  });
  return [0, ...found, text.length].filter((at) => !inside.some(([from, to]) => from < at && at < to));
};

type Make = (from: Spoken) => Mutation | undefined;

const ROUNDS = 3;

/** Makes mutations of sentences of a plan's corpus. */
export const createMutate = (oracle: Oracle, random: Random) => {
  const names = oracle.units.flatMap((unit) => oracle.namesOf(unit).map((name) => ({ unit, name })));
  const plain = names.map(({ name }) => name);

  const at = (from: Spoken, piece: string, kind: Mutation['kind']): Mutation => {
    const place = random.pick(bordersOf(from.text, plain));
    return { kind, inserted: piece, from, to: { ...from, text: insert(from.text, place, piece) }, mustChange: false };
  };

  const notRole = (from: Spoken): Mutation | undefined => {
    const verbs = [...from.text.matchAll(ROLE_VERB)];
    if (verbs.length !== 1 || DENIED.test(from.text)) return undefined;
    const to = { ...from, text: insert(from.text, verbs[0]?.index ?? 0, '不') };
    return { kind: 'not a role', inserted: '不', from, to, mustChange: true };
  };

  /** Only where one unit is named, once, and what it does is asked. */
  const secondUnit = (from: Spoken): Mutation | undefined => {
    if (!OF_UNITS.test(from.text) || WHETHER.test(from.text) || from.text.includes('除')) return undefined;
    const named = names.filter(({ name }) => from.text.includes(name)).sort((a, b) => b.name.length - a.name.length);
    const [longest] = named;
    if (!longest || named.some(({ unit, name }) => unit !== longest.unit && !longest.name.includes(name)))
      return undefined;
    const other = random.pick(oracle.units.filter((unit) => unit !== longest.unit));
    const to = { ...from, text: from.text.replace(longest.name, `${longest.name}和${other}`) };
    return { kind: 'second unit', inserted: other, from, to, mustChange: true };
  };

  /** Not where a period or the question before says the year already. */
  const secondYear = (from: Spoken): Mutation | undefined => {
    const [found, ...others] = [...from.text.matchAll(YEAR)];
    if (!found || others.length > 0 || WHETHER.test(from.text) || PERIOD.test(from.text)) return undefined;
    const said = [from.text, ...from.history].join('\n');
    const year = random.pick(oracle.years.map((one) => `${one}年`).filter((one) => !said.includes(one)));
    const to = { ...from, text: insert(from.text, found.index + found[0].length, `和${year}`) };
    return { kind: 'second year', inserted: year, from, to, mustChange: true };
  };

  const strict: readonly Make[] = [notRole, secondUnit, secondYear];
  const free: readonly Make[] = [
    (from) => at(from, random.pick(OPERATORS), 'operator'),
    (from) => at(from, `除了${random.pick(oracle.units)}`, 'operator'),
    (from) => at(from, random.pick(plain), 'unit'),
    (from) => at(from, `${random.pick(oracle.years)}年`, 'year'),
    (from) => at(from, random.pick(FIGURES), 'figure'),
  ];

  /** Returns up to `count` mutations of one kind; every sentence is tried before one is used again. */
  const ofKind = (make: Make, sentences: readonly Spoken[], count: number): readonly Mutation[] => {
    const made = new Map<string, Mutation>();
    for (let turn = 0; turn < ROUNDS && made.size < count; turn += 1)
      for (const from of random.shuffled(sentences)) {
        const mutation = made.size < count ? make(from) : undefined;
        if (mutation) made.set(JSON.stringify(mutation.to), mutation);
      }
    return [...made.values()];
  };

  /** Returns `count` mutations: of the kinds that must change the answer as many as there can be, of others the rest. */
  return (sentences: readonly Spoken[], count: number): readonly Mutation[] => {
    const share = Math.floor(count / (strict.length + free.length));
    const changed = strict.flatMap((make) => ofKind(make, sentences, share));
    const each = Math.ceil((count - changed.length) / free.length);
    return [...changed, ...free.flatMap((make) => ofKind(make, sentences, each))].slice(0, count);
  };
};
