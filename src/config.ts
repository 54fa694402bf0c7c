import { z } from 'zod';
import { address, isSafeUrl } from './config/address.ts';
import { type AdminChat, adminChat } from './config/admin-chat.ts';
import { chatPlans, type PlansConfig, plansConfig } from './config/chat-plans.ts';
import { CodedError } from './errors.ts';

interface FeishuApp {
  readonly appId: string;
  readonly appSecret: string;
  /** Without a trailing slash: the SDK would otherwise ask for `//open-apis`. */
  readonly baseUrl: string;
}

/** What the Feishu channel needs to verify what comes in and to send what goes out. */
export type FeishuConfig =
  | (FeishuApp & { readonly mode: 'webhook'; readonly encryptKey: string; readonly verificationToken: string })
  | (FeishuApp & { readonly mode: 'websocket' });

/** What a WeCom 智能机器人 needs, by the way in which it is connected; a bot has one of the two. */
export type WecomBotConfig =
  | { readonly mode: 'webhook'; readonly token: string; readonly encodingAesKey: string; readonly baseUrl: string }
  | { readonly mode: 'websocket'; readonly botId: string; readonly secret: string; readonly url: string };

/** What a WeCom self-built app needs: private chats only. */
export interface WecomAppConfig {
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly baseUrl: string;
}

/** Who may ask in the chats, and how often. Empty lists let everybody in. */
export interface AccessConfig {
  readonly tenants: readonly string[];
  readonly chats: readonly string[];
  readonly people: readonly string[];
  /** Whether outside people, and groups with them, are answered. */
  readonly external: boolean;
  /** Questions of one person in a minute. */
  readonly perMinute: number;
}

/** Where lies what must survive a crash, and for how long. */
export interface DataConfig {
  readonly dir: string;
  readonly days: number;
}

/** The process's settings, read once at the start. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly data: DataConfig;
  readonly access: AccessConfig;
  readonly plans: PlansConfig;
  /** The address under which others reach the server, without a trailing slash. */
  readonly publicUrl?: string;
  /** Opens the administrator's desk; without one there is none. */
  readonly adminToken?: string;
  /** Gets the weekly summary; without one it stands on the desk only. */
  readonly adminChat?: AdminChat;
  /** Absent when none of its credentials is set; so the two below. */
  readonly feishu?: FeishuConfig;
  readonly wecomBot?: WecomBotConfig;
  readonly wecomApp?: WecomAppConfig;
}

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
  PUBLIC_URL: address.optional(),
  DEFAULT_PLAN: z.string().optional(),
  CHAT_PLANS: chatPlans,
  ADMIN_TOKEN: z.string().min(16, '至少 16 个字符').optional(),
  ADMIN_CHAT: adminChat,
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
  WECOM_BASE_URL: address.default('https://qyapi.weixin.qq.com'),
});

type Variables = z.output<typeof schema>;
type Name = keyof Variables;

/** An empty or blank variable counts as unset. */
const withoutBlanks = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

const readVariables = (env: Environment): Variables => {
  const read = schema.safeParse(withoutBlanks(env));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new CodedError('config_invalid', `${faults.join('；')}。`);
};

/**
 * The credentials of a channel: all or none.
 *
 * @param group how people call it: 飞书
 */
const together = <N extends Name>(
  variables: Variables,
  group: string,
  names: readonly N[],
): Readonly<Record<N, string>> | undefined => {
  const missing = names.filter((name) => variables[name] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    throw new CodedError(
      'config_invalid',
      `${group}只配置了一部分，还缺 ${missing.join('、')}（或全部留空以停用${group}）。`,
    );
  return Object.fromEntries(names.map((name) => [name, String(variables[name])])) as Record<N, string>;
};

const readFeishu = (variables: Variables): FeishuConfig | undefined => {
  const app = ['FEISHU_APP_ID', 'FEISHU_APP_SECRET'] as const;
  const baseUrl = variables.FEISHU_BASE_URL;
  if (variables.FEISHU_MODE === 'websocket') {
    const set = together(variables, '飞书', app);
    return set && { mode: 'websocket', appId: set.FEISHU_APP_ID, appSecret: set.FEISHU_APP_SECRET, baseUrl };
  }
  const set = together(variables, '飞书', [...app, 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN']);
  return (
    set && {
      ...{ mode: 'webhook', appId: set.FEISHU_APP_ID, appSecret: set.FEISHU_APP_SECRET, baseUrl },
      ...{ encryptKey: set.FEISHU_ENCRYPT_KEY, verificationToken: set.FEISHU_VERIFICATION_TOKEN },
    }
  );
};

const readWecomBot = (variables: Variables): WecomBotConfig | undefined => {
  const group = '企业微信智能机器人';
  if (variables.WECOM_BOT_MODE === 'websocket') {
    const set = together(variables, group, ['WECOM_BOT_ID', 'WECOM_BOT_SECRET']);
    const url = variables.WECOM_WS_URL;
    return set && { mode: 'websocket', botId: set.WECOM_BOT_ID, secret: set.WECOM_BOT_SECRET, url };
  }
  const set = together(variables, group, ['WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY']);
  const baseUrl = variables.WECOM_BASE_URL;
  return set && { mode: 'webhook', token: set.WECOM_BOT_TOKEN, encodingAesKey: set.WECOM_BOT_AES_KEY, baseUrl };
};

const readWecomApp = (variables: Variables): WecomAppConfig | undefined => {
  const app = ['WECOM_CORP_ID', 'WECOM_APP_SECRET', 'WECOM_APP_AGENT_ID'] as const;
  const set = together(variables, '企业微信自建应用', [...app, 'WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY']);
  return (
    set && {
      ...{ corpId: set.WECOM_CORP_ID, secret: set.WECOM_APP_SECRET, agentId: Number(set.WECOM_APP_AGENT_ID) },
      ...{ token: set.WECOM_APP_TOKEN, encodingAesKey: set.WECOM_APP_AES_KEY, baseUrl: variables.WECOM_BASE_URL },
    }
  );
};

const readAccess = (variables: Variables): AccessConfig => ({
  tenants: variables.ALLOW_TENANTS,
  chats: variables.ALLOW_CHATS,
  people: variables.ALLOW_PEOPLE,
  external: variables.ALLOW_EXTERNAL === 'true',
  perMinute: variables.QUESTIONS_PER_MINUTE,
});

/**
 * Reads the settings out of the environment.
 *
 * @throws CodedError `config_invalid`, naming the variable and the remedy on one line; never a value, which may be secret.
 */
export const readConfig = (env: Environment): Config => {
  const variables = readVariables(env);
  const [feishu, wecomBot, wecomApp] = [readFeishu(variables), readWecomBot(variables), readWecomApp(variables)];
  return {
    host: variables.HOST,
    port: variables.PORT,
    logLevel: variables.LOG_LEVEL,
    data: { dir: variables.DATA_DIR, days: variables.DATA_DAYS },
    access: readAccess(variables),
    plans: plansConfig(variables.DEFAULT_PLAN, variables.CHAT_PLANS),
    ...(variables.PUBLIC_URL !== undefined && { publicUrl: variables.PUBLIC_URL }),
    ...(variables.ADMIN_TOKEN !== undefined && { adminToken: variables.ADMIN_TOKEN }),
    ...(variables.ADMIN_CHAT && { adminChat: variables.ADMIN_CHAT }),
    ...(feishu && { feishu }),
    ...(wecomBot && { wecomBot }),
    ...(wecomApp && { wecomApp }),
  };
};
