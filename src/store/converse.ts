import type { Answer, Ask } from '../types.ts';
import type { Conversations } from './conversations.ts';

/** Answers a question in its conversation: earlier questions come in as history, this one is remembered after. */
export type Converse = (conversation: string, text: string) => Promise<Answer>;

/** One step from reading the history to remembering the question: two questions at once cannot miss each other. */
export const converseWith =
  (ask: Ask, conversations: Conversations): Converse =>
  async (conversation, text) => {
    const answer = ask({ text, history: conversations.history(conversation) });
    await conversations.remember(conversation, text);
    return answer;
  };
