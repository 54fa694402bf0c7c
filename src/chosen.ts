import { readNumeral } from './numerals.ts';
import type { Ask, Question } from './types.ts';

/** 2, 第2个, 选2: one of the choices that the answer before offered. */
const CHOICE = /^\s*(?:选|第)?\s*([1-6]|[①-⑥]|[一二三四五六])\s*(?:个|项|条|号)?[.。、]?\s*$/u;
/** How far back a choice may have been offered. */
const MEMORY = 6;

const placeOf = (text: string): number | undefined => {
  const mark = CHOICE.exec(text.normalize('NFKC'))?.[1];
  if (mark === undefined) return undefined;
  return /\d/.test(mark) ? Number(mark) : readNumeral(mark);
};

/**
 * A number after a question back stands for the question of that choice; so in the history too. A number that chooses
 * nothing stays what it is, and is not asked about again.
 */
export const chosen = (question: Question, ask: Ask): Question => {
  const texts = [...question.history.slice(-MEMORY), question.text];
  if (texts.every((text) => placeOf(text) === undefined)) return question;
  const meant: string[] = [];
  for (const text of texts) {
    const place = placeOf(text);
    const [last, ...earlier] = meant.filter((one) => placeOf(one) === undefined).toReversed();
    const choices =
      place && last !== undefined ? ask({ ...question, text: last, history: earlier.toReversed() }).choices : [];
    meant.push(choices[(place ?? 0) - 1]?.question ?? text);
  }
  return { ...question, text: meant.at(-1) ?? question.text, history: meant.slice(0, -1) };
};
