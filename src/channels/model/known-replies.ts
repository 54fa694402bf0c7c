import type { ModelReplies } from '../../store/model-replies.ts';

/** Replies of a model that are known at once, before the store that keeps them all. */
export interface KnownReplies {
  readonly get: (key: string) => string | undefined;
  /** Looks in the store, too; returns whether there is one. */
  readonly recall: (key: string) => Promise<boolean>;
  readonly keep: (...reply: Parameters<ModelReplies['keep']>) => Promise<void>;
}

/** Replies that are known without asking the store. */
const MOST_KNOWN = 5_000;
/** Opens them; none is known yet. */
export const createKnownReplies = (kept: Pick<ModelReplies, 'get' | 'keep'>): KnownReplies => {
  const replies = new Map<string, string>();

  const note = (key: string, reply: string): void => {
    if (replies.size >= MOST_KNOWN) replies.clear();
    replies.set(key, reply);
  };

  return {
    get: (key) => replies.get(key),
    recall: async (key) => {
      if (replies.has(key)) return true;
      const reply = await kept.get(key);
      if (reply !== undefined) note(key, reply);
      return reply !== undefined;
    },
    keep: async (reply) => note(reply.key, await kept.keep(reply)),
  };
};
