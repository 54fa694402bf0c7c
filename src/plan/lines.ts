import type { SourceLine } from '../types.ts';

/** The non-empty lines of a source file with their numbers, counted from 1. */
export const readLines = (source: string): readonly SourceLine[] =>
  source
    .split(/\r?\n/)
    .map((text, at) => ({ line: at + 1, text }))
    .filter(({ text }) => text.trim() !== '');

const WORD_END = /[A-Za-z0-9]$/;
const WORD_START = /^[A-Za-z0-9]/;

/** Lines broken inside a sentence, joined: nothing between Chinese characters, a blank between two Latin words. */
export const joinLines = (lines: readonly SourceLine[]): string =>
  lines.reduce((whole, { text }) => {
    const next = text.trim();
    return WORD_END.test(whole) && WORD_START.test(next) ? `${whole} ${next}` : whole + next;
  }, '');
