import type { AskedPlan } from '../../asked-plans.ts';
import { type Html, html } from '../html.ts';
import { pageOfNone, plansNav } from './layout.ts';
import { linksOf } from './links.ts';

const periodOf = ([from, to]: readonly [number, number]): string => {
  if (from === 0) return '';
  return from === to ? `${from}年` : `${from}—${to}年`;
};

const entry = ({ id, title, bot: { plan } }: AskedPlan): Html => {
  const { number, issuer, period } = plan.document;
  const facts = [number, issuer, periodOf(period), `${plan.tasks.length}项任务`].filter((fact) => fact !== '');
  return html`
<li class="entry"><a href="${linksOf(id).plan}">${title}</a><br><span class="plan-facts">${facts.join('，')}</span></li>`;
};

/** 各计划: every plan that can be asked, and the way to its pages. */
export const plansPage = (plans: readonly AskedPlan[]): string =>
  pageOfNone(
    '各计划',
    html`
<h1>各计划</h1>
<p class="lead">共 ${plans.length} 个计划。点名称看全文；提问时说出是哪个计划，就只在它里面找。</p>
<ul class="entries">${plans.map(entry)}</ul>`,
    plansNav('plans'),
  );
