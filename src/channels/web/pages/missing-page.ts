import { html } from '../html.ts';
import { pageOf } from './layout.ts';
import type { Site } from './site.ts';

/** For an address under /plans where nothing is. It repeats nothing of the address. */
export const missingPage = (site: Site): string =>
  pageOf(site, {
    title: '没有这一页',
    above: [],
    main: html`
<h1>没有这一页</h1>
<p class="lead">地址里的计划、单位或行动不存在，可能是链接不完整。</p>
<p class="aside"><a href="${site.to.plan}">看计划全文</a> <a href="${site.to.units}">按单位找</a> <a href="/">去提问</a></p>`,
  });
