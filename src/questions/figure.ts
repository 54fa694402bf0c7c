import type { Desk, Draft } from '../answer/draft.ts';
import { yearHead } from '../answer/task-sources.ts';
import { sentencesOf } from '../text.ts';
import type { Clause, Query } from '../types.ts';
import { kind } from './kind.ts';
import { asks, textWithoutYears } from './subject.ts';
import { placeLine } from './task-parts.ts';

/** A figure with its unit of measure, or one long enough to stand alone. */
const FIGURE = /(\d+(?:\.\d+)?)\s*(万亿元?|亿元?|万元?|家次|家|次|个|期|名|项|平方米|%)|(\d{3,}(?:\.\d+)?)/g;
const MOST_PLACES = 6;

interface Place {
  readonly clause: Clause;
  readonly sentence: string;
  readonly year: number | undefined;
  readonly task: number | undefined;
}

interface Facts {
  readonly figures: readonly { readonly figure: string; readonly places: readonly Place[] }[];
}

const boundary = (figure: string): RegExp => new RegExp(`(?<![\\d.])${figure.replace('.', '\\.').replace(/\s+/g, '')}`);

/** Every sentence of the plan that prints a figure. */
const placesOf = (figure: string, { plan }: Desk): readonly Place[] => {
  const pattern = boundary(figure);
  const has = (text: string) => pattern.test(text.replace(/\s+/g, ''));
  return plan.clauses.flatMap((clause): readonly Place[] => {
    if (clause.kind === 'heading' || clause.kind === 'front' || !has(clause.text)) return [];
    const row = plan.tasks.find((task) => task.row.clause === clause.id);
    if (row)
      return row.row.targets.flatMap(({ year, text }) =>
        sentencesOf(text)
          .filter(has)
          .map((sentence) => ({ clause, sentence, year, task: row.number })),
      );
    const body = plan.tasks.find((task) => task.body.clause === clause.id);
    return sentencesOf(body ? body.body.text : clause.text.replace(/\t/g, ' '))
      .filter(has)
      .map((sentence) => ({ clause, sentence, year: undefined, task: body?.number }));
  });
};

/** What stands beside the figure, when it names a task by itself. */
const NAMES_A_TASK = 0.6;
const BESIDE = 7;

/** 引进各类金融机构10家是哪一项: the words around the figure say which. */
const isNamed = ({ subject }: Query, { search }: Desk): boolean => {
  const rest = subject.replace(FIGURE, ' ').replace(/\s+/g, ' ').trim();
  const [best, second] = rest.length >= BESIDE ? search.topics(rest) : [];
  return best?.topic.kind === 'task' && best.score >= NAMES_A_TASK && (second?.score ?? 0) < best.score;
};

const findFigures = (query: Query, desk: Desk): Facts | undefined => {
  if (
    !asks(query, 'content', 'differ', 'define', 'list') ||
    asks(query, 'amount', 'confirm', 'sum') ||
    query.tasks.length > 0 ||
    query.units.length > 0 ||
    isNamed(query, desk)
  )
    return undefined;
  const years = (place: Place) =>
    query.years.length === 0 || place.year === undefined || query.years.includes(place.year);
  const figures = [...textWithoutYears(query).matchAll(FIGURE)].map(([figure]) => figure.trim());
  const found = [...new Set(figures)].map((figure) => ({
    figure,
    places: placesOf(figure, desk).filter(years).slice(0, MOST_PLACES),
  }));
  return found.length > 0 && found.every(({ places }) => places.length > 0) ? { figures: found } : undefined;
};

/** What a figure of the plan refers to: every place that prints it. */
export const figure = kind<Facts>({
  name: 'figure',
  examples: [
    '这个7000亿元说的是什么',
    '2400亿元指什么',
    '500家和330家分别在哪',
    '“15家”写在哪一项',
    '100亿元是什么的目标，指什么',
    '300亿元出现在哪里',
    '计划里的600亿元指的是什么',
    '20个是什么东西的数，写在哪',
    '8000亿元是什么',
    '1700家说的是哪一项',
    '35家写在哪',
    '580家次是指什么',
    '1000平方米写在哪里',
    '50亿元指的是啥',
    '文件里写的“千亿级”不管，150家指什么',
    '800亿元在哪条',
    '28亿元是什么意思',
    '100米写在哪项里',
    '10期是什么',
    '“2亿元”是哪一条里的',
  ],
  others: ['科创板2021年新增6家对吗', '注册资本不低于多少', '第15项是什么', '2022年保费收入目标多少'],
  find: findFigures,
  phrase: ({ figures }, desk): Draft => ({
    status: 'answered',
    lines: figures.flatMap(({ figure: printed, places }) => [
      desk.say('figureHead', { figure: printed }),
      ...places.map(({ clause, sentence, year }) => placeLine(desk, { label: clause.label, year, text: sentence })),
    ]),
    citations: [
      ...figures.flatMap(({ places }) => places.map(({ clause, sentence }) => desk.cite(clause.id, sentence))),
      ...yearHead(
        desk,
        figures.flatMap(({ places }) => places.flatMap(({ year }) => year ?? [])),
      ),
    ],
    tasks: [...new Set(figures.flatMap(({ places }) => places.flatMap(({ task }) => task ?? [])))].sort(
      (a, b) => a - b,
    ),
  }),
});
