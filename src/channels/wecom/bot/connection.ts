import { z } from 'zod';
import { hintText } from '../../hints.ts';
import type { Take } from '../../intake/intake.ts';
import { anyOutlet, type Line } from '../../line.ts';
import type { Attempt, Incoming, Outlet, Sent } from '../../work.ts';
import { pagesOfBot, plainBot, renderBot, type WecomMessage } from '../look/render.ts';
import { createWords } from '../text.ts';
import { BOT_NAME, type BotDeps, quotedBy, type SocketConfig, streamIdOf } from './bot.ts';
import { type BotTo, readBot } from './receive.ts';
import { type BotSocket, botSocket } from './socket.ts';
import { takeOrTell } from './take-or-tell.ts';

/** A reply over the long connection goes out under the request that it answers. */
interface SocketTo extends BotTo {
  readonly reqId: string;
  /** What it answers: a greeting and a click take other frames than a question. */
  readonly to: 'question' | 'welcome' | 'click';
}

/** Milliseconds. A stream is known to the platform by its id for as long as it lives. */
const HOLDS = 24 * 60 * 60_000;

const UNKNOWN: Sent = { status: 'dropped', reason: 'unknown outcome' };

const outletOf = (socket: BotSocket): Outlet<SocketTo, WecomMessage> => {
  const stream = async (to: SocketTo, content: string, { first }: Attempt): Promise<Sent> => {
    const { reqId, stream: streamId } = to;
    const sent = await socket.respond({ reqId, streamId, content, finish: true, feedbackId: streamId });
    if (sent.status !== 'refused') return sent;
    // The question is of an earlier connection, or too old for a stream. Shown by an earlier try, it is not shown again.
    return first ? socket.push(to.chat, to.group, { kind: 'markdown', content }) : UNKNOWN;
  };

  const send = async (to: SocketTo, message: WecomMessage, attempt: Attempt): Promise<Sent> => {
    if (to.to === 'question' && message.kind !== 'card') return stream(to, message.content, attempt);
    // Frames that the platform would show a second time.
    if (!attempt.first) return UNKNOWN;
    // A click is answered by a message of its own; so is the card behind a streamed answer.
    return to.to === 'welcome' ? socket.welcome(to.reqId, message) : socket.push(to.chat, to.group, message);
  };

  return { pages: pagesOfBot, render: renderBot, plain: plainBot, quoted: quotedBy, holds: HOLDS, send };
};

const eventTypeSchema = z.object({ event: z.object({ eventtype: z.string() }) });

const kindOf = (body: unknown, status: string): SocketTo['to'] => {
  if (status === 'welcome') return 'welcome';
  return eventTypeSchema.safeParse(body).success ? 'click' : 'question';
};

interface Frames extends BotDeps {
  readonly take: Take<unknown>;
  readonly socket: BotSocket;
  /** Takes the mentions out of a text. */
  readonly words: (text: string) => string;
}

/** Takes what is said or clicked. No frame is delivered twice: who has asked in vain is told to ask again. */
const takeOrApologise = async (
  { take, socket, log }: Frames,
  incoming: Incoming<SocketTo>,
  to: SocketTo,
): Promise<void> => {
  const { reqId, stream: streamId } = to;
  const apologise = async (): Promise<void> => {
    if (to.to === 'question') await socket.respond({ reqId, streamId, content: hintText('failed'), finish: true });
  };
  try {
    const taken = await takeOrTell(take, incoming);
    if (taken.status !== 'full') return;
    log.error({ alarm: true }, 'wecom bot: too much is waiting; a message was not taken');
    await apologise();
  } catch (err) {
    await apologise();
    throw err;
  }
};

/** Takes one frame. */
const takeFrame = async (frames: Frames, body: unknown, reqId: string): Promise<void> => {
  const { take, now, words } = frames;
  const incoming = readBot(body, { receivedAt: now(), isAllowedUrl: () => false, words });
  switch (incoming.status) {
    case 'poll':
    case 'replaced':
      return;
    case 'question':
    case 'hint':
    case 'welcome':
    case 'click': {
      const to: SocketTo = { ...incoming.to, reqId, to: kindOf(body, incoming.status) };
      return takeOrApologise(frames, { ...incoming, to }, to);
    }
    case 'recalled':
    case 'chat':
    case 'ignored':
    case 'unready':
      await take(incoming);
  }
};

/** A group that is written to without a frame that it would answer. */
const pushedTo = (chat: string): SocketTo => ({
  ...{ message: '', stream: '', chat, group: true, person: '', at: 0, reqId: '' },
  to: 'click',
});

const TROUBLES = {
  stopped: undefined,
  live: undefined,
  connecting: '长连接正在建立',
  halted: '长连接被拒绝：请检查 Bot ID 和 Secret',
  replaced: '另一个进程以同一个机器人建立了长连接：请只留一个',
} as const;

/** The AI bot by long connection: no address that the platform can reach is needed. */
export const botByConnection = (config: SocketConfig, deps: BotDeps): Line => {
  const { log, timing } = deps;
  const words = createWords();
  let take: Take<unknown> | undefined;
  const socket = botSocket(
    config,
    {
      onBody: async (body, reqId) => {
        if (take) await takeFrame({ ...deps, take, socket, words }, body, reqId);
      },
      onReplaced: () => {},
      onState: () => {},
    },
    { log, ...(timing && { timing }) },
  );
  return {
    ...BOT_NAME,
    replyId: streamIdOf,
    outlet: anyOutlet(outletOf(socket)),
    toChat: pushedTo,
    connect: (joined) => {
      take = joined;
      return {
        address: '已启用，长连接',
        start: async () => socket.start(),
        stop: socket.stop,
        trouble: () => TROUBLES[socket.state()],
      };
    },
  };
};
