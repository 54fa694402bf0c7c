import type { Source } from '../../answer/citation.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { parentOf } from '../../answer/task-sources.ts';
import type { Computed } from '../../types.ts';
import type { Property } from '../../values.ts';
import { answerOf } from './things.ts';

interface Row {
  readonly line: string;
  /** Each piece is quoted by itself: the front page and the footer lie apart. */
  readonly sources: readonly Source[];
  readonly computed?: readonly Computed[];
}

const HEAD_OF_TITLE = 12;

const countsOf = ({ plan }: Desk): readonly Computed[] =>
  [plan.actions, plan.tasks, plan.indicators, plan.safeguards].map((list) => counted(list.length, '按条款计数', ['3']));

const attachment = ({ plan, say, cite }: Desk): Row | undefined => {
  const pattern = /附\s*件[：:]\s*(《[^》]+》\s*\S*)/u;
  const found = plan.clauses.find(({ text }) => pattern.test(text));
  const value = (pattern.exec(found?.text ?? '')?.[1] ?? '').replace(/附件《.*$/u, '').replace(/\s+/g, '');
  return found && value !== ''
    ? { line: say('docAttachment', { value }), sources: [cite(found.id, value), cite('0')] }
    : undefined;
};

/** One property of the document, with the lines that print it; undefined for what a document does not have. */
const rowOf = (property: Property, desk: Desk): Row | undefined => {
  const { plan, say, cite } = desk;
  const doc = plan.document;
  const front = (...pieces: readonly string[]): readonly Source[] =>
    pieces.filter((piece) => piece !== '').map((piece) => cite('0', piece));
  const period = `（${doc.period[0]}—${doc.period[1]}年）`;
  switch (property) {
    case 'title':
      return { line: say('docTitle', { value: doc.title }), sources: front(doc.title.slice(0, HEAD_OF_TITLE), period) };
    case 'number':
      return { line: say('docNumber', { value: doc.number }), sources: front(doc.number) };
    case 'dated':
      return {
        line: say('docDated', { value: doc.dated, printed: doc.printed }),
        sources: front(doc.dated, `${doc.printed}印发`),
      };
    case 'issuer':
      return { line: say('docIssuer', { value: doc.issuer }), sources: front(doc.issuer, doc.number) };
    case 'addressees':
      return doc.addressees === ''
        ? undefined
        : { line: say('docAddressees', { value: doc.addressees }), sources: front(doc.addressees) };
    case 'copies':
      return { line: say('docCopies', { value: doc.copies.join('') }), sources: front(...doc.copies) };
    case 'period':
    case 'deadline':
      return {
        line: say('docPeriod', { from: doc.period[0], to: doc.period[1] }),
        sources: front(period, doc.title.slice(0, HEAD_OF_TITLE)),
      };
    case 'attachment':
      return attachment(desk);
    case 'summary':
      return {
        line: say('docOverview', {
          actions: plan.actions.length,
          tasks: plan.tasks.length,
          indicators: plan.indicators.length,
          safeguards: plan.safeguards.length,
        }),
        sources: front(doc.number),
        computed: countsOf(desk),
      };
    case 'content':
    case 'original':
    case 'source':
    case 'target':
    case 'goal':
    case 'measures':
    case 'amount':
    case 'definition':
      return undefined;
  }
};

/** Properties of the document itself; what it does not have is said so. */
export const phraseDocument = (properties: readonly Property[], desk: Desk): Draft => {
  const rows = properties.flatMap((property) => rowOf(property, desk) ?? []);
  const sources = rows.flatMap((row) => row.sources);
  if (sources.length === 0) return { status: 'not_found', lines: [desk.say('notFoundPlain')], related: [] };
  return {
    status: 'answered',
    lines: rows.map(({ line }) => line),
    citations: sources,
    computed: rows.flatMap(({ computed }) => computed ?? []),
  };
};

/** What the plan is about: its actions with the number of their tasks, its indicators. */
export const phraseSummary = (desk: Desk): Draft => {
  const { plan, say, name, cite, language } = desk;
  const { actions, tasks, indicators, document: doc } = plan;
  const stop = language === 'en' ? ', ' : '、';
  return answerOf({
    lines: [
      say('summaryHead', {
        title: doc.title,
        number: doc.number,
        actions: actions.length,
        tasks: tasks.length,
        indicators: indicators.length,
      }),
      ...actions.map((action) =>
        say('summaryAction', { number: action.number, title: name.action(action), count: action.tasks.length }),
      ),
      ...(indicators.length > 0
        ? [say('summaryIndicators', { list: indicators.map((one) => name.indicator(one)).join(stop) })]
        : []),
    ],
    citations: [
      cite('0', doc.title.slice(0, HEAD_OF_TITLE)),
      cite('0', `（${doc.period[0]}—${doc.period[1]}年）`),
      ...actions.map(({ goal }) => cite(goal)),
      ...indicators.map(({ clause }) => cite(clause)),
      ...(indicators[0] ? [cite(parentOf(indicators[0].clause))] : []),
    ],
    computed: [
      ...countsOf(desk),
      ...actions.flatMap((action) => [
        counted(action.tasks.length, '该行动下的任务数', [action.goal]),
        counted(action.number, '行动的序号', [action.goal]),
      ]),
    ],
  });
};
