import type { Thing } from '../overlay/things.ts';
import type { Answer, Plan, Question } from '../types.ts';

/** A plan as the channels know it. */
export interface AskedPlan {
  readonly id: string;
  readonly title: string;
  readonly bot: {
    readonly plan: Plan;
    /** How it is called for short; may be empty. */
    readonly short: string;
    /** Questions that show what can be asked; may be none. */
    readonly examples: readonly string[];
    /** Things of the plan that a question may have meant instead of what was answered. */
    readonly candidates: (question: Question) => readonly Thing[];
  };
}

/** The plans as the channels know them: those in force, and the one that a text speaks of. */
export interface AskedPlans {
  /** The one that is asked first before the others. */
  readonly list: () => readonly AskedPlan[];
  readonly get: (id: string) => AskedPlan | undefined;
  /** The only one, or the one that is asked before the others where none is named. */
  readonly lead: () => AskedPlan | undefined;
  /** Which plan a text speaks of in its conversation, and the text without its name. */
  readonly meant: (question: Question) => { readonly plan: AskedPlan; readonly text: string } | undefined;
}

/** What is known of a plan by itself. */
type Known = Pick<AskedPlan['bot'], 'plan'> & Partial<AskedPlan['bot']>;

/** A single plan. */
export const onePlan = <B extends Known>(known: B) => {
  const bot = { short: '', examples: [], candidates: () => [], ...known };
  const only = { id: bot.plan.id, title: bot.plan.document.title, bot };
  const list = [only] as const;
  return {
    list: () => list,
    get: (id: string) => (id === only.id ? only : undefined),
    lead: () => only,
    meant: ({ text }: Question) => ({ plan: only, text }),
  };
};

/** Those that may be asked in a question; all of them where nothing else is said. */
export const mayBeAsked = (plans: AskedPlans, ids: readonly string[] | undefined): readonly AskedPlan[] =>
  ids === undefined ? plans.list() : plans.list().filter(({ id }) => ids.includes(id));

/** The plan that an answer comes from: the one that it names or cites; undefined where it comes from several or none. */
export const answeringPlan = ({ plan, citations }: Answer, plans: AskedPlans): AskedPlan | undefined => {
  const cited = new Set(citations.map((citation) => citation.plan));
  const [only] = cited;
  const id = plan ?? (cited.size === 1 ? only : undefined);
  return id === undefined ? onlyOne(plans.list()) : plans.get(id);
};

const onlyOne = (list: readonly AskedPlan[]): AskedPlan | undefined => (list.length === 1 ? list[0] : undefined);

/** The same as a field, for what is recorded. */
export const planFrom = (answer: Answer, plans: AskedPlans): { readonly plan?: string } => {
  const found = answeringPlan(answer, plans);
  return found ? { plan: found.id } : {};
};
