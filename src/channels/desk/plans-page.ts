import { basename } from 'node:path';
import type { Draft } from '../../bring/draft.ts';
import type { DraftState } from '../../bring/draft-book.ts';
import type { PlanDone } from '../../bring/history.ts';
import type { OutPlan } from '../../bring/plan-desk.ts';
import { LIMITS } from '../../import/limits.ts';
import type { BrokenPlan, LivePlan } from '../../overlay/live-plan.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { csrfField, pageOf, type Viewer } from './layout.ts';
import { timeName } from './names.ts';

export interface PlansParts {
  readonly viewer: Viewer;
  readonly inForce: readonly LivePlan[];
  readonly broken: readonly BrokenPlan[];
  readonly out: readonly OutPlan[];
  readonly drafts: readonly { readonly draft: Draft; readonly state: DraftState }[];
  readonly history: readonly PlanDone[];
  /** Why the last file was not taken. */
  readonly fault?: string | undefined;
}

const MEGABYTES = LIMITS.fileBytes / 1024 / 1024;
const ACCEPTED = '.docx,.pdf,.html,.htm,.xlsx,.txt,.md';

const DID: Readonly<Record<PlanDone['did'], string>> = {
  upload: '上传',
  correct: '更正',
  discard: '删去草稿',
  use: '投入使用',
  replace: '替换',
  drop: '停用',
  restore: '恢复使用',
};

const uploadForm = ({ viewer, fault }: PlansParts): Html => html`
<h2 id="upload-title">上传一份计划</h2>
<p class="warning" role="alert" id="upload-fault"${fault === undefined && html` hidden`}>${fault}</p>
<form method="post" action="/admin/plans/upload" enctype="multipart/form-data" class="upload" id="upload" data-most="${LIMITS.fileBytes}">
${csrfField(viewer)}
<p><label for="file">选择文件<span class="drop-hint" hidden>，或拖到这里</span></label>
<input id="file" name="file" type="file" required accept="${ACCEPTED}" aria-describedby="upload-help"></p>
<p class="soft" id="upload-help">.docx、.pdf（文字版）、网页 .html、.xlsx、.txt、.md，不超过 ${MEGABYTES} MB。上传后先看预览，确认后才投入使用。</p>
<p><button class="main">上传并预览</button></p>
<p class="progress" id="upload-progress" role="status" hidden><progress max="100" value="0" aria-label="上传进度"></progress> <span></span></p>
</form>`;

const actions = ({ id, title, origin }: LivePlan, viewer: Viewer): Fill =>
  origin === 'brought' &&
  html`<div class="actions">
<form method="post" action="/admin/plans/${id}/reopen">${csrfField(viewer)}<button aria-label="更正 ${title}">更正</button></form>
<form method="post" action="/admin/plans/${id}/drop">${csrfField(viewer)}<button aria-label="停用 ${title}">停用</button></form></div>`;

const standing = (plan: LivePlan, viewer: Viewer): Html => {
  const { id, title, origin, bot } = plan;
  const { document, tasks } = bot.plan;
  const facts = [document.number, `${tasks.length} 项任务`, origin === 'corpus' ? '随程序提供' : '管理员上传', id];
  return html`
<li class="entry plan-entry"><div><p><a href="/plans/${id}"><strong>${title}</strong></a></p><p class="soft">${facts.filter((fact) => fact !== '').join(' · ')}</p></div>${actions(plan, viewer)}</li>`;
};

const brokenList = (broken: readonly BrokenPlan[]): Fill =>
  broken.length > 0 &&
  html`
<h2>不能使用的计划</h2>
<ul class="entries">${broken.map(({ folder, reason }) => html`<li class="entry"><p><strong>${basename(folder)}</strong></p><p class="warning">${reason}。其他计划不受影响。</p></li>`)}</ul>`;

const outList = (out: readonly OutPlan[], viewer: Viewer): Fill =>
  out.length > 0 &&
  html`
<h2>已停用的计划</h2>
<ul class="entries">${out.map(
    ({ id, title }) => html`<li class="entry plan-entry"><div><p>${title}</p><p class="soft">${id}</p></div>
<div class="actions"><form method="post" action="/admin/plans/${id}/restore">${csrfField(viewer)}<button aria-label="恢复使用 ${title}">恢复使用</button></form></div></li>`,
  )}</ul>`;

const STATES: Readonly<Record<DraftState['status'], string>> = {
  waiting: '等待读取',
  reading: '正在读取',
  ready: '等您核对',
  refused: '读不了',
};

const draftList = ({ drafts }: PlansParts): Fill =>
  drafts.length > 0 &&
  html`
<h2>草稿</h2>
<ul class="entries">${drafts.map(
    ({ draft: { id, name, by, at }, state }) => html`<li class="entry plan-entry"><div>
<p><a href="/admin/plans/drafts/${id}">${name}</a></p><p class="soft">${STATES[state.status]} · ${by} 上传 · ${timeName(at)}</p></div></li>`,
  )}</ul>
<p class="soft">草稿保留 14 天，还没有投入使用。</p>`;

const historyList = (history: readonly PlanDone[]): Fill =>
  history.length > 0 &&
  html`
<details><summary>最近的操作</summary><ul class="list">${history.map(
    ({ did, by, at, title, what }) =>
      html`<li>${timeName(Date.parse(at))} ${by} ${DID[did] ?? did}：${title}${what !== undefined && `（${what}）`}</li>`,
  )}</ul></details>`;

/** 计划: those in force, those that cannot be used, drafts, and the form that brings another one. */
export const plansPage = (parts: PlansParts): string => {
  const { viewer, inForce, broken, out, history } = parts;
  return pageOf({
    title: '计划',
    place: 'plans',
    viewer,
    script: 'plans-client.js',
    main: html`
${uploadForm(parts)}
${draftList(parts)}
<h2>在用的计划</h2>
<ul class="entries">${inForce.map((plan) => standing(plan, viewer))}</ul>
${brokenList(broken)}
${outList(out, viewer)}
${historyList(history)}`,
  });
};
