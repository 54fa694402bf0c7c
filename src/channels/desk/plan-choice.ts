import type { LivePlan } from '../../overlay/live-plan.ts';
import { type LivePlans, planOf } from '../../overlay/live-plans.ts';
import { type Fill, type Html, html } from '../web/html.ts';

/** The plan whose words are looked at, and those that it is chosen from. */
export interface PlanChoice {
  readonly chosen: LivePlan;
  readonly plans: readonly LivePlan[];
}

/** The plan with an id; for no id, and for one that is none, the plan that is asked first. */
export const choiceOf = (plans: LivePlans, id: unknown): PlanChoice => {
  const chosen = planOf(plans, typeof id === 'string' && id !== '' ? id : undefined) ?? planOf(plans, undefined);
  if (!chosen) throw new Error('no plan is in force');
  return { chosen, plans: plans.list() };
};

/** The address of a page that speaks of the chosen plan. */
export const withPlan = (path: string, { chosen, plans }: PlanChoice): string =>
  plans.length === 1 ? path : `${path}?${new URLSearchParams({ plan: chosen.id })}`;

/** What a form carries, so that it speaks of the chosen plan. */
export const planField = ({ chosen, plans }: PlanChoice): Fill =>
  plans.length > 1 && html`<input type="hidden" name="plan" value="${chosen.id}">`;

const option = (id: string, title: string, chosen: boolean): Html =>
  html`<option value="${id}"${chosen && html` selected`}>${title}</option>`;

/** Where another plan is chosen; nothing where there is only one. */
export const planChooser = (path: string, { chosen, plans }: PlanChoice): Fill =>
  plans.length > 1 &&
  html`
<form method="get" action="${path}" class="word choose">
<p><label for="plan">计划</label><select id="plan" name="plan">${plans.map(({ id, title }) => option(id, title, id === chosen.id))}</select></p>
<p><button>换到这个计划</button></p>
</form>`;
