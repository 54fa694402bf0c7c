import type { Bot } from '../bot.ts';
import { readEveryday } from '../corpus.ts';
import type { Lang } from '../read/lang.ts';
import { createMentions, namingOf } from '../read/plan-mentions.ts';
import { canonical } from '../text.ts';
import type { Ask, Plan, Question } from '../types.ts';
import { type Asking, createAsking, type Meant, type Member } from './asking.ts';
import { type Bearings, createBearings } from './bearing.ts';

/** A plan that was read, and the bot on it, made when it is first asked. */
export interface Opened {
  readonly id: string;
  readonly plan: Plan;
  /** How it is called for short; may be empty. */
  readonly short: string;
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

const memberOf = ({ id, plan, bot }: Opened): Member => {
  let text: string | undefined;
  return {
    ...{ id, title: plan.document.title, bot },
    prints: (piece) => {
      text ??= plan.clauses.map((clause) => canonical(clause.text)).join('\n');
      return text.includes(piece);
    },
  };
};

/** A single plan answers as it does alone. */
const alone = ({ id, bot }: Opened): Asking => ({
  ask: (question) => bot().ask(question),
  meant: ({ text }) => ({ plan: id, text }),
});

/** Choices of plans of which the way of asking is kept: bound chats have a few among them. */
const MOST_CHOICES = 100;

export interface JoinOptions {
  /** The first is asked before the others. */
  readonly leads?: boolean;
  /** How many plans are asked of one question at most. */
  readonly most?: number;
}

/** An index is made when it is first needed: few plans are all asked. */
const onceAsked = (make: () => Bearings): Bearings => {
  let made: Bearings | undefined;
  return (tokens) => {
    made ??= make();
    return made(tokens);
  };
};

/** Joins plans, none of which is an error to ask. */
export const joinPlans = (opened: readonly Opened[], lang: Lang, { leads = false, most }: JoinOptions = {}): Joined => {
  const { nouns, self } = planWords(lang);
  const members = new Map(opened.map((one) => [one.id, memberOf(one)]));
  const choices = new Map<string, Asking>();

  const several = (chosen: readonly Opened[]): Asking => {
    const [first, ...rest] = chosen.flatMap(({ id }) => members.get(id) ?? []);
    if (!first) throw new Error('no plan may be asked');
    const names = chosen.map(({ id, plan, short }) => ({ ...namingOf(plan, short), id }));
    return createAsking({
      ...{ members: [first, ...rest], mentioned: createMentions(names, nouns, self), self },
      firstLeads: leads && first.id === opened[0]?.id,
      bearings: onceAsked(() =>
        createBearings(
          chosen.map(({ plan }) => plan),
          readEveryday(),
        ),
      ),
      ...(most !== undefined && { most }),
    });
  };

  const among = ({ plans }: Question): Asking => {
    const chosen = plans === undefined ? opened : opened.filter(({ id }) => plans.includes(id));
    const key = JSON.stringify(chosen.map(({ id }) => id));
    const known = choices.get(key);
    if (known) return known;
    const [only, another] = chosen;
    const made = only && !another ? alone(only) : several(chosen);
    if (choices.size >= MOST_CHOICES) choices.clear();
    choices.set(key, made);
    return made;
  };

  return { ask: (question) => among(question).ask(question), meant: (question) => among(question).meant(question) };
};
