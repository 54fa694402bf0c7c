import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import { parentOf, silent, yearHead } from '../../answer/task-sources.ts';
import type { FigureResult, Place, Placed, Printed } from '../../execute/figures/result.ts';
import type { Part } from '../../values.ts';
import { FIGURE_NAME } from '../describe-test.ts';
import { answerOf, fitted } from '../texts/things.ts';

type Result = Extract<FigureResult, { shape: 'places' }>;

/** A place in one line: where it is cited, of which years, and the sentence. */
const placeLine = ({ clause, text, years }: Place, desk: Desk): string => {
  const label = desk.clause(clause)?.label ?? clause;
  return years.length === 0
    ? desk.say('sentenceAt', { label, text })
    : desk.say('sentenceIn', { label, year: years.join('、'), text });
};

const PART_NAME: Readonly<Partial<Record<Part, PhraseKey>>> = {
  body: 'partBody',
  annex: 'partAnnex',
  table: 'partTable',
};

/** Where figures were looked for: a part, a clause, or the plan. */
const whereOf = (printed: Printed | undefined, desk: Desk): string => {
  const named = printed?.within.map((id) => desk.clause(id)?.label ?? id).join('、') ?? '';
  const part = printed?.part && PART_NAME[printed.part];
  return named === '' ? desk.say(part ?? 'partPlan') : named;
};

const nameOf = ({ asked, figure }: Placed, { say }: Desk): string => (asked === '' ? say(FIGURE_NAME[figure]) : asked);

/** 附件里没有写“7000亿元”; where it stands instead. */
const nowhereLines = (one: Placed, printed: Printed | undefined, desk: Desk): readonly string[] => {
  if (!printed) return [desk.say('notFound', { asked: one.asked })];
  const none = desk.say('figureNowhere', { where: whereOf(printed, desk), figure: nameOf(one, desk) });
  if (printed.elsewhere.length === 0) return [none];
  const count = printed.elsewhere.length;
  return [
    none,
    desk.say('figurePlaces', { where: desk.say('partPlan'), figure: nameOf(one, desk), count }),
    ...printed.elsewhere.map((place) => placeLine(place, desk)),
  ];
};

const placedLines = (one: Placed, printed: Printed | undefined, desk: Desk): readonly string[] => {
  const { places } = one;
  if (places.length === 0) return nowhereLines(one, printed, desk);
  const words = { where: whereOf(printed, desk), figure: nameOf(one, desk), count: places.length };
  return [desk.say('figurePlaces', words), ...places.map((place) => placeLine(place, desk))];
};

/** The verdict before the first line, where one was asked for. */
const judged = ([first = '', ...rest]: readonly string[], printed: Printed | undefined, { say }: Desk) =>
  printed ? [say(printed.verdict ? 'itIsSo' : 'itIsNot', { what: first }), ...rest] : [first, ...rest];

const taskAt = (clause: string, { plan }: Desk): readonly number[] =>
  plan.tasks.filter(({ body, row }) => body.clause === clause || row.clause === clause).map(({ number }) => number);

const sourcesOf = ({ clause, text, part, years }: Place, desk: Desk) =>
  part === 'table'
    ? [desk.cite(clause), silent(desk.cite(parentOf(clause)))]
    : [desk.cite(clause, text), ...yearHead(desk, years).map(silent)];

/** Figures may stand in many places: a list's length. */
const LONGEST_LIST = 3600;
/** So few places are quoted each. */
const MOST_QUOTED = 4;

/** Every place in which a figure stands; a figure that stands nowhere is said so. */
export const phrasePlaces = ({ placed, printed }: Result, desk: Desk): Draft => {
  const places = [...placed.flatMap((one) => one.places), ...(printed?.elsewhere ?? [])];
  const lines = judged(
    placed.flatMap((one) => placedLines(one, printed, desk)),
    printed,
    desk,
  );
  const looked = printed?.within.map((id) => desk.cite(id)) ?? [];
  if (places.length + looked.length === 0) return { status: 'not_found', lines, related: [] };
  const draft = answerOf({
    brief: places.length > MOST_QUOTED,
    lines: fitted(lines, LONGEST_LIST),
    citations: places.length > 0 ? places.flatMap((place) => sourcesOf(place, desk)) : looked,
    computed: placed.map(({ places: own }) => {
      const counts = own.length > 0 ? own : (printed?.elsewhere ?? []);
      return counted(
        counts.length,
        '写到这个数的处数',
        counts.map(({ clause }) => clause),
      );
    }),
    tasks: [...new Set(places.flatMap(({ clause }) => taskAt(clause, desk)))],
  });
  return printed ? { ...draft, verdict: printed.verdict } : draft;
};
