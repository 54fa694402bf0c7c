import type { Base, Force, Workshop } from './force.ts';
import { type Kept, type NotTaken, notTaken } from './live.ts';
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
import type { OverlayKeeper } from './overlay-file.ts';
import { entryFault, type Previews } from './preview.ts';
import { asRefused, refusalText } from './read-words.ts';
import { isSame, type WordsInForce } from './words-in-force.ts';

/** A word that is added or taken back, what is in force then, and the text in which the words stood before. */
interface Keeping {
  readonly did: 'add' | 'undo';
  readonly entry: Entry;
  readonly next: Force;
  readonly before: string | undefined;
}

export interface KeepingWordsParts {
  /** The overlay's file. */
  readonly path: string;
  readonly keeper: OverlayKeeper;
  readonly workshop: Workshop;
  readonly words: WordsInForce;
  /** Words that were looked at are in force the sooner. */
  readonly previews: Pick<Previews, 'ready'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Returns what adds words to the overlay and takes them back. */
export const createKeepingWords = ({ path, keeper, workshop, words, previews, now, newId }: KeepingWordsParts) => {
  /** Built before it is written, written before it is in force. */
  const keep = async ({ did, entry, next, before }: Keeping): Promise<Kept | NotTaken> => {
    try {
      if (!(await keeper.write(path, writeOverlay(next.overlay), before)))
        return notTaken('busy', '另一位管理员刚刚改过，请刷新页面再试');
    } catch (error) {
      return notTaken('file', asRefused(error, path).reason);
    }
    words.swap(next);
    const [by, when] = entry.undone ? [entry.undone.by, entry.undone.at] : [entry.author, entry.at];
    try {
      await keeper.record(path, { did, by, at: when, entry });
    } catch (error) {
      return { status: 'kept', entry, warning: `没有记入历史：${asRefused(error, path).reason}` };
    }
    return { status: 'kept', entry };
  };

  const readFile = async () => {
    const read = await words.read();
    return read.status === 'refused' ? notTaken('file', refusalText(read)) : read;
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
    const fault = entryFault(entry, words.now(), inForce(overlay));
    if (fault) return fault;
    const { say, means, author } = newEntrySchema.parse(entry);
    const added: Entry = { id: newId(), say: say.trim(), means, author, at: iso() };
    const next = { ...overlay, entries: [...overlay.entries, added] };
    const ready = isSame(overlay, words.now().overlay) ? previews.ready(entry) : undefined;
    const { base } = words.now();
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
    return keep({ did: 'undo', entry: undone, next: built(words.now().base, { ...overlay, entries }), before });
  };

  return { add, undo };
};
