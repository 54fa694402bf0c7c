import type { PreviewChange } from '../../bring/changes.ts';
import type { Draft, DraftReading } from '../../bring/draft.ts';
import type { DraftState } from '../../bring/draft-book.ts';
import type { PlanDesk } from '../../bring/plan-desk.ts';
import { type ImportStatus, VERDICTS } from '../../import/preview/preview.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { correctionForms } from './draft-corrections.ts';
import { doubtList, frontFacts, sectionsOf, trialList } from './draft-sections.ts';
import { csrfField, pageOf, type Viewer } from './layout.ts';

/** Seconds between two looks at a draft that is being read. */
const LOOK_AGAIN = 2;

const STEPS = [
  { step: 'wait', title: '排队' },
  { step: 'read', title: '读取文件，找出任务与单位' },
  { step: 'try', title: '试问十个问题' },
] as const;

export interface WaitingParts {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly state: Extract<DraftState, { readonly status: 'waiting' | 'reading' }>;
  readonly now: number;
}

/** A draft that is being read: the page asks for itself again until it has been. */
export const waitingPage = ({ viewer, draft, state, now }: WaitingParts): string => {
  const step = state.status === 'waiting' ? 'wait' : state.step;
  const here = step === 'recognise' ? 'read' : step;
  const at = STEPS.findIndex(({ step }) => step === here);
  const seconds = state.status === 'reading' ? Math.max(0, Math.round((now - state.since) / 1000)) : 0;
  return pageOf({
    title: '正在读取',
    place: 'plans',
    viewer,
    refresh: LOOK_AGAIN,
    main: html`
<p class="asked">${draft.name}</p>
<ol class="steps">${STEPS.map(
      ({ title }, number) =>
        html`<li class="${number < at ? 'done' : number === at ? 'now' : 'later'}"${number === at && html` aria-current="step"`}>${title}${number === 0 && state.status === 'waiting' && `：前面还有 ${state.ahead} 份`}${number === at && seconds > 0 && `（${seconds} 秒）`}</li>`,
    )}</ol>
<p class="soft">一般几秒；几十页的 PDF 要久一些${step === 'recognise' && '，这一份要从图片识别文字，每页几秒到几十秒'}。这一页会自己刷新，读取时不影响回答提问，也可以先离开。</p>
${discardForm(viewer, draft)}`,
  });
};

/** A file that could not be read: nothing of it was kept. */
export const refusedPage = (viewer: Viewer, reason: string): string =>
  pageOf({
    title: '这份文件读不了',
    place: 'plans',
    viewer,
    main: html`
<p class="warning" role="alert">${reason}</p>
<p class="soft">没有保存这份文件，在用的计划没有变化。</p>
<p><a href="/admin/plans">换一份文件再上传</a></p>`,
  });

export interface DraftParts {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly reading: DraftReading;
  /** What the last correction changed; undefined before the first. */
  readonly changes?: readonly PreviewChange[] | undefined;
  /** The plan that has the draft's id already. */
  readonly holder: ReturnType<PlanDesk['holder']>;
  /** Why the last form was not taken. */
  readonly fault?: string | undefined;
}

const CLASSES: Readonly<Record<ImportStatus, string>> = { 0: 'fine', 3: 'look', 2: 'bad' };
const SAYS: Readonly<Record<ImportStatus, string>> = {
  0: '责任标注全部归入任务，没有要核对的地方。',
  3: '可以投入使用，请先核对下面列出的地方。',
  2: '没有读到任务，也没有读到指标：请改任务层级，或换一份文件。',
};

const verdict = ({ reading: { preview } }: DraftParts): Html => {
  const { status, counts } = preview;
  const tile = (title: string, value: Fill) => html`<div class="tile"><dt>${title}</dt><dd>${value}</dd></div>`;
  return html`
<div class="verdict ${CLASSES[status]}"><p class="verdict-title">${VERDICTS[status].title}</p><p>${SAYS[status]}</p></div>
<dl class="tiles">
${tile('任务', counts.tasks)}
${tile('责任标注归入', html`${counts.attached}<small>／${counts.marks}</small>`)}
${tile('单位', counts.units)}
${tile('指标', counts.indicators)}
${tile('待核对', counts.doubts > 0 ? html`<a href="#doubts">${counts.doubts}</a>` : 0)}
</dl>`;
};

const changeList = (changes: DraftParts['changes']): Fill =>
  changes !== undefined &&
  html`
<h2 id="changes">上次更正改变了什么</h2>
${
  changes.length === 0
    ? html`<p class="soft">读出的内容没有变化。</p>`
    : html`<div class="scroll" role="region" aria-labelledby="changes" tabindex="0"><table class="plain">
<thead><tr><th scope="col">内容</th><th scope="col">更正前</th><th scope="col">更正后</th></tr></thead>
<tbody>${changes.map(({ what, before, after }) => html`<tr><th scope="row">${what}</th><td>${before}</td><td>${after}</td></tr>`)}</tbody></table></div>`
}`;

const discardForm = (viewer: Viewer, { id }: Draft): Html => html`
<form method="post" action="/admin/plans/drafts/${id}/discard" class="discard">${csrfField(viewer)}<button class="quiet">删去这份草稿</button></form>`;

const useForm = ({ viewer, draft, reading: { preview }, holder }: DraftParts): Html => html`
<h2 id="use">投入使用</h2>
${
  preview.status === 2
    ? html`<p class="soft">没有任务和指标的计划不能投入使用。</p>`
    : html`
<form method="post" action="/admin/plans/drafts/${draft.id}/use" class="word">${csrfField(viewer)}
<input type="hidden" name="revision" value="${draft.revision}">
<p><label for="plan">标识（网址里用，小写字母、数字和连字符）</label><input id="plan" name="plan" value="${draft.plan}" required maxlength="64" pattern="[a-z0-9]+(-[a-z0-9]+)*" autocomplete="off"></p>
${
  holder?.origin === 'brought' &&
  html`<p class="warning" id="holder">标识 ${draft.plan} 现在是《${holder.title}》的。投入使用会替换它，原来的不再保留。</p>`
}
${holder?.origin === 'corpus' && html`<p class="warning">标识 ${draft.plan} 是随程序提供的《${holder.title}》的，请换一个标识。</p>`}
<p class="check"><input type="checkbox" id="replace" name="replace" value="yes"><label for="replace">如果这个标识已有计划，替换它</label></p>
<p><button class="main">投入使用</button></p>
<p class="soft">立即生效，不用重启。</p></form>`
}
${discardForm(viewer, draft)}`;

/** The preview of a draft: what was understood, what must be looked at, and the forms that correct it. */
export const draftPage = (parts: DraftParts): string => {
  const { viewer, draft, reading, changes, fault } = parts;
  const { preview } = reading;
  return pageOf({
    title: preview.document.untitled ? draft.name : preview.document.title,
    place: 'plans',
    viewer,
    main: html`
<p class="lead">预览 · ${draft.name} · ${draft.by} 上传${draft.lastBy !== draft.by && ` · ${draft.lastBy} 更正`} · 还没有投入使用</p>
${fault !== undefined && html`<p class="warning" role="alert">${fault}</p>`}
${verdict(parts)}
${frontFacts(preview)}
${changeList(changes)}
${doubtList(preview)}
${trialList(reading)}
${correctionForms(parts)}
${sectionsOf(preview)}
${useForm(parts)}`,
  });
};
