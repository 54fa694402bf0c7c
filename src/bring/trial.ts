import { createBot, ownLang } from '../bot.ts';
import { CodedError } from '../errors.ts';
import { readPlanFolder } from '../overlay/plan-folders.ts';
import { clip } from '../text.ts';
import type { Answer } from '../types.ts';

/** A question that a plan's own names make, and the beginning of what would be answered. */
export interface Trial {
  readonly question: string;
  readonly status: Answer['status'];
  readonly lines: readonly string[];
  /** The clauses cited, by their labels. */
  readonly cited: readonly string[];
  /** Whether the answer says more than that. */
  readonly more: boolean;
}

const MOST_LINES = 3;
const LONGEST_LINE = 120;
const MOST_CITED = 3;
/** Where the sources begin, which are told apart. */
const SOURCES = /^出处/;

/**
 * Asks a plan's folder some questions, as it would be asked in force.
 *
 * @throws CodedError `corpus_invalid` where no bot can be made of it
 */
export const tryQuestions = (folder: string, questions: readonly string[]): readonly Trial[] => {
  const read = readPlanFolder(folder, 'brought');
  if (read.status === 'broken') throw new CodedError('corpus_invalid', `${read.reason}。`);
  const { ask } = createBot({ corpus: read.made.corpus, lang: ownLang(), made: read.made });
  return questions.map((question) => {
    const { status, text, citations } = ask({ text: question, history: [] });
    const all = text.split('\n').filter((line) => line.trim() !== '');
    const end = all.findIndex((line) => SOURCES.test(line));
    const lines = all.slice(0, end < 0 ? all.length : end).slice(0, MOST_LINES);
    const labels = [...new Set(citations.map(({ label }) => label))];
    return {
      ...{ question, status, lines: lines.map((line) => clip(line, LONGEST_LINE)), cited: labels.slice(0, MOST_CITED) },
      more: all.length > lines.length + (end < 0 ? 0 : all.length - end) || labels.length > MOST_CITED,
    };
  });
};

/** Trials as lines for a terminal. */
export const trialText = (trials: readonly Trial[]): readonly string[] => [
  '\n== 试问 ==',
  ...trials.flatMap(({ question, lines }) => [
    `问 ${question}`,
    ...lines.slice(0, 2).map((line) => `答 ${line.slice(0, 90)}`),
  ]),
];
