import type { Change } from '../../overlay/compare.ts';
import type { Preview } from '../../overlay/live.ts';
import { brokenBy, type Effect, effectOf } from '../../overlay/outcome.ts';
import type { Entry } from '../../overlay/overlay.ts';
import { meantLabel } from '../../overlay/things.ts';
import type { Plan } from '../../types.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { csrfField, pageOf, type Viewer } from './layout.ts';
import { STATUS_NAMES, timeName } from './names.ts';
import { type PlanChoice, planChooser, planField } from './plan-choice.ts';
import { answerHead, answerNow } from './understood.ts';
import { NO_DRAFT, type WordDraft, wordForm } from './word-form.ts';
import { wordsState } from './words-state.ts';

export interface WordsParts {
  readonly viewer: Viewer;
  readonly choice: PlanChoice;
}

/** Changed questions shown; the others are counted. */
const MOST_CHANGES = 100;

/** An ISO time of the file, as the desk writes times. */
const written = (iso: string): string => timeName(Date.parse(iso));

const standing = (entry: Entry, { choice, viewer }: WordsParts): Html => html`
<li class="entry word-entry"><div><p><strong>${entry.say}</strong> 指 ${meantLabel(choice.chosen.bot.plan, entry.means)}</p>
<p class="soft">${entry.author}，<time datetime="${entry.at}">${written(entry.at)}</time> 添加</p></div>
<form method="post" action="/admin/words/${entry.id}/undo">${csrfField(viewer)}${planField(choice)}<button aria-label="撤销 ${entry.say}">撤销</button></form></li>`;

const takenBack = (entry: Entry, plan: Plan): Html => html`
<li><s>${entry.say}</s> ${meantLabel(plan, entry.means)}，${entry.author} 添加，${entry.undone?.by} 于 ${entry.undone && written(entry.undone.at)} 撤销</li>`;

const list = (parts: WordsParts): Fill => {
  const { plan, words } = parts.choice.chosen.bot;
  const entries = words().entries.toReversed();
  const inForce = entries.filter(({ undone }) => !undone);
  const undone = entries.filter((entry) => entry.undone);
  return html`
${inForce.length > 0 ? html`<ul class="entries">${inForce.map((entry) => standing(entry, parts))}</ul>` : html`<p class="soft">还没有补充的叫法。</p>`}
${undone.length > 0 && html`<details><summary>已撤销的 ${undone.length} 条</summary><ul class="list">${undone.map((entry) => takenBack(entry, plan))}</ul></details>`}`;
};

/** 词表: the words added here, and the form for another one. */
export const wordsPage = (parts: WordsParts): string => {
  const { viewer, choice } = parts;
  return pageOf({
    title: '词表',
    place: 'words',
    viewer,
    main: html`
${planChooser('/admin/words', choice)}
${wordsState(choice, viewer)}
<h2>补一个叫法</h2>
${wordForm(choice, viewer, NO_DRAFT)}
<h2>在用的叫法</h2>
${list(parts)}`,
  });
};

export interface PreviewParts {
  readonly viewer: Viewer;
  readonly choice: PlanChoice;
  readonly draft: WordDraft;
  /** Why the word cannot be taken, or what it would change. */
  readonly result: Preview | { readonly status: 'refused'; readonly reason: string };
  /** Why it was not kept all the same. */
  readonly said?: string;
}

const EFFECTS: Readonly<Record<Change['effect'], string>> = {
  breaks: '会答错',
  mends: '会答对',
  other: '有变化',
};

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const change = ({ question, before, after, effect }: Change): Html => html`
<li class="entry ${effect}"><p><span class="effect">${EFFECTS[effect]}</span> ${[...question.history, question.text].join(' → ')}</p>
<dl><dt>现在</dt><dd>${answerHead(before)} ${firstLine(before.text)}</dd><dt>改后</dt><dd>${answerHead(after)} ${firstLine(after.text)}</dd></dl></li>`;

const changesOf = ({ changes, asked }: Preview): Html => html`
<h2>对其他问题</h2>
<p>把题库里的 ${asked} 个问题重新问了一遍，${changes.length === 0 ? '答案都不变' : `${changes.length} 个会变`}。</p>
${changes.length > 0 && html`<ol class="entries">${changes.slice(0, MOST_CHANGES).map(change)}</ol>`}
${changes.length > MOST_CHANGES && html`<p class="soft">另有 ${changes.length - MOST_CHANGES} 个未列出。</p>`}`;

/** The whole of it in a line, before anything else is read. */
const resultLine = (preview: Preview): string => {
  const { before, after } = preview.question;
  const change = `${STATUS_NAMES[before.status]} → ${STATUS_NAMES[after.status]}`;
  const lines: Readonly<Record<Effect, string>> = {
    harms: `会答错：${brokenBy(preview)} 个现在答对的问题会答错，换一个更具体的叫法`,
    unread: '没有变化，换个叫法（单说这个词，还认不出所选的一项）',
    helps: change,
    none: '没有变化，换个叫法',
    other: `${change}，答案变了`,
  };
  return lines[effectOf(preview)];
};

const resultOf = (preview: Preview): Html =>
  html`<p class="result ${effectOf(preview)}" role="status">${resultLine(preview)}</p>`;

const questionOf = ({ question }: Preview): Html => html`
<h2>这一问</h2>
<p class="asked">${question.text}</p>
<div class="beside"><section><h3>现在</h3>${answerNow(question.before)}</section><section><h3>改后</h3>${answerNow(question.after)}</section></div>`;

const anyway = (harms: boolean): Fill =>
  harms &&
  html`<p class="tick"><input type="checkbox" id="anyway" name="anyway" value="yes" required><label for="anyway">看过了会答错的问题，仍要保存</label></p>`;

const saveForm = (
  { viewer, choice, draft: { say, target, question, group } }: PreviewParts,
  harms: boolean,
): Html => html`
<form method="post" action="/admin/words" class="word">${csrfField(viewer)}${planField(choice)}
<input type="hidden" name="say" value="${say}"><input type="hidden" name="target" value="${target}"><input type="hidden" name="question" value="${question}">
${group !== undefined && html`<input type="hidden" name="group" value="${group}">`}
<p><label for="author">署名</label><input id="author" name="author" value="${viewer.author}" required maxlength="40" autocomplete="name"></p>
${anyway(harms)}
<p><button${!harms && html` class="main"`}>保存</button></p></form>`;

/** What a word would change, and the button that keeps it. */
export const previewPage = (parts: PreviewParts): string => {
  const { viewer, choice, draft, result, said } = parts;
  return pageOf({
    title: '看看会改变什么',
    place: 'words',
    viewer,
    main: html`
${result.status === 'previewed' && resultOf(result)}
${said !== undefined && html`<p class="warning" role="alert">没有保存：${said}。</p>`}
<p class="asked"><q>${draft.say}</q> 指 ${draft.target}</p>
${
  result.status === 'refused'
    ? html`<p class="warning" role="alert">不能保存：${result.reason}。</p>`
    : html`${questionOf(result)}
${changesOf(result)}
<h2>保存</h2>
${saveForm(parts, effectOf(result) === 'harms')}`
}
<h2>改一改</h2>
${wordForm(choice, viewer, draft)}`,
  });
};
