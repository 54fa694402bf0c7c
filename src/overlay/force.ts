import { type Bot, createBot } from '../bot.ts';
import { type Corpus, readCorpus } from '../corpus.ts';
import { once } from '../once.ts';
import { parsePlan } from '../plan/parse.ts';
import { createCutter } from '../search/cut.ts';
import type { Answer, Plan } from '../types.ts';
import { jiebaWords } from '../vocabulary.ts';
import type { LiveBotParts, MadePlan } from './live.ts';
import { mergeOverlay } from './merge-overlay.ts';
import { type Entry, inForce, type Overlay } from './overlay.ts';
import { createWordCheck, type WordCheck } from './word-fault.ts';

/** A corpus as it was read, the bot on it without any overlay, and the check of words against it. */
export interface Base {
  readonly corpus: Corpus;
  /** Made when it is first needed. */
  readonly bot: () => Bot;
  readonly check: () => WordCheck;
}

/** What answers at a time; swapped as a whole. */
export interface Force {
  readonly base: Base;
  /** Made when it is first needed. */
  readonly bot: () => Bot;
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

/** A plan by itself: jieba is taught its names. Later words are recognised as whole names. */
export const readMade = (folder: string): MadePlan => {
  const corpus = readCorpus(folder);
  const plan = parsePlan(corpus);
  return { corpus, plan, cutter: createCutter(jiebaWords(plan, corpus)) };
};

/** The workshop of a plan. */
export const createWorkshop = ({ plan, cutter }: MadePlan, { lang, onFault, keep = once }: LiveBotParts): Workshop => {
  const made = { plan, cutter };
  const build = (corpus: Corpus): Bot => createBot({ corpus, lang, made, ...(onFault && { onFault }) });
  const base: Workshop['base'] = (corpus) => {
    const bot = keep(() => build(corpus));
    const check = keep(() => createWordCheck(bot(), corpus));
    return { corpus, bot, check: () => check()() };
  };
  const bot: Workshop['bot'] = (of, entries) =>
    entries.length > 0 ? build(mergeOverlay(of.corpus, entries)) : of.bot();
  const force: Workshop['force'] = (of, overlay) => {
    const entries = inForce(overlay);
    return { base: of, overlay, bot: entries.length > 0 ? keep(() => bot(of, entries)) : of.bot };
  };
  return { plan, base, bot, force };
};
