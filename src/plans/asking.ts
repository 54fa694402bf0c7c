import type { Mention } from '../read/plan-mentions.ts';
import type { Answer, Question } from '../types.ts';
import { createAskAll, type Turned } from './asking-all.ts';
import { chosenOf } from './choosing.ts';
import type { Member } from './explaining.ts';
import { asksWhich } from './said.ts';
import type { Known } from './shelf.ts';
import { behind, NOTHING_ASKED, ownReading, type Thread } from './thread.ts';
import { headed } from './together.ts';

export interface AskingParts {
  readonly members: readonly [Member, ...Member[]];
  readonly mentioned: (text: string) => Mention | undefined;
  /** How a plan calls itself. */
  readonly self: string;
  /** Whether the first is asked before the others, where none is named. */
  readonly firstLeads?: boolean;
  /** What is known of all plans, in their order; asked where they are many. */
  readonly known: () => Known;
  /** How many are asked of one question at most; so many plans and fewer are all asked. */
  readonly most?: number;
}

/** The plan that a text speaks of, and the text with what any plan calls itself in place of its name. */
export interface Meant {
  readonly plan: string;
  readonly text: string;
  /** The same as it is put to that plan, behind what was asked of it before. */
  readonly question: Question;
}

/** Several plans as one. */
export interface Asking {
  readonly ask: (question: Question) => Answer;
  /** The plan that a text names, or that its conversation is about. */
  readonly meant: (question: Question) => Meant | undefined;
}

/**
 * Returns the way in which several plans are asked: one that the question names is asked alone; in a conversation its
 * plan is asked first; else all are, and what one of them bears out is said with its title.
 */
export const createAsking = ({ members, mentioned, self, firstLeads = false, known, most }: AskingParts): Asking => {
  const [lead] = members;
  const byId = new Map(members.map((member) => [member.id, member]));
  const memberOf = (id: string) => byId.get(id) ?? members[0];

  const askAll = createAskAll({ members, self, firstLeads, known, most, byId });

  const askOne = (id: string, question: Question): Turned => {
    const { title, bot } = memberOf(id);
    const answer = headed({ plan: id, title, answer: bot().ask(question) });
    const { history, text } = question;
    const before = history.map((_, at) => question.readings?.at(at - history.length - 1) ?? null);
    return { answer, thread: { plan: id, asked: [...history, text], readings: [...before, ownReading(question)] } };
  };

  /** One question after what was asked before it. */
  const turn = (thread: Thread | undefined, question: Question): Turned => {
    const named = mentioned(question.text);
    if (thread && 'among' in thread) {
      const choice = chosenOf(thread.among.map(memberOf), { text: question.text, named, read: lead.bot().read });
      if (!choice) return turn(undefined, question);
      return choice.rest === ''
        ? askOne(choice.plan, { ...question, text: thread.text, history: [] })
        : askOne(choice.plan, { ...question, text: choice.rest, history: thread.back ? [] : [thread.text] });
    }
    if (named)
      return askOne(named.plan, behind(question, named.text, thread?.plan === named.plan ? thread : NOTHING_ASKED));
    const acrossAll = asksWhich(lead.bot().read(question.text).tokens, self) !== undefined;
    if (!thread || acrossAll) return askAll(question);
    const kept = askOne(thread.plan, behind(question, question.text, thread));
    if (kept.answer.status !== 'not_found') return kept;
    const elsewhere = askAll(question);
    return elsewhere.answer.status === 'answered' ? elsewhere : kept;
  };

  const threadOf = (question: Question): Thread | undefined =>
    question.history.reduce<Thread | undefined>((before, text, at) => {
      const reading = question.readings?.at(at - question.history.length - 1) ?? null;
      return turn(before, { ...question, text, history: [], readings: [reading] }).thread ?? before;
    }, undefined);

  return {
    ask: (question) => turn(threadOf(question), question).answer,
    meant: (question) => {
      const named = mentioned(question.text);
      const thread = threadOf(question);
      const meant = (plan: string, text: string): Meant => {
        const before = thread && 'plan' in thread && thread.plan === plan ? thread : NOTHING_ASKED;
        return { plan, text, question: behind(question, text, before) };
      };
      if (named) return meant(named.plan, named.text);
      if (thread && 'plan' in thread) return meant(thread.plan, question.text);
      return firstLeads ? meant(lead.id, question.text) : undefined;
    },
  };
};
