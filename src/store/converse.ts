import type { Answer, Ask, Question } from '../types.ts';
import type { Conversations } from './conversations.ts';

/** Answers a question in its conversation: earlier questions come in as history, this one is remembered after. */
export type Converse = (conversation: string, asked: Omit<Question, 'history'>) => Promise<Answer>;

/** One step from reading the history to remembering the question: two questions at once cannot miss each other. */
export const converseWith =
  (ask: Ask, conversations: Conversations): Converse =>
  async (conversation, asked) => {
    const answer = ask({ ...asked, history: conversations.history(conversation) });
    await conversations.remember(conversation, asked.text);
    return answer;
  };
