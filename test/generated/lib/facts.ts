import type { Task } from '../../../src/types.ts';
import type { Oracle } from './oracle.ts';

/** How the plan prints a figure: 200家, 10次以上, 超过1600家, 近280家; `reach`: 达到50亿元. */
export type Printed = 'exactly' | 'reach' | 'at least' | 'above' | 'about';

/** A figure of the plan, and the words by which it is asked for. */
export interface Fact {
  readonly source: 'indicator' | 'task';
  /** 2022年存款余额, 第2项任务2021年引进各类金融机构; several ways to say the same. */
  readonly subjects: readonly string[];
  readonly value: number;
  /** 亿元, 家, 次, %, 平方米 … money is always in 亿元 here. */
  readonly measure: string;
  readonly printed: Printed;
  /** 万亿元 of an indicator, in which it may be asked without a unit. */
  readonly own?: { readonly value: number; readonly measure: string };
}

const isWithin = (part: string, whole: string): boolean => {
  let at = 0;
  for (const char of whole) if (char === part[at]) at += 1;
  return at === part.length;
};

/** Returns every value of every indicator, past ones too; under names that are made of the indicator's own characters. */
export const indicatorFacts = ({ plan, indicatorNames }: Oracle): readonly Fact[] =>
  plan.indicators.flatMap(({ number, name, measure, values }) => {
    const names = [name, ...(indicatorNames[String(number)] ?? []).filter((other) => isWithin(other, name))];
    return values.map(({ year, printed }): Fact => {
      const value = Number(printed);
      const isTrillion = measure.startsWith('万亿');
      return {
        source: 'indicator',
        subjects: names.flatMap((one) => [`${year}年${one}`, `${one}${year}年`]),
        value: isTrillion ? Math.round(value * 10_000) : value,
        measure: isTrillion ? '亿元' : measure,
        printed: 'exactly',
        own: { value, measure },
      };
    });
  });

const FIGURE =
  /(达到|突破|不低于|不少于|超过|累计超|超|近|)\s*(\d+(?:\.\d+)?)\s*(万亿元|亿元|万元|家次|平方米|家|次|个|期|名|%|米)(以上)?/g;

const RELATIONS: Readonly<Record<string, Printed>> = {
  达到: 'reach',
  突破: 'above',
  不低于: 'at least',
  不少于: 'at least',
  超过: 'above',
  累计超: 'above',
  超: 'above',
  近: 'about',
};
const SCALE: Readonly<Record<string, number>> = { 万亿元: 10_000, 亿元: 1, 万元: 0.0001 };

const SHORTEST = 4;
/** So long a noun names its task by itself; 贷款金额 could be any. */
const SPEAKING = 6;

/** A piece of a task's text that prints a figure. */
interface Piece {
  readonly year: number | undefined;
  readonly noun: string;
  readonly value: number;
  readonly measure: string;
  readonly printed: Printed;
}

const SENTENCES = /[。；;]/;
const PIECES = /[，,]/;
const YEAR = /(20\d\d)\s*年/;
/** What stands before a noun and is no part of it. */
const LEADING = /^(?:.*年|争取|力争|实现|到|确保)+/;
/** Words that would make another relation of what is asked. */
const SPOILT = /不低于|不少于|超过|每年|年度|\d/;

const piecesOf = (text: string, year: number | undefined): readonly Piece[] =>
  text.split(SENTENCES).flatMap((sentence) => {
    const said = YEAR.exec(sentence)?.[1];
    return sentence.split(PIECES).flatMap((piece) =>
      [...piece.matchAll(FIGURE)].map((found) => {
        const [whole, before = '', digits = '', unit = '', after] = found;
        const scale = SCALE[unit];
        const rest = piece.slice(found.index + whole.length);
        return {
          year: year ?? (said === undefined ? undefined : Number(said)),
          noun: piece.slice(0, found.index).replace(/\s/g, '').replace(LEADING, '').replace(/在$/, ''),
          value: Number(digits) * (scale ?? 1),
          measure: scale === undefined ? unit : '亿元',
          printed: after || rest.startsWith('以上') ? 'at least' : (RELATIONS[before] ?? 'exactly'),
        } satisfies Piece;
      }),
    );
  });

const allPieces = ({ body, row }: Task): readonly Piece[] => [
  ...piecesOf(body.text, undefined),
  ...row.targets.flatMap(({ year, text }) => piecesOf(text, year)),
];

/** The only figure in its measure and year; one without a year competes with those of every year. */
const isAlone = (piece: Piece, pieces: readonly Piece[]): boolean =>
  pieces.every(
    ({ year, measure, value }) =>
      measure !== piece.measure ||
      value === piece.value ||
      (year !== piece.year && year !== undefined && piece.year !== undefined),
  );

const textOf = ({ body, row }: Task): string =>
  [body.text, ...row.targets.map(({ text }) => text)].join('\n').replace(/[^\S\n]/g, '');

/** The task is named by its number or title; not at all where no other task has the words. */
const subjectsOf = (task: Task, { year, noun }: Piece, { plan }: Oracle): readonly string[] => {
  const said = `${year === undefined ? '' : `${year}年`}${noun}`;
  const isOnly =
    noun.length >= SPEAKING && plan.tasks.every((other) => other === task || !textOf(other).includes(noun));
  return [
    `第${task.number}项任务${said}`,
    `第${task.number}项${said}`,
    `${task.body.title}这项任务${said}`,
    ...(isOnly ? [said] : []),
  ];
};

/** Returns the figures that a task prints, those alone that no other figure of the task can be taken for. */
export const taskFacts = (oracle: Oracle): readonly Fact[] =>
  oracle.plan.tasks.flatMap((task) => {
    const pieces = allPieces(task);
    const firsts = pieces.filter(
      ({ year, measure }, at) => pieces.findIndex((one) => one.year === year && one.measure === measure) === at,
    );
    return firsts
      .filter((piece) => isAlone(piece, pieces) && piece.noun.length >= SHORTEST && !SPOILT.test(piece.noun))
      .map(
        (piece): Fact => ({
          source: 'task',
          subjects: subjectsOf(task, piece, oracle),
          value: piece.value,
          measure: piece.measure,
          printed: piece.printed,
        }),
      );
  });
