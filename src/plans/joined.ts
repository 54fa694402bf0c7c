import type { Bot } from '../bot.ts';
import { once } from '../once.ts';
import type { Lang } from '../read/lang.ts';
import { createMentions } from '../read/plan-mentions.ts';
import type { Ask, Question } from '../types.ts';
import { type Asking, createAsking, type Meant } from './asking.ts';
import type { Brief } from './brief.ts';
import { type Member, MOST_ASKED } from './explaining.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** A plan in brief, and the bot on it, made when it is first asked. */
export interface Opened {
  readonly id: string;
  readonly brief: Brief;
  readonly bot: () => Bot;
}

/** Some plans, asked as one; `Question.plans` leaves some of them out. */
export interface Joined {
  readonly ask: Ask;
  readonly meant: (question: Question) => Meant | undefined;
}

const SHORTEST_NOUN = 2;

/** How plans are called in general: 方案, 行动计划; the shortest that says this one is how it calls itself. */
const planWords = ({ rows }: Lang) => {
  const words = rows.filter(({ meaning }) => meaning.kind === 'plan').map(({ word }) => word);
  const nouns = words.filter((word) => /^\p{Script=Han}+$/u.test(word) && word.length >= SHORTEST_NOUN);
  return { nouns, self: nouns.find((word) => word.length > SHORTEST_NOUN) ?? '' };
};

const memberOf = ({ id, brief: { title, text }, bot }: Opened): Member => ({
  ...{ id, title, bot },
  prints: (piece) => text.includes(piece),
});

/** A single plan answers as it does alone. */
const alone = ({ id, bot }: Opened): Asking => ({
  ask: (question) => bot().ask(question),
  meant: (question) => ({ plan: id, text: question.text, question }),
});

/** Choices of plans of which the way of asking is kept: bound chats have a few among them. */
const MOST_CHOICES = 100;

export interface JoinOptions {
  /** The first is asked before the others. */
  readonly leads?: boolean;
  /** How many plans are asked of one question at most. */
  readonly most?: number;
  /** What is known of all plans; kept where plans come and go. */
  readonly shelf?: Shelf;
}

/** Joins plans, none of which is an error to ask. */
export const joinPlans = (opened: readonly Opened[], lang: Lang, options: JoinOptions = {}): Joined => {
  const { leads = false, most, shelf = createShelf() } = options;
  const { nouns, self } = planWords(lang);
  const members = new Map(opened.map((one) => [one.id, memberOf(one)]));
  const choices = new Map<string, Asking>();

  const several = (chosen: readonly Opened[]): Asking => {
    const [first, ...rest] = chosen.flatMap(({ id }) => members.get(id) ?? []);
    if (!first) throw new Error('no plan may be asked');
    const known = once(() => shelf(chosen.map(({ brief }) => brief)));
    // Taken in now: the first question shall not wait for it.
    if (chosen.length > (most ?? MOST_ASKED)) known();
    const names = chosen.map(({ id, brief: { title, untitled, number, short } }) => ({
      id,
      title,
      untitled,
      number,
      short,
    }));
    return createAsking({
      ...{ members: [first, ...rest], mentioned: createMentions(names, nouns, self), self, known },
      firstLeads: leads && first.id === opened[0]?.id,
      ...(most !== undefined && { most }),
    });
  };

  const askingOf = (chosen: readonly Opened[]): Asking => {
    const [only, another] = chosen;
    return only && !another ? alone(only) : several(chosen);
  };
  const all = once(() => askingOf(opened));

  const among = ({ plans }: Question): Asking => {
    if (plans === undefined) return all();
    const allowed = new Set(plans);
    const chosen = opened.filter(({ id }) => allowed.has(id));
    const key = JSON.stringify(chosen.map(({ id }) => id));
    const known = choices.get(key);
    if (known) return known;
    const made = askingOf(chosen);
    if (choices.size >= MOST_CHOICES) choices.clear();
    choices.set(key, made);
    return made;
  };

  if (opened.length > (most ?? MOST_ASKED)) all();
  return { ask: (question) => among(question).ask(question), meant: (question) => among(question).meant(question) };
};
