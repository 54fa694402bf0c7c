import type { Answer } from '../../types.ts';

/** Text, or an element with its attributes and children. The tag `ask` is a question that is offered. */
export type Tree = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: Tree[]];

/** Where the plan of an answer is read: its id, the units that have a page, the pages of a citation's plan. */
export interface Reading {
  readonly plan?: string | undefined;
  readonly units: readonly string[];
  readonly pagesOf: (plan: string) => string | undefined;
}

/** The card of an answer, from its conclusion to what may be asked next. */
export function answerTree(answer: Answer, reading: Reading): readonly Tree[];
