import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { parentOf, silent, yearHead } from '../../answer/task-sources.ts';
import type { FigureResult, Place, Placed } from '../../execute/figures/result.ts';
import { answerOf, fitted } from '../texts/things.ts';

type Result = Extract<FigureResult, { shape: 'places' }>;

/** A place in one line: where it is cited, of which years, and the sentence. */
const placeLine = ({ clause, text, years }: Place, desk: Desk): string => {
  const label = desk.clause(clause)?.label ?? clause;
  return years.length === 0
    ? desk.say('sentenceAt', { label, text })
    : desk.say('sentenceIn', { label, year: years.join('、'), text });
};

const placedLines = ({ asked, places }: Placed, desk: Desk): readonly string[] =>
  places.length === 0
    ? [desk.say('notFound', { asked })]
    : [
        desk.say('figurePlaces', { figure: asked, count: places.length }),
        ...places.map((place) => placeLine(place, desk)),
      ];

const taskAt = (clause: string, { plan }: Desk): readonly number[] =>
  plan.tasks.filter(({ body, row }) => body.clause === clause || row.clause === clause).map(({ number }) => number);

const sourcesOf = ({ clause, text, part, years }: Place, desk: Desk) =>
  part === 'table'
    ? [desk.cite(clause), silent(desk.cite(parentOf(clause)))]
    : [desk.cite(clause, text), ...yearHead(desk, years).map(silent)];

/** Figures may stand in many places: a list's length. */
const LONGEST_LIST = 3600;

/** Every place in which a figure stands; a figure that stands nowhere is said so. */
export const phrasePlaces = ({ placed }: Result, desk: Desk): Draft => {
  const places = placed.flatMap((one) => one.places);
  const lines = placed.flatMap((one) => placedLines(one, desk));
  if (places.length === 0) return { status: 'not_found', lines, related: [] };
  return answerOf({
    lines: fitted(lines, LONGEST_LIST),
    citations: places.flatMap((place) => sourcesOf(place, desk)),
    computed: placed.map(({ places: own }) =>
      counted(
        own.length,
        '写到这个数的处数',
        own.map(({ clause }) => clause),
      ),
    ),
    tasks: [...new Set(places.flatMap(({ clause }) => taskAt(clause, desk)))],
  });
};
