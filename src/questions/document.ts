import { counted, type Draft } from '../answer/draft.ts';
import type { Intent, PlanDocument } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const ASKED: readonly Intent[] = ['number', 'dated', 'copies', 'issuer', 'title', 'period', 'overview'];

/** 有哪几项任务 asks of what was spoken of before; 一共几项任务 of the plan. */
const OF_THE_WHOLE = /一共|总共|共|整个|全文|计划|方案|行动|多少|how many/u;

/** 一共几个行动 is asked of the plan after whatever; 一共几项任务, after an action, of that. */
const NAMES_THE_WHOLE = /行动|计划|方案|全文|整个|\bplan\b|\bactions\b/u;

const hasSubject = (subject: string): boolean => subject.replace(/计划|方案|文件|通知|的|是|正式|\s+/g, '').length > 1;

/** The document itself: title, number, dates, issuer, who gets a copy, its period and its parts. */
export const document = kind<{ readonly asked: readonly Intent[]; readonly document: PlanDocument }>({
  name: 'document',
  whole: (query) => !asks(query, 'overview') || NAMES_THE_WHOLE.test(query.reading.text),
  examples: [
    '这个行动计划的文号是多少？',
    '计划什么时候印发的',
    '抄送给哪些单位',
    '谁印发的',
    '文件全称是什么',
    '计划期限到哪一年',
    '一共有几个行动、多少项任务',
    '几号文',
    '发文机关是哪个',
    '成文日期',
    '文件是哪天发布的',
    '抄送单位有哪些',
    '这份计划管到哪年',
    '总共多少项任务',
    '计划一共几个行动',
    'What is the document number?',
    'when was the plan issued',
    '落款日期是哪天',
    '计划什么时候到期',
    '这个文件的名称',
  ],
  others: ['整个计划由谁牵头', '实施保障有哪几条', '曲江文化产业指数什么时候发布', '主要指标有哪几个'],
  find: (query, { plan }) => {
    const asked = ASKED.filter(
      (intent) => query.intents.has(intent) && (intent !== 'overview' || OF_THE_WHOLE.test(query.reading.text)),
    );
    if (
      asked.length === 0 ||
      query.units.length +
        query.unknownUnits.length +
        query.tasks.length +
        query.indicators.length +
        query.actions.length >
        0
    )
      return undefined;
    return hasSubject(query.subject) && query.confidence === 'clear' ? undefined : { asked, document: plan.document };
  },
  phrase: ({ asked, document: doc }, { say, cite, plan }): Draft => {
    const parts = {
      title: { line: say('docTitle', { value: doc.title }), pieces: [doc.title.slice(0, 15)] },
      number: { line: say('docNumber', { value: doc.number }), pieces: [doc.number] },
      dated: {
        line: say('docDated', { value: doc.dated, printed: doc.printed }),
        pieces: [doc.dated, `${doc.printed}印发`],
      },
      copies: { line: say('docCopies', { value: doc.copies.join('') }), pieces: doc.copies },
      issuer: { line: say('docIssuer', { value: doc.issuer }), pieces: [doc.issuer] },
      period: {
        line: say('docPeriod', { from: doc.period[0], to: doc.period[1] }),
        pieces: [`（${doc.period[0]}—${doc.period[1]}年）`],
      },
      overview: {
        line: say('docOverview', {
          actions: plan.actions.length,
          tasks: plan.tasks.length,
          indicators: plan.indicators.length,
          safeguards: plan.safeguards.length,
        }),
        pieces: [doc.number],
      },
    };
    const rows = asked.flatMap((intent) => (intent in parts ? [parts[intent as keyof typeof parts]] : []));
    const counts = [plan.actions, plan.tasks, plan.indicators, plan.safeguards].map((list) =>
      counted(list.length, '按条款计数', ['3']),
    );
    return {
      status: 'answered',
      lines: rows.map(({ line }) => line),
      citations: [
        ...cite.runs('0', ...rows.flatMap(({ pieces }) => pieces)),
        cite('0', doc.title.slice(0, 15), `（${doc.period[0]}—${doc.period[1]}年）`),
      ],
      computed: asked.includes('overview') ? counts : [],
    };
  },
});
