import { z } from 'zod';

/** What the AI bot's chats show by webhook: one message for each stream, and the answer to an event. */
export interface BotScreen {
  /** What was shown, in order, with the chat in which it is. */
  readonly shown: readonly { readonly chat: string; readonly content: string; readonly stream?: string }[];
  /** Streams that are not finished, with their chats: the platform asks for them. */
  readonly open: ReadonlyMap<string, string>;
  /** The platform is told something for a chat. */
  readonly tell: (chat: string, answer: unknown) => void;
}

/** Bytes of a stream's content. Page 被动回复消息. */
const LIMIT = 20_480;

const content = z.string().refine((text) => Buffer.byteLength(text) <= LIMIT, 'too long');
const answerSchema = z.discriminatedUnion('msgtype', [
  z.strictObject({
    msgtype: z.literal('stream'),
    stream: z.strictObject({
      id: z.string().min(1).max(256),
      finish: z.boolean(),
      content,
      feedback: z.strictObject({ id: z.string().min(1).max(256) }),
    }),
  }),
  z.strictObject({ msgtype: z.literal('text'), text: z.strictObject({ content: content.min(1) }) }),
]);

/** An empty screen; throws at what the platform would not show. */
export const createBotScreen = (): BotScreen => {
  const shown: { chat: string; content: string; stream?: string }[] = [];
  const open = new Map<string, string>();
  const tell = (chat: string, answer: unknown): void => {
    const read = answerSchema.parse(answer);
    if (read.msgtype === 'text') {
      shown.push({ chat, content: read.text.content });
      return;
    }
    const { id, finish, content: text } = read.stream;
    const known = shown.find(({ stream }) => stream === id);
    if (known && known.content !== text) throw new Error('a finished stream with another content');
    if (finish) open.delete(id);
    else open.set(id, chat);
    if (finish && !known) shown.push({ chat, content: text, stream: id });
  };
  return { shown, open, tell };
};
