import { type Fill, type Html, html, textOf } from '../web/html.ts';

/** The pages that stand in the row of links at the top. */
export type Place = 'overview' | 'weeks' | 'questions' | 'words' | 'plans' | 'progress';

/** Who looks at the page. */
export interface Viewer {
  readonly csrf: string;
  readonly author: string;
  /** Said once: what the last click did. */
  readonly flash?: string | undefined;
}

export interface PageParts {
  readonly title: string;
  readonly place?: Place;
  /** Absent before anybody gave the token. */
  readonly viewer?: Viewer;
  readonly main: Fill;
  /** Seconds after which the page asks for itself again. */
  readonly refresh?: number | undefined;
  /** A script among the desk's assets; the page works without it. */
  readonly script?: string;
}

const PLACES: readonly { readonly place: Place; readonly title: string; readonly href: string }[] = [
  { place: 'overview', title: '概况', href: '/admin' },
  { place: 'weeks', title: '每周小结', href: '/admin/weeks' },
  { place: 'questions', title: '没答好的问题', href: '/admin/questions' },
  { place: 'words', title: '词表', href: '/admin/words' },
  { place: 'plans', title: '计划', href: '/admin/plans' },
  { place: 'progress', title: '填报', href: '/admin/progress' },
];

/** What every form of the desk carries. */
export const csrfField = ({ csrf }: Pick<Viewer, 'csrf'>): Html =>
  html`<input type="hidden" name="csrf" value="${csrf}">`;

const places = (here: Place | undefined): Html => html`
<nav class="places" aria-label="栏目"><ul class="column">
${PLACES.map(({ place, title, href }) => html`<li><a href="${href}"${place === here && html` aria-current="page"`}>${title}</a></li>`)}
</ul></nav>`;

const leave = (viewer: Viewer): Html => html`
<form method="post" action="/admin/logout" class="leave">${csrfField(viewer)}<button class="quiet">退出</button></form>`;

/** The style sheets of every page, in their order. */
const SHEETS = ['ground', 'base', 'desk', 'forms'];

/** A whole page of the desk, ready to send. */
export const pageOf = ({ title, place, viewer, main, refresh, script }: PageParts): string =>
  `<!doctype html>${textOf(html`
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title} · 问计管理</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refresh !== undefined && html`<meta http-equiv="refresh" content="${refresh}">`}
<link rel="icon" href="data:,">
${SHEETS.map((name) => html`<link rel="stylesheet" href="/admin/assets/${name}.css">`)}
${(place === 'plans' || place === 'progress') && html`<link rel="stylesheet" href="/admin/assets/plans.css">`}
${script !== undefined && html`<script src="/admin/assets/${script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top"><div class="column">
<p class="brand">问计</p>
<p class="plan-title">管理</p>
${viewer && leave(viewer)}
</div></header>
${viewer && places(place)}
<main id="main" class="column" tabindex="-1">
${viewer?.flash !== undefined && html`<p class="flash" role="status">${viewer.flash}</p>`}
<h1>${title}</h1>
${main}
</main>
</body>
</html>`)}`;
