import { compareFigures, compareRole, type Role, titlesDiffer } from '../../../answer/differences.ts';
import type { Misprint, Task, UnitName } from '../../../types.ts';
import { type Fill, type Html, html, joined } from '../html.ts';
import { ROLE_NAMES, ROLES } from './facts.ts';
import type { Site } from './site.ts';

const onlyLine = (onlyBody: readonly Fill[], onlyAnnex: readonly Fill[]): Fill =>
  joined(
    [
      onlyBody.length > 0 && html`仅正文列出 ${joined(onlyBody, '、')}`,
      onlyAnnex.length > 0 && html`仅附件列出 ${joined(onlyAnnex, '、')}`,
    ].filter((part) => part !== false),
    '；',
  );

const roleLine = ({ to }: Site, task: Task, role: Role): Fill => {
  const found = compareRole(task, role);
  if (!found || found.onlyBody.length + found.onlyAnnex.length === 0) return undefined;
  const linked = (names: readonly UnitName[]) => names.map((name) => html`<a href="${to.unit(name)}">${name}</a>`);
  return html`<li data-differs="${role}">${ROLE_NAMES[role]}：${onlyLine(linked(found.onlyBody), linked(found.onlyAnnex))}</li>`;
};

/** Figures that only one of the two prints, once each; the plan's own years are in both by their heads. */
export const ownFigures = (task: Task): { readonly body: ReadonlySet<string>; readonly annex: ReadonlySet<string> } => {
  const years = task.row.targets.map(({ year }) => `${year}`);
  const own = (figures: readonly string[] = []) => new Set(figures.filter((figure) => !years.includes(figure)));
  const found = compareFigures(task);
  return { body: own(found?.onlyBody), annex: own(found?.onlyAnnex) };
};

const figureLine = (task: Task): Fill => {
  const { body, annex } = ownFigures(task);
  return body.size + annex.size > 0 && html`<li data-differs="figures">数字：${onlyLine([...body], [...annex])}</li>`;
};

const titleLine = (task: Task): Fill =>
  titlesDiffer(task) && html`<li data-differs="title">任务名称：正文“${task.body.title}”，附件“${task.row.title}”</li>`;

/** Lines as one sentence: those that are not closed are parted. */
const sentence = (lines: readonly string[]): string =>
  lines.map((line, at) => (line.endsWith('。') || at === lines.length - 1 ? line : `${line}；`)).join('');

/** Where body and annex do not say the same of a task: titles, units, figures, places reviewed by people. */
export const differencesOf = (site: Site, task: Task): Html | undefined => {
  const reviewed = site.disagreements.filter(({ tasks }) => tasks.includes(task.number));
  const lines = [
    titleLine(task),
    ...ROLES.map((role) => roleLine(site, task, role)),
    figureLine(task),
    ...reviewed.map(({ lines: said }) => html`<li data-differs="reviewed">${sentence(said)}</li>`),
  ].filter((line) => line !== undefined && line !== false);
  return lines.length === 0 ? undefined : html`<ul>${lines}</ul>`;
};

/** The reviewed notes that explain a printed form of a clause. */
export const misprintsIn = ({ plan }: Site, clause: { readonly id: string; readonly text: string }) =>
  plan.registry.misprints.filter(
    ({ where, printed }: Misprint) => (where?.includes(clause.id) ?? true) && clause.text.includes(printed),
  );
