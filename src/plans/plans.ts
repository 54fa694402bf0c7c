import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bot, createBot, ownLang } from '../bot.ts';
import { planFolders } from '../corpus.ts';
import { CodedError } from '../errors.ts';
import { createCutter } from '../search/cut.ts';
import type { Answer, Question } from '../types.ts';
import { createKeep } from './bots.ts';
import { joinPlans } from './joined.ts';
import { type BriefPlan, readBriefOnce } from './stored.ts';

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
  /** Where parsed plans are kept from one start to the next. */
  readonly cacheDir?: string | undefined;
  /** How many bots are kept at a time. */
  readonly mostBots?: number | undefined;
  /** A folder that cannot be used; the others can. */
  readonly onBroken?: (folder: string, error: Error) => void;
}

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/**
 * Opens every plan of a corpus folder in brief; a bot is made when its plan is first asked. The words of all plans are taught
 * to the dictionary at once, so that no answer depends on which plan was asked before.
 * @throws CodedError `corpus_invalid` when no folder can be used.
 */
export const openPlans = ({ corpusDir = CORPUS, cacheDir, mostBots, onBroken }: PlansParts = {}): Plans => {
  const lang = ownLang();
  const usable = planFolders(corpusDir).flatMap((folder): readonly (BriefPlan & { readonly id: string })[] => {
    try {
      return [{ ...readBriefOnce(folder, cacheDir), id: basename(folder) }];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      onBroken?.(folder, error);
      return [];
    }
  });
  const [first] = usable;
  if (!first) throw new CodedError('corpus_invalid', '语料目录里没有可用的计划。');
  const cutter = createCutter(usable.flatMap(({ brief }) => brief.jieba));
  const keep = createKeep(mostBots);
  const opened = usable.map(({ id, brief, read }) => ({
    ...{ id, brief },
    bot: keep(() => {
      const { plan, corpus } = read();
      return createBot({ corpus, lang, made: { plan, cutter } });
    }),
  }));
  const byId = new Map(opened.map((one) => [one.id, one]));
  const { ask } = joinPlans(opened, lang);
  return {
    ids: usable.map(({ id }) => id),
    bot: (id = first.id) => byId.get(id)?.bot(),
    ask,
  };
};
