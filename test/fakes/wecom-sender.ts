import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { WecomKeys } from '../../src/channels/wecom/crypto.ts';
import type { WecomDelivery } from '../../src/channels/wecom/unseal.ts';

/** The keys of the self-built app, as in the official samples. */
export const APP_KEYS: WecomKeys = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'wx5823bf96d3bd56c7',
};

/** The keys of the AI bot, whose messages are for nobody by name. */
export const BOT_KEYS: WecomKeys = {
  token: 'token-of-the-bot',
  encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
  receiveId: '',
};

/** What the test spoils before encrypting. */
export interface Damage {
  readonly random?: Buffer;
  /** In place of the true length of the message. */
  readonly length?: number;
  /** In place of the padding. */
  readonly padding?: Buffer;
}

const aesKey = ({ encodingAesKey }: WecomKeys): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

const encryptBytes = (bytes: Buffer, keys: WecomKeys): string => {
  const key = aesKey(keys);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
};

/** Encrypts as the platform does; written apart from the bot's own code, and held against the official vectors. */
export const seal = (plain: string, keys: WecomKeys, damage: Damage = {}): string => {
  const message = Buffer.from(plain);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(damage.length ?? message.length);
  const body = Buffer.concat([damage.random ?? randomBytes(16), length, message, Buffer.from(keys.receiveId ?? '')]);
  const pad = 32 - (body.length % 32);
  return encryptBytes(Buffer.concat([body, damage.padding ?? Buffer.alloc(pad, pad)]), keys);
};

export interface Signing {
  /** Seconds since the epoch. */
  readonly timestamp?: string;
  readonly nonce?: string;
}

const signatureOf = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** The query that the platform sends with what is encrypted. */
export const signedQuery = (encrypt: string, keys: WecomKeys, signing: Signing = {}) => {
  const { timestamp = String(Math.floor(Date.now() / 1000)), nonce = randomUUID().slice(0, 8) } = signing;
  return { msg_signature: signatureOf([keys.token, timestamp, nonce, encrypt]), timestamp, nonce };
};

/** A text as the element of a body. */
export const element = (name: string, text: string): string => `<${name}><![CDATA[${text}]]></${name}>`;

/** The fields of a message to the app; those given replace or add. */
export const appXml = (fields: Readonly<Record<string, string | undefined>> = {}): string => {
  const all = {
    ToUserName: APP_KEYS.receiveId,
    FromUserName: 'ZhangSan',
    CreateTime: String(Math.floor(Date.now() / 1000)),
    MsgType: 'text',
    AgentID: '1000002',
    ...fields,
  };
  const lines = Object.entries(all).map(([name, text]) => (text === undefined ? '' : element(name, text)));
  return `<xml>${lines.join('\n')}</xml>`;
};

/** A text message to the app. */
export const appText = (text: string, fields: Readonly<Record<string, string | undefined>> = {}): string =>
  appXml({ Content: text, MsgId: '4561255354251345929', ...fields });

/** The body in which the platform sends what is encrypted. */
export const appEnvelope = (encrypt: string): string =>
  `<xml>${element('ToUserName', APP_KEYS.receiveId ?? '')}${element('Encrypt', encrypt)}${element('AgentID', '1000002')}</xml>`;

/** The fields of a message to the bot, as in a group where it is mentioned; those given replace or add. */
export const botBody = (fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  msgid: 'CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=',
  aibotid: 'AIBOTID',
  chatid: 'wrkSFfCgAAxxxxxx',
  chattype: 'group',
  from: { userid: 'ZhangSan' },
  response_url: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE',
  msgtype: 'text',
  text: { content: '@RobotA 第21项由谁负责？' },
  ...fields,
});

/** An event of the bot, the fields under its name, as the page has it. */
export const botEvent = (
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
) => ({
  msgid: 'E-CAIQ16HMjQYY',
  create_time: 1_700_000_000,
  aibotid: 'AIBOTID',
  chattype: 'single',
  from: { userid: 'ZhangSan' },
  msgtype: 'event',
  event: { eventtype: name, [name]: fields },
  ...more,
});

const deliver = (method: string, query: WecomDelivery['query'], body: string): WecomDelivery => ({
  method,
  query,
  headers: {},
  body: Buffer.from(body),
  receivedAt: Date.now(),
});

/** The check of the address, as the receiver gets it. */
export const challengeOf = (plain: string, keys: WecomKeys, signing: Signing = {}): WecomDelivery => {
  const echostr = seal(plain, keys);
  return deliver('GET', { ...signedQuery(echostr, keys, signing), echostr }, '');
};

/** A message to the app, as the receiver gets it. */
export const appDelivery = (xml: string, signing: Signing = {}, keys = APP_KEYS): WecomDelivery => {
  const encrypt = seal(xml, keys);
  return deliver('POST', { ...signedQuery(encrypt, keys, signing) }, appEnvelope(encrypt));
};

/** A message or event to the bot's address, as the receiver gets it. */
export const botDelivery = (body: unknown, signing: Signing = {}, keys = BOT_KEYS): WecomDelivery => {
  const encrypt = seal(typeof body === 'string' ? body : JSON.stringify(body), keys);
  return deliver('POST', { ...signedQuery(encrypt, keys, signing) }, JSON.stringify({ encrypt }));
};

const replySchema = z.strictObject({
  encrypt: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/),
  msgsignature: z.string().regex(/^[0-9a-f]{40}$/),
  timestamp: z.int().positive(),
  nonce: z.string().min(1),
});

/** Opens an answer as the platform does; throws where the platform would show nothing. */
export const openReply = (answer: unknown, keys: WecomKeys, nonce: string): string => {
  const reply = replySchema.parse(answer);
  if (reply.nonce !== nonce) throw new Error('the nonce of another delivery');
  if (signatureOf([keys.token, String(reply.timestamp), nonce, reply.encrypt]) !== reply.msgsignature)
    throw new Error('wrong signature');
  const key = aesKey(keys);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(reply.encrypt, 'base64')), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (padded.length % 32 !== 0 || pad < 1 || pad > 32 || !padded.subarray(-pad).every((byte) => byte === pad))
    throw new Error('wrong padding');
  const plain = padded.subarray(0, -pad);
  const end = 20 + plain.readUInt32BE(16);
  if (plain.toString('utf8', end) !== keys.receiveId) throw new Error('for somebody else');
  return plain.toString('utf8', 20, end);
};

/** Sends a delivery over HTTP to the whole address of the channel, like the platform: percent-encoded. */
export const deliverTo = async (url: string, delivery: WecomDelivery) => {
  const query = new URLSearchParams(delivery.query as Record<string, string>);
  const body = delivery.method === 'GET' ? {} : { body: Buffer.from(delivery.body) };
  const response = await fetch(`${url}?${query}`, {
    method: delivery.method,
    ...body,
    signal: AbortSignal.timeout(60_000),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};
