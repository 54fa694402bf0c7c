import { z } from 'zod';
import type { Fault } from './faults.ts';

/** The bot as the platform knows it (page 获取机器人信息). */
export interface BotInfo {
  readonly openId: string;
  readonly name: string;
  /** The platform's `activate_status`; absent when it does not say. */
  readonly activation?: number;
}

/** What an administrator has to know about the app. */
export type Credentials =
  /** The token is given, the bot is there and in use. */
  | { readonly status: 'ready'; readonly bot: BotInfo }
  /** The token is given, but the organisation has not released the app, or has stopped it. */
  | { readonly status: 'inactive'; readonly bot: BotInfo }
  /** No token: App ID, App Secret or the list of allowed addresses is wrong. */
  | { readonly status: 'no_token'; readonly fault: Fault }
  /** The token is given, but the app has no bot, or lacks a permission. */
  | { readonly status: 'no_bot'; readonly fault: Fault }
  /** The platform did not answer, or not so that anything can be told. */
  | { readonly status: 'unreachable'; readonly fault: Fault };

const infoSchema = z.object({
  bot: z.object({
    open_id: z.string().min(1),
    app_name: z.string().catch(''),
    activate_status: z.number().optional().catch(undefined),
  }),
});

/** The `activate_status` of an app that works: released, or released with a newer version waiting. */
const IN_USE: readonly number[] = [2, 4];

/** Reads the answer of bot/v3/info. */
export const readBotInfo = (value: unknown): BotInfo | undefined => {
  const read = infoSchema.safeParse(value);
  if (!read.success) return undefined;
  const { open_id: openId, app_name: name, activate_status: activation } = read.data.bot;
  return { openId, name, ...(activation !== undefined && { activation }) };
};

type Asked =
  | { readonly status: 'done'; readonly value: BotInfo }
  | { readonly status: 'failed'; readonly fault: Fault };

const failureOf = (fault: Fault): Credentials => {
  switch (fault.kind) {
    case 'credentials':
      return { status: 'no_token', fault };
    case 'rate':
    case 'network':
    case 'server':
    case 'token':
    case 'quota':
      return { status: 'unreachable', fault };
    case 'permission':
    case 'shut':
    case 'gone':
    case 'absent':
    case 'closed':
    case 'blocked':
    case 'thread':
    case 'content':
    case 'other':
      return { status: 'no_bot', fault };
  }
};

/** What asking for the bot's own information tells. */
export const credentialsOf = (asked: Asked): Credentials => {
  if (asked.status === 'failed') return failureOf(asked.fault);
  const bot = asked.value;
  const inactive = bot.activation !== undefined && !IN_USE.includes(bot.activation);
  return { status: inactive ? 'inactive' : 'ready', bot };
};
