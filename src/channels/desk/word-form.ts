import type { Means } from '../../overlay/overlay.ts';
import { type Thing, thingsOf } from '../../overlay/things.ts';
import type { Plan } from '../../types.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { csrfField, type Viewer } from './layout.ts';
import { type PlanChoice, planField } from './plan-choice.ts';

/** What stands in the form. */
export interface WordDraft {
  readonly say: string;
  /** The thing's label, as chosen from the list or typed. */
  readonly target: string;
  /** The question with which the word is tried. */
  readonly question: string;
  /** The entry of the list of unanswered questions from which one came. */
  readonly group?: number | undefined;
  /** Things that are offered as the target. */
  readonly likely?: readonly Thing[];
}

export const NO_DRAFT: WordDraft = { say: '', target: '', question: '' };

const LONGEST_QUESTION = 500;

/** 任务21 推动设立… is chosen by all of it, by its head or by its name. */
const spellings = ({ label }: Thing): readonly string[] => {
  const at = label.indexOf(' ');
  const [head, name] = [label.slice(0, at), label.slice(at + 1)];
  return /\d$/.test(head) ? [label, head, name] : [label, name];
};

/** The thing that somebody chose; undefined for none, or for a name that two things share. */
export const chosenThing = (plan: Plan, typed: string): Means | undefined => {
  const wanted = typed.trim();
  const things = thingsOf(plan);
  const exact = things.find(({ label }) => label === wanted);
  const found = things.filter((thing) => spellings(thing).includes(wanted));
  return (exact ?? (found.length === 1 ? found[0] : undefined))?.means;
};

/** One click chooses a thing and looks at what that would change. */
const offers = (likely: readonly Thing[]): Fill =>
  likely.length > 0 &&
  html`<fieldset class="offers"><legend>可能指（点一项就看结果）</legend>${likely.map(({ label }) => html`<button name="chosen" value="${label}" formnovalidate>${label}</button>`)}</fieldset>`;

/** The form that gives a word to a thing of the plan; nothing is kept before it was looked at. */
export const wordForm = (choice: PlanChoice, viewer: Viewer, draft: WordDraft): Html => {
  const { say, target, question, group, likely = [] } = draft;
  return html`
<form method="post" action="/admin/words/preview" class="word">
${csrfField(viewer)}
${planField(choice)}
${group !== undefined && html`<input type="hidden" name="group" value="${group}">`}
<p><label for="say">叫法</label><input id="say" name="say" value="${say}" required maxlength="80" autocomplete="off"></p>
<p><label for="target">指计划里的</label><input id="target" name="target" value="${target}" required list="things" autocomplete="off" placeholder="单位、任务、指标或行动，输入几个字后从列表中选" aria-describedby="target-help"></p>
<p class="soft" id="target-help">也可以写全称或序号，例如 任务21、指标3、行动5。</p>
<p><label for="question">试问一句</label><input id="question" name="question" value="${question}" maxlength="${LONGEST_QUESTION}" autocomplete="off"></p>
<datalist id="things">${thingsOf(choice.chosen.bot.plan).map(({ label }) => html`<option value="${label}"></option>`)}</datalist>
<p><button class="main">看看会改变什么</button></p>
${offers(likely)}
</form>`;
};
