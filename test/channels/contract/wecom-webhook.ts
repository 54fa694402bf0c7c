import type { WecomKeys } from '../../../src/channels/wecom/crypto.ts';
import type { WecomDelivery } from '../../../src/channels/wecom/unseal.ts';
import { challengeOf, type Signing, seal, signedQuery } from '../../fakes/wecom-sender.ts';
import { type Request, type Said, secondsOf, type Webhook } from './mode.ts';
import { openTime, type Time } from './time.ts';

/** What differs between the two addresses of WeCom. */
export interface Kind {
  readonly path: string;
  readonly keys: WecomKeys;
  readonly time: Time;
  /** Bytes of the largest body that is read. */
  readonly limit: number;
  /** A message under lock. */
  readonly delivery: (said: Said, signing: Signing, keys: WecomKeys) => WecomDelivery;
  /** The body around what is encrypted. */
  readonly envelope: (encrypt: string) => string;
}

/** A delivery as a request. */
export const requestOf = (path: string, { method, query, body }: WecomDelivery): Request => ({
  method: method === 'GET' ? 'GET' : 'POST',
  url: `${path}?${new URLSearchParams(query as Record<string, string>)}`,
  // The platform names XML for the app and JSON for the bot; nothing depends on it.
  ...(method !== 'GET' && { headers: { 'content-type': 'text/xml' }, payload: Buffer.from(body).toString('utf8') }),
});

/** The address of one of the two, and what must be refused at it. */
export const wecomWebhook = (kind: Kind): Webhook => {
  const { path, keys, time, limit, delivery, envelope } = kind;
  const signing = () => ({ timestamp: secondsOf(time), nonce: 'nonce-of-the-test' });
  const otherKeys = { ...keys, encodingAesKey: 'a'.repeat(43) };
  const post = (body: string, query = signedQuery('', keys, signing())): Request =>
    requestOf(path, { method: 'POST', query: { ...query }, headers: {}, body: Buffer.from(body), receivedAt: 0 });
  return {
    path,
    challenge: () => ({
      request: requestOf(path, challengeOf('1616140317555161061', keys, signing())),
      answer: '1616140317555161061',
      type: /^text\/plain/,
    }),
    forgedChallenge: () => requestOf(path, challengeOf('1', { ...keys, token: 'another' }, signing())),
    spoiled: (said) => {
      const right = delivery(said, signing(), keys);
      const body = Buffer.from(right.body).toString('utf8');
      const old = { ...signing(), timestamp: String(Number(secondsOf(time)) - 700) };
      const rubbish = seal('rubbish', otherKeys);
      const forged = { status: 401, code: 'delivery_forged' };
      const malformed = { status: 400, code: 'delivery_malformed' };
      return {
        'without a signature': { request: { ...post(body), url: path }, ...forged },
        'with a wrong signature': { request: post(body, { ...signing(), msg_signature: 'x' }), ...forged },
        'with a signature twice': {
          request: { ...requestOf(path, right), url: `${requestOf(path, right).url}&msg_signature=x` },
          ...forged,
        },
        'with the signature of another body': { request: post(body), ...forged },
        'signed with another token': {
          request: requestOf(path, delivery(said, signing(), { ...keys, token: 'another' })),
          ...forged,
        },
        'encrypted with another key': {
          request: post(envelope(rubbish), signedQuery(rubbish, keys, signing())),
          ...forged,
        },
        'for somebody else': {
          request: requestOf(path, delivery(said, signing(), { ...keys, receiveId: 'another' })),
          ...forged,
        },
        'that is old': { request: requestOf(path, delivery(said, old, keys)), status: 401, code: 'delivery_stale' },
        'that is not to be read': { request: post('<xml'), ...malformed },
        'with nothing in it': { request: post(''), ...malformed },
        'with an entity': {
          request: post('<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>'),
          ...malformed,
        },
        'that is too long': { request: post('A'.repeat(limit + 1)), status: 413, code: 'body_too_large' },
      };
    },
  };
};

const NOTHING = { method: 'POST', query: {}, headers: {}, body: Buffer.alloc(0), receivedAt: 0 };

/** The names of what must be refused. */
export const SPOILED: readonly string[] = Object.keys(
  wecomWebhook({
    ...{ path: '/', keys: { token: '', encodingAesKey: 'a'.repeat(43), receiveId: '' }, time: openTime(), limit: 0 },
    ...{ delivery: () => NOTHING, envelope: () => '' },
  }).spoiled({ text: '' }),
);
