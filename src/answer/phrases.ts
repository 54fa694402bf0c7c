import type { Language } from '../types.ts';
import { labelIn } from './labels.ts';
import { CONDITION_PHRASES } from './phrases-conditions.ts';
import { FIGURE_PHRASES } from './phrases-figures.ts';
import { LAYOUT_PHRASES } from './phrases-layout.ts';
import { LIST_PHRASES } from './phrases-lists.ts';
import { PLAN_PHRASES } from './phrases-plans.ts';
import { SET_PHRASES } from './phrases-sets.ts';
import { TALK_PHRASES } from './phrases-talk.ts';
import { TEXT_PHRASES } from './phrases-texts.ts';
import { TOLD_PHRASES } from './phrases-told.ts';
import { TRADITIONAL } from './phrases-traditional.ts';
import { UNIT_PHRASES } from './phrases-units.ts';
import { WRONG_PHRASES } from './phrases-wrong.ts';

/** What the bot says around the plan's own words. `{}` are filled with names and quotes, which are never converted. */
export const PHRASES = {
  ...CONDITION_PHRASES,
  ...SET_PHRASES,
  ...FIGURE_PHRASES,
  ...LIST_PHRASES,
  ...WRONG_PHRASES,
  ...LAYOUT_PHRASES,
  ...PLAN_PHRASES,
  ...UNIT_PHRASES,
  ...TEXT_PHRASES,
  ...TALK_PHRASES,
  ...TOLD_PHRASES,
} as const;

export type PhraseKey = keyof typeof PHRASES;
export type Say = (key: PhraseKey, values?: Readonly<Record<string, string | number>>) => string;

const templateOf = (key: PhraseKey, language: Language): string => {
  switch (language) {
    case 'en':
      return PHRASES[key].en;
    case 'zh-Hans':
      return PHRASES[key].zh;
    case 'zh-Hant':
      return TRADITIONAL[key];
  }
};

/** Slots that hold the labels of clauses; that of a choice is a name. */
const LABELS: readonly string[] = ['label', 'labels'];
const SLOT = /( ?)\{(\w+)\}/;

/** A template between its slots: text, then the blank before a slot and its name, then text again. */
const piecesOf = (key: PhraseKey, language: Language): readonly string[] => templateOf(key, language).split(SLOT);

/** The bot's own words in the asker's language. */
export const createSay = (language: Language): Say => {
  const known = new Map<PhraseKey, readonly string[]>();
  return (key, values = {}) => {
    const pieces = known.get(key) ?? piecesOf(key, language);
    known.set(key, pieces);
    let said = pieces[0] ?? '';
    for (let at = 1; at < pieces.length; at += 3) {
      const slot = pieces[at + 1] ?? '';
      const given = String(values[slot] ?? '');
      const value = key !== 'choice' && LABELS.includes(slot) ? labelIn(given, language) : given;
      if (value !== '' || language !== 'en') said += `${pieces[at]}${value}`;
      said += pieces[at + 2];
    }
    return said;
  };
};
