import type { WSClient, WsFrame } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import { type Fault, faultOfCode } from '../api-faults.ts';

/** How the platform took a frame; without a fault it is done. */
export type Ack = { readonly status: 'done' } | { readonly status: 'failed'; readonly fault: Fault };

const codeSchema = z.object({ errcode: z.int() });

/** Errors of the SDK for a frame that never left. */
const UNWRITTEN = /not connected|exceeds max size/;

const failed = (fault: Fault): Ack => ({ status: 'failed', fault });

/** The SDK rejects with the platform's frame, or with an error of its own for a frame without an answer. */
const ackOfThrown = (thrown: unknown): Ack => {
  const refused = codeSchema.safeParse(thrown);
  if (refused.success) return failed(faultOfCode(refused.data.errcode));
  const words = thrown instanceof Error ? thrown.message : '';
  if (UNWRITTEN.test(words)) return failed({ kind: 'unwritten', cause: 'not connected' });
  return failed({ kind: 'lost', cause: 'no answer' });
};

/** Sends one frame and waits for its answer; the SDK waits five seconds. */
export const ackOf = async (client: WSClient, send: (client: WSClient) => Promise<WsFrame>): Promise<Ack> => {
  if (!client.isConnected) return failed({ kind: 'unwritten', cause: 'not connected' });
  try {
    await send(client);
    return { status: 'done' };
  } catch (thrown) {
    return ackOfThrown(thrown);
  }
};
