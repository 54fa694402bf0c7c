import { z } from 'zod';
import type { WecomBotConfig } from '../../../config.ts';
import type { Log } from '../../log.ts';
import type { Timing } from '../../timing.ts';
import type { Quoted } from '../../work.ts';
import type { BotTo } from './receive.ts';

/** What the AI bot needs from the process, whichever way it is connected. */
export interface BotDeps {
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timing?: Partial<Timing>;
}

export type WebhookConfig = Extract<WecomBotConfig, { mode: 'webhook' }>;
export type SocketConfig = Extract<WecomBotConfig, { mode: 'websocket' }>;

export const BOT_NAME = { name: 'wecom-bot', title: '企业微信智能机器人' } as const;

const toSchema = z.object({ stream: z.string() });

/** A thumb below a reply brings back the id of its stream: so that is the answer's id, too. */
export const streamIdOf = (to: unknown): string | undefined => toSchema.safeParse(to).data?.stream;

/** The platform sends the words of a quoted message along with the question. */
export const quotedBy = async ({ quotes }: Pick<BotTo, 'quotes'>): Promise<Quoted | undefined> =>
  quotes === undefined ? undefined : { kind: 'words', words: quotes };
