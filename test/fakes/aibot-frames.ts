import { z } from 'zod';
import { faultsOfTemplateCard } from './wecom-card.ts';

/** Bytes of a streamed answer and of a Markdown message. */
export const CONTENT_LIMIT = 20_480;

const content = z.string().refine((text) => Buffer.byteLength(text) <= CONTENT_LIMIT);
const card = z.unknown().refine((value) => faultsOfTemplateCard(value).length === 0);
const headers = z.strictObject({ req_id: z.string().min(1) });
const id = z.string().min(1).max(256);

const markdown = { msgtype: z.literal('markdown'), markdown: z.strictObject({ content }) };
const template = { msgtype: z.literal('template_card'), template_card: card };
const target = { chatid: z.string().min(1), chat_type: z.int().min(0).max(2).optional() };

const stream = z.strictObject({
  id,
  finish: z.boolean(),
  content,
  feedback: z.strictObject({ id }).optional(),
});

/** What a bot may send, page 长连接; everything else is refused. */
export const botFrame = z.discriminatedUnion('cmd', [
  z.strictObject({
    cmd: z.literal('aibot_subscribe'),
    headers,
    body: z.strictObject({ bot_id: z.string().min(1), secret: z.string().min(1) }),
  }),
  z.strictObject({ cmd: z.literal('ping'), headers }),
  z.strictObject({
    cmd: z.literal('aibot_respond_msg'),
    headers,
    body: z.discriminatedUnion('msgtype', [
      z.strictObject({ msgtype: z.literal('stream'), stream }),
      z.strictObject(template),
    ]),
  }),
  z.strictObject({
    cmd: z.literal('aibot_respond_welcome_msg'),
    headers,
    body: z.discriminatedUnion('msgtype', [
      z.strictObject({ msgtype: z.literal('text'), text: z.strictObject({ content }) }),
      z.strictObject(template),
    ]),
  }),
  z.strictObject({
    cmd: z.literal('aibot_respond_update_msg'),
    headers,
    body: z.strictObject({
      response_type: z.literal('update_template_card'),
      userids: z.array(z.string()).optional(),
      template_card: card,
    }),
  }),
  z.strictObject({
    cmd: z.literal('aibot_send_msg'),
    headers,
    body: z.discriminatedUnion('msgtype', [
      z.strictObject({ ...target, ...markdown }),
      z.strictObject({ ...target, ...template }),
    ]),
  }),
]);

export type BotFrame = z.output<typeof botFrame>;
export type BotCommand<Cmd extends BotFrame['cmd']> = Extract<BotFrame, { readonly cmd: Cmd }>;

/** The least of a frame that the platform can answer. */
export const anyFrame = z.looseObject({ cmd: z.string(), headers: z.looseObject({ req_id: z.string() }) });
