import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import type { Ask, Plan } from '../../types.ts';
import { unknownAction, unknownFormat, unknownTask, unknownYear, type WorklistFault } from '../../worklists/faults.ts';
import { WORKLIST_FORMATS, type Worklist, type WorklistFilter, type WorklistFormat } from '../../worklists/worklist.ts';
import { type WorklistFile, worklistFile } from '../../worklists/worklist-file.ts';
import { worklistOf } from '../../worklists/worklist-of.ts';
import type { AskedPlans } from '../asked-plans.ts';
import { listOfQuestion } from '../list-shown.ts';
import { questionFault } from '../question-fault.ts';
import { createLimiter } from './limiter.ts';
import { idsOf } from './plan-given.ts';

/** What the route needs. `now` gives milliseconds since the epoch. */
export interface WorklistServices {
  readonly plans: AskedPlans;
  /** By which the list of a question is found. */
  readonly ask: Ask;
  readonly now: () => number;
}

/** Files that are made at a time, and requests that wait for theirs. */
const LIMITS = { running: 4, waiting: 100 } as const;
const PARAMETERS = ['plan', 'unit', 'year', 'action', 'tasks', 'question', 'format'] as const;
/** A question, and how many before it. */
const [LONGEST_QUESTION, MOST_EARLIER] = [400, 10];
const MOST_TASKS = 400;
const LONGEST_VALUE = 64;
const LONGEST_PLAN = 128;

const value = z.string().max(LONGEST_VALUE);

/** The parameters of `GET /api/worklists`, each at most once; an empty one counts as left out. */
export const worklistQuerySchema = z.strictObject({
  plan: z.string().max(LONGEST_PLAN).optional().describe('计划的标识；不填为先问的那个计划'),
  unit: value.optional().describe('单位：规范名、全称或其他叫法，也可以是统称；不填为全部单位'),
  year: value.optional().describe('计划期内的年份，四位数；不填为全部年份'),
  action: value.optional().describe('重点行动的序号；不填为全部行动'),
  tasks: z.string().max(MOST_TASKS).optional().describe('只列这些任务：编号，用逗号隔开'),
  question: z
    .string()
    .max(LONGEST_QUESTION)
    .optional()
    .describe('导出这个问题的回答所列的清单；不与 unit、action、tasks 同用'),
  history: z
    .union([z.string().max(LONGEST_QUESTION), z.array(z.string().max(LONGEST_QUESTION)).max(MOST_EARLIER)])
    .optional()
    .describe('question 之前问过的，最早的在前；可以有几个'),
  format: value.optional().describe(`${WORKLIST_FORMATS.join('、')}；不填为 ${WORKLIST_FORMATS[0]}`),
});

const refuse = ({ kind, message }: WorklistFault): CodedError => new CodedError(kind, message);

type Given = Readonly<Record<(typeof PARAMETERS)[number], string | undefined>> & {
  readonly history: readonly string[];
};

const readQuery = (query: unknown): Given => {
  const read = worklistQuerySchema.safeParse(query);
  if (!read.success)
    throw new CodedError(
      'bad_request',
      `只接受 ${PARAMETERS.join('、')}、history，除 history 外每个至多一次，不过长。`,
    );
  const given = (name: (typeof PARAMETERS)[number]) => read.data[name]?.trim() || undefined;
  return {
    plan: given('plan'),
    unit: given('unit'),
    year: given('year'),
    action: given('action'),
    tasks: given('tasks'),
    question: given('question'),
    history: [read.data.history ?? []].flat(),
    format: given('format'),
  };
};

/** A whole number without sign; anything else is no year and no action. */
const numberIn = (text: string | undefined, pattern: RegExp, fault: (text: string) => WorklistFault) => {
  if (text === undefined) return undefined;
  if (!pattern.test(text)) throw refuse(fault(text));
  return Number(text);
};

/** The plan that is named, or the one that is asked where none is. */
const planIn = ({ plan: id }: Given, plans: AskedPlans): Plan => {
  const plan = id === undefined ? plans.lead() : plans.get(id);
  if (plan) return plan.bot.plan;
  const fault = id === undefined ? '有几个计划' : '没有这个计划';
  throw new CodedError('worklist_plan', `${fault}，现有：${idsOf(plans)}。`);
};

const tasksIn = (tasks: string | undefined, plan: Plan): readonly number[] | undefined =>
  tasks?.split(/[,，、]/).map((text) => numberIn(text.trim(), /^\d{1,4}$/, (wrong) => unknownTask(wrong, plan)) ?? 0);

const readFilter = ({ unit, year, action, tasks }: Given, plan: Plan): WorklistFilter => ({
  unit,
  year: numberIn(year, /^\d{4}$/, (text) => unknownYear(text, plan)),
  action: numberIn(action, /^\d{1,3}$/, (text) => unknownAction(text, plan)),
  ...(tasks !== undefined && { tasks: tasksIn(tasks, plan) }),
});

/** Which plan, and what of it: as the parameters say, or as the answer to the question lists. */
const wanted = (
  given: Given,
  { plans, ask }: WorklistServices,
): { readonly plan: Plan; readonly filter: WorklistFilter } => {
  const { question, history, plan: id, year } = given;
  if (question === undefined) {
    const plan = planIn(given, plans);
    return { plan, filter: readFilter(given, plan) };
  }
  if (given.unit ?? given.action ?? given.tasks) throw new CodedError('worklist_question');
  if ([question, ...history].some(questionFault)) throw new CodedError('worklist_question');
  const only = id === undefined ? {} : { plans: [planIn(given, plans).id] };
  const shown = listOfQuestion({ text: question, history, ...only }, { ask, plans });
  if (!shown) throw new CodedError('worklist_question', '这个问题的回答没有列出可以导出的清单。');
  const { plan } = shown.of.bot;
  const filter =
    year === undefined
      ? shown.filter
      : { ...shown.filter, year: readFilter({ ...given, tasks: undefined }, plan).year };
  return { plan, filter };
};

const readFormat = ({ format = WORKLIST_FORMATS[0] }: Given): WorklistFormat => {
  const known = WORKLIST_FORMATS.find((one) => one === format);
  if (!known) throw refuse(unknownFormat(format));
  return known;
};

/** RFC 5987: what `encodeURIComponent` leaves and a parameter value may not hold. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** RFC 6266: the name in UTF-8, and one for clients that know only ASCII. */
const disposition = ({ name, asciiName }: WorklistFile): string =>
  `attachment; filename="${asciiName}"; filename*=UTF-8''${encoded(name)}`;

/** `GET /api/worklists?plan=&unit=&year=&action=&tasks=&format=xlsx|csv|json`, or `?question=&history=` → the list as a file. */
export const worklistRoute =
  (services: WorklistServices): FastifyPluginAsync =>
  async (scope) => {
    const limited = createLimiter(LIMITS);
    const make = (worklist: Worklist, format: WorklistFormat): Promise<WorklistFile> => {
      const file = limited(() => worklistFile(worklist, format));
      if (!file) throw new CodedError('worklist_busy');
      return file;
    };
    scope.get('/api/worklists', async (request, reply) => {
      const given = readQuery(request.query);
      const format = readFormat(given);
      const { plan, filter } = wanted(given, services);
      const worklist = worklistOf(plan, filter, services.now());
      if (worklist.kind !== 'worklist') throw refuse(worklist);
      const started = performance.now();
      const file = await make(worklist, format);
      request.log.info({ format, bytes: file.bytes.length, ms: Math.round(performance.now() - started) }, 'work list');
      return reply
        .headers({
          'content-type': file.type,
          'content-disposition': disposition(file),
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(file.bytes);
    });
  };
