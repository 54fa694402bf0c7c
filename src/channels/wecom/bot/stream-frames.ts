import type { WSClient, WsFrameHeaders } from '@wecom/aibot-node-sdk';
import type { Log } from '../../log.ts';
import { backOff } from '../../retry.ts';
import type { Timing } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import { type Fault, sentOfFault } from '../api-faults.ts';
import { type Ack, ackOf } from './acks.ts';
import { createRecent } from './recent.ts';
import { createTurns } from './turns.ts';

/** A frame of a streamed answer. Frames of one stream are one message; each has the whole text so far, ≤ 20480 bytes. */
export interface StreamFrame {
  readonly reqId: string;
  readonly streamId: string;
  readonly content: string;
  readonly finish: boolean;
  /** With the first frame only: lets people say whether the answer was of use. */
  readonly feedbackId?: string;
}

export interface StreamsParts extends Pick<Timing, 'sleep' | 'random'> {
  readonly log: Log;
  /** Why a reply to a message has to wait, where the conversation it came from is at its limit. */
  readonly waitFor: (reqId: string) => Sent | undefined;
}

/** Page 长连接: the message of this stream is six minutes old or finished. */
const STREAM_OVER = 846608;
const MOST_TRIES = 3;
const WAITS = { first: 1000, longest: 4000 };
/** Conversations and streams that are remembered; an answer is given in seconds. */
export const MOST_RECENT = 5000;

/** The headers of a frame that answers another. */
export const headersOf = (reqId: string): WsFrameHeaders => ({ headers: { req_id: reqId } });

const isAgain = ({ kind }: Fault): boolean => kind === 'lost' || kind === 'busy';

/** Returns what sends the frames of streams, those of one message in turn. */
export const createStreams = ({ log, waitFor, sleep, random }: StreamsParts) => {
  const counted = createRecent<true>(MOST_RECENT);
  /** Streams whose last frame went out without an answer. */
  const unsure = createRecent<true>(MOST_RECENT);
  const inTurn = createTurns();

  /** A stream counts once, with its first frame. */
  const waitForStream = ({ reqId, streamId }: StreamFrame): Sent | undefined => {
    if (counted.get(streamId)) return undefined;
    const wait = waitFor(reqId);
    if (!wait) counted.set(streamId, true);
    return wait;
  };

  const sendFrame = async (client: WSClient, frame: StreamFrame): Promise<Ack> => {
    const { reqId, streamId, content, finish, feedbackId } = frame;
    const feedback = feedbackId === undefined ? undefined : { id: feedbackId };
    const ack = await ackOf(client, (open) =>
      open.replyStream(headersOf(reqId), streamId, content, finish, undefined, feedback),
    );
    // The frame without an answer was the last one, and the platform has it.
    if (ack.status === 'failed' && ack.fault.code === STREAM_OVER && unsure.get(streamId)) return { status: 'done' };
    if (finish && ack.status === 'failed' && ack.fault.kind === 'lost') unsure.set(streamId, true);
    return ack;
  };

  const respondNow = async (client: WSClient, frame: StreamFrame): Promise<Sent> => {
    const wait = waitForStream(frame);
    if (wait) return wait;
    let unsure = false;
    for (let made = 1; ; made++) {
      const ack = await sendFrame(client, frame);
      if (ack.status === 'done') return { status: 'sent' };
      log.debug({ ...ack.fault, made }, 'wecom stream frame failed');
      unsure ||= ack.fault.kind === 'lost';
      if (!isAgain(ack.fault) || made >= MOST_TRIES) return sentOfFault({ ...ack.fault, ...(unsure && { unsure }) });
      // Long enough for a late answer to come in while nobody waits: it has no name but the req_id.
      await sleep(backOff({ made, random: random() }, WAITS));
    }
  };

  return (client: WSClient, frame: StreamFrame): Promise<Sent> => inTurn(frame.reqId, () => respondNow(client, frame));
};
