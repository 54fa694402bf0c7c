import { z } from 'zod';
import type { Asker, Click, Incoming } from '../work.ts';
import { messageKey, type Received, readMessage } from './message.ts';
import { differs, type FeishuTo, headerSchema, optionalId, platformId, tenantKey } from './to.ts';

/** Reads what a button of the bot brings back: an object, or a text. Undefined when it is none of the bot's own. */
export type ReadClick = (value: unknown) => Click | undefined;

type Read = (event: unknown) => Received;
type Header = z.output<typeof headerSchema>;

const ignore = (reason: string): Received => ({ status: 'ignored', reason });

const operatorId = z.object({ open_id: optionalId }).nullish().catch(undefined);

/** An event that lacks what is needed is ignored. */
const reader =
  <T>(schema: z.ZodType<T>, read: (event: T) => Received): Read =>
  (event) => {
    const parsed = schema.safeParse(event);
    return parsed.success ? read(parsed.data) : ignore('event of an unknown shape');
  };

const eventKey = ({ event_id }: Header): string => `feishu-event:${event_id}`;

/** Page 撤回消息. */
const recalled = reader(z.object({ event: z.object({ message_id: platformId }) }), ({ event }) => ({
  status: 'recalled',
  id: messageKey(event.message_id),
}));

const addedSchema = z.object({
  header: headerSchema,
  event: z.object({
    chat_id: platformId,
    external: z.boolean().optional().catch(undefined),
    operator_id: operatorId,
    operator_tenant_key: tenantKey,
  }),
});

/** Page 机器人进群. Where the platform does not say whether there are outside people, neither is it said here. */
const added = reader(addedSchema, ({ header, event }) => {
  const { chat_id: chat, external } = event;
  const next: Incoming<FeishuTo> = {
    status: 'welcome',
    asker: {
      tenant: header.tenant_key ?? '',
      chat,
      person: event.operator_id?.open_id ?? header.event_id,
      private: false,
      outside: differs(event.operator_tenant_key, header.tenant_key),
    },
    to: { kind: 'chat', chat },
    ids: [eventKey(header)],
  };
  return external === undefined ? next : { status: 'chat', chat, external, next };
});

const privateAsker = ({ tenant_key, event_id }: Header, chat: string, person: string | undefined): Asker => ({
  tenant: tenant_key ?? '',
  chat,
  person: person ?? event_id,
  private: true,
  outside: false,
});

const enteredSchema = z.object({
  header: headerSchema,
  event: z.object({ chat_id: platformId, operator_id: operatorId }),
});

/** Page 用户进入与机器人的会话. It comes whenever the chat is opened; the id is the chat's, so that one greeting is enough. */
const entered = reader(enteredSchema, ({ header, event: { chat_id: chat, operator_id } }) => ({
  status: 'welcome',
  asker: privateAsker(header, chat, operator_id?.open_id),
  to: { kind: 'chat', chat },
  ids: [`feishu-entered:${chat}`],
}));

const menuSchema = z.object({
  header: headerSchema,
  event: z.object({ operator: z.object({ operator_id: z.object({ open_id: platformId }) }) }),
});

/** Page 机器人自定义菜单. It names no chat: the person stands for the private chat with the bot. */
const menu = reader(menuSchema, ({ header, event }) => {
  const person = event.operator.operator_id.open_id;
  return {
    status: 'welcome',
    asker: privateAsker(header, person, person),
    to: { kind: 'person', person },
    ids: [eventKey(header)],
  };
});

const clickSchema = z.object({
  header: headerSchema,
  event: z.object({
    operator: z.object({ open_id: optionalId, tenant_key: tenantKey }),
    action: z.object({ value: z.unknown() }),
    context: z.object({ open_message_id: platformId, open_chat_id: platformId }),
  }),
});

/**
 * Page 卡片回传交互. Whoever clicked is the asker, which may be anybody who sees the card. Whether the chat is private is
 * not told.
 */
const clicked = (readClick: ReadClick): Read =>
  reader(clickSchema, ({ header, event: { operator, action, context } }) => {
    const click = readClick(action.value);
    if (!click) return ignore('a button that is none of the bot');
    const { open_message_id: message, open_chat_id: chat } = context;
    return {
      status: 'click',
      click,
      asker: {
        tenant: header.tenant_key ?? '',
        chat,
        person: operator.open_id ?? header.event_id,
        private: false,
        outside: differs(operator.tenant_key, header.tenant_key),
      },
      to: { kind: 'message', message, thread: false, chat },
      ids: [eventKey(header)],
    };
  });

/** What reading an event takes besides the event. */
interface Given {
  readonly self: string | undefined;
  readonly readClick: ReadClick;
}

/** By the platform's type; all others are ignored. */
const READERS: ReadonlyMap<string, (event: unknown, given: Given) => Received> = new Map([
  ['im.message.receive_v1', (event: unknown, { self }: Given) => readMessage(event, self)],
  ['im.message.recalled_v1', recalled],
  ['im.chat.member.bot.added_v1', added],
  ['im.chat.access_event.bot_p2p_chat_entered_v1', entered],
  ['application.bot.menu_v6', menu],
  ['card.action.trigger', (event: unknown, { readClick }: Given) => clicked(readClick)(event)],
]);

const typeSchema = z.object({ header: z.object({ event_type: z.string() }) });

/**
 * Reads a verified event, from the webhook or the long connection. Never throws: what it does not know, it ignores.
 *
 * @param self the bot's own open_id, when it is known
 */
export const readEvent = (event: unknown, self: string | undefined, readClick: ReadClick): Received => {
  const type = typeSchema.safeParse(event);
  if (!type.success) return ignore('no event');
  const read = READERS.get(type.data.header.event_type);
  return read ? read(event, { self, readClick }) : ignore('another event');
};
