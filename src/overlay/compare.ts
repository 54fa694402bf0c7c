import type { Bot } from '../bot.ts';
import type { Answer, Question } from '../types.ts';
import { type ExamQuestion, isAsExpected } from './examination.ts';

/** A question of the corpus whose answer another word list changes. */
export interface Change {
  readonly question: ExamQuestion;
  readonly before: Answer;
  readonly after: Answer;
  /** `breaks`: it was as a person expects, and would no longer be. `mends`: the other way round. */
  readonly effect: 'breaks' | 'mends' | 'other';
}

/** Milliseconds for which other work may have to wait. */
const SLICE = 12;

export const isSameAnswer = (one: Answer, other: Answer): boolean =>
  one.text === other.text &&
  one.status === other.status &&
  one.kind === other.kind &&
  one.tasks.join() === other.tasks.join();

const questionOf = ({ text, history }: ExamQuestion): Question => ({ text, history });

/** Answers that are known already, of a bot that searches the same. */
export interface KnownAnswers {
  readonly bot: Bot;
  readonly answers: readonly Answer[];
}

/** What is read the same and searched the same is answered the same. */
const isReadAlike = ({ text, history }: ExamQuestion, one: Bot, other: Bot): boolean =>
  [text, ...history].every((said) => JSON.stringify(one.read(said)) === JSON.stringify(other.read(said)));

/** What asking the questions needs besides the bot. */
export interface Asking {
  /** Resolves when other work was let in between. */
  readonly pause: () => Promise<void>;
  readonly known?: KnownAnswers | undefined;
}

/** Asks all questions, letting other work in between. */
export const answersOf = async (
  bot: Bot,
  questions: readonly ExamQuestion[],
  { pause, known }: Asking,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  let since = performance.now();
  for (const [at, question] of questions.entries()) {
    const before = known && isReadAlike(question, bot, known.bot) ? known.answers[at] : undefined;
    answers.push(before ?? bot.ask(questionOf(question)));
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
  return answers;
};

const effectOf = (question: ExamQuestion, before: Answer, after: Answer): Change['effect'] => {
  const [was, is] = [isAsExpected(question, before), isAsExpected(question, after)];
  if (was === is) return 'other';
  return was ? 'breaks' : 'mends';
};

/** The questions that are answered otherwise, in their order, those that break first. */
export const changesBetween = (
  questions: readonly ExamQuestion[],
  before: readonly Answer[],
  after: readonly Answer[],
): readonly Change[] => {
  const changes = questions.flatMap((question, at): readonly Change[] => {
    const [one, other] = [before[at], after[at]];
    if (!one || !other || isSameAnswer(one, other)) return [];
    return [{ question, before: one, after: other, effect: effectOf(question, one, other) }];
  });
  const isBreaking = ({ effect }: Change) => effect === 'breaks';
  return [...changes.filter(isBreaking), ...changes.filter((change) => !isBreaking(change))];
};
