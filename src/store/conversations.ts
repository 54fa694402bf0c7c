/** The earlier questions of each conversation, so that 那2022年呢？ can be understood. */
export interface Conversations {
  /** Earlier questions of the conversation, oldest first. */
  readonly history: (key: string) => readonly string[];
  /** Adds a question to the conversation. */
  readonly remember: (key: string, question: string) => void;
}

/** How much is remembered, and for how long. */
export interface ConversationLimits {
  /** Questions kept for each conversation. */
  readonly questions: number;
  /** Milliseconds after its last question at which a conversation is forgotten. */
  readonly lifetime: number;
  readonly conversations: number;
  /** Of all remembered questions together: the memory that a flood of long ones may take. */
  readonly characters: number;
}

const LIMITS: ConversationLimits = {
  questions: 10,
  lifetime: 30 * 60_000,
  conversations: 10_000,
  characters: 20_000_000,
};

interface Conversation {
  readonly questions: readonly string[];
  readonly characters: number;
  readonly at: number;
}

/** Conversations in memory, the longest silent first to go. `now` gives milliseconds since the epoch. */
export const memoryConversations = (now: () => number, limits: Partial<ConversationLimits> = {}): Conversations => {
  const { questions, lifetime, conversations, characters } = { ...LIMITS, ...limits };
  /** In the order of their last question. */
  const kept = new Map<string, Conversation>();
  let total = 0;

  const drop = (key: string): void => {
    total -= kept.get(key)?.characters ?? 0;
    kept.delete(key);
  };

  const expired = ({ at }: Conversation): boolean => now() - at >= lifetime;

  const makeRoom = (): void => {
    for (const [key, conversation] of kept) {
      if (kept.size <= conversations && total <= characters && !expired(conversation)) return;
      drop(key);
    }
  };

  const history = (key: string): readonly string[] => {
    const conversation = kept.get(key);
    return conversation && !expired(conversation) ? conversation.questions : [];
  };

  const remember = (key: string, question: string): void => {
    const all = [...history(key), question].slice(-questions);
    const size = all.reduce((sum, one) => sum + one.length, 0);
    drop(key);
    kept.set(key, { questions: all, characters: size, at: now() });
    total += size;
    makeRoom();
  };

  return { history, remember };
};
