import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { type BotShown, createChats, type Heard, placeOf } from './aibot-chats.ts';
import { anyFrame, type BotCommand, type BotFrame, botFrame } from './aibot-frames.ts';

/** Credentials that the fake accepts. */
export const AIBOT = { botId: 'aib-of-the-test', secret: 'secret-of-the-aibot' } as const;

/** What happens to the next frames of the bot that say something, one each. */
export type BotFault =
  | { readonly kind: 'code'; readonly code: number }
  /** It is shown, but never answered. */
  | { readonly kind: 'silent' }
  /** It is shown, and the connection is cut before the answer. */
  | { readonly kind: 'drop' }
  /** It is shown, and answered when the test says so. */
  | { readonly kind: 'hold' };

/** What somebody says to the bot. */
export interface Said {
  readonly text?: string;
  /** The group; a private chat without. */
  readonly group?: string;
  readonly user?: string;
  /** The organisation of somebody from outside. */
  readonly corp?: string;
  readonly msgid?: string;
  /** The message that is quoted. */
  readonly quote?: object;
  readonly reqId?: string;
  /** Sent in two WebSocket fragments, cut inside a character. */
  readonly fragmented?: boolean;
}

export interface FakeAibot {
  readonly url: string;
  /** Every frame of every bot, in order. */
  readonly frames: readonly BotFrame[];
  readonly shown: readonly BotShown[];
  readonly connections: () => number;
  readonly subscribed: () => boolean;
  readonly pings: () => number;
  /** Frames that came for a req_id whose last frame was not answered yet. */
  readonly overlaps: () => number;
  /** Delivers a message to the bot that is connected; returns its req_id. */
  readonly say: (said?: Said) => string;
  /** Delivers an event, its fields under its own name; returns its req_id. */
  readonly happen: (eventtype: string, fields?: object, from?: Pick<Said, 'group' | 'user' | 'msgid'>) => string;
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

/** A bot that is connected, and what was said to it over this connection. */
interface Peer {
  readonly socket: WebSocket;
  readonly heard: Map<string, Heard>;
  readonly open: Set<string>;
}

const sendFrame = (socket: WebSocket, frame: object): void => socket.send(JSON.stringify(frame));

/** In the middle of the first character of three bytes. */
const sendFragmented = (socket: WebSocket, frame: object): void => {
  const bytes = Buffer.from(JSON.stringify(frame));
  const cut = bytes.findIndex((byte) => byte >= 0xe0) + 1;
  if (cut === 0) throw new Error('nothing to cut: the frame has no character of three bytes');
  socket.send(bytes.subarray(0, cut), { binary: false, fin: false });
  socket.send(bytes.subarray(cut), { binary: false, fin: true });
};

const badFrame = (text: string): number =>
  /"cmd":"aibot_send_msg".*"msgtype":"text"/s.test(text) ? BAD_TYPE : BAD_FRAME;

/** The platform's end of the AI bot's long connection (page 长连接), as strict as the page and people's logs say. */
export const fakeAibot = async (now: () => number = Date.now): Promise<FakeAibot> => {
  let accepts = true;
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => accepts });
  await new Promise((resolve) => server.once('listening', resolve));
  const chats = createChats(now);
  const frames: BotFrame[] = [];
  const faults: BotFault[] = [];
  const subscriptions: (number | 'mute')[] = [];
  let held: (() => void)[] = [];
  let current: Peer | undefined;
  const counts = { connections: 0, pings: 0, overlaps: 0, ids: 0 };
  let pongs = true;

  const answer = ({ socket, open }: Peer, reqId: string, errcode: number): void => {
    open.delete(reqId);
    const errmsg = errcode === 0 ? 'ok' : `as the platform says, hint: [1], from ip: 127.0.0.1`;
    sendFrame(socket, { headers: { req_id: reqId }, errcode, errmsg });
  };

  const kick = ({ socket }: Peer): void => {
    const event = {
      msgid: 'd',
      create_time: 1,
      aibotid: AIBOT.botId,
      msgtype: 'event',
      event: { eventtype: 'disconnected_event' },
    };
    sendFrame(socket, { cmd: 'aibot_event_callback', headers: { req_id: 'kicked' }, body: event });
    socket.close();
  };

  const subscribe = (peer: Peer, { headers, body }: BotCommand<'aibot_subscribe'>) => {
    const fault = subscriptions.shift();
    if (fault === 'mute') return;
    const isKnown = body.bot_id === AIBOT.botId && body.secret === AIBOT.secret;
    const code = fault ?? (isKnown ? 0 : BAD_SECRET);
    answer(peer, headers.req_id, code);
    if (code !== 0) return peer.socket.close();
    if (current && current !== peer) kick(current);
    current = peer;
  };

  const codeOf = (peer: Peer, frame: Exclude<BotFrame, BotCommand<'aibot_subscribe' | 'ping'>>): number => {
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

  const say = (peer: Peer, frame: Exclude<BotFrame, BotCommand<'aibot_subscribe' | 'ping'>>) => {
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

  const receive = (peer: Peer, text: string) => {
    const { headers } = anyFrame.parse(JSON.parse(text));
    const read = botFrame.safeParse(JSON.parse(text));
    if (!read.success) return answer(peer, headers.req_id, badFrame(text));
    const frame = read.data;
    frames.push(frame);
    if (frame.cmd === 'aibot_subscribe') return subscribe(peer, frame);
    if (current !== peer) return answer(peer, headers.req_id, NOT_SUBSCRIBED);
    if (frame.cmd !== 'ping') return say(peer, frame);
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

  const deliver = (cmd: string, body: object, heard: Heard, { reqId, fragmented }: Said = {}): string => {
    const peer = connected();
    const id = reqId ?? `req-${++counts.ids}`;
    peer.heard.set(id, heard);
    (fragmented ? sendFragmented : sendFrame)(peer.socket, { cmd, headers: { req_id: id }, body });
    return id;
  };

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    frames,
    shown: chats.shown,
    connections: () => counts.connections,
    subscribed: () => current !== undefined,
    pings: () => counts.pings,
    overlaps: () => counts.overlaps,
    say: (said = {}) => {
      const { group, user = 'zhangsan', corp, text = '@问计 由谁负责？', msgid = `msg-${counts.ids + 1}` } = said;
      const body = {
        msgid,
        aibotid: AIBOT.botId,
        ...placeOf(group),
        from: { userid: user, ...(corp !== undefined && { corpid: corp }) },
        msgtype: 'text',
        text: { content: text },
        ...(said.quote && { quote: said.quote }),
      };
      chats.speak(group ?? user, group !== undefined);
      return deliver('aibot_msg_callback', body, { kind: 'message', chat: group ?? user, at: now() }, said);
    },
    happen: (eventtype, fields = {}, { group, user = 'zhangsan', msgid = `event-${counts.ids + 1}` } = {}) => {
      const frame = { msgid, create_time: Math.floor(now() / 1000), aibotid: AIBOT.botId };
      const event = { eventtype, [eventtype]: fields };
      const body = { ...frame, ...placeOf(group), from: { userid: user }, msgtype: 'event', event };
      const kind = eventtype === 'enter_chat' || eventtype === 'template_card_event' ? eventtype : 'other';
      return deliver('aibot_event_callback', body, { kind, chat: group ?? user, at: now() });
    },
    sendRaw: (text) => connected().socket.send(text),
    failNext: (...next) => faults.push(...next),
    failSubscriptions: (...next) => subscriptions.push(...next),
    release: () => {
      const answers = held;
      held = [];
      for (const give of answers) give();
    },
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
