import { ALWAYS, json, REQUEST_ID, refusals, response } from './openapi-responses.ts';
import { ERROR_CODES } from './openapi-schemas.ts';
import type { JsonSchema, Operation, Parameter } from './openapi-types.ts';

/** What the examples show, taken from the plan that is served. */
export interface ListSamples {
  /** The id of a plan, where there are several. */
  readonly plan?: string;
  readonly unit: string;
  readonly year: number;
  readonly action: number;
}

const query = (name: string, description: string, schema: JsonSchema): Parameter => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const FILE: JsonSchema = { type: 'string', contentEncoding: 'binary' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lists as files. */
export const worklists = ({ plan, unit, year, action }: ListSamples): Operation => ({
  operationId: 'worklist',
  tags: ['工作清单'],
  summary: '工作清单 · A work list as a file',
  description: [
    '按单位、年份、重点行动导出工作清单；条件可以并用，都不填即全部任务；或者导出一个问题的回答所列的清单（question）。表里留有责任人、进展两列供单位填写。',
    'Exports the tasks of a unit, a year, an action, or all of them, or the list that answers a question.',
  ].join('\n'),
  parameters: [
    {
      ...query('plan', '计划的标识；只有一个计划时不填。Id of the plan; needed where there are several.', {
        ...{ type: 'string', minLength: 1 },
      }),
      ...(plan !== undefined && { example: plan }),
    },
    {
      ...query('unit', '单位，任何一种叫法。The unit, by any of its names.', { type: 'string', minLength: 1 }),
      example: unit,
    },
    { ...query('year', '年份，须在计划期内。A year of the plan.', { type: 'integer' }), example: year },
    {
      ...query('action', '重点行动的序号。Number of the action.', { type: 'integer', minimum: 1 }),
      example: action,
    },
    query('tasks', '只列这些任务：编号，用逗号隔开。Only these tasks, by number.', { type: 'string' }),
    query('question', '导出这个问题的回答所列的清单。The list that answers this question.', { type: 'string' }),
    query('history', 'question 之前问过的，最早的在前，可以有几个。Questions before it, oldest first.', {
      ...{ type: 'array', items: { type: 'string' }, maxItems: 10 },
    }),
    query('format', '文件格式，默认 xlsx。Format of the file.', {
      ...{ type: 'string', enum: ['xlsx', 'csv', 'json'], default: 'xlsx' },
    }),
    REQUEST_ID,
  ],
  responses: {
    '200': response('清单。文件名在 content-disposition 里。The list; its name is in content-disposition.', {
      [XLSX]: { schema: FILE },
      'text/csv': { schema: { type: 'string' } },
      ...json('WorkList'),
    }),
    ...refusals(
      ...ERROR_CODES.filter((code) => code.startsWith('worklist_')),
      ...(['bad_request', 'channel_busy'] as const),
      ...ALWAYS,
    ),
  },
});

/** Filled lists that come back. */
export const progress = (): Operation => ({
  operationId: 'progress',
  tags: ['工作清单'],
  summary: '交回填好的清单 · A filled list comes back',
  description: [
    '把填了责任人、进展的 xlsx 作为请求体（或表单的 file）交回；请求头 authorization 写 Bearer 和管理令牌。按单位、年份、日期记在计划旁边，全部保存或一行不存；之后问进展，答的是某单位某日填报。',
    'Send the filled xlsx as the body, or as `file` of a form, with the administrator’s token. All of it is kept or nothing.',
  ].join('\n'),
  parameters: [
    query('plan', '计划的标识；不填按清单上的计划名。Id of the plan.', { type: 'string' }),
    query('unit', '填报单位；不填按清单末行。Who reports.', { type: 'string' }),
    REQUEST_ID,
  ],
  requestBody: {
    required: true,
    description: '填好的清单。The filled list.',
    content: {
      [XLSX]: { schema: FILE },
      'multipart/form-data': { schema: { type: 'object', properties: { file: FILE } } },
    },
  },
  responses: {
    '200': response('已保存。Kept.', json('Progress')),
    ...refusals(
      ...ERROR_CODES.filter((code) => code.startsWith('progress_')),
      ...(['bad_request', 'body_too_large', 'import_broken', 'import_too_large', 'import_zip_bomb'] as const),
      ...(['storage_failed'] as const),
      ...ALWAYS,
    ),
  },
});
