import { z } from 'zod';
import { faultsOfTemplateCard } from './wecom-card.ts';

/** Bytes of a message of the app, and of one of the AI bot. */
export const LIMITS = { app: 2048, bot: 20_480 } as const;

const PER_MINUTE = 30;

const flag = z.union([z.literal(0), z.literal(1)]);

const sendFrame = {
  touser: z.string().min(1),
  agentid: z.int(),
  safe: flag.optional(),
  enable_id_trans: flag.optional(),
  enable_duplicate_check: flag.optional(),
  duplicate_check_interval: z.int().min(1).max(14_400).optional(),
};
const content = z.strictObject({ content: z.string().min(1) });
const card = z.record(z.string(), z.unknown());

/** Body of message/send. Page 发送应用消息. */
export const sendBody = z.discriminatedUnion('msgtype', [
  z.strictObject({ ...sendFrame, msgtype: z.literal('text'), text: content }),
  z.strictObject({ ...sendFrame, msgtype: z.literal('markdown'), markdown: content }),
  z.strictObject({ ...sendFrame, msgtype: z.literal('template_card'), template_card: card }),
]);

/** Body of message/update_template_card. Page 更新模版卡片消息. */
export const updateBody = z.strictObject({
  userids: z.array(z.string().min(1)).min(1).max(100),
  agentid: z.int(),
  response_code: z.string().min(1),
  template_card: card,
});

/** Body of a POST to a response_url. Page 主动回复消息. */
export const responseBody = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('markdown'), markdown: content }),
  z.strictObject({ msgtype: z.literal('template_card'), template_card: card }),
]);

export type SendBody = z.output<typeof sendBody>;
export type ResponseBody = z.output<typeof responseBody>;

/** An answer of the platform that says what is wrong. */
export const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg });

/** What somebody sees in the chat. */
export interface WecomShown {
  /** The member, or the response_code of the bot's message. */
  readonly to: string;
  readonly message: unknown;
}

/** What somebody sees of a message. */
export const messageOf = (body: SendBody | ResponseBody): unknown => {
  switch (body.msgtype) {
    case 'text':
      return { text: body.text.content };
    case 'markdown':
      return { markdown: body.markdown.content };
    case 'template_card':
      return { card: body.template_card };
  }
};

/** What the platform says to the message itself. */
export const faultOf = (body: SendBody | ResponseBody, limit: number) => {
  switch (body.msgtype) {
    case 'text':
      return Buffer.byteLength(body.text.content) > limit ? refuse(45002, 'content size out of limit') : undefined;
    case 'markdown':
      return Buffer.byteLength(body.markdown.content) > limit ? refuse(45002, 'content size out of limit') : undefined;
    case 'template_card': {
      const faults = faultsOfTemplateCard(body.template_card);
      return faults.length > 0 ? refuse(42045, `Template_Card invalid: ${faults.join('; ')}`) : undefined;
    }
  }
};

/** What members see: the duplicate check and the limit per member are applied, both in silence. */
export const createScreen = (now: () => number) => {
  const shown: WecomShown[] = [];
  const sent: { readonly key: string; readonly at: number }[] = [];
  const times: { readonly to: string; readonly at: number }[] = [];

  const isDuplicate = (body: SendBody): boolean => {
    const key = JSON.stringify([body.touser, messageOf(body)]);
    const within = (body.duplicate_check_interval ?? 1800) * 1000;
    const known = sent.some((one) => one.key === key && now() - one.at < within);
    if (!known) sent.push({ key, at: now() });
    return body.enable_duplicate_check === 1 && known;
  };

  const isTooFast = (to: string): boolean => {
    times.push({ to, at: now() });
    return times.filter((one) => one.to === to && now() - one.at < 60_000).length > PER_MINUTE;
  };

  const show = (body: SendBody): void => {
    if (!isDuplicate(body) && !isTooFast(body.touser)) shown.push({ to: body.touser, message: messageOf(body) });
  };
  return { shown, show };
};
