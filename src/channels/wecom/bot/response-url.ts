import { TIMING } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import { readAnswer, sentOnceOfFault } from '../api-faults.ts';
import { exchange } from '../http.ts';
import { botBody, type Outgoing } from '../outgoing.ts';

export interface ResponseDeps {
  /** Where a response_url may point: it comes out of a body, if an authentic one. */
  readonly allows: (url: string) => boolean;
  /** When the message came whose address it is, milliseconds since the epoch. */
  readonly at: number;
  readonly now?: () => number;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Milliseconds that the address is good for. Page 主动回复消息. */
const LIFETIME = 3_600_000;

/**
 * Answers a message of the AI bot by the address that came with it: once, within an hour. The address is the whole
 * credential and stands in no log and no outcome. The platform does not know a second try by anything, so that one whose
 * outcome is unknown is not made again.
 */
export const postResponse = async (url: string, message: Outgoing, deps: ResponseDeps): Promise<Sent> => {
  const { allows, at, now = TIMING.now, timeout = TIMING.timeout } = deps;
  if (!URL.canParse(url) || !allows(url)) return { status: 'refused', reason: 'not an address of the platform' };
  if (now() - at >= LIFETIME) return { status: 'refused', reason: 'response_url is over' };
  const answer = readAnswer(await exchange(new URL(url), timeout, botBody(message)));
  if (answer.status === 'done') return { status: 'sent' };
  // There is no token of ours in it: a code of that kind is about this address alone.
  if (answer.fault.kind === 'token' || answer.fault.kind === 'credentials')
    return { status: 'refused', reason: `errcode ${answer.fault.code}` };
  return sentOnceOfFault(answer.fault);
};
