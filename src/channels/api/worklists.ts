import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import type { Plan } from '../../types.ts';
import { unknownAction, unknownFormat, unknownYear, type WorklistFault } from '../../worklists/faults.ts';
import { WORKLIST_FORMATS, type Worklist, type WorklistFilter, type WorklistFormat } from '../../worklists/worklist.ts';
import { type WorklistFile, worklistFile } from '../../worklists/worklist-file.ts';
import { worklistOf } from '../../worklists/worklist-of.ts';
import type { AskedPlans } from '../asked-plans.ts';
import { createLimiter } from './limiter.ts';
import { idsOf } from './plan-given.ts';

/** What the route needs. `now` gives milliseconds since the epoch. */
export interface WorklistServices {
  readonly plans: AskedPlans;
  readonly now: () => number;
}

/** Files that are made at a time, and requests that wait for theirs. */
const LIMITS = { running: 4, waiting: 100 } as const;
const PARAMETERS = ['plan', 'unit', 'year', 'action', 'format'] as const;
const LONGEST_VALUE = 64;
const LONGEST_PLAN = 128;

const value = z.string().max(LONGEST_VALUE);

/** The parameters of `GET /api/worklists`, each at most once; an empty one counts as left out. */
export const worklistQuerySchema = z.strictObject({
  plan: z.string().max(LONGEST_PLAN).optional().describe('计划的标识；不填为先问的那个计划'),
  unit: value.optional().describe('单位：规范名、全称或其他叫法，也可以是统称；不填为全部单位'),
  year: value.optional().describe('计划期内的年份，四位数；不填为全部年份'),
  action: value.optional().describe('重点行动的序号；不填为全部行动'),
  format: value.optional().describe(`${WORKLIST_FORMATS.join('、')}；不填为 ${WORKLIST_FORMATS[0]}`),
});

const refuse = ({ kind, message }: WorklistFault): CodedError => new CodedError(kind, message);

type Given = Readonly<Record<(typeof PARAMETERS)[number], string | undefined>>;

const readQuery = (query: unknown): Given => {
  const read = worklistQuerySchema.safeParse(query);
  if (!read.success)
    throw new CodedError(
      'bad_request',
      `只接受 ${PARAMETERS.join('、')} 五个参数，每个至多一次、${LONGEST_VALUE} 字以内。`,
    );
  const given = (name: keyof Given) => read.data[name]?.trim() || undefined;
  return {
    plan: given('plan'),
    unit: given('unit'),
    year: given('year'),
    action: given('action'),
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

const readFilter = ({ unit, year, action }: Given, plan: Plan): WorklistFilter => ({
  unit,
  year: numberIn(year, /^\d{4}$/, (text) => unknownYear(text, plan)),
  action: numberIn(action, /^\d{1,3}$/, (text) => unknownAction(text, plan)),
});

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

/** `GET /api/worklists?plan=&unit=&year=&action=&format=xlsx|csv|json` → the list as a file. */
export const worklistRoute =
  ({ plans, now }: WorklistServices): FastifyPluginAsync =>
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
      const plan = planIn(given, plans);
      const worklist = worklistOf(plan, readFilter(given, plan), now());
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
