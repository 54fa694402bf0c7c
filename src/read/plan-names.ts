import type { Corpus } from '../corpus.ts';
import type { Cut } from '../search/cut.ts';
import { initialsOf } from '../sound.ts';
import type { Plan } from '../types.ts';
import type { Name, Named } from './name-reader.ts';
import type { Spoken } from './romanised.ts';

const LEADING_VERB =
  /^(?:加快|加大|大力|全面|推动|推进|促进|支持|鼓励|完善|优化|建立|建设|创新|拓宽|拓展|提升|加强|深化|开展|组织开展|发布|举办|培育发展|培育|发展|申请创建|高水平建设|抢滩发力|利用|发挥|扩大|降低|整合优化|整合|打造|引进)+/;
const SHORTEST_TITLE = 5;

/** A title, and the title without the verb in front of it: 推动设立天然气交易中心, 天然气交易中心. */
const titleNames = (title: string): readonly string[] => {
  const bare = title.replace(LEADING_VERB, '').replace(/^设立/, '');
  return bare.length >= SHORTEST_TITLE && bare !== title ? [title, bare] : [title];
};

/** What an indicator measures, without how: 金融机构年末累计数, 金融机构. */
const indicatorNames = (name: string): readonly string[] => [
  ...new Set([name, name.replace(/^年(?!末)/, ''), name.replace(/年末累计数$|余额$/, '')]),
];

type Gloss = { readonly name: string; readonly others: readonly string[] } | undefined;

const all = (gloss: Gloss): readonly string[] => (gloss ? [gloss.name, ...gloss.others] : []);

const named = (names: readonly string[], means: Named, sounds = true): readonly Name<Named>[] =>
  names.map((name) => ({ name, means, sounds }));

/** 招商引资 → 管招商引资的那个局: how a unit is called by what it does. */
const BY_FUNCTION = ['的局', '的那个局', '的部门', '的那个部门', '的单位', '的那个单位'];
const FUNCTION_VERB = /^(?:管|抓|搞)/;

const functionNames = (does: readonly string[]): readonly string[] =>
  does.flatMap((what) => {
    const core = what.replace(FUNCTION_VERB, '');
    return ['管', '负责', '抓'].flatMap((verb) => BY_FUNCTION.map((end) => `${verb}${core}${end}`));
  });

const [FEWEST_INITIALS, MOST_INITIALS] = [3, 6];

/** 市gxj: the level in its character, the rest in letters. */
const levelled = (word: string): readonly string[] =>
  /^[市省]/u.test(word) && word.length > FEWEST_INITIALS ? [`${word[0]}${initialsOf(word.slice(1))}`] : [];

/** zjj: the initials of units, as typed in a hurry; those that several units share ask back. */
const unitInitials = ({ registry }: Corpus): readonly Name<Named>[] => {
  const found = new Map<string, Set<string>>();
  for (const { name, others } of registry.units)
    for (const word of [name, ...others]) {
      const initials = /^\p{Script=Han}+$/u.test(word) ? initialsOf(word) : '';
      if (initials.length < FEWEST_INITIALS || initials.length > MOST_INITIALS) continue;
      for (const typed of [initials, ...levelled(word)]) found.set(typed, (found.get(typed) ?? new Set()).add(name));
    }
  return [...found].flatMap(([initials, units]) => {
    const [unit = '', other] = [...units];
    return named([initials], other ? { kind: 'units', units: [...units] } : { kind: 'unit', unit }, false);
  });
};

/** 市委, 各县 are words of their own: no question means a misprint by them. */
const SHORTEST_MISPRINT = 3;

const unitNames = ({ registry, words }: Corpus): readonly Name<Named>[] => [
  ...registry.misprints
    .filter(({ printed, where }) => where !== undefined && printed.length > SHORTEST_MISPRINT)
    .flatMap(({ printed, means: [unit = ''] }) => named([printed], { kind: 'unit', unit, misprint: printed }, false)),
  ...registry.units.flatMap(({ name, full, others, english, does }) => [
    ...named([name, full, ...others], { kind: 'unit', unit: name }),
    ...named([...all(english), ...functionNames(does)], { kind: 'unit', unit: name }, false),
  ]),
  ...registry.groups.flatMap(({ name, others, english }) =>
    named([name, ...others, ...all(english)], { kind: 'unit', unit: name }, false),
  ),
  ...registry.ambiguous.flatMap(({ say, units }) => named([say], { kind: 'units', units }, false)),
  ...Object.entries(words.units).flatMap(([unit, says]) => named(says, { kind: 'unit', unit })),
];

/** Names of the plan that hold other words without meaning them: 曲江文化产业指数, 法人行为, lower financing costs. */
const wordNames = ({ registry, words, jieba, english }: Corpus): readonly Name<Named>[] => {
  const added = Object.values(words.units).flat();
  const short = [
    ...registry.units.flatMap(({ others }) => others),
    ...registry.ambiguous.map(({ say }) => say),
    ...added,
  ];
  const units = new Set([...registry.units, ...registry.groups].flatMap((unit) => [unit.name, ...unit.others]));
  const glosses = Object.values(english.tasks).flatMap(({ others }) => others);
  return named(
    [
      ...jieba.filter((word) => !units.has(word) && short.some((name) => word.includes(name))),
      ...[...glosses, ...Object.values(english.terms).flat()].filter((gloss) => gloss.includes(' ')),
    ],
    { kind: 'words' },
    false,
  );
};

/** How the parts of the outline are called → their number: by their headings, and as the corpus says. */
export const partsOf = (plan: Plan, { words }: Corpus): ReadonlyMap<string, string> =>
  new Map([
    ...plan.clauses
      .filter(({ kind, id }) => (kind === 'heading' || kind === 'guiding') && /^\d+$/.test(id))
      .map(({ id, text }) => [text.split('\n')[0]?.replace(/^.+?、/, '') ?? '', id] as const),
    ...Object.entries(words.parts).flatMap(([id, says]) => says.map((say) => [say, id] as const)),
  ]);

/** Every name that a question may call a thing of the plan by; the first to give a name keeps it. */
export const namesOf = (plan: Plan, corpus: Corpus): readonly Name<Named>[] => {
  const { words, terms, english } = corpus;
  return [
    ...terms.undefined.flatMap(({ term, others }) => named([term, ...others], { kind: 'term', term }, false)),
    ...unitNames(corpus),
    ...plan.indicators.flatMap(({ number, name }) =>
      named([...indicatorNames(name), ...(words.indicators[number] ?? []), ...all(english.indicators[number])], {
        kind: 'indicator',
        indicator: number,
        sure: true,
      }),
    ),
    ...plan.actions.flatMap(({ number, title }) =>
      named([title, ...(words.actions[number] ?? []), ...all(english.actions[number])], {
        kind: 'action',
        action: number,
      }),
    ),
    ...[...partsOf(plan, corpus)].flatMap(([name, clause]) =>
      named([name], { kind: 'clause', clause, exists: true }, false),
    ),
    ...plan.tasks.flatMap(({ number, body, row }) =>
      named([...titleNames(body.title), ...titleNames(row.title), ...(words.names[number] ?? [])], {
        kind: 'task',
        task: number,
      }),
    ),
    ...plan.tasks.flatMap(({ number }) =>
      named([english.tasks[number]?.title ?? ''], { kind: 'task', task: number }, false),
    ),
    ...Object.entries(words.beside).flatMap(([number, says]) =>
      named(says, { kind: 'indicator', indicator: Number(number), sure: false }, false),
    ),
    ...Object.entries(english.indicators).flatMap(([number, { beside }]) =>
      named(beside, { kind: 'indicator', indicator: Number(number), sure: false }, false),
    ),
    ...wordNames(corpus),
    ...unitInitials(corpus),
  ];
};

/** Words that a question may have typed in letters: names first, then those of asking, then the plan's words. */
export const spokenOf = (plan: Plan, corpus: Corpus, cut: Cut): readonly Spoken[] => {
  const units = corpus.registry.units.flatMap(({ name, full, others }) => [name, full, ...others]);
  const groups = corpus.registry.groups.flatMap(({ name, others }) => [name, ...others]);
  const titles = plan.tasks.flatMap(({ body, row }) => [...titleNames(body.title), ...titleNames(row.title)]);
  const indicators = plan.indicators.flatMap(({ number, name }) => [
    ...indicatorNames(name),
    ...(corpus.words.indicators[number] ?? []),
  ]);
  const actions = plan.actions.flatMap(({ number, title }) => [title, ...(corpus.words.actions[number] ?? [])]);
  const added = [corpus.words.units, corpus.words.names].flatMap((named) => Object.values(named).flat());
  const words = plan.clauses.flatMap(({ text }) => cut(text).filter((word) => word.length > 1));
  return [
    ...[...units, ...groups, ...indicators, ...corpus.asking, ...actions, ...titles, ...added].map(
      (word): Spoken => ({ word }),
    ),
    ...corpus.jieba.map((word): Spoken => ({ word, initials: true })),
    ...[...new Set(words)].map((word): Spoken => ({ word })),
  ];
};
