import { join } from 'node:path';
import type { Corpus } from '../corpus.ts';
import { candidatesOf } from './candidates.ts';
import { readExamination } from './examination.ts';
import { type Base, createWorkshop, type Force, readMade } from './force.ts';
import { type Kept, type LiveBot, type LiveBotParts, type NotTaken, notTaken, type Reloaded } from './live.ts';
import {
  authorSchema,
  type Entry,
  inForce,
  MOST_ENTRIES,
  type NewEntry,
  newEntrySchema,
  type Overlay,
  writeOverlay,
} from './overlay.ts';
import { IN_FILES } from './overlay-file.ts';
import { createPreviews, entryFault } from './preview.ts';
import { asRefused, type Refused, readCheckedOverlay, readWords, refusalText } from './read-words.ts';
import { createTurns } from './turns.ts';

/** A word that is added or taken back, what is in force then, and the text in which the words stood before. */
interface Keeping {
  readonly did: 'add' | 'undo';
  readonly entry: Entry;
  readonly next: Force;
  readonly before: string | undefined;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

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

  let force = workshop.force(workshop.base(first), { plan: plan.id, entries: [] });
  let [at, refused]: [number, Refused | undefined] = [now(), undefined];
  const previews = createPreviews(
    () => force,
    () => readExamination(folder),
    { workshop, pause },
  );

  const swap = (next: Force): void => {
    force = next;
    [at, refused] = [now(), undefined];
  };
  const refuse = (why: Refused): Refused => {
    refused = why;
    return why;
  };

  const load = async (corpus: Corpus): Promise<Reloaded> => {
    const base = corpus === force.base.corpus || isSame(corpus, force.base.corpus) ? force.base : workshop.base(corpus);
    const read = await readCheckedOverlay(path, { plan: plan.id, startCheck: base.check, read: keeper.read });
    if (read.status === 'refused') return refuse(read);
    const changed = base !== force.base || !isSame(read.overlay, force.overlay);
    swap(changed ? workshop.force(base, read.overlay) : force);
    return { status: 'reloaded', entries: inForce(read.overlay).length, changed };
  };

  const reload = async (): Promise<Reloaded> => {
    const words = readWords(folder, plan);
    return words.status === 'refused' ? refuse(words) : load(words.corpus);
  };

  /** Built before it is written, written before it is in force. */
  const keep = async ({ did, entry, next, before }: Keeping): Promise<Kept | NotTaken> => {
    try {
      if (!(await keeper.write(path, writeOverlay(next.overlay), before)))
        return notTaken('busy', '另一位管理员刚刚改过，请刷新页面再试');
    } catch (error) {
      return notTaken('file', asRefused(error, path).reason);
    }
    swap(next);
    const [by, when] = entry.undone ? [entry.undone.by, entry.undone.at] : [entry.author, entry.at];
    try {
      await keeper.record(path, { did, by, at: when, entry });
    } catch (error) {
      return { status: 'kept', entry, warning: `没有记入历史：${asRefused(error, path).reason}` };
    }
    return { status: 'kept', entry };
  };

  /** The file as it stands now: a person may have written into it, and what is broken is not written over. */
  const readFile = async () => {
    const read = await readCheckedOverlay(path, { plan: plan.id, startCheck: force.base.check, read: keeper.read });
    return read.status === 'refused' ? notTaken('file', refusalText(refuse(read))) : read;
  };
  const built = (base: Base, overlay: Overlay): Force => {
    const next = workshop.force(base, overlay);
    next.bot();
    return next;
  };
  const iso = (): string => new Date(now()).toISOString();

  const add = async (entry: NewEntry): Promise<Kept | NotTaken> => {
    const read = await readFile();
    if (read.status === 'refused') return read;
    const { overlay, text: before } = read;
    if (overlay.entries.length >= MOST_ENTRIES)
      return notTaken('too_many', `已有 ${MOST_ENTRIES} 条，请先在文件中删去不用的`);
    const fault = entryFault(entry, force, inForce(overlay));
    if (fault) return fault;
    const { say, means, author } = newEntrySchema.parse(entry);
    const added: Entry = { id: newId(), say: say.trim(), means, author, at: iso() };
    const next = { ...overlay, entries: [...overlay.entries, added] };
    const ready = isSame(overlay, force.overlay) ? previews.ready(entry) : undefined;
    const { base } = force;
    const { bot, answers } = ready ?? {};
    const ahead = bot && answers ? { base, bot: () => bot, answers, overlay: next } : built(base, next);
    return keep({ did: 'add', entry: added, next: ahead, before });
  };

  const undo = async (id: string, by: string): Promise<Kept | NotTaken> => {
    const read = await readFile();
    if (read.status === 'refused') return read;
    const { overlay, text: before } = read;
    const found = overlay.entries.find((entry) => entry.id === id);
    if (!found) return notTaken('unknown_entry', '没有这一条，请刷新页面再看');
    if (found.undone) return notTaken('undone', '这一条已经撤销过了');
    const signed = authorSchema.safeParse(by);
    if (!signed.success) return notTaken('shape', signed.error.issues[0]?.message ?? '请署名');
    const undone: Entry = { ...found, undone: { by: signed.data, at: iso() } };
    const entries = overlay.entries.map((entry) => (entry.id === id ? undone : entry));
    return keep({ did: 'undo', entry: undone, next: built(force.base, { ...overlay, entries }), before });
  };

  const changing = createTurns();
  await changing(() => load(first));
  return {
    plan,
    path,
    stamp: () => keeper.stamp(path),
    ask: (question) => force.bot().ask(question),
    conflicts: first.conflicts,
    short: first.shape.short,
    examples: first.shape.examples,
    explain: (question) => force.bot().explain(question),
    read: (text) => force.bot().read(text),
    near: (words) => force.bot().near(words),
    candidates: (question) => candidatesOf(force.bot(), question),
    words: () => ({ entries: force.overlay.entries, at, ...(refused && { refused }) }),
    reload: () => changing(reload),
    preview: previews.look,
    add: (entry) => changing(() => add(entry)),
    undo: (id, by) => changing(() => undo(id, by)),
  };
};
