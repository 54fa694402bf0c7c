import type { Refusal } from '../types.ts';
import type { OpenChannel } from './channel.ts';
import type { Take } from './intake/intake.ts';
import type { AnyOutlet, Outlet } from './work.ts';

/** Told of each delivery that is not what it should be, and why. */
export type Refused = (code: Refusal['code']) => void;

/** A chat platform before it is joined to the inbox: how it sends, and what it does with what comes in. */
export interface Line {
  /** As programs say it; stands in the inbox with the work that came by it. */
  readonly name: string;
  /** As people say it. */
  readonly title: string;
  readonly outlet: AnyOutlet;
  /** The id that the answer to a question shall have, where the platform has a say in it; a fresh one otherwise. */
  readonly replyId?: (to: unknown) => string | undefined;
  /** Where a message to a chat goes that nobody asked for; absent where the platform takes none. */
  readonly toChat?: (chat: string) => unknown;
  /** What the platform's reason means to an administrator, where that is known. */
  readonly explain?: (reason: string) => string | undefined;
  /** Joins it to the inbox: from then on it may be mounted and started. */
  readonly connect: (take: Take<unknown>, refused?: Refused) => Omit<OpenChannel, 'name' | 'title' | 'status'>;
}

/** An outlet whose types are forgotten: it gets back from the inbox what it put there itself. */
export const anyOutlet = <To, Message>(outlet: Outlet<To, Message>): AnyOutlet => outlet as unknown as AnyOutlet;
