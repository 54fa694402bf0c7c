import type { AskedPlan } from '../../asked-plans.ts';
import { type Html, html } from '../html.ts';
import { pageOfNone } from './layout.ts';
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
  );

/** For an address under /plans where nothing is. It repeats nothing of the address. */
export const missingPlan = (): string =>
  pageOfNone(
    '没有这一页',
    html`
<h1>没有这一页</h1>
<p class="lead">地址里的计划、单位或行动不存在，可能是链接不完整，或者这个计划已经不在用。</p>
<p class="aside"><a href="/plans">看各计划</a> <a href="/">去提问</a></p>`,
  );
