import { meantBy } from '../../plan/named-units.ts';
import type { Ask } from '../../types.ts';
import type { AskedPlan, AskedPlans } from '../asked-plans.ts';
import { examplesOf } from '../examples.ts';
import { pathsOf, type Samples } from './openapi-paths.ts';
import { componentSchemas } from './openapi-schemas.ts';
import type { OpenApiDocument } from './openapi-types.ts';

/** What the document is made of. */
export interface OpenApiOptions {
  readonly plans: AskedPlans;
  readonly ask: Ask;
  /** Of the program. */
  readonly version: string;
}

/** Examples of the plan that is asked first, with the bot's own answer. */
const samplesOf = ({ plans, ask }: OpenApiOptions): Samples => {
  const [first, another] = plans.list();
  if (!first) throw new Error('no plan is in force');
  const { plan } = first.bot;
  const question = examplesOf(plans.list(), plans.lead() !== undefined)[0] ?? '';
  return {
    ...{ question, answer: ask({ text: question, history: [] }) },
    ...(another && { plan: first.id }),
    unit: meantBy(plan.tasks[0]?.body.responsible ?? [])[0] ?? '',
    year: plan.document.period[0],
    action: plan.actions[0]?.number ?? 1,
  };
};

const MOST_TITLES = 8;

/** The plans by title and number; of many, some. */
const titlesOf = (plans: readonly AskedPlan[]): string => {
  const titles = plans.slice(0, MOST_TITLES).map(({ title, bot }) => {
    const { number } = bot.plan.document;
    return number === '' ? `《${title}》` : `《${title}》（${number}）`;
  });
  return `${titles.join('、')}${plans.length > MOST_TITLES ? `等${plans.length}个计划` : ''}`;
};

const idSchema = { type: 'string', pattern: '^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$' } as const;

const INTRODUCTION = [
  '一切回答都引自计划原文：每条出处有条款号、引用写法、逐字引文和行号；计划没写的，回答说没写。',
  '错误一律是 `{"error":{"code","message"}}`，message 写明怎么办；没有的地址是 404 `not_found`，方法不对是 405 `method_not_allowed`。',
  'Every answer is looked up in one plan and cites its clauses verbatim. Errors are `{"error":{"code","message"}}` with the remedy.',
];

/** The OpenAPI 3.1 document of the API, built from the schemas by which the program itself reads and answers. */
export const openApiDocument = (options: OpenApiOptions): OpenApiDocument => {
  return {
    openapi: '3.1.1',
    info: {
      title: '问计 API',
      version: options.version,
      description: [titlesOf(options.plans.list()), ...INTRODUCTION].join('\n'),
    },
    servers: [{ url: '/', description: '本机。This server.' }],
    tags: [
      { name: '问答', description: '提问与回答。Questions and answers.' },
      { name: '工作清单', description: '导出为文件。Lists as files.' },
      { name: 'MCP', description: '供智能助手调用。For assistants.' },
      { name: '运行', description: '供运维使用。For whoever runs it.' },
      { name: '文档', description: '本文档。This document.' },
    ],
    paths: pathsOf(samplesOf(options)),
    components: {
      schemas: componentSchemas(),
      parameters: {
        RequestId: {
          ...{ name: 'x-request-id', in: 'header', required: false, schema: idSchema },
          description: '请求编号，写进日志并原样带回；不合规的另给一个。Kept in the log and sent back.',
        },
      },
      headers: {
        RequestId: { description: '请求编号。Id of the request, for looking it up in the log.', schema: idSchema },
      },
    },
  };
};
