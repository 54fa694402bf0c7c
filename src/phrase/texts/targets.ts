import type { Desk, Draft } from '../../answer/draft.ts';
import type { Demand, FigureResult, Sentence } from '../../execute/figures/result.ts';
import { sentencesOf, squeeze } from '../../text.ts';
import type { Computed, YearTarget } from '../../types.ts';
import { rowAmount } from '../figures/amount.ts';
import { outsideLines } from '../figures/values.ts';
import { answerOf, clausesOf, contradictionsOf, fitted, headOf, sentenceLine, sourcesOf, tasksOf } from './things.ts';

type Targets = Extract<FigureResult, { shape: 'targets' }>;

/** Cells of so many characters are read at a glance; in longer ones the sentence asked for comes first. */
const SHORT = 60;

/** Returns cells a line each; years with the same words share one. */
export const cellLines = (cells: readonly YearTarget[], { say }: Pick<Desk, 'say'>): readonly string[] => {
  const groups = new Map<string, number[]>();
  for (const { year, text } of cells) groups.set(text, [...(groups.get(text) ?? []), year]);
  return [...groups].map(([text, years]) => say('targetLine', { year: years.join('、'), text }));
};

/** Returns what is left of a text when the sentences that were shown are taken away: nothing is printed twice. */
export const restOf = (text: string, shown: ReadonlySet<string>): string =>
  sentencesOf(text)
    .filter((sentence) => !shown.has(squeeze(sentence)))
    .join('');

/** Returns what is left of cells; those with nothing left fall away. */
export const cellsLeft = (cells: readonly YearTarget[], shown: ReadonlySet<string>): readonly YearTarget[] =>
  cells.map(({ year, text }) => ({ year, text: restOf(text, shown) })).filter(({ text }) => text !== '');

/** Returns the first line of an answer by a sentence: 第39项“…”：设立领军人才“绿卡通”…. */
export const leadLine = (title: string, { text, year }: Sentence, { say }: Pick<Desk, 'say'>): string =>
  year === undefined ? say('figureOf', { of: title, values: text }) : `${say('targetOfYear', { title, year })}${text}`;

const indicatorLines = ({ thing, values }: Demand, desk: Desk): readonly string[] => {
  if (thing.kind !== 'indicator') return [];
  const { language, say, name } = desk;
  const [only, ...more] = values;
  if (only && more.length === 0)
    return [
      say('indicatorValue', {
        name: name.indicator(thing.indicator),
        year: only.year,
        role: say(only.role),
        value: rowAmount(thing.indicator, only.printed, desk).text,
        measure: '',
      }),
    ];
  const rows = values.map(({ year, printed, role }) =>
    say('indicatorRow', {
      year,
      value: rowAmount(thing.indicator, printed, desk).text,
      measure: '',
      role: say(role === 'past' ? 'pastMark' : 'targetMark'),
    }),
  );
  return [say('figureOf', { of: name.indicator(thing.indicator), values: rows.join(language === 'en' ? '; ' : '；') })];
};

/** The amounts of an indicator as they are said in English: they follow from the printed ones. */
const convertedIn = ({ thing, values }: Demand, desk: Desk): readonly Computed[] =>
  thing.kind === 'indicator'
    ? values.flatMap(({ printed }) => rowAmount(thing.indicator, printed, desk).computed ?? [])
    : [];

/** Sentences of the text that no cell prints already. */
const bodyLines = ({ body, cells }: Demand, desk: Desk): readonly string[] =>
  body
    .filter(({ text }) => !cells.some((cell) => squeeze(cell.text).includes(squeeze(text))))
    .map((sentence) => sentenceLine(sentence, desk));

const demandLines = (demand: Demand, desk: Desk): readonly string[] => {
  const { thing, cells } = demand;
  const title = headOf(thing, desk);
  const body = bodyLines(demand, desk);
  switch (thing.kind) {
    case 'indicator':
      return indicatorLines(demand, desk);
    case 'task': {
      const [only, ...more] = cells;
      const { best } = demand;
      const led = best !== undefined && cells.map(({ text }) => text).join('').length > SHORT;
      if (led) {
        const rest = cellLines(cellsLeft(cells, new Set([squeeze(best.text)])), desk);
        return [leadLine(title, best, desk), ...rest, ...body.filter((line) => !line.includes(best.text))];
      }
      const own =
        only && more.length === 0
          ? [`${desk.say('targetOfYear', { title, year: only.year })}${only.text}`]
          : [desk.say('targetsOf', { title }), ...cellLines(cells, desk)];
      return [...own, ...body];
    }
    case 'action':
    case 'clause':
      return body.length > 0
        ? [desk.say('targetsOf', { title }), ...body]
        : [desk.say('says', { label: desk.clause(thing.topic)?.label ?? title }), desk.clause(thing.topic)?.text ?? ''];
  }
};

const LONGEST_LIST = 3600;

/** 有变化。, 没有变化。 where a change was claimed. */
const verdictLine = ({ alike, changing }: Targets, { say }: Desk): string => {
  if (alike === undefined) return '';
  if (changing) return say(alike ? 'prefixChanges' : 'prefixStays');
  return say(alike ? 'prefixYes' : 'prefixNo');
};

/** What is asked about stands under no year that was asked for: where it does. */
const phraseElsewhere = (
  { demands: [{ thing, cells }], years }: Targets,
  { words, sentences }: NonNullable<Targets['elsewhere']>,
  desk: Desk,
): Draft =>
  answerOf({
    lines: fitted([
      desk.say('notUnderYear', { title: headOf(thing, desk), year: years.join('、'), words }),
      ...sentences.map((sentence) => sentenceLine(sentence, desk)),
      ...cellLines(cells, desk),
    ]),
    citations: [
      ...sourcesOf(thing, sentences, desk),
      ...cells.map(({ text }) => desk.cite(clausesOf(thing).at(-1) ?? '', text)),
    ],
    tasks: tasksOf([thing]),
  });

/** What things are to reach in the years asked for. */
export const phraseTargets = (targets: Targets, desk: Desk): Draft => {
  const { demands, outside, years, alike, elsewhere } = targets;
  if (elsewhere) return phraseElsewhere(targets, elsewhere, desk);
  const things = demands.map(({ thing }) => thing);
  const sentences = demands.flatMap(({ thing, body, best, cells }) => [
    ...(best ? [best] : []),
    ...body,
    ...cells.map(({ year, text }): Sentence => ({ text, year, clause: clausesOf(thing).at(-1) ?? '' })),
  ]);
  const shown = years.length > 0 ? years : desk.plan.tasks[0]?.row.targets.map(({ year }) => year);
  const beside = contradictionsOf(things, { sentences, years: shown ?? [] }, desk);
  const [first = '', ...rest] = demands.flatMap((demand) => demandLines(demand, desk));
  const told = verdictLine(targets, desk);
  const lines = [...outsideLines(outside, desk), `${told}${first}`, ...rest];
  return answerOf({
    brief: things.length > 1,
    lines: things.length > 1 ? fitted(lines, LONGEST_LIST) : fitted(lines),
    citations: [
      ...demands.flatMap(({ thing, cells, body }) =>
        thing.kind === 'task'
          ? [desk.cite(thing.task.row.clause, ...cells.map(({ text }) => text)), ...sourcesOf(thing, body, desk)]
          : sourcesOf(thing, [], desk),
      ),
      ...beside.citations,
    ],
    notices: beside.notices.filter(({ code }) => alike === undefined || code !== 'body_annex_differ'),
    computed: [...demands.flatMap((demand) => convertedIn(demand, desk)), ...beside.computed],
    tasks: tasksOf(things),
    ...(alike !== undefined && { verdict: alike }),
  });
};
