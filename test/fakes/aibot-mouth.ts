import type { WebSocket } from 'ws';
import { type createChats, type Heard, placeOf } from './aibot-chats.ts';
import { AIBOT, type Peer, sendFrame } from './aibot-peer.ts';

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

/** In the middle of the first character of three bytes. */
const sendFragmented = (socket: WebSocket, frame: object): void => {
  const bytes = Buffer.from(JSON.stringify(frame));
  const cut = bytes.findIndex((byte) => byte >= 0xe0) + 1;
  if (cut === 0) throw new Error('nothing to cut: the frame has no character of three bytes');
  socket.send(bytes.subarray(0, cut), { binary: false, fin: false });
  socket.send(bytes.subarray(cut), { binary: false, fin: true });
};

export interface MouthParts {
  /** The bot that is connected. @throws where none is */
  readonly connected: () => Peer;
  readonly chats: Pick<ReturnType<typeof createChats>, 'speak'>;
  /** How many were delivered so far. */
  readonly counts: { ids: number };
  readonly now: () => number;
}

/** What the platform delivers to the bot that is connected. */
export interface Mouth {
  /** Delivers a message; returns its req_id. */
  readonly say: (said?: Said) => string;
  /** Delivers an event, its fields under its own name; returns its req_id. */
  readonly happen: (eventtype: string, fields?: object, from?: Pick<Said, 'group' | 'user' | 'msgid'>) => string;
}

/** Opens it. */
export const createMouth = ({ connected, chats, counts, now }: MouthParts): Mouth => {
  const deliver = (
    { cmd, body }: { readonly cmd: string; readonly body: object },
    heard: Heard,
    { reqId, fragmented }: Said = {},
  ): string => {
    const peer = connected();
    const id = reqId ?? `req-${++counts.ids}`;
    peer.heard.set(id, heard);
    (fragmented ? sendFragmented : sendFrame)(peer.socket, { cmd, headers: { req_id: id }, body });
    return id;
  };

  return {
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
      return deliver({ cmd: 'aibot_msg_callback', body }, { kind: 'message', chat: group ?? user, at: now() }, said);
    },
    happen: (eventtype, fields = {}, { group, user = 'zhangsan', msgid = `event-${counts.ids + 1}` } = {}) => {
      const frame = { msgid, create_time: Math.floor(now() / 1000), aibotid: AIBOT.botId };
      const event = { eventtype, [eventtype]: fields };
      const body = { ...frame, ...placeOf(group), from: { userid: user }, msgtype: 'event', event };
      const kind = eventtype === 'enter_chat' || eventtype === 'template_card_event' ? eventtype : 'other';
      return deliver({ cmd: 'aibot_event_callback', body }, { kind, chat: group ?? user, at: now() });
    },
  };
};
