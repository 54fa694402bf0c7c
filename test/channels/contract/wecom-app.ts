import { WECOM_APP_PATH, wecomAppLine } from '../../../src/channels/wecom/app/app.ts';
import type { WecomKeys } from '../../../src/channels/wecom/crypto.ts';
import { fakeWecomApi, WECOM_APP } from '../../fakes/wecom-api.ts';
import { APP_KEYS, appDelivery, appEnvelope, appText, type Signing } from '../../fakes/wecom-sender.ts';
import { type Mode, type Platform, type Said, type Shown, secondsOf } from './mode.ts';
import type { Time } from './time.ts';
import { liveInText } from './wecom-markup.ts';
import { requestOf, SPOILED, wecomWebhook } from './wecom-webhook.ts';

/** The keys of the app whose credentials the fake knows. */
export const APP_MODE_KEYS: WecomKeys = { ...APP_KEYS, receiveId: WECOM_APP.corpId };

/** The configuration of that app. */
export const appConfig = (baseUrl: string) => ({
  ...{ corpId: WECOM_APP.corpId, secret: WECOM_APP.secret as string, agentId: WECOM_APP.agentId, baseUrl },
  ...{ token: APP_KEYS.token, encodingAesKey: APP_KEYS.encodingAesKey },
});

/** A message of somebody to the app; ids are numbers. */
const appDeliveries = (time: Time) => {
  const numbers = new Map<string, number>();
  let last = 0;
  return ({ text, person = 'zhangsan', id }: Said, signing: Signing, keys = APP_MODE_KEYS) => {
    last += 1;
    const number = id === undefined ? last : (numbers.get(id) ?? last);
    if (id !== undefined) numbers.set(id, number);
    const fields = { ToUserName: WECOM_APP.corpId, FromUserName: person, CreateTime: secondsOf(time) };
    return appDelivery(appText(text, { ...fields, MsgId: `456125535425134${number}` }), signing, keys);
  };
};

const shownOf = (to: string, message: unknown): Shown => {
  const text = (message as { text?: string }).text;
  return { chat: to, words: text ?? JSON.stringify(message), live: text === undefined ? [] : liveInText(text) };
};

const open = async (time: Time): Promise<Platform> => {
  const api = await fakeWecomApi(time.now);
  const delivery = appDeliveries(time);
  const timing = { timeout: 60_000, now: time.now, sleep: time.hurry, random: () => 0 };
  return {
    line: ({ log, now }) => wecomAppLine(appConfig(api.url), { log, now, timing }),
    deliver: async ({ app }, said) => {
      const request = requestOf(WECOM_APP_PATH, delivery(said, { timestamp: secondsOf(time) }));
      return (await app.inject(request)).statusCode === 200;
    },
    shown: () => api.shown.map(({ to, message }) => shownOf(to, message)),
    webhook: wecomWebhook({
      ...{ path: WECOM_APP_PATH, keys: APP_MODE_KEYS, time, limit: 256 * 1024, delivery, envelope: appEnvelope },
    }),
    close: api.close,
  };
};

export const WECOM_APP_MODE: Mode = {
  ...{ name: 'wecom app', groups: false, again: 60_000, open },
  address: { spoiled: SPOILED },
};
