import { yearOf } from '../china-time.ts';
import { type PageAsked, pageAsked } from '../read/page-asked.ts';
import type { Conversations } from '../store/conversations.ts';
import type { Also } from '../store/inbox.ts';
import { type Asked, digestOf, type KeptReply, type Reading, type Replies } from '../store/replies.ts';
import type { Answer, Ask } from '../types.ts';
import { type AskedPlans, answeringPlan, mayBeAsked } from './asked-plans.ts';
import { chartsOf } from './chart.ts';
import { doubt } from './doubt.ts';
import type { Stored } from './incoming.ts';
import { listAsked } from './list-asked.ts';
import type { Log } from './log.ts';
import type { ModelReader } from './model/reader.ts';
import type { SaidLately } from './quoted.ts';
import type { Watch } from './watch.ts';
import { welcomeId, welcomeOf } from './welcome.ts';
import type { AnswerReply, Asker, Outlet, Reply } from './work.ts';

/** What answering needs. */
export interface Answering {
  readonly ask: Ask;
  readonly plans: AskedPlans;
  /** Ids of the only plans that are asked in a chat, by the platform's id of the chat. */
  readonly byChat: ReadonlyMap<string, readonly string[]>;
  /** The address under which others reach the service, without a trailing slash. */
  readonly publicUrl?: string;
  readonly conversations: Conversations;
  readonly replies: Replies;
  readonly saidLately: SaidLately;
  readonly watch: Watch;
  readonly log: Log;
  /** Resolves in a turn of the event loop in which nothing else is answered. */
  readonly ownTurn: () => Promise<void>;
  /** Where a language model reads questions that the rules are not sure of. */
  readonly model?: Pick<ModelReader, 'read' | 'known'>;
}

/** What is said to a piece of work. */
export interface Said {
  readonly reply: Reply;
  /** Of a long answer, from 1. */
  readonly page: number;
  /** What is written down together with it. */
  readonly also?: Also;
}

/** A piece of accepted work, and when it was accepted: the year of asking is that of the question, not of a later try. */
export interface Piece {
  readonly channel: string;
  readonly work: number;
  readonly stored: Stored;
  /** The questions that lead up to the message that the question quotes, where it quotes one. */
  readonly quoted?: readonly string[] | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

type Asking = Piece & { readonly stored: Extract<Stored, { kind: 'question' }> };

/** Person and chat. */
export const conversationOf = (channel: string, { tenant, chat, person }: Asker): string =>
  [channel, tenant, chat, person].join(':');

const hint = (which: Extract<Reply, { kind: 'hint' }>['hint']): Said => ({
  reply: { kind: 'hint', hint: which },
  page: 1,
});

const answerReply = ({ plans, publicUrl }: Answering, id: string, answer: Answer): AnswerReply => {
  const answering = answeringPlan(answer, plans);
  const charts = answering ? chartsOf(answer, answering.bot.plan) : [];
  const pages = answering && publicUrl ? `${publicUrl}/plans/${encodeURIComponent(answering.id)}` : undefined;
  return { kind: 'answer', id, answer, charts, ...(pages !== undefined && { pages }) };
};

/** The line with which the bot introduces itself in a chat. */
export const welcomeReply = ({ plans, byChat }: Answering, chat = ''): Extract<Reply, { kind: 'welcome' }> => {
  const welcome = welcomeOf(plans, byChat.get(chat));
  return { kind: 'welcome', id: welcomeId(plans, welcome), welcome };
};

/** An answer that is kept, made again; undefined when the plan or the program has changed and it would be another. */
export const keptAnswer = (answering: Answering, id: string, kept: KeptReply): AnswerReply | undefined => {
  if (mayBeAsked(answering.plans, kept.asked.plans).length === 0) return undefined;
  const answer = answering.ask(kept.asked);
  return digestOf(answer) === kept.digest ? answerReply(answering, id, answer) : undefined;
};

/** The page that is meant; undefined for a number that may as well be one of the tasks that the answer lists. */
const pageMeant = (asked: PageAsked, { page }: Reading, { answer }: AnswerReply): number | undefined => {
  switch (asked.kind) {
    case 'next':
      return page + 1;
    case 'previous':
      return page - 1;
    case 'page':
      return asked.page;
    case 'bare':
      return answer.tasks.includes(asked.number) ? undefined : asked.number;
  }
};

/** 下一页, in the conversation's long answer; undefined when the words ask for no page. */
const turnPage = async (
  answering: Answering,
  outlet: Outlet<never, unknown>,
  piece: Asking,
): Promise<Said | undefined> => {
  const { replies } = answering;
  const conversation = conversationOf(piece.channel, piece.stored.asker);
  const asked = pageAsked(piece.stored.text);
  const reading = asked && (await replies.reading(conversation));
  const kept = reading && (await replies.get(reading.reply));
  const reply = kept && keptAnswer(answering, reading.reply, kept);
  if (!asked || !reading || !reply) return undefined;
  const page = pageMeant(asked, reading, reply);
  if (page === undefined) return undefined;
  const exists = page >= 1 && page <= outlet.pages(reply);
  if (!exists) return asked.kind === 'bare' ? undefined : hint('no_page');
  return { reply, page, also: (sql) => replies.turn(sql, conversation, { ...reading, page }) };
};

/** 有误; undefined when the words doubt nothing. It is no part of the conversation. */
const takeDoubt = async (
  answering: Answering,
  { channel, stored: { text, asker } }: Asking,
): Promise<Said | undefined> => {
  const { replies, plans, watch } = answering;
  const kept = async (id: string) => {
    const row = await replies.get(id);
    const reply = row && keptAnswer(answering, id, row);
    return reply && { id, asked: row.asked, answer: reply.answer };
  };
  const sayer = { channel, asker, conversation: conversationOf(channel, asker) };
  const taken = await doubt(text, sayer, { replies, plans, watch, kept });
  return taken && { reply: { kind: 'line', text: taken.line }, page: 1, also: taken.also };
};

/** What is asked, with what was asked before it, of the plans that may be asked there. */
const askedBy = async (
  { conversations, byChat }: Answering,
  { channel, stored, quoted, at }: Asking,
): Promise<Asked> => {
  const { text, asker } = stored;
  const plans = byChat.get(asker.chat);
  const history = quoted ?? (await conversations.history(conversationOf(channel, asker)));
  return { text, history, year: yearOf(at), ...(plans && { plans }) };
};

/** Resolves when a piece of work can be answered: a question, once a model has read it or its time is over. */
export const readFirst = async (answering: Answering, piece: Piece): Promise<void> => {
  const { stored, work } = piece;
  if (answering.model && stored.kind === 'question')
    await answering.model.read(await askedBy(answering, { ...piece, stored }), work);
};

/** The chat's plans were taken out of force. */
const nothingToAsk = ({ plans, byChat }: Answering, { stored: { asker } }: Asking): Said | undefined => {
  const ids = byChat.get(asker.chat);
  if (mayBeAsked(plans, ids).length > 0) return undefined;
  return { reply: { kind: 'line', text: `本群所问的计划（${ids?.join('、')}）现在不在用，请联系管理员。` }, page: 1 };
};

/** A work list as a file; undefined when none is asked for. It is no part of the conversation. */
const offerList = (answering: Answering, piece: Asking, asked: Asked): Said | undefined => {
  const { ask, plans, publicUrl } = answering;
  const found = listAsked(asked, { ask, plans }, { at: piece.at, base: publicUrl });
  if (!found || found.kind === 'which') return undefined;
  return { reply: found.kind === 'list' ? { kind: 'list', list: found.list } : found, page: 1 };
};

interface Put {
  readonly outlet: Outlet<never, unknown>;
  readonly piece: Asking;
  readonly plain: Asked;
}

const answerQuestion = (answering: Answering, { outlet, piece, plain }: Put): Said => {
  const { ask, conversations, replies, saidLately, watch, log } = answering;
  const { stored, work, quoted = [] } = piece;
  const conversation = conversationOf(piece.channel, stored.asker);
  const started = performance.now();
  const asked = answering.model?.known(plain) ?? plain;
  const answer = ask(asked);
  saidLately.note(stored.asker.chat, asked, answer.text);
  const ms = performance.now() - started;
  const { status, kind } = answer;
  const { channel } = piece;
  log.info({ channel, work, length: stored.text.length, status, kind, ms: Math.round(ms) }, 'answered');
  const chat = stored.asker.private ? 'private' : 'group';
  const watched = watch.answered({ channel, chat, question: stored.text, answer, ms, work });
  const reply = answerReply(answering, stored.id, answer);
  const pages = outlet.pages(reply);
  const also: Also = async (sql) => {
    // The conversation goes on from what was quoted.
    for (const question of quoted) await conversations.record(sql, { conversation, question, work });
    await Promise.all([
      conversations.record(sql, { conversation, question: stored.text, work }),
      replies.keep(sql, { id: stored.id, asked, answer, work }),
      replies.doubted(sql, conversation, undefined),
      replies.turn(sql, conversation, pages > 1 ? { reply: stored.id, page: 1 } : undefined),
    ]);
    await watched?.(sql);
  };
  return { reply, page: 1, also };
};

/** What the bot says to a piece of work. A bug becomes an apology, and an error in the log without the question. */
export const say = async (answering: Answering, outlet: Outlet<never, unknown>, piece: Piece): Promise<Said> => {
  const { stored } = piece;
  switch (stored.kind) {
    case 'hint':
      return hint(stored.hint);
    case 'line':
      return { reply: { kind: 'line', text: stored.text }, page: 1 };
    case 'welcome':
      return { reply: welcomeReply(answering, stored.chat), page: 1 };
    case 'question': {
      const question = { ...piece, stored };
      try {
        const said =
          (await takeDoubt(answering, question)) ??
          (await turnPage(answering, outlet, question)) ??
          nothingToAsk(answering, question);
        if (said) return said;
        const plain = await askedBy(answering, question);
        await answering.ownTurn();
        return offerList(answering, question, plain) ?? answerQuestion(answering, { outlet, piece: question, plain });
      } catch (err) {
        answering.log.error({ err, work: piece.work, length: stored.text.length }, 'answering failed');
        return hint('failed');
      }
    }
  }
};
