import { CodedError } from '../../errors.ts';
import type { AskedPlan, AskedPlans } from '../asked-plans.ts';

/** Ids that are named in an error. */
const MOST_IDS = 40;
const LONGEST_SHOWN = 40;

/** The ids of the plans, for whoever has to choose one. */
export const idsOf = (plans: AskedPlans | undefined): string => {
  const ids = plans?.list().map(({ id }) => id) ?? [];
  return [...ids.slice(0, MOST_IDS), ...(ids.length > MOST_IDS ? ['……'] : [])].join('、');
};

/**
 * The plan that a caller names by its id.
 *
 * @throws CodedError `plan_unknown`, naming those that there are
 */
export const planGiven = (id: string, plans: AskedPlans | undefined): AskedPlan => {
  const plan = plans?.get(id);
  if (!plan) throw new CodedError('plan_unknown', `没有计划 ${id.slice(0, LONGEST_SHOWN)}，现有：${idsOf(plans)}。`);
  return plan;
};
