import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bot, createBot, ownLang } from '../bot.ts';
import { type Corpus, planFolders, readCorpus } from '../corpus.ts';
import { CodedError } from '../errors.ts';
import { parsePlan } from '../plan/parse.ts';
import { createCutter } from '../search/cut.ts';
import type { Answer, Plan, Question } from '../types.ts';
import { jiebaWords } from '../vocabulary.ts';
import { joinPlans } from './joined.ts';

/** The plans of a corpus folder. */
export interface Plans {
  readonly ids: readonly string[];
  /** The bot on a plan, or on the first; undefined for an id that no plan has. */
  readonly bot: (id?: string) => Bot | undefined;
  /** Asks the plan that is named or meant, or all of them. With one plan it is that plan's own answer. */
  readonly ask: (question: Question) => Answer;
}

export interface PlansParts {
  readonly corpusDir?: string | undefined;
  /** A folder that cannot be used; the others can. */
  readonly onBroken?: (folder: string, error: Error) => void;
}

interface Read {
  readonly corpus: Corpus;
  readonly plan: Plan;
}

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const readFolder = (folder: string): Read => {
  const corpus = readCorpus(folder);
  return { corpus, plan: parsePlan(corpus) };
};

/**
 * Opens every plan of a corpus folder; a bot is made when its plan is first asked. The words of all plans are taught
 * to the dictionary at once, so that no answer depends on which plan was asked before.
 * @throws CodedError `corpus_invalid` when no folder can be used.
 */
export const openPlans = ({ corpusDir = CORPUS, onBroken }: PlansParts = {}): Plans => {
  const lang = ownLang();
  const usable = planFolders(corpusDir).flatMap((folder): readonly (Read & { readonly id: string })[] => {
    try {
      return [{ ...readFolder(folder), id: basename(folder) }];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      onBroken?.(folder, error);
      return [];
    }
  });
  const cutter = createCutter(usable.flatMap(({ plan, corpus }) => jiebaWords(plan, corpus)));
  const bots = new Map<string, Bot>();
  const botOf = ({ id, plan, corpus }: (typeof usable)[number]): Bot => {
    const bot = bots.get(id) ?? createBot({ corpus, lang, made: { plan, cutter } });
    bots.set(id, bot);
    return bot;
  };
  const [first] = usable;
  if (!first) throw new CodedError('corpus_invalid', '语料目录里没有可用的计划。');
  const opened = usable.map((one) => ({
    ...{ id: one.id, plan: one.plan, short: one.corpus.shape.short },
    bot: () => botOf(one),
  }));
  const { ask } = joinPlans(opened, lang);
  return {
    ids: usable.map(({ id }) => id),
    bot: (id = first.id) => opened.find((one) => one.id === id)?.bot(),
    ask,
  };
};
