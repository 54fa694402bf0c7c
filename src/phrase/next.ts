import type { Desk, Draft } from '../answer/draft.ts';
import { hasPeriod } from '../answer/front.ts';
import type { Composed } from '../compose/compose.ts';
import { meantBy } from '../plan/named-units.ts';
import { canonical } from '../text.ts';
import type { Indicator, Task, UnitName } from '../types.ts';
import type { Query } from '../values.ts';

const MOST = 3;
/** How many things near a question that found nothing are looked at. */
const MOST_NEAR = 2;

/** What was asked, and what of the plan the answer is about. */
interface About {
  readonly text: string;
  readonly queries: readonly Query[];
  readonly draft: Draft;
}

/** A question, and what was made of it. */
interface Asked {
  readonly text: string;
  readonly composed: Pick<Composed, 'decision'>;
}

const yearsOf = ({ plan }: Desk): readonly number[] => {
  const [from, to] = plan.document.period;
  return hasPeriod(plan) ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [];
};

/** The year behind those that were asked for; the second of the plan where none was. */
const yearAfter = (asked: readonly number[], desk: Desk): number | undefined => {
  const years = yearsOf(desk);
  const last = asked.filter((year) => years.includes(year)).at(-1);
  if (last === undefined) return years[1] ?? years[0];
  return years.find((year) => year === last + 1) ?? years.findLast((year) => !asked.includes(year));
};

const asksFor = ({ queries }: About, ask: Query['asks'][number]['ask']): boolean =>
  queries.some(({ asks }) => asks.some((one) => one.ask === ask));

const targetOf = (task: Task, asked: readonly number[], desk: Desk): readonly string[] => {
  const year = yearAfter(asked, desk);
  const has = task.row.targets.some((target) => target.year === year);
  return year !== undefined && has ? [desk.say('askTarget', { title: desk.name.short(task), year })] : [];
};

const whoOf = (task: Task, desk: Desk): readonly string[] =>
  task.body.responsible.length > 0 ? [desk.say('askWho', { title: desk.name.short(task) })] : [];

/** The next task of the same action; of the last one, that before it. */
const besideOf = (task: Task, { plan }: Desk): Task | undefined => {
  const own = plan.tasks.filter(({ action }) => action === task.action);
  const at = own.indexOf(task);
  return own[at + 1] ?? own[at - 1];
};

/** The unit of a task that has the fewest others: whose tasks tell more than that it has nearly all. */
const unitOf = ({ body }: Task, { plan }: Desk): UnitName | undefined => {
  const countOf = (unit: UnitName): number =>
    plan.tasks.filter((one) => meantBy(one.body.responsible).includes(unit)).length;
  const known = new Set(plan.registry.units.map(({ name }) => name));
  const counts = meantBy(body.responsible)
    .filter((unit) => known.has(unit))
    .map((unit) => ({ unit, count: countOf(unit) }))
    .filter(({ count }) => count > 1);
  return counts.sort((a, b) => a.count - b.count)[0]?.unit;
};

const ofTask = (task: Task, about: About, desk: Desk): readonly string[] => {
  const asked = about.queries.flatMap(({ years }) => years);
  const unit = unitOf(task, desk);
  const beside = besideOf(task, desk);
  const target = targetOf(task, asked, desk);
  const who = asksFor(about, 'units') ? [] : whoOf(task, desk);
  return [
    ...(asksFor(about, 'targets') ? [...target, ...who] : [...who, ...target]),
    ...(unit ? [desk.say('askUnitTasks', { unit: desk.language === 'en' ? unit : desk.name.unit(unit) })] : []),
    ...(beside ? whoOf(beside, desk) : []),
  ];
};

const ofIndicator = (indicator: Indicator, about: About, desk: Desk): readonly string[] => {
  const { plan, say, name } = desk;
  const [from, to] = plan.document.period;
  if (!hasPeriod(plan)) return [];
  const asked = about.queries.flatMap(({ years }) => years);
  const next = plan.indicators[(plan.indicators.indexOf(indicator) + 1) % plan.indicators.length];
  const year = yearAfter(asked, desk);
  return [
    ...(year === undefined ? [] : [say('askTarget', { title: name.plain(indicator), year })]),
    ...(asksFor(about, 'reckon') ? [] : [say('askGrowth', { name: name.plain(indicator), from, to })]),
    ...(next && next !== indicator
      ? [say('askTarget', { title: name.plain(next), year: asked.find((one) => one >= from && one <= to) ?? to })]
      : []),
  ];
};

/** The units whose tasks a list holds. */
const unitsIn = ({ queries }: About, { plan }: Desk): readonly UnitName[] => {
  const said = JSON.stringify(queries.map(({ of }) => of));
  return plan.registry.units.map(({ name }) => name).filter((name) => said.includes(JSON.stringify(name)));
};

const ofList = (tasks: readonly Task[], about: About, desk: Desk): readonly string[] => {
  const [unit] = unitsIn(about, desk);
  const year = yearAfter(
    about.queries.flatMap(({ years }) => years),
    desk,
  );
  const [first, second] = tasks;
  return [
    ...(unit && year !== undefined ? [desk.say('askUnitYear', { unit, year })] : []),
    ...(unit && desk.plan.tasks.some(({ body }) => meantBy(body.supporting).includes(unit))
      ? [desk.say('askUnitSupports', { unit })]
      : []),
    ...(first ? whoOf(first, desk) : []),
    ...(second ? targetOf(second, [], desk) : []),
  ];
};

/** The tasks and indicators that a refusal names as near. */
const near = ({ draft }: About, { plan }: Desk) => {
  const all = (draft.related ?? []).map(({ clause }) => clause);
  return {
    tasks: plan.tasks.filter(({ body, row }) => all.includes(body.clause) || all.includes(row.clause)),
    indicators: plan.indicators.filter(({ clause }) => all.includes(clause)),
  };
};

/** Where nothing is near, things of the plan that change with the question. */
const anyOf = ({ text }: About, desk: Desk): readonly string[] => {
  const { tasks, indicators, actions } = desk.plan;
  const seed = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const [task, indicator, action] = [tasks, indicators, actions].map((all) => seed % Math.max(1, all.length));
  const [to] = yearsOf(desk).slice(-1);
  return [
    ...[tasks[task ?? 0]].flatMap((one) => (one ? whoOf(one, desk) : [])),
    ...[indicators[indicator ?? 0]].flatMap((one) =>
      one && to !== undefined ? [desk.say('askTarget', { title: desk.name.plain(one), year: to })] : [],
    ),
    ...[actions[action ?? 0]].flatMap((one) => (one ? [desk.say('askTasks', { title: one.title })] : [])),
  ];
};

const ofRefusal = (about: About, desk: Desk): readonly string[] => {
  const { tasks, indicators } = near(about, desk);
  return [
    ...tasks.slice(0, MOST_NEAR).flatMap((task) => [...whoOf(task, desk), ...targetOf(task, [], desk)]),
    ...indicators.slice(0, 1).flatMap((one) => ofIndicator(one, about, desk)),
    ...anyOf(about, desk),
  ];
};

const ofAnswer = (about: About, desk: Desk): readonly string[] => {
  const { plan } = desk;
  const { draft } = about;
  const tasks = plan.tasks.filter(({ number }) => draft.tasks?.includes(number));
  const [only, another] = tasks;
  if (only && !another) return ofTask(only, about, desk);
  if (only) return ofList(tasks, about, desk);
  const cited = new Set(draft.citations?.map(({ clause }) => clause));
  const [indicator] = plan.indicators.filter(({ clause }) => cited.has(clause));
  if (indicator) return ofIndicator(indicator, about, desk);
  const below = plan.tasks.filter(({ body, row }) => cited.has(body.clause) || cited.has(row.clause));
  return ofList(below, about, desk);
};

/** Returns a draft with what may be asked next: it follows from the answer, or from what is near where there is none. */
export const withNext = (draft: Draft, { text, composed: { decision } }: Asked, desk: Desk): Draft => {
  const about: About = { draft, text, queries: decision.decision === 'answer' ? decision.queries : [] };
  if (draft.status === 'clarify' || draft.suggestions) return draft;
  const asked = canonical(text).replace(/[?？。]$/u, '');
  const isNew = (question: string): boolean => canonical(question).replace(/[?？。]$/u, '') !== asked;
  const all = draft.status === 'answered' ? ofAnswer(about, desk) : ofRefusal(about, desk);
  return { ...draft, suggestions: [...new Set(all)].filter(isNew).slice(0, MOST) };
};
