import { keyOfThing, type Thing } from '../overlay/things.ts';
import type { Answer, Question } from '../types.ts';
import { type AskedPlans, answeringPlan } from './asked-plans.ts';

/** What may be wrong with an answer: it is about another thing, its units, its figures, or something else. */
export const REASONS = ['topic', 'units', 'figures', 'other'] as const;

export type Reason = (typeof REASONS)[number];

/** As the administrator reads it. */
const NAMES: Readonly<Record<Reason, string>> = {
  topic: '问的是另一项',
  units: '单位有误',
  figures: '数字有误',
  other: '其他有误',
};

/** The administrator's line for what is wrong, and what the reader wrote besides; undefined where nothing was said. */
export const reasonLine = (reason: Reason | undefined, said = ''): string | undefined =>
  [...(reason ? [NAMES[reason]] : []), ...(said.trim() ? [said.trim()] : [])].join('：') || undefined;

/** A thing that may have been meant, by the key under which it comes back. */
export interface Meant {
  readonly id: string;
  readonly label: string;
}

/** The things of the plan that a question may have meant instead of what was answered; none where no one plan answers. */
export const othersFor = (question: Question, answer: Answer, plans: AskedPlans): readonly Meant[] =>
  (answeringPlan(answer, plans)?.bot.candidates(question) ?? []).map((thing: Thing) => ({
    id: keyOfThing(thing.means),
    label: thing.label,
  }));
