import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feishuLine } from '../src/channels/feishu/feishu.ts';
import { wecomAppLine } from '../src/channels/wecom/app/app.ts';
import { botByWebhook } from '../src/channels/wecom/bot/webhook.ts';
import type { Environment } from '../src/config/variables.ts';
import { readConfig } from '../src/config.ts';
import type { LivePlans } from '../src/overlay/live-plans.ts';
import { createService, type Service } from '../src/service.ts';
import { makeList } from '../src/worklists/make-list.ts';
import { wordsShown } from './fakes/card-words.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from './fakes/feishu-api.ts';
import { faultsOfCard } from './fakes/feishu-card.ts';
import { botAddedEvent, clickEvent, KEYS, messageEvent, sealed, signedHeaders } from './fakes/feishu-sender.ts';
import { until } from './fakes/until.ts';
import { type FakeWecomApi, fakeWecomApi, WECOM_APP } from './fakes/wecom-api.ts';
import { APP_KEYS, BOT_KEYS, botBody, botDelivery, deliverTo, openReply } from './fakes/wecom-sender.ts';
import { openLivePlans } from './overlay/opened.ts';
import { CARE, FIRST, PORT, threePlans } from './plans/three-plans.ts';

const GAS = '天然气交易中心由哪个单位负责？';
const OIL = '液化石油交易中心由谁负责？';
const MEALS = '老年助餐由谁负责';

let feishu: FakeFeishuApi;
let wecom: FakeWecomApi;

beforeAll(async () => {
  feishu = await fakeFeishuApi({ checkCard: faultsOfCard });
  wecom = await fakeWecomApi();
});

afterAll(async () => {
  await feishu.close();
  await wecom.close();
});

interface Running {
  readonly service: Service;
  readonly plans: LivePlans;
  readonly url: string;
  readonly broughtDir: string;
  readonly close: () => Promise<void>;
}

/** The service as the process opens it, on the three plans and the platforms' stand-ins. */
const run = async (env: Environment = {}): Promise<Running> => {
  const folders = threePlans();
  const config = readConfig({ DATA_DIR: folders.data, PUBLIC_URL: 'https://wenji.example.cn', ...env });
  const plans = await openLivePlans(folders.data, { ...folders, first: config.plans.first });
  const log = pino({ level: 'silent' });
  const deps = { log, now: Date.now };
  const of = { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: APP.secret, baseUrl: feishu.url } as const;
  const planOf = (id: string | undefined) => (id === undefined ? plans.lead() : plans.get(id))?.bot.plan;
  const service = await createService({
    ...{ config, plans, log, closed: [], version: '0.0.0' },
    lines: ({ streams }) => [
      feishuLine(of, { ...deps, makeList: makeList(planOf) }),
      botByWebhook(
        { mode: 'webhook', token: BOT_KEYS.token, encodingAesKey: BOT_KEYS.encodingAesKey, baseUrl: wecom.url },
        { ...deps, streams },
      ),
      wecomAppLine(
        {
          ...{ corpId: WECOM_APP.corpId, secret: WECOM_APP.secret, agentId: WECOM_APP.agentId, baseUrl: wecom.url },
          ...{ token: APP_KEYS.token, encodingAesKey: APP_KEYS.encodingAesKey },
        },
        deps,
      ),
    ],
  });
  const asked = feishu.requests.length;
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  await service.chats.start();
  await until('the bot has asked who it is', () =>
    feishu.requests.slice(asked).some(({ path }) => path.endsWith('/bot/v3/info')),
  );
  const close = async (): Promise<void> => {
    await service.app.close();
    await service.chats.stop();
    await service.store.close();
    rmSync(folders.data, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  return { service, plans, url, broughtDir: folders.broughtDir, close };
};

const deliverFeishu = async ({ service }: Running, event: unknown): Promise<void> => {
  const payload = sealed(event);
  const headers = signedHeaders(payload);
  const answer = await service.app.inject({ method: 'POST', url: '/webhooks/feishu', headers, payload });
  expect(answer.statusCode).toBe(200);
  await service.chats.idle();
};

/** Says something in a Feishu group; what the group is shown. */
const inFeishu = async (running: Running, chatId: string, text: string): Promise<string> => {
  const event = messageEvent({ text: `@_user_1 ${text}`, chatId });
  feishu.post(event.event.message.message_id, chatId);
  const before = feishu.sent.length;
  await deliverFeishu(running, event);
  const shown = feishu.sent.slice(before);
  expect(shown).toHaveLength(1);
  return shown[0]?.msgType === 'interactive' ? wordsShown(shown[0].content) : (shown[0]?.content ?? '');
};

let messages = 0;

/** Says something to the AI bot in a WeCom group; the reply as it is fetched. */
const inWecom = async ({ service, url }: Running, chat: string, text: string): Promise<string> => {
  messages += 1;
  const address = `${url}/webhooks/wecom/bot`;
  const tell = async (body: object): Promise<{ finish: boolean; content: string; id: string }> => {
    const nonce = `n${Math.random()}`.slice(0, 10);
    const answer = await deliverTo(address, botDelivery(body, { nonce }));
    expect(answer.status).toBe(200);
    return JSON.parse(openReply(JSON.parse(answer.body), BOT_KEYS, nonce)).stream;
  };
  const ids = { msgid: `msg-${messages}`, chatid: chat, response_url: wecom.responseUrl(`code-${messages}`) };
  let stream = await tell(botBody({ ...ids, text: { content: `@问计 ${text}` } }));
  await service.chats.idle();
  while (!stream.finish) stream = await tell({ ...botBody(), msgtype: 'stream', stream: { id: stream.id } });
  return stream.content;
};

describe('three plans in one service, none of them first', () => {
  let running: Running;
  beforeAll(async () => {
    running = await run();
  });
  afterAll(() => running.close());

  const api = (body: object) => running.service.app.inject({ method: 'POST', url: '/api/ask', payload: body });

  test.each([
    ['feishu', inFeishu],
    ['wecom', inWecom],
  ] as const)(
    '%s: the plan that bears a question out answers, under its title, and the conversation keeps it',
    async (name, say) => {
      const chat = `oc_${name}_conversation`;
      expect(await say(running, chat, GAS)).toMatch(
        /《西安丝绸之路金融中心[^》]*》：[\s\S]*市金融工作局、高新区、市发改委/,
      );
      expect(await say(running, chat, MEALS)).toMatch(
        /《平湖县养老服务提升[^》]*》：[\s\S]*县民政局、县市场监管局、县财政局/,
      );
      expect(await say(running, chat, '有几项任务')).toMatch(/《平湖县[\s\S]*5项/);
      expect(await say(running, chat, '港口物流方案的文号是多少')).toMatch(
        /《海州沿海港口物流[\s\S]*海政办发〔2020〕31号/,
      );
      expect(await say(running, chat, '有几项任务')).toMatch(/《海州[\s\S]*57项/);
    },
  );

  test('a question that several bear out: each in its own words, or which one is meant', async () => {
    const shown = await inFeishu(running, 'oc_cross', '文号是多少');
    expect(shown).toContain('有3个计划写到这一点');
    expect(await inFeishu(running, 'oc_cross', '3')).toMatch(/《西安[\s\S]*市政办发〔2020〕9号/);
    const both = (await api({ question: '市教育局负责哪些任务' })).json();
    expect(new Set(both.citations.map(({ plan }: { plan: string }) => plan))).toEqual(new Set([FIRST, PORT]));
    expect(both.citations.map(({ label }: { label: string }) => label.slice(0, 3))).toContain('《海州');
    for (const part of both.text.split('\n\n').slice(1)) {
      const cites = ['市政办发〔2020〕9号', '海政办发〔2020〕31号'].filter((number) => part.includes(number));
      expect(cites).toHaveLength(1);
    }
  });

  test('a button of an answer asks its plan, whoever clicks and whatever was asked since', async () => {
    await inFeishu(running, 'oc_buttons', MEALS);
    const card = feishu.sent.at(-1)?.content ?? '';
    const value: unknown = JSON.parse(/\{"reply":"[^"]+","suggestion":0\}/.exec(card)?.[0] ?? '{}');
    const before = feishu.sent.length;
    feishu.post('om_clicked', 'oc_buttons');
    const where = { messageId: 'om_clicked', chatId: 'oc_buttons', operator: 'ou_other' };
    await deliverFeishu(running, clickEvent(value, where));
    expect(feishu.sent).toHaveLength(before + 1);
    expect(wordsShown(feishu.sent[before]?.content ?? '')).toMatch(/《平湖县[\s\S]*老年助餐/);
  });

  test('POST /api/ask takes the plan, and says which one answers where none was given', async () => {
    expect((await api({ question: GAS })).json()).toMatchObject({ plan: FIRST, status: 'answered' });
    const only = (await api({ question: '有几项任务', plan: CARE })).json();
    expect(only.text).not.toContain('《平湖县养老服务提升三年行动方案');
    expect(only.citations[0].plan).toBe(CARE);
    const unknown = await api({ question: GAS, plan: 'nobody' });
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'plan_unknown']);
    expect(unknown.json().error.message).toContain(CARE);
  });

  test('a conversation of the API keeps its plan', async () => {
    expect((await api({ question: MEALS, conversation: 'c1' })).json().plan).toBe(CARE);
    expect((await api({ question: '有几项任务', conversation: 'c1' })).json().plan).toBe(CARE);
  });

  test('GET /api/worklists asks for the plan and names those there are', async () => {
    const { app } = running.service;
    const none = await app.inject('/api/worklists?format=json');
    expect([none.statusCode, none.json().error.code]).toEqual([400, 'worklist_plan']);
    for (const id of [FIRST, PORT, CARE]) expect(none.json().error.message).toContain(id);
    expect((await app.inject('/api/worklists?plan=nobody')).statusCode).toBe(400);
    const list = await app.inject(`/api/worklists?plan=${CARE}&format=json`);
    expect(list.json().lists[0].rows).toHaveLength(5);
  });

  test('a list that is asked for in a chat is of the plan that is named, or of the conversation', async () => {
    const chat = 'oc_lists';
    expect(await inWecom(running, chat, '导出县民政局的任务清单')).toMatch(
      /《平湖县[^》]*》县民政局任务清单：[\s\S]*api\/worklists\?plan=pinghu-elderly-care-2024-2026&format=xlsx&unit=/,
    );
    expect(await inWecom(running, chat, '导出市财政局2021年任务清单')).toContain('请先说是哪个计划的清单');
    expect(await inWecom(running, chat, '导出《海州沿海港口物流中心发展行动计划》市财政局2021年任务清单')).toMatch(
      /《海州[\s\S]*plan=haizhou-port-logistics-2020-2022/,
    );
    await inWecom(running, chat, OIL);
    expect(await inWecom(running, chat, '导出市财政局2021年任务清单')).toContain(`plan=${PORT}`);
    const before = feishu.files.length;
    const event = messageEvent({ text: '@_user_1 导出县民政局的任务清单', chatId: 'oc_lists_file' });
    feishu.post(event.event.message.message_id, 'oc_lists_file');
    await deliverFeishu(running, event);
    expect(feishu.files.slice(before).map(({ name }) => name)).toEqual(['县民政局任务清单.xlsx']);
  });

  test('the bot introduces itself with all plans and questions of each that name theirs', async () => {
    const event = botAddedEvent();
    feishu.join(event.event.chat_id);
    const before = feishu.sent.length;
    await deliverFeishu(running, event);
    const words = wordsShown(feishu.sent[before]?.content ?? '');
    for (const title of ['海州沿海港口物流', '平湖县养老服务', '西安丝绸之路金融']) expect(words).toContain(title);
    for (const question of ['《平湖县养老服务提升方案》：建设区域性养老服务中心由谁负责？'])
      expect((await api({ question })).json().plan).toBe(CARE);
  });

  test('pages: the list of plans, each plan’s own, links that stay in it', async () => {
    const { app } = running.service;
    const list = (await app.inject('/plans')).body;
    for (const id of [FIRST, PORT, CARE]) expect(list).toContain(`href="/plans/${id}"`);
    expect(list).toMatch(/平政办发〔2024〕12号/);
    const page = (await app.inject(`/plans/${CARE}/units/${encodeURIComponent('县民政局')}`)).body;
    expect(page).toContain('href="/plans"');
    expect(page).toContain(`/api/worklists?plan=${CARE}`);
    expect(page).not.toContain(FIRST);
    expect((await app.inject(`/plans/${CARE}/units.json`)).json()).toContain('县民政局');
    expect((await app.inject('/plans/nobody')).statusCode).toBe(404);
    expect((await app.inject(`/plans/${CARE}/nowhere`)).statusCode).toBe(404);
    const chat = (await app.inject('/')).body;
    expect(chat).toContain('3个计划');
    expect(chat).toContain('data-several');
    expect(chat).toContain('《平湖县养老服务提升方案》：');
  });

  test('an assistant lists the plans and names one', async () => {
    const call = async (name: string, args: object) => {
      const headers = { accept: 'application/json, text/event-stream', host: 'localhost' };
      const payload = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } };
      const answer = await running.service.app.inject({ method: 'POST', url: '/mcp', headers, payload });
      return answer.json().result;
    };
    const { plans } = (await call('plans', {})).structuredContent;
    expect(plans.map(({ id }: { id: string }) => id)).toEqual([PORT, CARE, FIRST]);
    const unit = await call('unit', { name: '县民政局', plan: '平湖县养老服务提升三年行动方案（2024—2026年）' });
    expect(unit.structuredContent.responsible).toHaveLength(4);
    const unnamed = await call('unit', { name: '县民政局' });
    expect([unnamed.isError, unnamed.content[0].text.includes(CARE)]).toEqual([true, true]);
    expect((await call('ask', { question: '有几项任务', plan: CARE })).structuredContent.text).toContain('5项');
    expect((await call('worklist', { plan: CARE })).structuredContent.list.lists[0].rows).toHaveLength(5);
  });

  test('the document of the API names the plans and shows how one is named', async () => {
    const document = (await running.service.app.inject('/api/openapi.json')).json();
    for (const title of ['海州', '平湖', '西安']) expect(document.info.description).toContain(title);
    expect(JSON.stringify(document.paths['/api/worklists'])).toContain(PORT);
  });

  test('what was not answered is recorded with the plan that was asked', async () => {
    await api({ question: '养老方案的联系电话是多少' });
    await api({ question: '地铁八号线什么时候通车' });
    const plansOf = async (words: string) => {
      const missed = await running.service.store.records.unanswered({ limit: 20 });
      return missed.find(({ question }) => question.includes(words))?.plans;
    };
    // Records of the API are written a moment behind the answer.
    await expect.poll(() => plansOf('联系电话')).toEqual([CARE]);
    await expect.poll(() => plansOf('地铁')).toEqual([]);
  });

  test('a plan that comes or goes while it answers is there, or gone, at once', async () => {
    const { app } = running.service;
    expect(await running.plans.drop(PORT)).toBe(true);
    expect((await api({ question: OIL })).json().plan).not.toBe(PORT);
    expect((await app.inject(`/plans/${PORT}`)).statusCode).toBe(404);
    expect((await app.inject('/')).body).toContain('2个计划');
    expect((await app.inject('/api/openapi.json')).json().info.description).not.toContain('海州');
    const [folder = ''] = running.plans.out();
    expect(await running.plans.take(folder)).toEqual({ status: 'taken', id: PORT });
    expect((await api({ question: OIL })).json().plan).toBe(PORT);
    expect((await app.inject(`/plans/${PORT}`)).statusCode).toBe(200);
  });

  test('a folder that cannot be used stands in /healthz', async () => {
    const { plans, service, broughtDir } = running;
    const folder = join(broughtDir, 'half');
    mkdirSync(folder);
    writeFileSync(join(folder, 'plan.json'), '{');
    expect(await plans.take(folder)).toMatchObject({ status: 'refused' });
    const health = (await service.app.inject('/healthz')).json();
    expect(health).toMatchObject({ status: 'ok', troubles: { 'plan:half': expect.stringContaining('plan.json') } });
    expect(health.troubles['plan:half']).not.toContain(broughtDir);
    rmSync(folder, { recursive: true });
    expect((await service.app.inject('/healthz')).json().troubles).toBeUndefined();
  });
});

describe('with DEFAULT_PLAN and CHAT_PLANS', () => {
  let running: Running;
  beforeAll(async () => {
    running = await run({ DEFAULT_PLAN: FIRST, CHAT_PLANS: `oc_care=${CARE}; wrtwo=${CARE},${PORT}` });
  });
  afterAll(() => running.close());

  test('the default plan is asked first, and the others when it does not bear the question out', async () => {
    expect(await inFeishu(running, 'oc_any', '文号是多少')).toMatch(/《西安[\s\S]*市政办发〔2020〕9号/);
    expect(await inFeishu(running, 'oc_any2', '市财政局负责哪些任务')).toMatch(/《西安/);
    expect(await inFeishu(running, 'oc_any3', MEALS)).toMatch(/《平湖县/);
    expect(await inFeishu(running, 'oc_any4', OIL)).toMatch(/《海州/);
    expect(await inFeishu(running, 'oc_any5', '养老方案有几项任务')).toMatch(/《平湖县[\s\S]*5项/);
  });

  test('a chat that is bound to one plan asks it alone, and answers as if there were no other', async () => {
    const shown = await inFeishu(running, 'oc_care', '文号是多少');
    expect(shown).toContain('平政办发〔2024〕12号');
    expect(shown).not.toContain('《平湖县养老服务提升三年行动方案（2024—2026年）》：');
    expect(await inFeishu(running, 'oc_care', GAS)).not.toContain('市金融工作局');
  });

  test('a chat that is bound to two asks those two', async () => {
    const shown = await inWecom(running, 'wrtwo', '文号是多少');
    expect(shown).toContain('平政办发〔2024〕12号');
    expect(shown).toContain('海政办发〔2020〕31号');
    expect(shown).not.toContain('市政办发〔2020〕9号');
    expect(await inWecom(running, 'wrtwo', GAS)).not.toContain('市金融工作局、高新区');
  });

  test('work lists are of the default plan where none is named', async () => {
    const list = await running.service.app.inject('/api/worklists?format=json');
    expect(list.json().lists[0].rows).toHaveLength(57);
    expect(await inWecom(running, 'wrother', '导出市财政局2021年任务清单')).toContain(`plan=${FIRST}`);
  });

  test('the chat page shows the default plan’s questions as they are, before those of the others', async () => {
    const chat = (await running.service.app.inject('/')).body;
    expect(chat).toMatch(/天然气交易中心由哪个单位负责？<\/a>[\s\S]*《海州/);
  });

  test('a chat whose plans were taken out of force is told so', async () => {
    await running.plans.drop(CARE);
    expect(await inFeishu(running, 'oc_care', MEALS)).toContain('现在不在用');
    const [folder = ''] = running.plans.out();
    await running.plans.take(folder);
    expect(await inFeishu(running, 'oc_care', MEALS)).toContain('县民政局');
  });

  test('a plan that CHAT_PLANS names and that is none stops the start', async () => {
    await expect(run({ CHAT_PLANS: 'oc_x=nobody' })).rejects.toThrow(
      /CHAT_PLANS 给 oc_x 写的 nobody 不在可用的计划之中/,
    );
  });
});
