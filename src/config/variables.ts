import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { address, isSafeUrl, secretAddress } from './address.ts';
import { adminChat } from './admin-chat.ts';
import { apiKeys, keyed } from './api-keys.ts';
import { chatPlans } from './chat-plans.ts';
import { modelAddress, modelExtra, modelUse } from './model.ts';
import { trustProxy } from './trust-proxy.ts';

/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const whole = (least: number, most: number, standard: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `应为 ${least}–${most} 的整数`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `应为 ${least}–${most} 的整数`)
    .default(standard);

const list = z
  .string()
  .transform((text) => text.split(/[\s,，;；]+/).filter((id) => id !== ''))
  .default([]);

const mode = z
  .enum(['webhook', 'websocket'], { error: '应为 webhook（回调）或 websocket（长连接）' })
  .default('webhook');

const aesKey = z
  .string()
  .regex(/^[0-9A-Za-z]{43}$/, '应为 43 个字母和数字，请从企业微信管理后台原样复制')
  .optional();

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, '应为主机名或 IP 地址，例如 127.0.0.1')
    // The API asks for no password: open to the network only where somebody chose so.
    .default('127.0.0.1'),
  PORT: whole(0, 65535, 3000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: '应为 fatal、error、warn、info、debug、trace、silent 之一',
    })
    .default('info'),
  DATA_DIR: z.string().default('.data'),
  DATA_DAYS: whole(1, 3650, 14),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text),
      '应为 postgres://用户:密码@主机:5432/库名',
    )
    .optional(),
  PUBLIC_URL: address.optional(),
  TRUST_PROXY: trustProxy,
  API_KEYS: apiKeys,
  API_KEYS_FOR: keyed,
  ASK_PER_MINUTE: whole(1, 100_000, 300),
  DEFAULT_PLAN: z.string().optional(),
  CHAT_PLANS: chatPlans,
  ADMIN_TOKEN: z.string().min(16, '至少 16 个字符').optional(),
  ADMIN_CHAT: adminChat,
  ALARM_WEBHOOK: secretAddress.optional(),
  ALLOW_TENANTS: list,
  ALLOW_CHATS: list,
  ALLOW_PEOPLE: list,
  ALLOW_EXTERNAL: z.enum(['true', 'false'], { error: '应为 true 或 false' }).default('false'),
  QUESTIONS_PER_MINUTE: whole(1, 100_000, 20),
  FEISHU_MODE: mode,
  FEISHU_APP_ID: z.string().optional(),
  FEISHU_APP_SECRET: z.string().optional(),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  FEISHU_BASE_URL: address.default('https://open.feishu.cn'),
  WECOM_BOT_MODE: mode,
  WECOM_BOT_TOKEN: z.string().optional(),
  WECOM_BOT_AES_KEY: aesKey,
  WECOM_BOT_ID: z.string().optional(),
  WECOM_BOT_SECRET: z.string().optional(),
  WECOM_WS_URL: z
    .string()
    .refine((text) => isSafeUrl(text, 'ws'), '应为 wss 地址（本机测试可用 ws://127.0.0.1），不带账号、参数和 #')
    .default('wss://openws.work.weixin.qq.com'),
  WECOM_CORP_ID: z.string().optional(),
  WECOM_APP_SECRET: z.string().optional(),
  WECOM_APP_AGENT_ID: z
    .string()
    .regex(/^\d{1,10}$/, '应为数字')
    .optional(),
  WECOM_APP_TOKEN: z.string().optional(),
  WECOM_APP_AES_KEY: aesKey,
  MODEL_USE: modelUse,
  MODEL_BASE_URL: modelAddress.optional(),
  MODEL_NAME: z.string().max(200, '至多 200 个字符').optional(),
  MODEL_API_KEY: z.string().optional(),
  MODEL_TIMEOUT_MS: whole(200, 60_000, 3_000),
  MODEL_EXTRA: modelExtra.optional(),
  WECOM_BASE_URL: address.default('https://qyapi.weixin.qq.com'),
});

/** The variables, read. */
export type Variables = z.output<typeof schema>;
/** A variable's name. */
export type Name = keyof Variables;

/** An empty or blank variable counts as unset. */
const withoutBlanks = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

/**
 * Reads each variable by itself.
 *
 * @throws CodedError `config_invalid`, naming each wrong variable and its remedy; never a value
 */
export const readVariables = (env: Environment): Variables => {
  const read = schema.safeParse(withoutBlanks(env));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new CodedError('config_invalid', `${faults.join('；')}。`);
};
