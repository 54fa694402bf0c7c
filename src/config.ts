import type { AdminChat } from './config/admin-chat.ts';
import { type ApiConfig, apiConfig } from './config/api-keys.ts';
import { type PlansConfig, plansConfig } from './config/chat-plans.ts';
import { type ModelConfig, modelConfig } from './config/model.ts';
import type { TrustProxy } from './config/trust-proxy.ts';
import { type Environment, type Name, readVariables, type Variables } from './config/variables.ts';
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
  /** Of PostgreSQL, where that keeps what must survive; holds a password. Without it a file of SQLite does. */
  readonly database?: string;
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
  readonly api: ApiConfig;
  /** The address under which others reach the server, without a trailing slash. */
  readonly publicUrl?: string;
  /** The proxies whose word is taken for where a request comes from; without any, no header is believed. */
  readonly trustProxy?: TrustProxy;
  /** Opens the administrator's desk; without one there is none. */
  readonly adminToken?: string;
  /** Gets alarms; holds a key. */
  readonly alarmWebhook?: string;
  /** Gets the weekly summary and alarms; without one the summary stands on the desk only. */
  readonly adminChat?: AdminChat;
  /** Absent when none of its credentials is set; so the two below. */
  readonly feishu?: FeishuConfig;
  readonly wecomBot?: WecomBotConfig;
  readonly wecomApp?: WecomAppConfig;
  /** Absent where no language model is asked what a question means. */
  readonly model?: ModelConfig;
}

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
  const model = modelConfig(variables);
  return {
    host: variables.HOST,
    port: variables.PORT,
    logLevel: variables.LOG_LEVEL,
    data: {
      ...{ dir: variables.DATA_DIR, days: variables.DATA_DAYS },
      ...(variables.DATABASE_URL !== undefined && { database: variables.DATABASE_URL }),
    },
    access: readAccess(variables),
    api: apiConfig({
      keys: variables.API_KEYS,
      keyed: variables.API_KEYS_FOR,
      perMinute: variables.ASK_PER_MINUTE,
    }),
    plans: plansConfig(variables.DEFAULT_PLAN, variables.CHAT_PLANS),
    ...(variables.PUBLIC_URL !== undefined && { publicUrl: variables.PUBLIC_URL }),
    ...(variables.TRUST_PROXY !== undefined && { trustProxy: variables.TRUST_PROXY }),
    ...(variables.ADMIN_TOKEN !== undefined && { adminToken: variables.ADMIN_TOKEN }),
    ...(variables.ALARM_WEBHOOK !== undefined && { alarmWebhook: variables.ALARM_WEBHOOK }),
    ...(variables.ADMIN_CHAT && { adminChat: variables.ADMIN_CHAT }),
    ...(feishu && { feishu }),
    ...(wecomBot && { wecomBot }),
    ...(wecomApp && { wecomApp }),
    ...(model && { model }),
  };
};
