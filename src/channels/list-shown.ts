import { partsOf } from '../answer/parts.ts';
import { ownLang } from '../bot.ts';
import { once } from '../once.ts';
import { unitsIn, yearsNamed } from '../read/list-request.ts';
import { createShownRequest, type ShownRequest } from '../read/lists-shown.ts';
import type { Answer, Ask, Plan, Question } from '../types.ts';
import type { WorklistFilter } from '../worklists/worklist.ts';
import { worklistOf } from '../worklists/worklist-of.ts';
import { type AskedPlan, type AskedPlans, answeringPlan, mayBeAsked } from './asked-plans.ts';

/** A list that was shown: what was asked, of which plan, and what its file is made of. */
export interface ShownList {
  readonly question: string;
  readonly history: readonly string[];
  readonly of: AskedPlan;
  readonly answer: Answer;
  readonly filter: WorklistFilter;
}

const requestOf = once(() => createShownRequest(ownLang()));

const NUMBERED = /^(\d+)\. /u;
const SHORTEST_LIST = 2;
/** How the line above a list ends. */
const HEAD_END = /[：:]$/u;
/** In `understood.said`: what the list is of stands before it. */
const COLON = /[：:]/u;

/** The lines of an answer between the first and its notes and sources. */
const linesOf = (answer: Answer): readonly string[] => {
  const { lines, details } = partsOf(answer);
  return [...lines, ...details].filter((line) => !answer.notices.some(({ text }) => line.includes(text)));
};

/** Are the lines the tasks themselves, and not units with the numbers of theirs? */
const listsTasks = ({ tasks }: Answer, lines: readonly string[]): boolean => {
  const numbers = lines.flatMap((line) => NUMBERED.exec(line)?.[1] ?? []).map(Number);
  const own = numbers.every((number) => tasks.includes(number));
  return tasks.length > 0 && own && (numbers.length > 0 || lines.length < SHORTEST_LIST || tasks.length === 1);
};

const aboutOf = ({ language, understood: { said } }: Answer): string | undefined => {
  const about = said.split(COLON)[0]?.trim() ?? '';
  return language === 'en' || about === '' ? undefined : about;
};

/** The one unit that the list speaks of, where every task of it concerns the unit. */
const unitOf = (tasks: readonly number[], text: string, plan: Plan): string | undefined => {
  const [unit, another] = unitsIn(text, plan);
  if (unit === undefined || another !== undefined) return undefined;
  const list = worklistOf(plan, { unit, tasks }, 0);
  if (list.kind !== 'worklist') return undefined;
  const listed = new Set(list.lists.flatMap(({ rows }) => rows.map(({ task }) => task)));
  return tasks.every((task) => listed.has(task)) ? unit : undefined;
};

/** What the file of an answer is made of: its tasks with unit and year, or its lines; undefined where it lists nothing. */
export const filterOf = (answer: Answer, question: string, plan: Plan): WorklistFilter | undefined => {
  if (answer.status !== 'answered') return undefined;
  const [lines, about] = [linesOf(answer), aboutOf(answer)];
  if (listsTasks(answer, lines)) {
    const { tasks } = answer;
    const [year, another] = yearsNamed(question, plan);
    const unit = unitOf(tasks, `${answer.understood.said} ${question}`, plan);
    return { unit, year: another === undefined ? year : undefined, tasks, about };
  }
  const headed = HEAD_END.test(answer.text.split('\n')[0] ?? '');
  return headed && lines.length >= SHORTEST_LIST ? { lines, about: about ?? question } : undefined;
};

interface Asking {
  readonly ask: Ask;
  readonly plans: AskedPlans;
}

/** The list of a question in its conversation. */
export const listOfQuestion = (asked: Question, { ask, plans }: Asking): ShownList | undefined => {
  const answer = ask(asked);
  const of = answeringPlan(answer, plans);
  const filter = of && filterOf(answer, asked.text, of.bot.plan);
  return of && filter && { question: asked.text, history: asked.history, of, answer, filter };
};

/** Reads 发个表, 导出, excel and the like, which name no list. Undefined for anything else. */
export const shownRequest = ({ text, year, plans: ids }: Question, plans: AskedPlans): ShownRequest | undefined => {
  const [first] = mayBeAsked(plans, ids);
  return first && requestOf()(text, first.bot.plan, year);
};

/** How far back a list is looked for. */
const MOST_BACK = 5;

/** The list that was shown last in a conversation, passing over requests for its file. */
export const lastShown = (asked: Question, asking: Asking): ShownList | undefined => {
  const { history } = asked;
  for (let at = history.length - 1; at >= Math.max(0, history.length - MOST_BACK); at -= 1) {
    const before = { text: history[at] ?? '', history: history.slice(0, at), year: asked.year, plans: asked.plans };
    if (shownRequest(before, asking.plans)) continue;
    const found = listOfQuestion(before, asking);
    if (found) return found;
  }
  return undefined;
};

/** The earlier questions without which the list would be another; none where it says all itself. */
export const historyNeeded = ({ question, history, filter, of }: ShownList, { ask, plans }: Asking) => {
  const alone = listOfQuestion({ text: question, history: [], plans: [of.id] }, { ask, plans });
  return JSON.stringify(alone?.filter) === JSON.stringify(filter) ? [] : history;
};
