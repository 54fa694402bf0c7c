import type { Glosses } from './answer/names.ts';
import type { Corpus } from './corpus.ts';
import type { OtherWords } from './search/passages.ts';
import type { Plan } from './types.ts';

type Gloss = { readonly name: string; readonly others: readonly string[] } | undefined;

const all = (gloss: Gloss): readonly string[] => (gloss ? [gloss.name, ...gloss.others] : []);

/** Other words by which search may find a topic. */
export const othersOf = ({ words, english }: Corpus, plan: Plan): OtherWords => {
  const tasks = (numbered: (number: number) => readonly string[]) =>
    plan.tasks.map(({ number }) => [`task.${number}`, numbered(number)] as const);
  const textOf = (number: number): string =>
    plan.tasks
      .filter((task) => task.number === number)
      .map(({ body, row }) => [body.text, ...row.targets.map(({ text }) => text)].join('\n').replace(/\s+/g, ''))
      .join('\n');
  /** What figures of a task count, as it is said in English. */
  const countedIn = (number: number): readonly string[] =>
    Object.entries(english.counted).flatMap(([noun, said]) => (textOf(number).includes(noun) ? [said] : []));
  const rows = plan.indicators.map(({ number, clause }) => [clause, words.indicators[number] ?? []] as const);
  return {
    words: new Map([...tasks((number) => words.tasks[number] ?? []), ...rows, ...Object.entries(words.safeguards)]),
    gloss: new Map([
      ...tasks((number) => [english.tasks[number]].flatMap((gloss) => (gloss ? [gloss.title, ...gloss.others] : []))),
      ...plan.indicators.map(({ number, clause }) => [clause, all(english.indicators[number])] as const),
    ]),
    english: new Map([
      ...tasks((number) => [english.tasks[number]?.about ?? '', ...countedIn(number)].filter((text) => text !== '')),
      ...Object.entries(english.clauses).map(([clause, text]) => [clause, [text]] as const),
    ]),
  };
};

type Lexicon = Corpus['lexicon'];

const merged = new WeakMap<Lexicon, Lexicon>();

/** A word of both has the wordings of both, and weighs as the plan's own says. */
const merge = (common: Lexicon, own: Lexicon): Lexicon => {
  const rows = new Map(common.map((row) => [row.say, row]));
  for (const row of own) rows.set(row.say, { ...row, mean: [...(rows.get(row.say)?.mean ?? []), ...row.mean] });
  return [...rows.values()];
};

/** Returns everyday words by which a plan is asked: what any plan means by them, and what this one does. */
export const lexiconOf = ({ lexicon, ownLexicon }: Corpus): Lexicon => {
  const known = ownLexicon.length === 0 ? lexicon : (merged.get(ownLexicon) ?? merge(lexicon, ownLexicon));
  merged.set(ownLexicon, known);
  return known;
};

/** English names of the plan's things. */
export const glossesOf = ({ english }: Corpus): Glosses => ({
  tasks: new Map(Object.entries(english.tasks).map(([number, { title }]) => [Number(number), title])),
  actions: new Map(Object.entries(english.actions).map(([number, { name }]) => [Number(number), name])),
  indicators: new Map(Object.entries(english.indicators).map(([number, gloss]) => [Number(number), gloss])),
  counted: new Map(Object.entries(english.counted)),
  sorts: new Map(Object.entries(english.sorts)),
});

/** Words that jieba shall not cut apart. */
export const jiebaWords = (plan: Plan, corpus: Corpus): readonly string[] => [
  ...corpus.jieba,
  ...corpus.registry.units.flatMap(({ name, full, others }) => [name, full, ...others]),
  ...plan.indicators.map(({ name }) => name),
  ...plan.actions.map(({ title }) => title),
];

/** How what the plan prints is said otherwise: its words in English, and its terms by their other names. */
export const saidOf = ({ english, terms }: Corpus): Readonly<Record<string, readonly string[]>> => ({
  ...english.terms,
  ...Object.fromEntries(terms.undefined.map(({ term, others }) => [term, [...(english.terms[term] ?? []), ...others]])),
});
