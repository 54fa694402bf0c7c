import { createCiter } from '../answer/citation.ts';
import type { Corpus } from '../corpus.ts';
import { namedIn } from '../execute/sets/roles.ts';
import { canonical } from '../text.ts';
import type { Citation, Plan, Task } from '../types.ts';
import { jiebaWords } from '../vocabulary.ts';

/** Who has which tasks. */
export interface BriefUnit {
  /** All that it is called, as compared. */
  readonly names: readonly string[];
  readonly responsible: readonly number[];
  readonly supporting: readonly number[];
}

export interface BriefTask {
  readonly number: number;
  /** Its titles, as compared. */
  readonly titles: readonly string[];
  /** Where it names its units; the task itself where it names none. */
  readonly source: Citation;
}

/** What is known of a plan while it is not opened: how it is named, what it prints, and who does what. */
export interface Brief {
  readonly id: string;
  readonly title: string;
  /** 文号 */
  readonly number: string;
  /** It prints no title: words of the one that it has name it no more than any heading does. */
  readonly untitled: boolean;
  /** How it is called for short; may be empty. */
  readonly short: string;
  /** All that it prints, as compared. */
  readonly text: string;
  /** Every pair of characters that it can be asked with, one behind the other. */
  readonly pairs: string;
  readonly units: readonly BriefUnit[];
  readonly tasks: readonly BriefTask[];
  /** Words that jieba shall not cut apart. */
  readonly jieba: readonly string[];
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => text !== '');

/** The pairs of characters of a text, each once. */
export const pairsOf = (text: string): readonly string[] =>
  distinct(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

const namesIn = ({ registry: { units, groups, misprints } }: Plan): readonly string[] => [
  ...[...units, ...groups].flatMap(({ name, others }) => [name, ...others]),
  ...units.map(({ full }) => full),
  ...misprints.map(({ printed }) => printed),
];

const textOf = ({ clauses }: Plan): string => clauses.map(({ text }) => canonical(text)).join('\n');

/** How a plan and its units are called besides what it prints. */
const calledIn = (plan: Plan): readonly string[] =>
  [plan.document.title, plan.document.number, ...namesIn(plan)].map(canonical);

const unitsOf = ({ tasks, registry: { units, groups } }: Plan): readonly BriefUnit[] => {
  const having = (name: string, role: 'responsible' | 'supporting') =>
    tasks.filter((task) => namedIn(task, { role }).includes(name)).map(({ number }) => number);
  const named = [
    ...units.map(({ name, full, others }) => ({ name, names: [name, full, ...others] })),
    ...groups.map(({ name, others }) => ({ name, names: [name, ...others] })),
  ];
  return named.map(({ name, names }) => ({
    names: distinct(names.map(canonical)),
    responsible: having(name, 'responsible'),
    supporting: having(name, 'supporting'),
  }));
};

const tasksOf = (plan: Plan): readonly BriefTask[] => {
  const cite = createCiter(plan);
  const sourceOf = ({ body }: Task): Citation => {
    const { shown: _, ...source } = cite(body.clause, ...(body.marks ?? []).slice(0, 1).map(({ printed }) => printed));
    return source;
  };
  return plan.tasks.map((task) => ({
    number: task.number,
    titles: distinct([task.body.title, task.row.title].map(canonical)),
    source: sourceOf(task),
  }));
};

/** Puts a plan in brief. */
export const briefOf = (plan: Plan, corpus: Corpus): Brief => {
  const text = textOf(plan);
  return {
    ...{ id: plan.id, title: plan.document.title, number: plan.document.number, short: corpus.shape.short, text },
    untitled: plan.document.untitled === true,
    pairs: distinct([...text.split('\n'), ...calledIn(plan)].flatMap(pairsOf)).join(''),
    units: unitsOf(plan),
    tasks: tasksOf(plan),
    jieba: distinct(jiebaWords(plan, corpus)),
  };
};
