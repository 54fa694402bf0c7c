import { dayOf } from '../../china-time.ts';
import type { Report } from '../../store/reports.ts';
import { LATE } from '../../worklists/progress.ts';
import type { AskedPlan } from '../asked-plans.ts';
import { filledIn, type ReadProgress } from '../take-progress.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { csrfField, pageOf, type Viewer } from './layout.ts';

/** Bytes of a list: one of a thousand tasks stays far below. */
export const LIST_BYTES = 4 * 1024 * 1024;

/** What was reported of a plan. */
export interface Reported {
  readonly plan: AskedPlan;
  readonly reports: readonly Report[];
}

export interface ProgressPageParts {
  readonly viewer: Viewer;
  readonly reported: readonly Reported[];
  /** Why the last list was not taken. */
  readonly fault?: string | undefined;
}

const uploadForm = ({ viewer, fault }: ProgressPageParts): Html => html`
<p class="warning" role="alert" id="upload-fault"${fault === undefined && html` hidden`}>${fault}</p>
<form method="post" action="/admin/progress/upload" enctype="multipart/form-data" class="upload" id="upload" data-most="${LIST_BYTES}">
${csrfField(viewer)}
<p><label for="file">选择填好的任务清单<span class="drop-hint" hidden>，或拖到这里</span></label>
<input id="file" name="file" type="file" required accept=".xlsx" aria-describedby="upload-help"></p>
<p class="soft" id="upload-help">问计导出的 .xlsx，填好“责任人”“进展”两列交回，不超过 ${LIST_BYTES / 1024 / 1024} MB。上传后先看预览，确认后才收下。</p>
<p><label for="unit">填报单位</label> <input id="unit" name="unit" maxlength="60" autocomplete="off" aria-describedby="unit-help">
<span class="soft" id="unit-help">清单末行写了的不用填</span></p>
<p><button class="main">上传并预览</button></p>
<p class="progress" id="upload-progress" role="status" hidden><progress max="100" value="0" aria-label="上传进度"></progress> <span></span></p>
</form>`;

const unitLine = (unit: string, reports: readonly Report[]): Html => {
  const late = reports.filter(({ progress }) => progress === LATE).length;
  const last = Math.max(...reports.map(({ at }) => at));
  return html`<li class="entry"><p><strong>${unit}</strong></p><p class="soft">${dayOf(last)} · 填了 ${reports.length} 项${late > 0 && ` · 滞后 ${late} 项`}</p></li>`;
};

const reportedOf = ({ plan, reports }: Reported): Fill => {
  if (reports.length === 0) return false;
  const units = [...new Set(reports.map(({ unit }) => unit))];
  const of = (unit: string) => reports.filter((report) => report.unit === unit);
  return html`
<h2>${plan.title}</h2>
<ul class="entries">${units.map((unit) => unitLine(unit, of(unit)))}</ul>`;
};

/** 填报: the form that takes a filled list, and which units have reported. */
export const progressPage = (parts: ProgressPageParts): string =>
  pageOf({
    ...{ title: '填报', place: 'progress', viewer: parts.viewer, script: 'plans-client.js' },
    main: html`${uploadForm(parts)}${parts.reported.map(reportedOf)}`,
  });

/** What a list says, before it is kept. `revision` is of the list that is shown. */
export const progressPreview = (viewer: Viewer, { of, list }: ReadProgress, revision: string): string => {
  const { unit, year, rows } = list;
  const titles = new Map(of.bot.plan.tasks.map(({ number, body }) => [number, body.title]));
  return pageOf({
    ...{ title: '核对填报', place: 'progress', viewer },
    main: html`
<p><strong>${unit}</strong>${year !== undefined && `，${year}年`}：共 ${rows.length} 项，填了 ${filledIn(list).length} 项。</p>
<p class="soft">${of.title}</p>
<div class="scroll" role="region" aria-label="清单" tabindex="0"><table>
<thead><tr><th scope="col">任务</th><th scope="col">责任人</th><th scope="col">进展</th></tr></thead>
<tbody>${rows.map(
      ({ task, person, progress }) =>
        html`<tr><th scope="row">${task}. ${titles.get(task)}</th><td>${person}</td><td>${progress}</td></tr>`,
    )}</tbody></table></div>
<form method="post" action="/admin/progress/keep" class="actions">${csrfField(viewer)}<input type="hidden" name="revision" value="${revision}">
<button class="main">收下</button> <a href="/admin/progress">不收，换一份</a></form>`,
  });
};
