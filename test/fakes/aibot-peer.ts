import type { WebSocket } from 'ws';
import type { Heard } from './aibot-chats.ts';

/** Credentials that the fake accepts. */
export const AIBOT = { botId: 'aib-of-the-test', secret: 'secret-of-the-aibot' } as const;

/** A bot that is connected, and what was said to it over this connection. */
export interface Peer {
  readonly socket: WebSocket;
  readonly heard: Map<string, Heard>;
  readonly open: Set<string>;
}

/** Sends one frame. */
export const sendFrame = (socket: WebSocket, frame: object): void => socket.send(JSON.stringify(frame));

/** Answers a frame of the bot. */
export const answer = ({ socket, open }: Peer, reqId: string, errcode: number): void => {
  open.delete(reqId);
  const errmsg = errcode === 0 ? 'ok' : `as the platform says, hint: [1], from ip: 127.0.0.1`;
  sendFrame(socket, { headers: { req_id: reqId }, errcode, errmsg });
};

/** Tells a bot that another has connected in its place, and hangs up. */
export const kick = ({ socket }: Peer): void => {
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
