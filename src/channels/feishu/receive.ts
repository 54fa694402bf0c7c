import { z } from 'zod';
import type { Delivery, Receipt, Refusal } from '../../types.ts';
import { parseJson } from '../parse-json.ts';
import { decrypt, isCiphertext, isSame, sign } from './crypto.ts';
import type { Received } from './message.ts';

/** The two secrets with which the platform proves itself. */
export interface FeishuKeys {
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** With it, events for another app are refused. */
  readonly appId?: string;
}

/** What a Feishu delivery turned out to be. */
export type FeishuReceipt = Receipt<Received>;

/** Milliseconds by which a signed delivery may differ from our clock. The platform states no window. */
const WINDOW = 3_600_000;

const refuse = (code: Refusal['code'], reason: string): Refusal => ({ status: 'refused', code, reason });

const header = ({ headers }: Delivery, name: string): string | undefined => {
  const value = headers[name];
  // Node joins a header that was sent twice in the same way; neither form is ever a valid signature.
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
};

const timestampOf = (delivery: Delivery): string => header(delivery, 'x-lark-request-timestamp') ?? '';
const nonceOf = (delivery: Delivery): string => header(delivery, 'x-lark-request-nonce') ?? '';

/**
 * One signed request, as opposed to one message: two deliveries with the same key are the same bytes sent again. The
 * signature is over time, nonce and body.
 */
export const replayKey = (delivery: Delivery): string =>
  `${timestampOf(delivery)} ${nonceOf(delivery)} ${header(delivery, 'x-lark-signature') ?? ''}`;

type Signature = { readonly status: 'signed' } | { readonly status: 'unsigned' } | Refusal;

const checkSignature = (delivery: Delivery, encryptKey: string): Signature => {
  const signature = header(delivery, 'x-lark-signature');
  if (signature === undefined) return { status: 'unsigned' };
  const timestamp = timestampOf(delivery);
  const expected = sign({ timestamp, nonce: nonceOf(delivery), body: delivery.body }, encryptKey);
  if (!isSame(signature, expected)) return refuse('delivery_forged', 'signature');
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const fresh = Math.abs(delivery.receivedAt - seconds * 1000) <= WINDOW;
  return fresh ? { status: 'signed' } : refuse('delivery_stale', 'timestamp');
};

const envelopeSchema = z.object({ encrypt: z.string() });

type Envelope = { readonly status: 'sealed'; readonly encrypt: string } | Refusal;

const readEnvelope = ({ body }: Delivery): Envelope => {
  const outer = parseJson(Buffer.from(body).toString('utf8'));
  if (typeof outer !== 'object' || outer === null || Array.isArray(outer))
    return refuse('delivery_malformed', 'body is not a JSON object');
  if (!Object.hasOwn(outer, 'encrypt')) return refuse('delivery_forged', 'body is not encrypted');
  const read = envelopeSchema.safeParse(outer);
  return read.success ? { status: 'sealed', encrypt: read.data.encrypt } : refuse('delivery_malformed', 'envelope');
};

/** The token stands in the header of events of schema 2.0, and at the top level of the challenge. */
const contentSchema = z.union([
  z
    .object({ schema: z.literal('2.0'), header: z.object({ token: z.string(), app_id: z.string().optional() }) })
    .transform(({ header: { token, app_id: app } }) => ({ token, app, challenge: undefined })),
  z
    .object({ type: z.literal('url_verification'), token: z.string(), challenge: z.string() })
    .transform(({ token, challenge }) => ({ token, app: undefined, challenge })),
]);

const isForeign = (app: string | undefined, { appId }: FeishuKeys): boolean =>
  app !== undefined && appId !== undefined && app !== appId;

/**
 * Reads one delivery. The order of checks: envelope, signature where there is one, window, decryption, token, challenge,
 * app; anything else that is unsigned is refused.
 *
 * Whatever depends on the key is refused with one code: an answer that told wrong padding from a wrong token would let
 * strangers decrypt what they have overheard.
 *
 * @param read reads the event, once it is verified
 */
export const receive = (delivery: Delivery, keys: FeishuKeys, read: (event: unknown) => Received): FeishuReceipt => {
  const envelope = readEnvelope(delivery);
  if (envelope.status === 'refused') return envelope;
  const signature = checkSignature(delivery, keys.encryptKey);
  if (signature.status === 'refused') return signature;
  if (!isCiphertext(envelope.encrypt)) return refuse('delivery_malformed', 'ciphertext');
  const event = parseJson(decrypt(envelope.encrypt, keys.encryptKey) ?? '');
  const content = contentSchema.safeParse(event);
  if (!content.success) return refuse('delivery_forged', 'content');
  const { token, app, challenge } = content.data;
  if (!isSame(token, keys.verificationToken)) return refuse('delivery_forged', 'token');
  if (challenge !== undefined) return { status: 'challenge', challenge };
  if (isForeign(app, keys)) return refuse('delivery_forged', 'event for another app');
  return signature.status === 'signed' ? read(event) : refuse('delivery_forged', 'event is not signed');
};
