import type { createChats } from './aibot-chats.ts';
import type { BotCommand, BotFrame } from './aibot-frames.ts';
import { answer, type Peer } from './aibot-peer.ts';

/** What happens to the next frames of the bot that say something, one each. */
export type BotFault =
  | { readonly kind: 'code'; readonly code: number }
  /** It is shown, but never answered. */
  | { readonly kind: 'silent' }
  /** It is shown, and the connection is cut before the answer. */
  | { readonly kind: 'drop' }
  /** It is shown, and answered when the test says so. */
  | { readonly kind: 'hold' };

/** A frame that says something. */
type Saying = Exclude<BotFrame, BotCommand<'aibot_subscribe' | 'ping'>>;

/** How the platform takes what the bot says, and what goes wrong with it. */
export const createReplies = (chats: ReturnType<typeof createChats>, counts: { overlaps: number }) => {
  const faults: BotFault[] = [];
  let held: (() => void)[] = [];

  const codeOf = (peer: Peer, frame: Saying): number => {
    const heard = peer.heard.get(frame.headers.req_id);
    switch (frame.cmd) {
      case 'aibot_respond_msg':
        return chats.respond(frame, heard);
      case 'aibot_respond_welcome_msg':
        return chats.welcome(frame, heard);
      case 'aibot_respond_update_msg':
        return chats.update(frame, heard);
      case 'aibot_send_msg':
        return chats.push(frame);
    }
  };

  const take = (peer: Peer, frame: Saying) => {
    const reqId = frame.headers.req_id;
    if (peer.open.has(reqId)) counts.overlaps++;
    peer.open.add(reqId);
    const fault = faults.shift();
    if (fault?.kind === 'code') return answer(peer, reqId, fault.code);
    const code = codeOf(peer, frame);
    switch (fault?.kind) {
      case undefined:
        return answer(peer, reqId, code);
      case 'drop':
        return peer.socket.terminate();
      case 'hold':
        held.push(() => answer(peer, reqId, code));
        return;
      case 'silent':
        peer.open.delete(reqId);
    }
  };

  return {
    take,
    failNext: (...next: readonly BotFault[]) => faults.push(...next),
    /** Answers the frames that are held. */
    release: () => {
      const answers = held;
      held = [];
      for (const give of answers) give();
    },
  };
};
