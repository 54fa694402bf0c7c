import { assetLinks } from '../assets.ts';
import { type Fill, type Html, html, textOf, unbroken } from '../html.ts';
import type { Site } from './site.ts';

/** The pages that stand in the row of links at the top. */
export type Place = 'chat' | 'plan' | 'units' | 'actions' | 'matrix' | 'indicators';

export interface Crumb {
  readonly title: string;
  readonly href: string;
}

export interface PageParts {
  readonly title: string;
  /** Where in the row of links the page belongs; none for a page that is not there. */
  readonly place?: Place;
  /** Pages above this one, below the plan itself. */
  readonly above?: readonly Crumb[];
  /** A way past what stands before the page's own words. */
  readonly skip?: { readonly href: string; readonly words: string };
  readonly main: Html;
}

const PLACES = ['chat', 'plan', 'units', 'actions', 'matrix', 'indicators'] as const;
const PLACE_NAMES: Readonly<Record<Place, string>> = {
  chat: '提问',
  plan: '全文',
  units: '单位',
  actions: '行动',
  matrix: '矩阵',
  indicators: '指标',
};

/** The row of links that every page has: 提问 · 全文 · 单位 · 行动 · 矩阵 · 指标. `here` is the page itself. */
export const placesNav = (to: Site['to'], place?: Place, here: 'page' | 'true' = 'page'): Html => html`
<nav class="places" aria-label="栏目">
<ul class="column">
${to.plans !== undefined && html`<li><a href="${to.plans}">各计划</a></li>`}${PLACES.map((name) => html`<li><a href="${name === 'chat' ? '/' : to[name]}"${name === place && html` aria-current="${here}"`}>${PLACE_NAMES[name]}</a></li>`)}
</ul>
</nav>`;

/** The row of links where no plan is chosen yet. */
export const plansNav = (place?: 'chat' | 'plans'): Html => html`
<nav class="places" aria-label="栏目">
<ul class="column">
<li><a href="/"${place === 'chat' && html` aria-current="page"`}>提问</a></li>
<li><a href="/plans"${place === 'plans' && html` aria-current="page"`}>各计划</a></li>
</ul>
</nav>`;

const trail = ({ to }: Site, { title, above = [] }: PageParts): Html => html`
<nav class="trail" aria-label="所在位置"><ol>
<li><a href="${to.plan}">计划全文</a></li>
${above.map((crumb) => html`<li><a href="${crumb.href}">${crumb.title}</a></li>`)}
<li aria-current="page">${title}</li>
</ol></nav>`;

const foot = ({ plan: { document } }: Site): Html => html`
<footer class="foot"><div class="column">
<p>${unbroken(document.title)}，${document.number}，${document.issuer}${document.printed && html`，${document.printed}印发`}。</p>
<p>条款文字照原文印出，包括印误；注和对照为核对说明，不是计划的内容。</p>
</div></footer>`;

interface Frame {
  /** In the browser's list of windows. */
  readonly title: string;
  /** Beside the name of the program. */
  readonly head: Fill;
  readonly skip?: PageParts['skip'];
  readonly nav: Html;
  readonly main: Fill;
  readonly foot: Fill;
}

const framed = ({ title, head, skip, nav, main, foot: below }: Frame): string =>
  `<!doctype html>${textOf(html`
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title} · 问计</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
${assetLinks('reading')}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
${skip && html`<a class="skip" href="${skip.href}">${skip.words}</a>`}
<header class="top"><div class="column">
<p class="brand"><a href="/">问计</a></p>
${head}
</div></header>
${nav}
<main id="main" class="column" tabindex="-1">
${main}
</main>
${below}
</body>
</html>`)}`;

/** A whole page of the plan, ready to send. */
export const pageOf = (site: Site, parts: PageParts): string => {
  const { plan, to } = site;
  const { title, number } = plan.document;
  const own = parts.place === 'plan' && !parts.above;
  return framed({
    title: `${own ? '' : `${parts.title} · `}${title}`,
    head: html`${!own && html`<p class="plan-title"><a href="${to.plan}">${unbroken(title)}</a></p>`}
<p class="plan-number">${number}</p>`,
    ...(parts.skip && { skip: parts.skip }),
    nav: placesNav(to, parts.place, parts.above ? 'true' : 'page'),
    main: html`${!own && trail(site, parts)}
${parts.main}`,
    foot: foot(site),
  });
};

/** A whole page that is of no plan, ready to send. */
export const pageOfNone = (title: string, main: Html, nav: Html = plansNav()): string =>
  framed({ title, head: false, nav, main, foot: false });
