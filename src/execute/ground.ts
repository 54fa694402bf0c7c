import { createShortSections } from '../library/short-sections.ts';
import { createWordings, type Wordings } from '../library/wordings.ts';
import { canonical } from '../text.ts';
import type { Clause, ClauseId, Conflict, Search } from '../types.ts';
import type { Library } from '../values.ts';

/** What a property is called; evidence that holds none of these words does not speak of it. */
export interface Attribute {
  /** The attribute's plain name. */
  readonly name: string;
  /** Every wording that asks for it or bears it out. */
  readonly says: readonly string[];
  /** Words that any figure bears out: 家数, 金额, 目标. */
  readonly plain?: boolean | undefined;
  /** It is measured in per cent itself: 增速, 不良率. */
  readonly rate?: boolean | undefined;
  /** Figures that bear it out in whatever words: a percentage (覆盖率), one of a past year (实际收入). */
  readonly by?: 'percent' | 'past' | undefined;
}

/** A name of a body, and the ending that tells its sort. */
export interface Body {
  readonly name: string;
  readonly ending: string;
}

/** All that a query is executed on. */
export interface Ground {
  readonly library: Library;
  readonly search: Search;
  readonly conflicts: readonly Conflict[];
  /** Terms that the plan uses and nowhere explains. */
  readonly terms: readonly string[];
  /** Words that make another measure of a thing: 人均, 占比, 市值. */
  readonly attributes: readonly Attribute[];
  /** Words as the plan may print them. */
  readonly wordings: Wordings;
  /** Names of bodies in a text, and how each ends: 深交所, 交所. */
  readonly bodies: (text: string) => readonly Body[];
  /** All that the plan prints, in canonical writing. */
  readonly print: string;
  /** Returns a clause by its id. */
  readonly clause: (id: ClauseId | undefined) => Clause | undefined;
  /** Returns the numbers of the actions that are called so for short. */
  readonly sections: (words: string) => readonly number[];
  /** Only the things that were named may answer. */
  readonly alone?: true;
}

/** What a ground is made of. */
export interface GroundContent {
  readonly library: Library;
  readonly search: Search;
  readonly conflicts: readonly Conflict[];
  readonly terms: readonly string[];
  readonly attributes?: readonly Attribute[];
  readonly wordings?: Wordings;
  readonly bodies?: Ground['bodies'];
  /** Other names of actions, by number. */
  readonly actionNames?: Readonly<Record<string, readonly string[]>>;
}

/** Returns the ground on which the queries of one plan are executed. */
export const createGround = ({
  library,
  search,
  conflicts,
  terms,
  attributes = [],
  wordings = createWordings(),
  bodies = () => [],
  actionNames = {},
}: GroundContent): Ground => {
  const clauses = new Map(library.plan.clauses.map((clause) => [clause.id, clause]));
  /** A plan's own sentences are found by its own words. */
  const printed = (text: string): string => [...new Set(wordings(text).flat())].join(' ');
  return {
    library,
    search: { ...search, passages: (text, topic) => search.passages(printed(text), topic) },
    conflicts,
    terms,
    attributes,
    wordings,
    bodies,
    sections: createShortSections(library.plan, actionNames),
    print: library.plan.clauses.map(({ text }) => canonical(text)).join('\n'),
    clause: (id) => (id === undefined ? undefined : clauses.get(id)),
  };
};
