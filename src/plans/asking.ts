import type { Explanation } from '../bot.ts';
import type { Mention } from '../read/plan-mentions.ts';
import type { Answer, ModelText, Question } from '../types.ts';
import { bornOut, createExplaining, type Explained, type Member } from './explaining.ts';
import { asksWhich, besidePlan, entitled, missingIn, namesThing, placeOf, pointedAt, spokenOf } from './said.ts';
import type { Known } from './shelf.ts';
import { type Asked, headed, nowhere, plansListed, several, talked, whichPlan } from './together.ts';

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
 * What a conversation is about: the plan, and what was asked of it since it is; or the plans that were listed, with
 * what each of them answers to, and whether it was asked back which of them is meant.
 */
type Thread =
  | { readonly plan: string; readonly asked: readonly string[]; readonly readings: readonly (ModelText | null)[] }
  | { readonly among: readonly string[]; readonly text: string; readonly back: boolean };
type Listed = Extract<Thread, { readonly among: readonly string[] }>;

interface Chosen {
  readonly plan: string;
  readonly rest: string;
}

interface Turned {
  readonly answer: Answer;
  readonly thread: Thread | undefined;
}

/** What a model made of the last text, where it was asked. */
const ownReading = ({ readings }: Question): ModelText | null => readings?.at(-1) ?? null;

const NO_READINGS: readonly (ModelText | null)[] = [];

/** A question behind what was asked of its plan before; what a model made of all of it goes with it. */
const behind = (
  question: Question,
  text: string,
  before: { readonly asked: readonly string[]; readonly readings: readonly (ModelText | null)[] },
): Question => {
  const readings = [...before.readings, ownReading(question)];
  const { readings: _, ...rest } = question;
  return { ...rest, text, history: before.asked, ...(readings.some((one) => one !== null) && { readings }) };
};

/** A conversation that begins with a question. */
const threadFrom = (plan: string, question: Question): Thread => ({
  ...{ plan, asked: [question.text], readings: [ownReading(question)] },
});

const NOTHING_ASKED = { asked: [], readings: NO_READINGS };

const isTalk = ({ composed: { decision } }: Explanation): boolean => decision.decision === 'talk';
/** How much of the question was left unread by what answers it; the nearer to nought, the better. */
const scoreOf = ({ composed }: Explanation): number => composed.candidates[0]?.score ?? 0;

const some = <T>(list: readonly T[]): readonly [T, ...T[]] | undefined => {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
};

/**
 * Returns the way in which several plans are asked: one that the question names is asked alone; in a conversation its
 * plan is asked first; else all are, and what one of them bears out is said with its title.
 */
export const createAsking = ({ members, mentioned, self, firstLeads = false, known, most }: AskingParts): Asking => {
  const [lead] = members;
  const { explain, explainAll } = createExplaining({ members, known, most });
  const byId = new Map(members.map((member) => [member.id, member]));
  const memberOf = (id: string) => byId.get(id) ?? members[0];

  const askOne = (id: string, question: Question): Turned => {
    const { title, bot } = memberOf(id);
    const answer = headed({ plan: id, title, answer: bot().ask(question) });
    const { history, text } = question;
    const before = history.map((_, at) => question.readings?.at(at - history.length - 1) ?? null);
    return { answer, thread: { plan: id, asked: [...history, text], readings: [...before, ownReading(question)] } };
  };

  const printsAll = ({ prints }: Member, pieces: readonly string[]): boolean => pieces.every(prints);

  /** It only comes near what is asked: one of some plans prints the words in full, and it does not. */
  const isNear = ({ plan, how }: Explained, among: readonly Member[]): boolean => {
    const pieces = spokenOf(how);
    return !printsAll(memberOf(plan), pieces) && among.some((member) => printsAll(member, pieces));
  };

  /** The plan that is asked first bears the question out, and prints all that it speaks of. */
  const leads = (one: Explained): boolean =>
    firstLeads && bornOut(one) && missingIn(one.how, lead.prints) === 0 && !isNear(one, members);

  /** Of several that are as good, the plan that is asked first. */
  const ledBy = <T extends Asked>(found: readonly T[]): readonly T[] => {
    const own = firstLeads ? found.filter(({ plan }) => plan === lead.id) : [];
    return own.length > 0 ? own : found;
  };

  /**
   * Those that print what is asked in full, where one of them has it or asks back, so that none is believed that only
   * comes near; all where none has.
   */
  const printedFirst = (all: readonly Explained[]): readonly Explained[] => {
    const asked = all.map(({ plan }) => memberOf(plan));
    const inFull = all.filter((one) => !isNear(one, asked));
    return inFull.some((one) => one.answer.status !== 'not_found' || namesThing(one.how)) ? inFull : all;
  };

  /** Those that answer, and of them those that leave the least unread. */
  const best = (all: readonly Explained[]): readonly Asked[] => {
    const answered = all.filter(({ answer }) => answer.status === 'answered');
    const sure = answered.filter(bornOut);
    const left = sure.length > 0 ? sure : answered;
    const missing = left.map(({ plan, how }) => missingIn(how, memberOf(plan).prints));
    const printed = left.filter((_, at) => missing[at] === Math.min(...missing));
    const most = Math.max(...printed.map(({ how }) => scoreOf(how)));
    return ledBy(printed.filter(({ how }) => scoreOf(how) >= most));
  };

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

  const asking = (found: readonly Asked[], text: string): Listed => ({
    among: found.map(({ plan }) => plan),
    text,
    back: true,
  });

  /** The plan that was chosen of those that were listed, and what is asked of it: nothing new where it was but chosen. */
  const chosen = ({ among }: Listed, text: string, named: Mention | undefined): Chosen | undefined => {
    const { tokens } = lead.bot().read(text);
    const pointed = pointedAt(tokens);
    const place = placeOf(tokens) ?? pointed?.place;
    const plan = place === undefined ? undefined : among[place > 0 ? place - 1 : among.length + place];
    if (plan !== undefined) return { plan, rest: pointed?.rest ?? '' };
    const titled = entitled(tokens, among.map(memberOf));
    if (titled) return { plan: titled.id, rest: '' };
    if (!named || !among.includes(named.plan)) return undefined;
    const said = lead.bot().read(named.text).tokens;
    const at = said.findIndex(({ kind }) => kind === 'plan');
    return { plan: named.plan, rest: named.alone ? '' : besidePlan(said, at, 1) };
  };

  /** One question after what was asked before it. */
  const turn = (thread: Thread | undefined, question: Question): Turned => {
    const named = mentioned(question.text);
    if (thread && 'among' in thread) {
      const choice = chosen(thread, question.text, named);
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
    question.history.reduce<Thread | undefined>((before, text, at, { length }) => {
      const reading = question.readings?.at(at - length - 1) ?? null;
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
