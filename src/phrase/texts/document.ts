import type { Source } from '../../answer/citation.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { citeFront, countsSaid, hasPeriod, isWhole } from '../../answer/front.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import { parentOf } from '../../answer/task-sources.ts';
import { sentencesOf, squeeze } from '../../text.ts';
import type { Computed } from '../../types.ts';
import type { Property } from '../../values.ts';
import type { Row } from './document-row.ts';
import { issuedBy } from './issuer.ts';
import { answerOf } from './things.ts';

const HEAD_OF_TITLE = 12;

const countsOf = ({ plan }: Desk): readonly Computed[] =>
  [plan.actions, plan.tasks, plan.indicators, plan.safeguards].map((list) => counted(list.length, '按条款计数', ['3']));

const attachment = (desk: Desk): Row | undefined => {
  const { plan, say, cite } = desk;
  const pattern = /附\s*件[：:]\s*(《[^》]+》\s*\S*)/u;
  const found = plan.clauses.find(({ text }) => pattern.test(text));
  const value = (pattern.exec(found?.text ?? '')?.[1] ?? '').replace(/附件《.*$/u, '').replace(/\s+/g, '');
  return found && value !== ''
    ? {
        line: say('docAttachment', { value }),
        sources: [cite(found.id, value), ...(desk.clause('0') ? [cite('0')] : [])],
      }
    : undefined;
};

/** First and last year as printed: （2023-2027年）; empty where the plan has none. */
const periodPrinted = ({ plan }: Desk): string => {
  const [from, to] = plan.document.period;
  const printed = new RegExp(`[（(]?${from}\\s*年?\\s*[-—–－~～至到]+\\s*${to}\\s*年?[）)]?`, 'u');
  return hasPeriod(plan) ? (plan.clauses.flatMap(({ text }) => printed.exec(text)?.[0] ?? [])[0] ?? '') : '';
};

/** When it is dated and when it was printed, as far as it says. */
const datedRow = (desk: Desk): Row | undefined => {
  const { dated, printed } = desk.plan.document;
  if (dated === '' && printed === '') return undefined;
  const line =
    dated !== '' && printed !== ''
      ? desk.say('docDated', { value: dated, printed })
      : desk.say(dated === '' ? 'docPrintedOnly' : 'docDatedOnly', { value: dated === '' ? printed : dated });
  return {
    line,
    sources: [...citeFront(desk, dated), ...(printed === '' ? [] : citeFront(desk, `${printed}印发`))],
  };
};

/** By whom and when it was passed on. */
const forwardedRow = (desk: Desk): Row | undefined => {
  const { forwarded } = desk.plan.document;
  return (
    forwarded && {
      line: desk.say('docForwarded', { value: forwarded.dated, issuer: forwarded.issuer }),
      sources: [...citeFront(desk, forwarded.issuer), ...citeFront(desk, forwarded.dated)],
    }
  );
};

const VALID = /[^。；\n]*有效期[^。；\n]*(?:年|月|日)[^。；\n]*[。；]?/u;

/** How long it is valid, where it names no first and last year. */
const validRow = (desk: Desk): Row | undefined => {
  const found = desk.plan.clauses.find(({ text }) => VALID.test(text));
  const text = VALID.exec(found?.text ?? '')?.[0] ?? '';
  return found && { line: desk.say('sentenceAt', { label: found.label, text }), sources: [desk.cite(found.id, text)] };
};

/** A document without a title is told by how it begins. */
const openingRow = (desk: Desk): Row | undefined => {
  const { plan, say, cite } = desk;
  const first = plan.clauses.find(({ kind, text }) => kind !== 'heading' && squeeze(text) !== '');
  const text = first && sentencesOf(first.text)[0]?.trim();
  if (!first || !text) return undefined;
  const lines = [say('docLacks', { what: say('docNameTitle') }), say('docBegins', { text })];
  return { line: lines.join('\n'), sources: [cite(first.id, text)] };
};

/** One property of the document, with the lines that print it; undefined for what a document does not have. */
const rowOf = (property: Property, desk: Desk): Row | undefined => {
  const { plan, say } = desk;
  const doc = plan.document;
  const front = (...pieces: readonly string[]): readonly Source[] => pieces.flatMap((piece) => citeFront(desk, piece));
  const period = periodPrinted(desk);
  switch (property) {
    case 'title':
      if (doc.untitled) return openingRow(desk);
      return { line: say('docTitle', { value: doc.title }), sources: front(doc.title.slice(0, HEAD_OF_TITLE), period) };
    case 'number':
      if (doc.number === '') return undefined;
      return { line: say('docNumber', { value: doc.number }), sources: front(doc.number) };
    case 'dated':
      return datedRow(desk);
    case 'issuer':
      if (doc.issuer === '') return undefined;
      return issuedBy(desk);
    case 'addressees':
      return doc.addressees === ''
        ? undefined
        : { line: say('docAddressees', { value: doc.addressees }), sources: front(doc.addressees) };
    case 'copies':
      if (doc.copies.length === 0) return undefined;
      return { line: say('docCopies', { value: doc.copies.join('') }), sources: front(...doc.copies) };
    case 'forwarded':
      return forwardedRow(desk);
    case 'period':
    case 'deadline':
      if (!hasPeriod(plan)) return validRow(desk);
      return {
        line:
          doc.period[0] === doc.period[1]
            ? say('docYear', { year: doc.period[0] })
            : say('docPeriod', { from: doc.period[0], to: doc.period[1] }),
        sources: front(period, doc.title.slice(0, HEAD_OF_TITLE)),
      };
    case 'attachment':
      return attachment(desk);
    case 'summary':
      return {
        line: !isWhole(plan)
          ? say('textCounts', { list: countsSaid(desk) })
          : say('docOverview', {
              actions: plan.actions.length,
              tasks: plan.tasks.length,
              indicators: plan.indicators.length,
              safeguards: plan.safeguards.length,
            }),
        sources: front(doc.number === '' ? doc.title.slice(0, HEAD_OF_TITLE) : doc.number),
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
    case 'scope':
      return undefined;
  }
};

const NAMES: Readonly<Partial<Record<Property, PhraseKey>>> = {
  title: 'docNameTitle',
  number: 'docNameNumber',
  dated: 'docNameDated',
  issuer: 'docNameIssuer',
  addressees: 'docNameAddressees',
  copies: 'docNameCopies',
  period: 'docNamePeriod',
};

/** 文件里没有印文号. */
const lackingLine = (property: Property, { say }: Desk): string => {
  const name = NAMES[property];
  return name ? say('docLacks', { what: say(name) }) : say('notFoundPlain');
};

/** Properties of the document itself; what it does not have is said so. */
export const phraseDocument = (properties: readonly Property[], desk: Desk): Draft => {
  const rows = properties.flatMap((property) => rowOf(property, desk) ?? []);
  const sources = rows.flatMap((row) => row.sources);
  const lacking = properties.filter((property) => rowOf(property, desk) === undefined);
  const lines = [...rows.map(({ line }) => line), ...lacking.map((property) => lackingLine(property, desk))];
  if (sources.length === 0) return { status: 'not_found', lines: [...new Set(lines)], related: [] };
  return {
    status: 'answered',
    lines,
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
    brief: true,
    lines: [
      !isWhole(plan)
        ? say('summaryPlain', { title: doc.title, list: countsSaid(desk) })
        : say('summaryHead', {
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
      ...citeFront(desk, doc.title.slice(0, HEAD_OF_TITLE)),
      ...(hasPeriod(plan) ? citeFront(desk, `（${doc.period[0]}—${doc.period[1]}年）`) : []),
      ...actions.map(({ goal }) => cite(goal)),
      ...indicators.map(({ clause }) => cite(clause)),
      ...(indicators[0] && desk.clause(parentOf(indicators[0].clause)) ? [cite(parentOf(indicators[0].clause))] : []),
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
