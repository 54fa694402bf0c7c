import type { Answer, Ask, Question } from '../types.ts';
import type { Conversations } from './conversations.ts';

/** Answers a question in its conversation: earlier questions come in as history, this one is remembered after. */
export type Converse = (conversation: string, asked: Omit<Question, 'history'>) => Promise<Answer>;

/**
 * One question of a conversation after the other: two at once cannot miss each other. `read`: what must be known of a
 * question before it is answered.
 */
export const converseWith = (
  ask: Ask,
  conversations: Conversations,
  read?: (question: Question) => Promise<void>,
): Converse => {
  const last = new Map<string, Promise<unknown>>();

  const answerTo: Converse = async (conversation, asked) => {
    const question = { ...asked, history: await conversations.history(conversation) };
    await read?.(question);
    const answer = ask(question);
    await conversations.remember(conversation, asked.text);
    return answer;
  };

  return (conversation, asked) => {
    const before = last.get(conversation) ?? Promise.resolve();
    const answered = before.then(() => answerTo(conversation, asked));
    const over = answered
      .catch(() => {})
      .then(() => {
        if (last.get(conversation) === over) last.delete(conversation);
      });
    last.set(conversation, over);
    return answered;
  };
};
