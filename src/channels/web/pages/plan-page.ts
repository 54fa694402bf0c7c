import { html, unbroken } from '../html.ts';
import { findForm } from './find-form.ts';
import { pageOf } from './layout.ts';
import { outlineOf } from './outline.ts';
import { planParts } from './plan-parts.ts';
import type { Site } from './site.ts';

/** The plan itself: outline, box to find a clause, every clause in its order. */
export const planPage = (site: Site): string => {
  const { document, actions, tasks, indicators } = site.plan;
  return pageOf(site, {
    title: '计划全文',
    place: 'plan',
    skip: { href: '#clauses', words: '跳到条款' },
    main: html`
<h1>${unbroken(document.title)}</h1>
<p class="lead">${document.number} · ${document.issuer} · ${document.dated}。${actions.length}个行动，${tasks.length}项任务，${indicators.length}个指标。正文措施与附件任务分解表并排，不一致处加<span class="only">虚线</span>并在下面写明。</p>
${findForm(site, '', true)}
<div class="reading">
${outlineOf(site)}
<div class="text" id="clauses" tabindex="-1">${planParts(site)}</div>
</div>
<nav class="pinned" aria-label="页内"><a href="#outline">目录</a> <a href="#main">回到顶部</a></nav>`,
  });
};
