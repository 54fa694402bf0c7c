import type { SaidPiece, UnitName } from '../types.ts';
import type { Query, Ref, SetOf, Tokens } from '../values.ts';
import type { SettleContent } from './settled.ts';
import type { Offer } from './state.ts';

/** What composing looks up; nothing of it is a fact that is told. */
export interface ComposeContent extends SettleContent {
  readonly read: (text: string, now?: number) => Tokens;
  /** Does one thing of the plan bear out all of these words? */
  readonly bears: (words: string, ref: Ref) => boolean;
  /** The one sentence of the plan that holds most of what was said, and the thing that it is of. */
  readonly saying: (pieces: readonly SaidPiece[]) => { readonly ref: Ref; readonly sentence: string } | undefined;
  /** Documents called as the plan prints them, of a year where one is said: 82号 of 82号文. */
  readonly asNumbered: (words: string, year: number | undefined) => string;
  /** The sentence that says to whom, and by when, something is reported, where a text asks that. */
  readonly reporting: (words: string) => { readonly ref: Ref; readonly sentence: string } | undefined;
  /** Does a text say when something is due, or how often it is done? */
  readonly timed: (text: string) => boolean;
  /** Does a text print an amount in this measure, or a length of time in any? */
  readonly measures: (text: string, measure: string) => boolean;
  /** What the figures of a thing count: 贷款科技企业, 贷款金额. */
  readonly nouns: (ref: Ref) => readonly string[];
  /** Is it a form in which the plan misprints a name? */
  readonly misprints: (words: string) => boolean;
  /** Has the plan a clause of this id? */
  readonly exists: (clause: string) => boolean;
  /** The unit or group that the registry calls so. */
  readonly unitCalled: (name: string) => UnitName | undefined;
  /** The plan's id: what a model read of another plan is of no use. */
  readonly plan: string;
  /** Those with the most or the fewest, ties together; all that a ranking shows, in its order. */
  readonly leaders: (query: Query) => readonly Ref[];
  readonly ranked: (query: Query) => readonly Ref[];
  /** The years that were told for 哪年. */
  readonly yearsTold: (query: Query) => readonly number[];
  /** The unit that stands in the place that a query claims or asks for. */
  readonly placed: (query: Query) => UnitName | undefined;
  /** The units that tasks of a set name first. */
  readonly firstNamed: (set: SetOf) => readonly Ref[];
  /** Is it of the title of the plan or of what is attached, and no task's? */
  readonly titled: (words: string) => boolean;
  /** Can only the plan be meant by these words: by its title, shortened, with what it is behind it; by its number? */
  readonly entitles: (words: string, beside: boolean) => boolean;
  /** What most names of the plan's tasks, or of its actions, end with this noun? */
  readonly called: (words: string) => 'task' | 'action' | undefined;
  /** Some sentence says what is paid out: 给予10万元补助. */
  readonly grants: boolean;
  /** The plan says how much somebody may get at most. */
  readonly limits: boolean;
  /** Some task has a scope: 推广范围. */
  readonly scoped: boolean;
  /** Some task names who leads it. */
  readonly leads: boolean;
  /** Some task names who supports it. */
  readonly supports: boolean;
  /** The plan's first year. */
  readonly firstYear: number;
  readonly actions: number;
  /** Questions that the plan does answer, and units by whom one may ask: offered where nothing was understood. */
  readonly examples: readonly Offer[];
  readonly units: readonly Offer[];
  /** Has the plan a thing of this number? Numbers may leave some out. */
  readonly has: (ref: Ref) => boolean;
  /** How many there are of each numbered thing. */
  readonly counts: Readonly<Partial<Record<Ref['type'], number>>>;
}
