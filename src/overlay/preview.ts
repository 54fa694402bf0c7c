import type { Bot } from '../bot.ts';
import { once } from '../once.ts';
import type { Answer } from '../types.ts';
import { answersOf, changesBetween } from './compare.ts';
import type { ExamQuestion } from './examination.ts';
import type { Force, Workshop } from './force.ts';
import { type LiveBotParts, type NotTaken, notTaken, type Preview } from './live.ts';
import { type Entry, inForce, type NewEntry, newEntrySchema } from './overlay.ts';
import { namesThing } from './things.ts';
import { createTurns } from './turns.ts';

/** A bot with one word more, built once: for looking at it and for keeping it. */
export interface Aside {
  readonly from: Force;
  readonly entry: NewEntry;
  readonly bot: Bot;
  readonly answers: Promise<readonly Answer[]>;
}

/** Looks at what a word would change. */
export interface Previews {
  readonly look: (entry: NewEntry, question?: string) => Promise<Preview | NotTaken>;
  /** What was looked at last, if it was this word beside what is in force. */
  readonly ready: (entry: NewEntry) => Aside | undefined;
}

/** Previews that may wait for one another. */
const MOST_WAITING = 4;

const isSameWord = (one: NewEntry, other: NewEntry): boolean =>
  one.say === other.say && one.means.kind === other.means.kind && one.means.target === other.means.target;

/** Why a word is not taken beside those that stand. */
export const entryFault = (entry: NewEntry, { base }: Force, standing: readonly Entry[]): NotTaken | undefined => {
  const shape = newEntrySchema.safeParse(entry);
  if (!shape.success) return notTaken('shape', shape.error.issues[0]?.message ?? '格式不对');
  const check = base.check();
  for (const one of standing) check.take(one);
  const fault = check.faultOf(entry);
  return fault && notTaken(fault.code, `“${entry.say}”${fault.reason}`);
};

/** Names of units and actions are no words of the search. */
const isSearched = ({ means: { kind } }: NewEntry): boolean => kind === 'task' || kind === 'indicator';

export const createPreviews = (
  inForceNow: () => Force,
  questions: () => readonly ExamQuestion[],
  { workshop, pause }: { readonly workshop: Workshop; readonly pause: LiveBotParts['pause'] },
): Previews => {
  let aside: Aside | undefined;
  let waiting = 0;
  const turns = createTurns();
  const exam = once(questions);

  const answersIn = (force: Force): Promise<readonly Answer[]> => {
    force.answers ??= answersOf(force.bot(), exam(), { pause });
    return force.answers;
  };

  const ready: Previews['ready'] = (entry) =>
    aside?.from === inForceNow() && isSameWord(aside.entry, entry) ? aside : undefined;

  const asideWith = async (entry: NewEntry): Promise<Aside> => {
    const from = inForceNow();
    const answers = await answersIn(from);
    const bot = workshop.bot(from.base, [...inForce(from.overlay), { ...entry, id: '', at: '' }]);
    const known = isSearched(entry) ? undefined : { bot: from.bot(), answers };
    aside = { from, entry, bot, answers: answersOf(bot, exam(), { pause, known }) };
    return aside;
  };

  const compare = async (entry: NewEntry, question: string | undefined): Promise<Preview | NotTaken> => {
    const fault = entryFault(entry, inForceNow(), inForce(inForceNow().overlay));
    if (fault) return fault;
    const { from, bot, answers } = ready(entry) ?? (await asideWith(entry));
    const changes = changesBetween(exam(), await answersIn(from), await answers);
    const asked = { text: question ?? entry.say, history: [] };
    return {
      ...{ status: 'previewed', recognised: namesThing(bot, entry.say, entry.means), changes, asked: exam().length },
      question: { text: asked.text, before: from.bot().ask(asked), after: bot.ask(asked) },
    };
  };

  const look: Previews['look'] = async (entry, question) => {
    if (waiting >= MOST_WAITING) return notTaken('busy', '正在比较别的词，请稍后再试');
    waiting += 1;
    try {
      return await turns(() => compare(entry, question));
    } finally {
      waiting -= 1;
    }
  };

  return { look, ready };
};
