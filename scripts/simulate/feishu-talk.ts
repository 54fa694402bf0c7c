import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Card } from '../../src/channels/feishu/card/card.ts';
import { FEISHU_PATH, feishuLine } from '../../src/channels/feishu/feishu.ts';
import { parseJson } from '../../src/channels/parse-json.ts';
import type { Config, FeishuConfig } from '../../src/config.ts';
import { listedPlan } from '../../src/overlay/live-plans.ts';
import { makeList } from '../../src/worklists/make-list.ts';
import { deliverFeishu } from '../deliver/feishu.ts';
import type { Asked } from '../deliver/http.ts';
import { type FeishuSent, openFeishuStandIn, SIMULATED_BOT } from './feishu-stand-in.ts';
import { openPipeline } from './pipeline.ts';
import { buttonsOf, showFeishu } from './show-feishu.ts';
import type { Talk, Who } from './talk.ts';

export type FeishuWebhook = Extract<FeishuConfig, { mode: 'webhook' }>;

const newId = (prefix: string): string => `${prefix}_${randomUUID().replaceAll('-', '')}`;

const personOf = (openId: string) => ({ open_id: openId, union_id: 'on_simulated', user_id: '' });

interface Sender {
  readonly config: FeishuWebhook;
  readonly who: Who;
}

/** An event of schema 2.0 (page 事件概述). */
const eventOf = (type: string, event: object, { config, who }: Sender): object => ({
  schema: '2.0',
  header: {
    event_id: randomUUID(),
    event_type: type,
    create_time: String(Date.now()),
    token: config.verificationToken,
    app_id: config.appId,
    tenant_key: who.tenant,
  },
  event,
});

interface Message {
  readonly text: string;
  readonly id: string;
  /** The bot's open_id. */
  readonly bot: string;
}

/** A text message: in a group with a mention of the bot in front (page 接收消息). */
const messageOf = ({ text, id, bot }: Message, who: Who): object => ({
  sender: { sender_id: personOf(who.person), sender_type: 'user', tenant_key: who.tenant },
  message: {
    message_id: id,
    create_time: String(Date.now()),
    chat_id: who.chat,
    chat_type: who.private ? 'p2p' : 'group',
    message_type: 'text',
    content: JSON.stringify({ text: who.private ? text : `@_user_1 ${text}` }),
    mentions: who.private
      ? []
      : [{ key: '@_user_1', id: personOf(bot), name: '问计', mentioned_type: 'bot', tenant_key: who.tenant }],
  },
});

/** A click on a button (page 卡片回传交互). */
const clickOf = (value: object, who: Who): object => ({
  operator: { tenant_key: who.tenant, ...personOf(who.person) },
  token: newId('c'),
  action: { value, tag: 'button', timezone: 'Asia/Shanghai' },
  host: 'im_message',
  context: { open_message_id: 'om_card', open_chat_id: who.chat },
});

/** Delivers to a server that is running: the reply goes wherever that sends it. */
export const feishuAt = (to: string, config: FeishuWebhook, who: Who): Talk => ({
  say: async (text) => {
    const event = eventOf('im.message.receive_v1', messageOf({ text, id: newId('om'), bot: SIMULATED_BOT }, who), {
      config,
      who,
    });
    return { acknowledged: await deliverFeishu(`${to}${FEISHU_PATH}`, event, config), messages: [] };
  },
  press: async () => undefined,
  show: () => [],
  close: async () => {},
});

const ackSchema = z.object({
  toast: z.object({ content: z.string() }).optional(),
  card: z.object({ data: z.looseObject({}) }).optional(),
});

/** What a click gets at once: a line that fades away, another card in the place of the one that was clicked. */
const readAck = (acknowledged: Asked): { readonly toast?: string; readonly card?: FeishuSent } => {
  const read = acknowledged.status === 'answered' ? ackSchema.safeParse(parseJson(acknowledged.text)) : undefined;
  const { toast, card } = read?.data ?? {};
  return {
    ...(toast && { toast: toast.content }),
    ...(card && { card: { msg_type: 'interactive', content: JSON.stringify(card.data) } }),
  };
};

/** Feishu on a pipeline of its own, whose platform is a stand-in. */
export const openFeishuTalk = async (given: FeishuWebhook, who: Who, settings: Config): Promise<Talk> => {
  const standIn = await openFeishuStandIn(given);
  const config = { ...given, baseUrl: standIn.url };
  const pipeline = await openPipeline(
    ({ plans, ...deps }) =>
      feishuLine(config, { ...deps, makeList: makeList((id) => listedPlan(plans, id)?.bot.plan) }),
    settings,
  );
  await standIn.identified;
  let last: FeishuSent | undefined;

  const deliver = async (type: string, event: object) => {
    const before = standIn.sent.length;
    const acknowledged = await deliverFeishu(
      `${pipeline.url}${FEISHU_PATH}`,
      eventOf(type, event, { config, who }),
      config,
    );
    await pipeline.idle();
    const { toast, card } = readAck(acknowledged);
    const messages = [...(card ? [card] : []), ...standIn.sent.slice(before)];
    last = messages.at(-1) ?? last;
    return { acknowledged, messages, ...(toast !== undefined && { toast }) };
  };

  return {
    say: (text) => {
      const id = newId('om');
      standIn.post(id, who.chat);
      return deliver('im.message.receive_v1', messageOf({ text, id, bot: SIMULATED_BOT }, who));
    },
    press: async (nth) => {
      const card = last?.msg_type === 'interactive' ? (JSON.parse(last.content) as Card) : undefined;
      const button = card && buttonsOf(card)[nth - 1];
      if (!button) return undefined;
      standIn.post('om_card', who.chat);
      return deliver('card.action.trigger', clickOf(button.behaviors[0].value, who));
    },
    show: (message) => showFeishu(message as FeishuSent),
    close: async () => {
      await pipeline.close();
      await standIn.close();
    },
  };
};
