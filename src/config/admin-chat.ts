import { z } from 'zod';

/** The chat that gets the weekly summary. */
export interface AdminChat {
  /** `feishu` or `wecom-bot` */
  readonly channel: string;
  /** The platform's id of the chat. */
  readonly chat: string;
}

const SHAPE = '应写作 feishu:群标识 或 wecom-bot:群标识，例如 feishu:oc_abc';

/** feishu:oc_abc */
export const adminChat = z
  .string()
  .regex(/^(?:feishu|wecom-bot):[\w-]{1,128}$/, SHAPE)
  .transform((text): AdminChat => {
    const at = text.indexOf(':');
    return { channel: text.slice(0, at), chat: text.slice(at + 1) };
  })
  .optional();
