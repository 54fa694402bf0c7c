import type { z } from 'zod';
import type { Bot } from '../../bot.ts';
import type { Ask, Plan } from '../../types.ts';
import type { WorklistFilter } from '../../worklists/worklist.ts';
import type { AskedPlan, AskedPlans } from '../asked-plans.ts';
import type { ReadFirst } from '../model/reader.ts';
import type { AnsweredQuestion } from './metrics.ts';
import type { OneByOne } from './one-by-one.ts';
import type { workListSchema } from './worklist-schema.ts';

/** A work list as the tool hands it on, and the numbers of the tasks in it. */
export interface ListedWork {
  readonly list: Frozen<z.input<typeof workListSchema>>;
  readonly tasks: readonly number[];
}

/** A plan, and how names are read in it. */
export interface McpPlan extends AskedPlan {
  readonly bot: AskedPlan['bot'] & Pick<Bot, 'read'>;
}

/** The plans now in force. */
export interface McpPlans extends AskedPlans {
  readonly list: () => readonly McpPlan[];
  readonly get: (id: string) => McpPlan | undefined;
  readonly lead: () => McpPlan | undefined;
}

/** What the tools work with. */
export interface ToolParts {
  readonly plans: McpPlans;
  /** Asks the plan that is named or meant, or all of them. */
  readonly ask: Ask;
  /** The line in which answers are worked off. */
  readonly oneByOne: OneByOne;
  /** Refuses a unit, year or action that the plan does not have. The unit comes as the plan names it. */
  readonly worklist: (plan: Plan, filter: WorklistFilter) => Outcome<ListedWork> | Promise<Outcome<ListedWork>>;
  /** Called with every question that was answered. */
  readonly answered?: (question: AnsweredQuestion) => void;
  /** What must be known of a question before it is answered. */
  readonly read?: ReadFirst | undefined;
}

/** What a tool found, or why it found nothing: a sentence for the assistant, with the remedy and what is near. */
export type Outcome<Found> =
  | { readonly status: 'found'; readonly found: Found }
  | { readonly status: 'refused'; readonly message: string };

/** A value that is only read, to its innermost list. */
export type Frozen<T> = unknown extends T ? T : { readonly [Key in keyof T]: Frozen<T[Key]> };

type Found<Output extends z.ZodObject> = Outcome<Frozen<z.input<Output>>>;

interface Definition<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** Chinese and English: what it tells, and when to use it. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly run: (input: z.output<Input>, parts: ToolParts) => Found<Output> | Promise<Found<Output>>;
}

/** A tool whose types are forgotten: what it gets was read by its own schema. */
export interface Tool extends Omit<Definition<z.ZodObject, z.ZodObject>, 'run'> {
  readonly run: (input: unknown, parts: ToolParts) => Promise<Outcome<Readonly<Record<string, unknown>>>>;
}

/** One tool of the MCP endpoint. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Definition<Input, Output>,
): Tool => ({
  ...definition,
  run: async (input, parts) => definition.run(definition.input.parse(input), parts),
});
