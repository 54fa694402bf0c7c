import { join } from 'node:path';
import { candidatesOf } from './candidates.ts';
import { readExamination } from './examination.ts';
import { createWorkshop, readMade } from './force.ts';
import { createKeepingWords } from './keeping-words.ts';
import type { LiveBot, LiveBotParts } from './live.ts';
import { IN_FILES } from './overlay-file.ts';
import { createPreviews } from './preview.ts';
import { createTurns } from './turns.ts';
import { createWordsInForce } from './words-in-force.ts';

/**
 * Opens the bot on a corpus folder with the words of its overlay. An overlay that cannot be used leaves the bot without
 * its words, and `words()` tells why.
 *
 * @throws CodedError `corpus_invalid`
 */
export const createLiveBot = async (parts: LiveBotParts): Promise<LiveBot> => {
  const { folder, overlays, keeper = IN_FILES, now, newId, pause } = parts;
  const made = parts.made ?? readMade(folder);
  const { plan, corpus: first } = made;
  const workshop = createWorkshop(made, parts);
  const path = join(overlays, `${plan.id}.json`);

  const words = createWordsInForce({ ...{ folder, path, plan, workshop, keeper, now }, corpus: first });
  const previews = createPreviews(words.now, () => readExamination(folder), { workshop, pause });

  const { add, undo } = createKeepingWords({ path, keeper, workshop, words, previews, now, newId });
  const bot = () => words.now().bot();
  const changing = createTurns();
  await changing(() => words.load(first));
  return {
    plan,
    path,
    stamp: () => keeper.stamp(path),
    ask: (question) => bot().ask(question),
    conflicts: first.conflicts,
    short: first.shape.short,
    examples: first.shape.examples,
    explain: (question) => bot().explain(question),
    read: (text) => bot().read(text),
    near: (words) => bot().near(words),
    closest: (...asked) => bot().closest(...asked),
    candidates: (question) => candidatesOf(bot(), question),
    words: () => ({ entries: words.now().overlay.entries, ...words.told() }),
    reload: () => changing(words.reload),
    preview: previews.look,
    add: (entry) => changing(() => add(entry)),
    undo: (id, by) => changing(() => undo(id, by)),
  };
};
