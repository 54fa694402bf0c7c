import type { Explanation } from '../bot.ts';
import type { Answer, Question } from '../types.ts';
import { bornOut, createExplaining, type Explained } from './explaining.ts';
import { createJudging, type JudgingParts } from './judging.ts';
import { asksWhich, namesThing } from './said.ts';
import type { Known } from './shelf.ts';
import { behind, type Listed, NOTHING_ASKED, ownReading, type Thread, threadFrom } from './thread.ts';
import { type Asked, headed, nowhere, plansListed, several, talked, whichPlan } from './together.ts';

/** An answer, and what the conversation is about after it. */
export interface Turned {
  readonly answer: Answer;
  readonly thread: Thread | undefined;
}

const isTalk = ({ composed: { decision } }: Explanation): boolean => decision.decision === 'talk';

const some = <T>(list: readonly T[]): readonly [T, ...T[]] | undefined => {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
};

const asking = (found: readonly Asked[], text: string): Listed => ({
  among: found.map(({ plan }) => plan),
  text,
  back: true,
});

export interface AskAllParts extends JudgingParts {
  /** How a plan calls itself. */
  readonly self: string;
  /** What is known of all plans, in their order; asked where they are many. */
  readonly known: () => Known;
  /** How many are asked of one question at most; so many plans and fewer are all asked. */
  readonly most: number | undefined;
}

/** Returns what asks all plans: what one of them bears out is said with its title. */
export const createAskAll = ({ members, self, firstLeads, known, most, byId }: AskAllParts) => {
  const [lead] = members;
  const { explain, explainAll } = createExplaining({ members, known, most });
  const { leads, ledBy, printedFirst, best } = createJudging({ members, byId, firstLeads });

  /** What a model chose of a plan, where that can be had of it. */
  const readBy = (question: Question): Explained | undefined => {
    const own = ownReading(question);
    const member = own ? byId.get(own.plan) : undefined;
    const explained = member && explain(member, question);
    return explained?.how.composed.byModel ? explained : undefined;
  };

  const askAll = (question: Question): Turned => {
    const { text } = question;
    const alone = behind(question, text, NOTHING_ASKED);
    const read = readBy(alone);
    if (read) return { answer: headed(read), thread: threadFrom(read.plan, question) };
    const which = asksWhich(lead.bot().read(text).tokens, self);
    const asked = which === undefined ? alone : { ...alone, text: which };
    const first = explain(lead, asked);
    if (isTalk(first.how)) return { answer: talked(first.answer, members), thread: undefined };
    if (which === undefined && leads(first)) return { answer: headed(first), thread: threadFrom(lead.id, question) };
    const { all, whole, alike } = explainAll(first, { asked, lists: which !== undefined });
    if (which !== undefined) {
      const found = some(alike ?? all.filter(bornOut));
      return {
        answer: found ? plansListed(found, whole) : nowhere(first.answer.language, members.length, first.answer),
        thread: found && { ...asking(found, which), back: false },
      };
    }
    const led = firstLeads && bornOut(first) && alike?.some(({ plan }) => plan === lead.id) ? [first] : alike;
    const meant = printedFirst(all);
    const found = some(led ?? best(meant));
    if (found && found.length > 1) {
      const answer = whole ? several(found, text) : whichPlan(found, text, 'planWhichLeast');
      return { answer, thread: asking(found, text) };
    }
    const unclear = some(ledBy(meant.filter(({ answer }) => answer.status === 'clarify')));
    const [own, another] = meant.length < all.length ? meant.filter(({ how }) => namesThing(how)) : [];
    const one = found?.[0] ?? (unclear?.length === 1 ? unclear[0] : undefined) ?? (another ? undefined : own);
    if (one) return { answer: headed(one), thread: threadFrom(one.plan, question) };
    if (unclear) return { answer: whichPlan(unclear, text, 'planUnclear'), thread: asking(unclear, text) };
    return { answer: nowhere(first.answer.language, members.length, first.answer), thread: undefined };
  };

  return askAll;
};
