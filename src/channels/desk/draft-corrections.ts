import { FIELDS } from '../../bring/changes.ts';
import type { Draft, DraftReading } from '../../bring/draft.ts';
import type { Preview } from '../../import/preview/preview.ts';
import type { NamedBody } from '../../import/preview/units.ts';
import { LEVELS } from '../../plan/schema.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { correctionsIn, LEVEL_NAMES } from './draft-form.ts';
import { csrfField, type Viewer } from './layout.ts';

interface CorrectionParts {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly reading: DraftReading;
}

/** A form that changes the draft as it was seen. */
const form = ({ viewer, draft }: CorrectionParts, what: string, fields: Fill): Html => html`
<form method="post" action="/admin/plans/drafts/${draft.id}/${what}">${csrfField(viewer)}
<input type="hidden" name="revision" value="${draft.revision}">${fields}</form>`;

const HINTS: Readonly<Partial<Record<keyof typeof FIELDS, string>>> = {
  number: '例如 云政办发〔2024〕5号',
  dated: '例如 2024年3月5日',
  printed: '例如 2024年3月6日',
};

const documentForm = (parts: CorrectionParts): Html => {
  const { document } = parts.reading.preview;
  const [from, to] = document.period;
  const year = (value: number) => (value > 0 ? value : '');
  return html`
<details class="section"><summary>标题、文号、日期、计划期</summary>
${form(
  parts,
  'document',
  html`<div class="fields">
${Object.entries(FIELDS).map(
  ([name, title]) => html`
<p><label for="${name}">${title}</label><input id="${name}" name="${name}" value="${document[name as keyof typeof FIELDS]}" maxlength="200" autocomplete="off" placeholder="${HINTS[name as keyof typeof FIELDS] ?? ''}"></p>`,
)}
<p class="period"><span><label for="from">计划期自（年）</label><input id="from" name="from" value="${year(from)}" inputmode="numeric" maxlength="4" autocomplete="off"></span>
<span><label for="to">至（年）</label><input id="to" name="to" value="${year(to)}" inputmode="numeric" maxlength="4" autocomplete="off"></span></p>
</div><p><button>保存并重新预览</button></p>`,
)}</details>`;
};

const levelForm = (parts: CorrectionParts): Html => {
  const { corrections, levels } = parts.reading.preview;
  return html`
<details class="section"><summary>任务所在层级</summary>
<p>现在：${levels}。任务多了、少了，或者把小标题当成了任务时，在这里改定。</p>
${form(
  parts,
  'level',
  html`<p class="choose"><label for="level">任务是哪一层编号</label><select id="level" name="level">
<option value="">自动（单位写在哪一层，任务就在哪一层）</option>
${LEVELS.map((level) => html`<option value="${level}"${level === corrections.level && html` selected`}>${LEVEL_NAMES[level]}</option>`)}
</select></p><p><button>保存并重新预览</button></p>`,
)}</details>`;
};

const KINDS: Readonly<Record<NamedBody['kind'], string>> = { unit: '', group: '合称', unknown: '不像单位' };

const unitRow = ({ name, count, kind, prints }: NamedBody, at: number): Html => html`
<tr><th scope="row">${name}${kind !== 'unit' && html` <span class="tag">${KINDS[kind]}</span>`}${prints.length > 0 && html`<small class="prints">也写作 ${prints.join('、')}</small>`}</th>
<td><span class="narrow">印了 </span>${count}<span class="narrow"> 次</span></td>
<td><input name="m${at}" aria-label="${name} 改作" list="bodies" maxlength="40" autocomplete="off" placeholder="改作"></td>
<td class="none"><input type="checkbox" name="x${at}" value="yes" id="x${at}" aria-label="${name} 不是单位"><label for="x${at}" class="narrow" aria-hidden="true">不是单位</label></td></tr>`;

const unitForm = (parts: CorrectionParts): Fill => {
  const { bodies } = parts.reading.preview;
  if (bodies.length === 0) return undefined;
  const unknown = bodies.filter(({ kind }) => kind === 'unknown').length;
  return html`
<details class="section"${unknown > 0 && html` open`}><summary>单位（${bodies.length} 个名称）${unknown > 0 && html` <span class="tag">不像单位 ${unknown}</span>`}</summary>
<p>“改作”填另一个单位的名称，两个名称就是一个单位；填新的名称，就是改名。不是单位的打勾。原文照样保留。</p>
<datalist id="bodies">${bodies.filter(({ kind }) => kind === 'unit').map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
${form(
  parts,
  'names',
  html`<div class="scroll tall" role="region" aria-label="单位" tabindex="0"><table class="plain units">
<thead><tr><th scope="col">名称</th><th scope="col">次数</th><th scope="col">改作</th><th scope="col">不是单位</th></tr></thead>
<tbody>${bodies.map(unitRow)}</tbody></table></div><p><button>保存并重新预览</button></p>`,
)}</details>`;
};

const made = (parts: CorrectionParts, { corrections, found }: Preview): Fill => {
  const list = correctionsIn(corrections, found);
  return (
    list.length > 0 &&
    html`
<h3>已作的更正</h3>
<ul class="entries">${list.map(
      ({ which, text }) => html`
<li class="entry plan-entry"><p>${text}</p>${form(parts, 'takeback', html`<input type="hidden" name="which" value="${which}"><button aria-label="撤销 ${text}">撤销</button>`)}</li>`,
    )}</ul>`
  );
};

/** The forms that correct a draft, and the corrections that it has. */
export const correctionForms = (parts: CorrectionParts): Html => html`
<h2 id="correct">更正</h2>
${made(parts, parts.reading.preview)}
${documentForm(parts)}
${levelForm(parts)}
${unitForm(parts)}`;
