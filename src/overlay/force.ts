import { type Bot, createBot } from '../bot.ts';
import type { Corpus } from '../corpus.ts';
import { parsePlan } from '../plan/parse.ts';
import { createCutter } from '../search/cut.ts';
import type { Answer, Plan } from '../types.ts';
import { jiebaWords } from '../vocabulary.ts';
import type { LiveBotParts } from './live.ts';
import { mergeOverlay } from './merge-overlay.ts';
import { type Entry, inForce, type Overlay } from './overlay.ts';
import { createWordCheck, type WordCheck } from './word-fault.ts';

/** A corpus as it was read, the bot on it without any overlay, and the check of words against it. */
export interface Base {
  readonly corpus: Corpus;
  readonly bot: Bot;
  readonly check: () => WordCheck;
}

/** What answers at a time; swapped as a whole. */
export interface Force {
  readonly base: Base;
  readonly bot: Bot;
  readonly overlay: Overlay;
  /** To the questions of the corpus, once somebody wanted to know. */
  answers?: Promise<readonly Answer[]>;
}

/** Builds the bots of one plan, all on the same plan and the same jieba. */
export interface Workshop {
  readonly plan: Plan;
  readonly base: (corpus: Corpus) => Base;
  /** The bot on a corpus and some words more. */
  readonly bot: (base: Base, entries: readonly Entry[]) => Bot;
  readonly force: (base: Base, overlay: Overlay) => Force;
}

/** jieba's dictionary cannot forget: it is taught the first corpus' names, and later ones are recognised as whole names. */
export const createWorkshop = (first: Corpus, { lang, onFault }: LiveBotParts): Workshop => {
  const plan = parsePlan(first);
  const made = { plan, cutter: createCutter(jiebaWords(plan, first)) };
  const build = (corpus: Corpus): Bot => createBot({ corpus, lang, made, ...(onFault && { onFault }) });
  const base: Workshop['base'] = (corpus) => {
    const bot = build(corpus);
    return { corpus, bot, check: createWordCheck(bot, corpus) };
  };
  const bot: Workshop['bot'] = (of, entries) => (entries.length > 0 ? build(mergeOverlay(of.corpus, entries)) : of.bot);
  return { plan, base, bot, force: (of, overlay) => ({ base: of, overlay, bot: bot(of, inForce(overlay)) }) };
};
