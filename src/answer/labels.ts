import type { Language } from '../types.ts';

/** What the parts of a document are called in English: 附件任务分解表第21项 is Annex 任务分解表, item 21. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/^正文/u, 'Main text '],
  [/^附件/u, 'Annex '],
  [/、(\d+)(?=[项行条、])/gu, ', $1'],
  [/第(\d+(?:, \d+)*)项/gu, ', item $1'],
  [/第(\d+(?:, \d+)*)行/gu, ', row $1'],
  [/第(\d+(?:, \d+)*)条/gu, ', article $1'],
];

const translated = (label: string): string =>
  ENGLISH.reduce((text, [pattern, words]) => text.replace(pattern, words), label).trim();

/** Returns the label of a clause, or several with ； between, in the asker's language; names stay as they are printed. */
export const labelIn = (label: string, language: Language): string =>
  language === 'en' ? label.split('；').map(translated).join('; ') : label;
