import type { Language } from '../types.ts';
import { VERDICT_MARKS } from './verdict-mark.ts';

/** Characters that a phone shows of an answer before its sources; English says the same in three times as many. */
const ROOM: Readonly<Record<Language, number>> = { 'zh-Hans': 160, 'zh-Hant': 160, en: 480 };

/** An answer's lines as a phone shows them, and those that wait behind the fold. */
export interface Folded {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly details: readonly string[];
}

interface Phone {
  readonly language: Language;
  /** How many things were asked at once. */
  readonly answers: number;
  /** Lines from the front that are always seen. */
  readonly kept: number;
}

const HEADING = /[：:]$/;

/** So many from the front as fit. */
const fitting = (texts: readonly string[], room: number): number => {
  let left = room;
  const over = texts.findIndex((text) => {
    left -= text.length;
    return left < 0;
  });
  return over < 0 ? texts.length : over;
};

/** ✓ 是。: the verdict of one of several answers is never behind the fold. */
const isVerdict = (line: string): boolean => Object.values(VERDICT_MARKS).some((mark) => line.startsWith(`${mark} `));

/** A heading does not stand alone in front of the fold. */
const withoutLastHeading = (lines: readonly string[], shown: number): number =>
  shown > 1 && shown < lines.length && HEADING.test(lines[shown - 1] ?? '') ? shown - 1 : shown;

/**
 * Returns what of an answer stands before the fold, line by line, nothing cut: its conclusion always, what must be noted
 * with it, then as much more as fits.
 */
export const folded = (
  lines: readonly string[],
  notes: readonly string[],
  { language, answers, kept }: Phone,
): Folded => {
  const room = ROOM[language] * answers - lines.slice(0, kept).join('').length;
  const noted = Math.max(Math.min(1, notes.length), fitting(notes, room));
  const verdicts = answers > 1 ? lines.slice(kept).filter(isVerdict).join('').length : 0;
  const left = room - verdicts - notes.slice(0, noted).join('').length;
  const shown = withoutLastHeading(lines, kept + fitting(lines.slice(kept), left));
  const behind = lines.slice(shown);
  const seen = answers > 1 ? behind.filter(isVerdict) : [];
  return {
    lines: [...lines.slice(0, shown), ...seen],
    notes: notes.slice(0, noted),
    details: [...behind.filter((line) => !seen.includes(line)), ...notes.slice(noted)],
  };
};
