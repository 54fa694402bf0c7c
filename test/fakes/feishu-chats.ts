/** A message that the platform accepted and shows. */
export interface Shown {
  readonly to: { readonly kind: 'message' | 'chat' | 'person'; readonly id: string };
  readonly msgType: 'interactive' | 'text' | 'file';
  /** The string of JSON as sent. */
  readonly content: string;
  readonly uuid: string;
  readonly thread: boolean;
  /** The platform's id of the new message. */
  readonly messageId: string;
}

/** What a person wrote. */
export interface Written {
  readonly msgType: string;
  readonly content: string;
}

/** Milliseconds in which messages with the same uuid are one. */
const UUID_LIFE = 3_600_000;
/** Messages in any second to one chat, of all bots together. */
const PER_SECOND = 5;

/** Chats, people and messages as the platform knows them. `now` in milliseconds since the epoch. */
export const feishuChats = (now: () => number) => {
  const chatOf = new Map<string, string>();
  const written = new Map<string, Written>();
  const recalled = new Set<string>();
  const chats = new Set<string>();
  const people = new Set<string>();
  const times = new Map<string, readonly number[]>();
  const byUuid = new Map<string, { readonly id: string; readonly at: number }>();
  const sent: Shown[] = [];

  const isTooFast = (chat: string): boolean => {
    const recent = (times.get(chat) ?? []).filter((time) => now() - time < 1000);
    if (recent.length >= PER_SECOND) return true;
    times.set(chat, [...recent, now()]);
    return false;
  };

  /** The id of the new message, or of the one that was sent under the same uuid within the hour. */
  const show = (shown: Omit<Shown, 'messageId'>): string => {
    const known = byUuid.get(shown.uuid);
    if (known && now() - known.at < UUID_LIFE) return known.id;
    const id = `om_sent_${sent.length + 1}`;
    byUuid.set(shown.uuid, { id, at: now() });
    sent.push({ ...shown, messageId: id });
    return id;
  };

  const post = (message: string, chat: string, said?: Written): void => {
    chatOf.set(message, chat);
    if (said) written.set(message, said);
    chats.add(chat);
  };

  return { chatOf, written, recalled, chats, people, sent, isTooFast, show, post };
};

export type FeishuChats = ReturnType<typeof feishuChats>;
