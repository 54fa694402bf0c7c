import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Quoted } from '../work.ts';
import type { Called, FeishuApi } from './client.ts';
import { wordsOf } from './content.ts';
import { type FeishuTo, optionalId } from './to.ts';

/** The id of the answer to a question, so that whoever quotes the question is known to mean that. */
export const replyIdOf = (message: string): string => createHash('sha256').update(message).digest('hex').slice(0, 32);

/** Of im.v1.message.get, what is needed here (page 获取指定消息的内容). */
const schema = z.object({
  data: z.object({
    items: z.tuple(
      [
        z.object({
          msg_type: z.string(),
          parent_id: optionalId,
          sender: z.object({ sender_type: z.string() }),
          body: z.object({ content: z.string() }),
          mentions: z.array(z.object({ key: z.string() })).nullish(),
        }),
      ],
      z.unknown(),
    ),
  }),
});

const readBack = (called: Called<unknown> | undefined): Quoted | undefined => {
  const read = called?.status === 'done' ? schema.safeParse(called.value) : undefined;
  const [item] = read?.data?.data.items ?? [];
  if (!item) return undefined;
  const { msg_type, parent_id, sender, body, mentions } = item;
  // What an app has sent answers a question; its cards are nobody's question.
  if (sender.sender_type !== 'user') return parent_id ? { kind: 'reply', reply: replyIdOf(parent_id) } : undefined;
  const words = wordsOf(msg_type, body.content, mentions ?? []);
  return words ? { kind: 'words', words } : undefined;
};

/** Milliseconds: an answer waits no longer for what it quotes. */
const LONGEST_WAIT = 3_000;

const withinWait = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  const over = new AbortController();
  const wait = setTimeout(LONGEST_WAIT, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
  return Promise.race([reading, wait]).finally(() => over.abort());
};

/** What the quoted message says: of our own knowledge where that has it, else the platform is asked, once. */
export const quotedBy =
  (api: Pick<FeishuApi, 'read' | 'answers'>) =>
  async (to: FeishuTo, isKept: (reply: string) => Promise<boolean>): Promise<Quoted | undefined> => {
    if (to.kind !== 'message' || to.quotes === undefined) return undefined;
    const reply = replyIdOf(api.answers(to.quotes) ?? to.quotes);
    return (await isKept(reply)) ? { kind: 'reply', reply } : readBack(await withinWait(api.read(to.quotes)));
  };
