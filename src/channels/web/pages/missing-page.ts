import type { AskedPlan } from '../../asked-plans.ts';
import { html } from '../html.ts';
import { HTML_TYPE, madeFor, type Prepared, prepare } from '../serve.ts';
import { pageOf, pageOfNone, placesNav, plansNav } from './layout.ts';
import { linksOf } from './links.ts';
import type { Site } from './site.ts';

const TITLE = '没有这一页';

/** For an address under a plan where nothing is. It repeats nothing of the address. */
export const missingPage = (site: Site): string =>
  pageOf(site, {
    title: TITLE,
    above: [],
    main: html`
<h1>${TITLE}</h1>
<p class="lead">地址里的计划、单位或行动不存在，可能是链接不完整。</p>
<p class="aside"><a href="${site.to.plan}">看计划全文</a> <a href="${site.to.units}">按单位找</a> <a href="/">去提问</a></p>`,
  });

/** For any other address where nothing is. */
const missingAnywhere = (plans: readonly AskedPlan[]): string => {
  const [only, another] = plans;
  const one = another ? undefined : only;
  return pageOfNone(
    TITLE,
    html`
<h1>${TITLE}</h1>
<p class="lead">地址可能不完整，或者这一页、这个计划已经不在用。</p>
<p class="aside"><a href="/">去提问</a> ${one ? html`<a href="${linksOf(one.id).plan}">看计划全文</a>` : html`<a href="/plans">看各计划</a>`}</p>`,
    one ? placesNav(linksOf(one.id)) : plansNav(),
  );
};

/** The page for addresses where nothing is, made again for other plans. */
export const missingFor = (list: () => readonly AskedPlan[]): (() => Prepared) =>
  madeFor(list, () => prepare(missingAnywhere(list()), HTML_TYPE));
