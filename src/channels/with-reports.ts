import { compose } from '../answer/compose.ts';
import { counted, type Desk } from '../answer/draft.ts';
import { partsOf } from '../answer/parts.ts';
import { createSay } from '../answer/phrases.ts';
import { bodyCitation } from '../answer/task-sources.ts';
import { inChina } from '../china-time.ts';
import { once } from '../once.ts';
import type { Lang } from '../read/lang.ts';
import { unitsIn, withoutNames, yearsNamed } from '../read/list-request.ts';
import { normalisePlain } from '../read/normalise.ts';
import { createProgressReader, type State } from '../read/progress-asked.ts';
import type { Report, Reports } from '../store/reports.ts';
import type { Answer, Ask, Computed, Language, Plan, Question, Task } from '../types.ts';
import type { Progress } from '../worklists/progress.ts';
import { planDesk } from './api/plan-desk.ts';
import { type AskedPlan, type AskedPlans, answeringPlan, mayBeAsked } from './asked-plans.ts';

/** What answering questions about progress needs. */
export interface ReportsParts {
  readonly plans: AskedPlans;
  readonly reports: Pick<Reports, 'has' | 'latest'>;
  /** The words of asking, read with the first question. */
  readonly lang: () => Pick<Lang, 'progress'>;
}

const OF: Readonly<Record<Exclude<State, 'any' | 'person'>, readonly Progress[]>> = {
  idle: ['未启动'],
  going: ['推进中'],
  done: ['已完成'],
  late: ['滞后'],
  open: ['未启动', '推进中', '滞后'],
};

const WORDS_EN: Readonly<Record<Progress, string>> = {
  未启动: 'not started',
  推进中: 'in progress',
  已完成: 'completed',
  滞后: 'behind schedule',
};

/** 2026年11月29日; in English 2026-11-29. */
const dayIn = (at: number, language: Language): string => {
  const day = inChina(at);
  if (language === 'en') return day.toISOString().slice(0, 10);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
};

const progressIn = (progress: string, language: Language): string =>
  language === 'en' ? (WORDS_EN[progress as Progress] ?? progress) : progress;

interface Telling {
  readonly desk: Desk;
  readonly tasks: ReadonlyMap<number, Task>;
}

const valuesOf = ({ unit, task, person, progress, at }: Report, { desk, tasks }: Telling) => {
  const { say, language } = desk;
  return {
    ...{ unit, task, day: dayIn(at, language), title: tasks.get(task)?.body.title ?? '' },
    progress: progress === '' ? say('reportedNothing') : progressIn(progress, language),
    person: person === '' ? '' : say('reportedBy', { person }),
  };
};

/** Figures of days and names are what was reported, and no figures of the plan. */
const reportedFigures = (lines: readonly string[]): readonly Computed[] =>
  [...new Set(lines.join(' ').match(/\d+(?:\.\d+)?/gu) ?? [])].map((figure) => counted(Number(figure), '单位填报', []));

/** The words of a state in the asker's language; none where any will do. */
const wordsOf = (state: State, language: Language): readonly string[] =>
  state === 'any' || state === 'person' ? [] : OF[state].map((one) => progressIn(one, language));

const isOf = ({ progress, person }: Report, state: State): boolean => {
  if (state === 'any') return true;
  return state === 'person' ? person !== '' : OF[state].some((one) => one === progress);
};

const linesOf = (picked: readonly Report[], state: State, telling: Telling): readonly string[] => {
  const { say, language } = telling.desk;
  const [only, another] = picked;
  if (only && !another) return [say('reportedOne', valuesOf(only, telling))];
  const count = new Set(picked.map(({ task }) => task)).size;
  const words = wordsOf(state, language);
  const head =
    words.length === 0 ? say('reportedAll', { count }) : say('reportedList', { progress: words.join('、'), count });
  return [head, ...picked.map((report) => say('reportedLine', valuesOf(report, telling)))];
};

interface Asked {
  readonly state: State;
  readonly reports: readonly Report[];
  readonly plan: Plan;
  readonly language: Language;
}

/** Kinds of answer that only say what is meant. */
const NAMING = ['list', 'content'];

/** Both in one layout: what was reported, what the plan says, then notes, what is folded, and the plan's sources. */
const textOf = (told: Answer, rest: Answer): string => {
  const [own, plan] = [partsOf(told), partsOf(rest)];
  const say = createSay(rest.language);
  return [
    ...[own.head, ...own.lines, plan.head, ...plan.lines, ...own.notes, ...plan.notes],
    ...(plan.details.length > 0 ? [say('details'), ...plan.details] : []),
    ...[...plan.sources, ...(plan.footer === '' ? [] : [plan.footer])],
  ].join('\n');
};

/** What units reported, and below it what the plan says of the rest of the question. */
const joined = (told: Answer, rest: Answer): Answer => {
  const [first, ...others] = told.citations;
  if (!first || rest.status !== 'answered') return told;
  const known = new Set(told.citations.map(({ clause, quote }) => `${clause} ${quote}`));
  const more = rest.citations.filter(({ clause, quote }) => !known.has(`${clause} ${quote}`));
  return {
    ...{ ...rest, kind: told.kind, text: textOf(told, rest), citations: [first, ...others, ...more] },
    computed: [...told.computed, ...rest.computed],
    tasks: [...new Set([...told.tasks, ...rest.tasks])],
  };
};

/** The answer that units gave; each report says whose it is and of which day. */
const tell = ({ state, reports, plan, language }: Asked): Answer => {
  const desk: Desk = { ...planDesk(plan), language, say: createSay(language) };
  const telling = { desk, tasks: new Map(plan.tasks.map((task) => [task.number, task])) };
  const picked = reports.filter((report) => isOf(report, state));
  const cited = picked.length > 0 ? picked : reports;
  const numbers = [...new Set(cited.map(({ task }) => task))];
  const words = wordsOf(state, language).join('、');
  const told =
    picked.length > 0
      ? linesOf(picked, state, telling)
      : [desk.say('reportedNone', { progress: words, count: numbers.length })];
  const lines = [...told, desk.say('note', { text: desk.say('reportedNotice') })];
  const citations = numbers.flatMap((number) => {
    const task = telling.tasks.get(number);
    return task ? [bodyCitation(desk, task)] : [];
  });
  const tasks = [...new Set(picked.map(({ task }) => task))];
  return compose(
    'reported',
    { status: 'answered', lines, citations, tasks, brief: true, computed: reportedFigures(told) },
    desk,
  );
};

/** An ask that answers questions about progress from what units reported; without reports as before, word by word. */
export const withReports = (ask: Ask, { plans, reports, lang }: ReportsParts): Ask => {
  const reader = once(() => createProgressReader(lang().progress));

  /** The reports that a question asks about; none where it asks about something else. */
  const meantBy = (rest: string, question: Question, { id, bot: { plan } }: AskedPlan): readonly Report[] => {
    const units = unitsIn(rest, plan);
    const years = yearsNamed(rest, plan, question.year);
    const all = reports.latest(id).filter((one) => plan.tasks.some(({ number }) => number === one.task));
    const own = all
      .filter(({ unit }) => units.length === 0 || units.includes(unit))
      .filter(({ year }) => years.length === 0 || year === undefined || years.includes(year));
    if (reader().isBeside(withoutNames(rest, plan))) {
      if (units.length > 0 || question.history.length === 0) return own;
    }
    const answer = ask({ ...question, text: rest });
    return answer.status === 'answered' ? own.filter(({ task }) => answer.tasks.includes(task)) : [];
  };

  const answered = (question: Question): Answer | undefined => {
    const may = mayBeAsked(plans, question.plans);
    const printed = (words: string): boolean =>
      may.some(({ bot }) => bot.plan.clauses.some(({ text }) => text.includes(words)));
    const asked = reader().asked(question.text, printed);
    // The words first: most questions ask for something else, and there may be a thousand plans to look up.
    if (!asked || !may.some(({ id }) => reports.has(id))) return undefined;
    const meant =
      plans.meant(question)?.plan ?? answeringPlan(ask({ ...question, text: asked.rest }), plans) ?? plans.lead();
    if (!meant || !reports.has(meant.id)) return undefined;
    const found = meantBy(asked.rest, question, meant);
    const { language } = normalisePlain(question.text);
    const { state } = asked;
    if (state === 'person' && found.every(({ person }) => person === '')) return undefined;
    if (found.length === 0) return undefined;
    const told = tell({ state, reports: found, plan: meant.bot.plan, language });
    const rest = ask(state === 'person' ? question : { ...question, text: asked.rest });
    const more = state === 'person' || (rest.tasks.length === 1 && !NAMING.includes(rest.kind));
    return more ? joined(told, rest) : told;
  };

  return (question) => answered(question) ?? ask(question);
};
