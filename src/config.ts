import { z } from 'zod';
import { CodedError } from './errors.ts';

/** What the Feishu channel needs to verify what comes in and to send what goes out. */
export interface FeishuConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
  /** Without a trailing slash: the SDK would otherwise ask for `//open-apis`. */
  readonly baseUrl: string;
}

/** The process's settings, read once at the start. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Absent when none of its four credentials is set. */
  readonly feishu?: FeishuConfig;
}

/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const FEISHU_VARIABLES = [
  'FEISHU_APP_ID',
  'FEISHU_APP_SECRET',
  'FEISHU_ENCRYPT_KEY',
  'FEISHU_VERIFICATION_TOKEN',
] as const;

const isSafeBase = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
};

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, '应为主机名或 IP 地址，例如 127.0.0.1')
    // The API asks for no password: open to the network only where somebody chose so.
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, '应为 0–65535 的整数')
    .transform(Number)
    .refine((port) => port <= 65535, '应为 0–65535 的整数')
    .default(3000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: '应为 fatal、error、warn、info、debug、trace、silent 之一',
    })
    .default('info'),
  FEISHU_APP_ID: z.string().optional(),
  FEISHU_APP_SECRET: z.string().optional(),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  FEISHU_BASE_URL: z
    .string()
    .refine(isSafeBase, '应为 https 地址（本机测试可用 http://127.0.0.1），不带账号、参数和 #')
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://open.feishu.cn'),
});

type Variables = z.output<typeof schema>;

/** An empty or blank variable counts as unset. */
const withoutBlanks = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

const readVariables = (env: Environment): Variables => {
  const read = schema.safeParse(withoutBlanks(env));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new CodedError('config_invalid', `${faults.join('；')}。`);
};

const readFeishu = (variables: Variables): FeishuConfig | undefined => {
  const missing = FEISHU_VARIABLES.filter((name) => variables[name] === undefined);
  if (missing.length === FEISHU_VARIABLES.length) return undefined;
  if (missing.length > 0)
    throw new CodedError('config_invalid', `飞书只配置了一部分，还缺 ${missing.join('、')}（或全部留空以停用飞书）。`);
  return {
    appId: variables.FEISHU_APP_ID ?? '',
    appSecret: variables.FEISHU_APP_SECRET ?? '',
    encryptKey: variables.FEISHU_ENCRYPT_KEY ?? '',
    verificationToken: variables.FEISHU_VERIFICATION_TOKEN ?? '',
    baseUrl: variables.FEISHU_BASE_URL,
  };
};

/**
 * Reads the settings out of the environment.
 *
 * @throws CodedError `config_invalid`, naming the variable and the remedy on one line; never a value, which may be secret.
 */
export const readConfig = (env: Environment): Config => {
  const variables = readVariables(env);
  const feishu = readFeishu(variables);
  return {
    host: variables.HOST,
    port: variables.PORT,
    logLevel: variables.LOG_LEVEL,
    ...(feishu && { feishu }),
  };
};
