import { withoutCount } from '../plan/printed-count.ts';
import type { Action, Indicator, Language, Plan, Task, UnitName } from '../types.ts';

/** English names beside the plan's own, from the corpus. */
export interface Glosses {
  readonly tasks: ReadonlyMap<number, string>;
  readonly actions: ReadonlyMap<number, string>;
  readonly indicators: ReadonlyMap<number, { readonly name: string; readonly measure: string }>;
  /** What figures count. */
  readonly counted: ReadonlyMap<string, string>;
  /** Sorts of units. */
  readonly sorts: ReadonlyMap<string, string>;
}

/** How the things of a plan are called in an answer: as the plan prints them, in English with a gloss. */
export interface Namer {
  unit(name: UnitName): string;
  units(names: readonly UnitName[]): string;
  task(task: Task): string;
  action(action: Action): string;
  indicator(indicator: Indicator): string;
  /** What a figure counts. */
  counted(noun: string): string;
  /** A sort of unit, in the asker's language alone. */
  sort(sort: string): string;
  /** A title in the asker's language alone, for suggestions. */
  short(task: Task): string;
  plain(indicator: Indicator): string;
}

const PIECE = /\.s\d+$/;

export const createNamer = (plan: Plan, glosses: Glosses, language: Language): Namer => {
  const english = new Map(
    [...plan.registry.units, ...plan.registry.groups].map((entry) => [entry.name, entry.english.name]),
  );
  const withGloss = (printed: string, gloss: string | undefined) =>
    language === 'en' && gloss ? `${printed} (${gloss})` : printed;
  const unit = (name: UnitName) => withGloss(name, english.get(name));
  const titled = (printed: string, gloss: string | undefined) =>
    language === 'en' && gloss ? `${gloss} (${printed})` : printed;
  /** One of several tasks of a paragraph is called by the heading of the paragraph too. */
  const headed = ({ action, body: { clause, title } }: Task): string => {
    const heading = PIECE.test(clause) ? plan.actions.find(({ number }) => number === action)?.title : undefined;
    return heading === undefined || /\d/.test(heading) || title.startsWith(heading) ? title : `${heading}：${title}`;
  };
  return {
    unit,
    units: (names) => names.map(unit).join(language === 'en' ? ', ' : '、'),
    task: (task) => titled(headed(task), glosses.tasks.get(task.number)),
    action: ({ number, title }) => titled(withoutCount(title), glosses.actions.get(number)),
    indicator: ({ number, name }) => titled(name, glosses.indicators.get(number)?.name),
    counted: (noun) => titled(noun, glosses.counted.get(noun)),
    sort: (sort) => (language === 'en' ? (glosses.sorts.get(sort) ?? sort) : sort),
    short: ({ number, body }) => (language === 'en' ? (glosses.tasks.get(number) ?? body.title) : body.title),
    plain: ({ number, name }) => (language === 'en' ? (glosses.indicators.get(number)?.name ?? name) : name),
  };
};
