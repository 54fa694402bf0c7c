import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { type BotShown, createChats } from './aibot-chats.ts';
import { anyFrame, type BotCommand, type BotFrame, botFrame } from './aibot-frames.ts';
import { createMouth, type Mouth } from './aibot-mouth.ts';
import { AIBOT, answer, kick, type Peer } from './aibot-peer.ts';
import { type BotFault, createReplies } from './aibot-replies.ts';

export interface FakeAibot extends Mouth {
  readonly url: string;
  /** Every frame of every bot, in order. */
  readonly frames: readonly BotFrame[];
  readonly shown: readonly BotShown[];
  readonly connections: () => number;
  readonly subscribed: () => boolean;
  readonly pings: () => number;
  /** Frames that came for a req_id whose last frame was not answered yet. */
  readonly overlaps: () => number;
  /** Sends text as it is. */
  readonly sendRaw: (text: string) => void;
  readonly failNext: (...faults: readonly BotFault[]) => void;
  /** Errcodes for the next subscriptions, one each; `mute` answers none. */
  readonly failSubscriptions: (...codes: readonly (number | 'mute')[]) => void;
  /** Answers the frames that are held. */
  readonly release: () => void;
  /** Whether pings are answered. */
  readonly answerPings: (answers: boolean) => void;
  /** Whether connections are accepted. */
  readonly accept: (accepts: boolean) => void;
  /** Cuts the connection of the bot. */
  readonly drop: () => void;
  readonly close: () => Promise<void>;
}

const NOT_SUBSCRIBED = 846609;
const BAD_SECRET = 853000;
const BAD_FRAME = 40058;
const BAD_TYPE = 40008;

const badFrame = (text: string): number =>
  /"cmd":"aibot_send_msg".*"msgtype":"text"/s.test(text) ? BAD_TYPE : BAD_FRAME;

interface DoorsParts {
  readonly current: () => Peer | undefined;
  readonly enter: (peer: Peer) => void;
}

/** Lets one bot in at a time, with the right secret. */
const createDoors = ({ current, enter }: DoorsParts) => {
  const subscriptions: (number | 'mute')[] = [];

  const subscribe = (peer: Peer, { headers, body }: BotCommand<'aibot_subscribe'>) => {
    const fault = subscriptions.shift();
    if (fault === 'mute') return;
    const isKnown = body.bot_id === AIBOT.botId && body.secret === AIBOT.secret;
    const code = fault ?? (isKnown ? 0 : BAD_SECRET);
    answer(peer, headers.req_id, code);
    if (code !== 0) return peer.socket.close();
    const before = current();
    if (before && before !== peer) kick(before);
    enter(peer);
  };

  return {
    subscribe,
    failSubscriptions: (...next: readonly (number | 'mute')[]) => subscriptions.push(...next),
  };
};

/** The platform's end of the AI bot's long connection (page 长连接), as strict as the page and people's logs say. */
export const fakeAibot = async (now: () => number = Date.now): Promise<FakeAibot> => {
  let accepts = true;
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => accepts });
  await new Promise((resolve) => server.once('listening', resolve));
  const chats = createChats(now);
  const frames: BotFrame[] = [];
  let current: Peer | undefined;
  const counts = { connections: 0, pings: 0, overlaps: 0, ids: 0 };
  const replies = createReplies(chats, counts);
  const doors = createDoors({
    current: () => current,
    enter: (peer) => {
      current = peer;
    },
  });
  let pongs = true;

  const receive = (peer: Peer, text: string) => {
    const { headers } = anyFrame.parse(JSON.parse(text));
    const read = botFrame.safeParse(JSON.parse(text));
    if (!read.success) return answer(peer, headers.req_id, badFrame(text));
    const frame = read.data;
    frames.push(frame);
    if (frame.cmd === 'aibot_subscribe') return doors.subscribe(peer, frame);
    if (current !== peer) return answer(peer, headers.req_id, NOT_SUBSCRIBED);
    if (frame.cmd !== 'ping') return replies.take(peer, frame);
    counts.pings++;
    if (pongs) answer(peer, headers.req_id, 0);
  };

  server.on('connection', (socket) => {
    counts.connections++;
    const peer: Peer = { socket, heard: new Map(), open: new Set() };
    socket.on('message', (data) => receive(peer, data.toString()));
    socket.on('close', () => {
      if (current === peer) current = undefined;
    });
  });

  const connected = (): Peer => {
    if (!current) throw new Error('no bot is connected');
    return current;
  };

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    frames,
    shown: chats.shown,
    connections: () => counts.connections,
    subscribed: () => current !== undefined,
    pings: () => counts.pings,
    overlaps: () => counts.overlaps,
    ...createMouth({ connected, chats, counts, now }),
    sendRaw: (text) => connected().socket.send(text),
    failNext: replies.failNext,
    release: replies.release,
    failSubscriptions: doors.failSubscriptions,
    answerPings: (answers) => {
      pongs = answers;
    },
    accept: (next) => {
      accepts = next;
    },
    drop: () => connected().socket.terminate(),
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
