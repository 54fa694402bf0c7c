import type { Bot, Explanation } from '../bot.ts';
import type { Mention } from '../read/plan-mentions.ts';
import { canonical } from '../text.ts';
import type { Answer, Question } from '../types.ts';
import type { Token } from '../values.ts';
import { type Asked, headed, nowhere, plansListed, several, talked, whichPlan } from './together.ts';

/** One of several plans. */
export interface Member {
  readonly id: string;
  readonly title: string;
  readonly bot: () => Bot;
  /** Whether its text holds a piece. */
  readonly prints: (piece: string) => boolean;
}

export interface AskingParts {
  readonly members: readonly [Member, ...Member[]];
  readonly mentioned: (text: string) => Mention | undefined;
  /** How a plan calls itself. */
  readonly self: string;
}

/** What a conversation is about: the plan, and what was asked of it since it is; or which plan was asked back. */
type Thread =
  | { readonly plan: string; readonly asked: readonly string[] }
  | { readonly among: readonly string[]; readonly text: string };

interface Turned {
  readonly answer: Answer;
  readonly thread: Thread | undefined;
}

const COUNTS = ['which', 'howMany'];

const isWhich = (token: Token | undefined): boolean => token?.kind === 'wanted' && COUNTS.includes(token.wanted);

/** 在哪几个方案里: which plans; the question with this piece put as one plan calls itself. */
const asksWhich = (tokens: readonly Token[], self: string): string | undefined => {
  const at = tokens.findIndex((token, place) => token.kind === 'plan' && isWhich(tokens[place - 1]));
  if (at < 0) return undefined;
  const before = tokens.slice(0, at - 1);
  const where = before.at(-1);
  const head = where?.kind === 'wanted' && where.wanted === 'where' ? before.slice(0, -1) : before;
  return [...head.map(({ text }) => text), self, ...tokens.slice(at + 1).map(({ text }) => text)].join('');
};

const isTalk = ({ composed: { decision } }: Explanation): boolean => decision.decision === 'talk';
const bornOut = ({ answer }: Asked): boolean => answer.status === 'answered' && answer.verdict !== false;

/** How much of the question was left unread by what answers it; the nearer to nought, the better. */
const scoreOf = ({ composed }: Explanation): number => composed.candidates[0]?.score ?? 0;

/** Kinds of tokens whose words a plan must print to be the one that is meant; how a unit is called is its own matter. */
const CONTENT: readonly Token['kind'][] = ['words', 'task', 'action', 'indicator', 'term'];

/** How many pairs of characters of what a question speaks of a plan prints nowhere. */
const missingIn = ({ composed: { tokens } }: Explanation, prints: (piece: string) => boolean): number =>
  tokens
    .filter(({ kind }) => CONTENT.includes(kind))
    .flatMap(({ text }) => {
      const chars = [...canonical(text)];
      return chars.slice(1).map((char, at) => `${chars[at]}${char}`);
    })
    .filter((pair) => !prints(pair)).length;

/** The number that a text is, when it is one and nothing else: 2, 第二个. */
const placeOf = (tokens: readonly Token[]): number | undefined => {
  const said = tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'glue');
  const [only] = said;
  if (said.length !== 1 || only === undefined) return undefined;
  if (only.kind === 'position') return only.positions[0];
  return only.kind === 'quantity' && only.quantity.unit === 'none' ? only.quantity.value : undefined;
};

const some = <T>(list: readonly T[]): readonly [T, ...T[]] | undefined => {
  const [first, ...rest] = list;
  return first === undefined ? undefined : [first, ...rest];
};

/**
 * Returns the way in which several plans are asked: one that the question names is asked alone; in a conversation its
 * plan is asked first; else all are, and what one of them bears out is said with its title.
 */
export const createAsking = ({ members, mentioned, self }: AskingParts): ((question: Question) => Answer) => {
  const memberOf = (id: string) => members.find((member) => member.id === id) ?? members[0];

  const askOne = (id: string, question: Question): Turned => {
    const { title, bot } = memberOf(id);
    const answer = headed({ plan: id, title, answer: bot().ask(question) });
    return { answer, thread: { plan: id, asked: [...question.history, question.text] } };
  };

  const explainAll = (question: Question): readonly (Asked & { readonly how: Explanation })[] =>
    members.map(({ id, title, bot }) => {
      const how = bot().explain(question);
      return { plan: id, title, answer: how.answer, how };
    });

  /** Those that answer, and of them those that leave the least unread. */
  const best = (all: ReturnType<typeof explainAll>): readonly Asked[] => {
    const answered = all.filter(({ answer }) => answer.status === 'answered');
    const sure = answered.filter(bornOut);
    const left = sure.length > 0 ? sure : answered;
    const missing = left.map(({ plan, how }) => missingIn(how, memberOf(plan).prints));
    const printed = left.filter((_, at) => missing[at] === Math.min(...missing));
    const most = Math.max(...printed.map(({ how }) => scoreOf(how)));
    return printed.filter(({ how }) => scoreOf(how) >= most);
  };

  const askAll = (question: Question): Turned => {
    const { text } = question;
    const alone: Question = { ...question, history: [] };
    const which = asksWhich(members[0].bot().read(text).tokens, self);
    const all = explainAll(which === undefined ? alone : { ...alone, text: which });
    const [first] = all;
    if (!first) throw new Error('no plan');
    if (isTalk(first.how)) return { answer: talked(first.answer, members), thread: undefined };
    if (which !== undefined) {
      const found = some(all.filter(bornOut));
      return {
        answer: found ? plansListed(found) : nowhere(first.answer.language, members.length, first.answer),
        thread: undefined,
      };
    }
    const found = some(best(all));
    if (found && found.length > 1) return { answer: several(found, text), thread: asking(found, text) };
    const unclear = some(all.filter(({ answer }) => answer.status === 'clarify'));
    const one = found?.[0] ?? (unclear?.length === 1 ? unclear[0] : undefined);
    if (one) return { answer: headed(one), thread: { plan: one.plan, asked: [text] } };
    if (unclear) return { answer: whichPlan(unclear, text, 'planUnclear'), thread: asking(unclear, text) };
    return { answer: nowhere(first.answer.language, members.length, first.answer), thread: undefined };
  };

  const asking = (found: readonly Asked[], text: string): Thread => ({ among: found.map(({ plan }) => plan), text });

  /** The plan that was chosen of those that were asked back: by its place in the list, or by nothing but its name. */
  const chosen = ({ among }: { readonly among: readonly string[] }, text: string, named: Mention | undefined) => {
    const place = placeOf(members[0].bot().read(text).tokens);
    if (place !== undefined) return among[place > 0 ? place - 1 : among.length + place];
    return named?.alone ? named.plan : undefined;
  };

  /** One question after what was asked before it. */
  const turn = (thread: Thread | undefined, question: Question): Turned => {
    const named = mentioned(question.text);
    if (thread && 'among' in thread) {
      const plan = chosen(thread, question.text, named);
      return plan === undefined
        ? turn(undefined, question)
        : askOne(plan, { ...question, text: thread.text, history: [] });
    }
    if (named) {
      const history = thread?.plan === named.plan ? thread.asked : [];
      return askOne(named.plan, { ...question, text: named.text, history });
    }
    if (!thread) return askAll(question);
    const kept = askOne(thread.plan, { ...question, history: thread.asked });
    if (kept.answer.status !== 'not_found') return kept;
    const elsewhere = askAll(question);
    return elsewhere.answer.status === 'answered' ? elsewhere : kept;
  };

  return (question) => {
    const thread = question.history.reduce<Thread | undefined>(
      (before, text) => turn(before, { ...question, text, history: [] }).thread ?? before,
      undefined,
    );
    return turn(thread, question).answer;
  };
};
