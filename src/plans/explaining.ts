import type { Bot, Explanation } from '../bot.ts';
import type { Question } from '../types.ts';
import { type Alike, alikeIn } from './alike.ts';
import type { Known } from './shelf.ts';
import { type Asked, asAlike, MOST_IN_FULL } from './together.ts';

/** One of several plans. */
export interface Member {
  readonly id: string;
  readonly title: string;
  readonly bot: () => Bot;
  /** Whether its text holds a piece. */
  readonly prints: (piece: string) => boolean;
}

/** What a plan answered, and how it understood what was asked. */
export type Explained = Asked & { readonly how: Explanation };

/**
 * Some plans' answers; `whole` where those that were not asked print less of what is asked. `alike` are plans that
 * answer as one of these does, where that is known.
 */
export interface AskedOf {
  readonly all: readonly Explained[];
  readonly whole: boolean;
  readonly alike?: readonly Asked[];
}

/** What plans are asked, and whether it is which of them say something. */
export interface AskedFor {
  readonly asked: Question;
  readonly lists: boolean;
}

export interface ExplainingParts {
  readonly members: readonly [Member, ...Member[]];
  readonly known: () => Known;
  /** How many are asked of one question at most; so many plans and fewer are all asked. */
  readonly most?: number | undefined;
}

/** So many plans are all asked, of more those that may answer. */
export const MOST_ASKED = 8;
/** So many of more are opened where none of them answers. */
const MOST_OPENED = 4;
/** So many plans that bear a question out are enough to ask back which one is meant. */
const ENOUGH = 3;
/** So many plans that something is written in are found by asking them. */
const MOST_LISTED = 16;
/** How many pairs more a plan may lack than the best one that answers: not all that is asked counts. */
const SLACK = 1;

/** Asks the plan at a place. */
type Ask = (at: number) => Explained | undefined;

/** The plan says it, and not that it is otherwise. */
export const bornOut = ({ answer }: Asked): boolean => answer.status === 'answered' && answer.verdict !== false;

/** Returns how several plans are asked the same: all where they are few, of many those that may answer. */
export const createExplaining = ({ members, known, most = MOST_ASKED }: ExplainingParts) => {
  const [lead, ...others] = members;

  const explain = ({ id, title, bot }: Member, question: Question): Explained => {
    const how = bot().explain(question);
    return { plan: id, title, answer: how.answer, how };
  };

  /** Those that answer as one does: of many it is enough to know them. */
  const allAlike = (one: Explained, { having, whole }: Alike, { asked, lists }: AskedFor): AskedOf | undefined => {
    const found = having.flatMap(({ at, tasks }) => {
      const member = members[at];
      return member ? [{ member, tasks }] : [];
    });
    if ((lists && whole) || found.length > MOST_IN_FULL)
      return { all: [one], whole, alike: found.map(({ member, tasks }) => asAlike(member, one.answer, tasks)) };
    if (!whole) return undefined;
    return { all: found.map(({ member }) => (member.id === one.plan ? one : explain(member, asked))), whole };
  };

  /** Asks each plan, by its place, at most once. */
  const asker = (first: Explained, asked: Question): Ask => {
    const known = new Map<number, Explained>([[0, first]]);
    return (at) => {
      const member = members[at];
      const one = known.get(at) ?? (member && explain(member, asked));
      if (one) known.set(at, one);
      return one;
    };
  };

  /** One that has a thing which is called as in the question answers for all that have it. */
  const explainNamed = (ask: Ask, askedFor: AskedFor): AskedOf | undefined => {
    const [at = -1] = known().named(askedFor.asked.text);
    const one = ask(at);
    const alike = one && bornOut(one) ? alikeIn(one.how, known(), at) : undefined;
    return one && alike && allAlike(one, alike, askedFor);
  };

  /** The plans that print most of what is asked, until those behind them print less than what answers. */
  const explainBest = (ask: Ask, first: Explained, { asked, lists }: AskedFor): AskedOf => {
    const [atMost, enough] = lists ? [MOST_LISTED, MOST_LISTED] : [MOST_OPENED, ENOUGH];
    const all = [first];
    let least = Number.POSITIVE_INFINITY;
    let inFull = false;
    for (const { at, missing, whole } of known().bearings(lead.bot().read(asked.text).tokens)) {
      if (missing > least + SLACK || (inFull && !whole)) break;
      const limit = missing <= least && least < Number.POSITIVE_INFINITY ? atMost * 2 : atMost;
      if (all.length >= limit || all.filter(bornOut).length >= enough) return { all, whole: false };
      const one = ask(at);
      if (one && at > 0) all.push(one);
      if (one && bornOut(one)) [least, inFull] = [Math.min(least, missing), inFull || whole];
    }
    return { all, whole: true };
  };

  /** Of many, those that may answer. */
  const explainSome = (first: Explained, askedFor: AskedFor): AskedOf => {
    const ask = asker(first, askedFor.asked);
    return explainNamed(ask, askedFor) ?? explainBest(ask, first, askedFor);
  };

  return {
    explain,
    /** `first`: what the first of the plans answered. */
    explainAll: (first: Explained, askedFor: AskedFor): AskedOf =>
      members.length > most
        ? explainSome(first, askedFor)
        : { all: [first, ...others.map((member) => explain(member, askedFor.asked))], whole: true },
  };
};
