import { type Candidate, spanOf, thing } from './candidate.ts';
import { numberOf } from './ordinals.ts';

/** 市政办发〔2020〕9号, 市政办发[2020]9号文: the sender's word, the year, the number. */
const DOCUMENT =
  /([\p{Script=Han}]{0,8}[发办函字令政规])?\s?[〔[(【]\s?((?:19|20)\d{2})\s?[〕\])】]\s?(?:第\s?)?(\d{1,4})\s?号(?:文件|文)?/gu;
const FIGURES = /\d+/g;
/** 12月30日, 2020年12月30日, 3月底. */
const DATE =
  /(?:(20\d{2}|[12]\d)年(?:的)?)?(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!份|度|刊)(?:(3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)|(?:底|末|初|中旬|上旬|下旬)?)(?:之?前|以前)?/gu;
const NUMERAL_MONTHS = '一二三四五六七八九';
const ENGLISH_MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH_NAMES = ENGLISH_MONTHS.join('|');
const ENGLISH_DATE = new RegExp(
  `\\b(?:(${MONTH_NAMES}) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH_NAMES}))(?:,? (20\\d{2}))?\\b`,
  'g',
);

const monthOf = (text: string): number => {
  if (/^\d/.test(text)) return Number(text);
  const ones = NUMERAL_MONTHS.indexOf(text.at(-1) ?? '') + 1;
  return text.startsWith('十') ? 10 + ones : ones;
};

const yearOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits.length === 2 ? `20${digits}` : digits);

const dateAt = (span: readonly [number, number], month: number, rest: { day?: number; year?: number }): Candidate =>
  thing(span, 'date', { kind: 'date', month, ...rest });

const restOf = (day: number | undefined, year: number | undefined): { day?: number; year?: number } => {
  const rest: { day?: number; year?: number } = {};
  if (day !== undefined) rest.day = day;
  if (year !== undefined) rest.year = year;
  return rest;
};

/** Returns the days and months of a text: 2020年12月30日, 3月底, 30 June 2021. */
export const datesIn = (text: string): readonly Candidate[] => [
  ...[...text.matchAll(DATE)].map((match) =>
    dateAt(spanOf(match), monthOf(match[2] ?? ''), restOf(match[3] ? numberOf(match[3]) : undefined, yearOf(match[1]))),
  ),
  ...[...text.matchAll(ENGLISH_DATE)].map((match) =>
    dateAt(
      spanOf(match),
      ENGLISH_MONTHS.indexOf(match[1] ?? match[4] ?? '') + 1,
      restOf(Number(match[2] ?? match[3]), yearOf(match[5])),
    ),
  ),
];

/** Builds the reader of document numbers: the plan's own, whoever wrote them down how, and others. */
export const createDocuments = (own: string): ((text: string) => readonly Candidate[]) => {
  const figures = (text: string) => (text.match(FIGURES) ?? []).join('/');
  const word = own.replace(/[〔[(（].*$/u, '');
  return (text) =>
    [...text.matchAll(DOCUMENT)].map((match) => {
      const said = match[1] ?? '';
      const head = said.endsWith(word) ? word : said;
      const isOwn = figures(match[0]) === figures(own) && (said === '' || said.endsWith(word));
      const from = (match.index ?? 0) + said.length - head.length;
      const span = [from, (match.index ?? 0) + match[0].length] as const;
      return isOwn
        ? thing(span, 'document:own', { kind: 'plan' })
        : thing(span, 'document:other', { kind: 'stranger', what: 'document' });
    });
};
