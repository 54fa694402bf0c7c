import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outlet, Reply } from './work.ts';

/** What is to be sent for a piece of work, kept until it is. */
export interface Outgoing {
  /** `full` as the channel lays it out, `plain` after the platform refused that, `blocked` after its content rules did. */
  readonly form: 'full' | 'plain' | 'blocked';
  readonly messages: readonly unknown[];
  /** The same without anything that a platform could refuse. */
  readonly plain: readonly unknown[];
  /** The line that says that the content rules did not let the answer through. */
  readonly blocked: readonly unknown[];
}

const schema = z.object({
  form: z.enum(['full', 'plain', 'blocked']),
  messages: z.array(z.unknown()).min(1),
  plain: z.array(z.unknown()),
  blocked: z.array(z.unknown()),
});

/** Reads what lies in the inbox. Undefined for what this version cannot read. */
export const readOutgoing = (outgoing: unknown): Outgoing | undefined => schema.safeParse(outgoing).data;

/** A reply laid out, with what goes out in its place when the platform does not take it. */
export const outgoingOf = ({ render, plain }: Outlet<never, unknown>, reply: Reply, page: number): Outgoing => ({
  form: 'full',
  messages: render(reply, page),
  plain: plain(reply, page),
  blocked: plain({ kind: 'hint', hint: 'blocked' }, 1),
});

/** By which it is known that a chat has been shown the same before. Of the plain form: cards carry ids of their own. */
export const digestOfMessages = ({ plain }: Outgoing): string =>
  createHash('sha256').update(JSON.stringify(plain)).digest('base64url');

/** The same for the `nth` time, told apart where the platform would keep it back. */
export const toldApart = ({ again }: Outlet<never, unknown>, outgoing: Outgoing, nth: number): Outgoing => {
  if (!again || nth < 2) return outgoing;
  const mark = (messages: readonly unknown[]) => messages.map((message) => again(message, nth));
  const { form, messages, plain, blocked } = outgoing;
  return { form, messages: mark(messages), plain: mark(plain), blocked: mark(blocked) };
};

/**
 * What goes out after the platform did not take one of the messages; undefined when nothing else is left to try. Of the
 * plain form what has been sent already is left out, which may be all of it: the text before a card.
 */
export const plainOf = (outgoing: Outgoing, why: 'refused' | 'blocked', sent: number): Outgoing | undefined => {
  const { form, messages, plain, blocked } = outgoing;
  const gone = new Set(messages.slice(0, sent).map((message) => JSON.stringify(message)));
  const left = plain.filter((message) => !gone.has(JSON.stringify(message)));
  if (why === 'refused' && form === 'full') return { form: 'plain', messages: left, plain: [], blocked };
  if (why === 'blocked' && form !== 'blocked') return { form: 'blocked', messages: blocked, plain: [], blocked: [] };
  return undefined;
};
