import { z } from 'zod';
import type { Log } from '../../log.ts';
import { backOff } from '../../retry.ts';
import { TIMING, type Timing } from '../../timing.ts';
import type { Sent } from '../../work.ts';
import { type Answered, type Fault, readAnswer, sentOfFault, sentOnceOfFault } from '../api-faults.ts';
import { exchange } from '../http.ts';
import { appBody, type Outgoing } from '../outgoing.ts';
import { createPacer } from '../pacer.ts';
import { type Issued, keepToken, type Tokens } from './token.ts';

/** What the self-built app needs to send. */
export interface WecomApiConfig {
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
  /** `https://qyapi.weixin.qq.com`, without a trailing slash. */
  readonly baseUrl: string;
}

/** Whether the platform shall keep back a message that this person got within the last half hour. */
export interface SendOptions {
  /** With it every failed try is made again; without it only those of which the platform has surely done nothing. */
  readonly check: boolean;
}

/** The part of the WeCom server API that a self-built app uses. */
export interface WecomApi {
  /** Sends a message to one member. */
  readonly send: (user: string, message: Outgoing, options: SendOptions) => Promise<Sent>;
  /** Puts a card in the place of the one that was clicked; `code` is the click's ResponseCode, for 72 h and once. */
  readonly updateCard: (user: string, code: string, card: object) => Promise<Sent>;
  /** Whether corp id and secret are accepted: `sent`, or what is wrong. */
  readonly checkCredentials: () => Promise<Sent>;
  /** The addresses from which the platform calls back; none where it does not say. */
  readonly callbackIps: () => Promise<readonly string[]>;
}

/** Page 全局错误码: a busy platform is to be asked at most 3 times. */
const MOST_TRIES = 3;
const WAITS = { first: 500, longest: 8000 };
/** Seconds in which the same message to the same person is shown once. Page 发送应用消息. */
const SAME_MESSAGE = 1800;

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const ipsSchema = z.object({ ip_list: z.array(z.string()) });
const receivers = z.string().catch('');
const deliverySchema = z.object({ invaliduser: receivers, unlicenseduser: receivers });

/** What a failed try calls for. */
type Step = { readonly kind: 'stop' } | { readonly kind: 'renew' } | { readonly kind: 'wait'; readonly ms: number };

interface Attempt {
  readonly made: number;
  readonly renewed: boolean;
  readonly random: number;
  /** The platform shows the second of two equal tries once. */
  readonly repeatable: boolean;
}

const nextStep = ({ kind }: Fault, { made, renewed, random, repeatable }: Attempt): Step => {
  switch (kind) {
    case 'token':
      return renewed ? { kind: 'stop' } : { kind: 'renew' };
    case 'busy':
    case 'unwritten':
    case 'lost':
      if (made >= MOST_TRIES || (kind === 'lost' && !repeatable)) return { kind: 'stop' };
      return { kind: 'wait', ms: backOff({ made, random }, WAITS) };
    case 'rate':
    case 'credentials':
    case 'gone':
    case 'blocked':
    case 'form':
      return { kind: 'stop' };
  }
};

/** A message of which errcode 0 says that it is done, but not for this person. Ids come back in lower case. */
const deliveredTo = (user: string, body: unknown): Sent => {
  const { invaliduser, unlicenseduser } = deliverySchema.parse(body);
  const names = (list: string): boolean => list.toLowerCase().split('|').includes(user.toLowerCase());
  if (names(invaliduser)) return { status: 'dropped', reason: 'invaliduser' };
  if (names(unlicenseduser)) return { status: 'dropped', reason: 'unlicenseduser' };
  return { status: 'sent' };
};

const openTokens = ({ corpId, secret, baseUrl }: WecomApiConfig, { timeout, now }: Timing): Tokens => {
  const issue = async (): Promise<Issued> => {
    const url = new URL(`${baseUrl}/cgi-bin/gettoken`);
    url.search = new URLSearchParams({ corpid: corpId, corpsecret: secret }).toString();
    const answer = readAnswer(await exchange(url, timeout));
    // Here 40001 is the secret, and no new token will help.
    if (answer.status === 'failed' && answer.fault.kind === 'token')
      return { status: 'none', fault: { ...answer.fault, kind: 'credentials' } };
    // Asking for a token twice does no harm, so that a lost call is one that was never made.
    if (answer.status === 'failed' && answer.fault.kind === 'lost')
      return { status: 'none', fault: { ...answer.fault, kind: 'unwritten' } };
    if (answer.status === 'failed') return { status: 'none', fault: answer.fault };
    const read = tokenSchema.safeParse(answer.body);
    if (!read.success) return { status: 'none', fault: { kind: 'unwritten', cause: 'gettoken without a token' } };
    return { status: 'issued', token: read.data.access_token, lifetime: read.data.expires_in * 1000 };
  };
  return keepToken(issue, now);
};

/** `@all` and `a|b` are more than one person. */
const isOne = (user: string): boolean => user !== '' && user !== '@all' && !user.includes('|');

/** Opens the API of one self-built app. The secret and the token travel in the query: addresses stand in no log. */
export const wecomApi = (config: WecomApiConfig, log: Log, timing: Partial<Timing> = {}): WecomApi => {
  const clock = { ...TIMING, ...timing };
  const tokens = openTokens(config, clock);
  const pacer = createPacer(clock.now);

  const callOnce = async (path: string, body?: object): Promise<Answered & { readonly token?: string }> => {
    const got = await tokens.get();
    if (got.status === 'none') return { status: 'failed', fault: got.fault };
    const url = new URL(`${config.baseUrl}/cgi-bin/${path}`);
    url.searchParams.set('access_token', got.token);
    return { ...readAnswer(await exchange(url, clock.timeout, body)), token: got.token };
  };

  const call = async (path: string, body?: object, repeatable = true): Promise<Answered> => {
    let renewed = false;
    let unsure = false;
    for (let made = 1; ; made++) {
      const called = await callOnce(path, body);
      if (called.status === 'done') return called;
      const step = nextStep(called.fault, { made, renewed, random: clock.random(), repeatable });
      log.debug({ ...called.fault, made, next: step.kind }, 'wecom call failed');
      unsure ||= called.fault.kind === 'lost';
      switch (step.kind) {
        case 'stop':
          return { status: 'failed', fault: { ...called.fault, ...(unsure && { unsure }) } };
        case 'renew':
          renewed = true;
          tokens.drop(called.token ?? '');
          break;
        case 'wait':
          await clock.sleep(step.ms);
      }
    }
  };

  const send: WecomApi['send'] = async (user, message, { check }) => {
    if (!isOne(user)) return { status: 'dropped', reason: 'not one person' };
    const after = pacer.take(user);
    if (after > 0) return { status: 'later', reason: 'the limit of this member', after, unreached: true };
    const checks = { enable_duplicate_check: 1, duplicate_check_interval: SAME_MESSAGE };
    const body = { touser: user, agentid: config.agentId, ...appBody(message), ...(check && checks) };
    const called = await call('message/send', body, check);
    if (called.status === 'done') return deliveredTo(user, called.body);
    return check ? sentOfFault(called.fault) : sentOnceOfFault(called.fault);
  };

  const updateCard: WecomApi['updateCard'] = async (user, code, card) => {
    const body = { userids: [user], agentid: config.agentId, response_code: code, template_card: card };
    const called = await call('message/update_template_card', body);
    return called.status === 'done' ? { status: 'sent' } : sentOfFault(called.fault);
  };

  const checkCredentials = async (): Promise<Sent> => {
    const got = await tokens.get();
    return got.status === 'got' ? { status: 'sent' } : sentOfFault(got.fault);
  };

  const callbackIps = async (): Promise<readonly string[]> => {
    const called = await call('getcallbackip');
    const read = called.status === 'done' ? ipsSchema.safeParse(called.body) : undefined;
    return read?.success ? read.data.ip_list : [];
  };

  return { send, updateCard, checkCredentials, callbackIps };
};
