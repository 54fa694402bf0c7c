import { afterEach, beforeAll, beforeEach } from 'vitest';
import { type FeishuApi, feishuApi } from '../../../src/channels/feishu/client.ts';
import type { FeishuMessage } from '../../../src/channels/feishu/render.ts';
import { loadSdk } from '../../../src/channels/feishu/sdk.ts';
import type { FeishuTo } from '../../../src/channels/feishu/to.ts';
import { type FakeClock, fakeClock } from '../../fakes/clock.ts';
import { APP, type ApiFault, type FakeFeishuApi, fakeFeishuApi } from '../../fakes/feishu-api.ts';
import { memoryLog } from '../../fakes/memory-log.ts';

export let fake: FakeFeishuApi;
export let api: FeishuApi;
export let clock: FakeClock;
export let lines: string[];
let faultsOfCard: readonly string[];

export const open = (secret: string = APP.secret): FeishuApi => {
  const log = memoryLog();
  lines = log.lines;
  const config = { appId: APP.id, appSecret: secret, baseUrl: fake.url };
  return feishuApi(config, log.logger, { timeout: 5000, now: clock.now, sleep: clock.sleep, random: () => 0 });
};

export const text = (words: string): FeishuMessage => ({ msgType: 'text', content: JSON.stringify({ text: words }) });
export const card = (words: string): FeishuMessage => ({
  msgType: 'interactive',
  content: JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'markdown', content: words }] } }),
});

export const toMessage = (message: string, thread = false): FeishuTo => ({
  kind: 'message',
  message,
  thread,
  chat: `oc_of_${message}`,
});

export const reply = (message = text('责任单位：市发改委'), key = 'key-1') => api.send(toMessage('om_1'), message, key);

export const code = (number: number, http = 400): ApiFault => ({ kind: 'code', http, code: number });

export const uuidsTried = () => fake.tries().map(({ body }) => (body as { uuid: string }).uuid);

/** Another client, with another secret. */
export const reopen = (secret: string): void => {
  api = open(secret);
};

/** The platform finds these faults on each card. */
export const findOnCards = (faults: readonly string[]): void => {
  faultsOfCard = faults;
};

/** Opens it before each test of a file and closes it behind it. */
export const onStage = (): void => {
  beforeAll(() => void loadSdk());

  beforeEach(async () => {
    clock = fakeClock();
    faultsOfCard = [];
    fake = await fakeFeishuApi({ now: clock.now, checkCard: () => faultsOfCard });
    fake.post('om_1', 'oc_1');
    api = open();
  });

  afterEach(() => fake.close());
};
