import type { Timing } from '../../src/channels/timing.ts';
import type { Environment } from '../../src/config/variables.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { CodedError } from '../../src/errors.ts';
import { clockFinding, keepersOf } from './clock.ts';
import { dataFindings } from './data-dir.ts';
import { databaseFinding } from './database.ts';
import { feishuFindings } from './feishu.ts';
import { bad, type Finding, good, note, warn } from './finding.ts';
import { modelFinding } from './model.ts';
import { networkFindings } from './network.ts';
import { planFindings } from './plans.ts';
import { lookAtService, serviceFindings } from './service.ts';
import { wecomAppFindings } from './wecom-app.ts';
import { wecomBotFindings } from './wecom-bot.ts';

export interface DoctorOptions {
  /** `https://bot.example.cn`: the address by which the platforms reach the server. */
  readonly publicUrl?: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly timing?: Partial<Timing>;
}

const readSettings = (env: Environment): Config | Finding => {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof CodedError) return bad(`设置：${error.message}`);
    throw error;
  }
};

const modeOf = ({ mode }: { readonly mode: 'webhook' | 'websocket' }): string =>
  mode === 'webhook' ? '回调' : '长连接';

const settingsFinding = ({ feishu, wecomBot, wecomApp }: Config): Finding => {
  const on = [
    ...(feishu ? [`飞书（${modeOf(feishu)}）`] : []),
    ...(wecomBot ? [`企业微信智能机器人（${modeOf(wecomBot)}）`] : []),
    ...(wecomApp ? ['企业微信自建应用'] : []),
  ];
  return good(`设置：读取无误，${on.length > 0 ? `配置了${on.join('、')}` : '没有配置群聊渠道'}。`);
};

const PROXY = warn(
  '管理页：PUBLIC_URL 是 https，前面有代理而没有设 TRUST_PROXY；所有人会被当作同一个地址，别人试错令牌时管理员也登录不了，见 docs/operations.md。',
);

/** Behind a proxy that is not believed, all come from one address. */
const proxyFindings = ({ adminToken, publicUrl, trustProxy }: Config): readonly Finding[] =>
  adminToken !== undefined && publicUrl?.startsWith('https:') && trustProxy === undefined ? [PROXY] : [];

const NOT_CONFIGURED = {
  feishu: note('飞书：未配置；填 FEISHU_APP_ID 等变量后启用，步骤见 docs/set-up.md。'),
  wecomBot: note(
    '企业微信智能机器人：未配置；填 WECOM_BOT_TOKEN 等（回调）或 WECOM_BOT_ID 等（长连接）后启用，步骤见 docs/set-up.md。',
  ),
  wecomApp: note('企业微信自建应用：未配置；填 WECOM_CORP_ID 等变量后启用，步骤见 docs/set-up.md。'),
};

/** Examines the settings, this machine, the server and the platforms; one finding after another, as they come. */
export const diagnose = async function* (env: Environment, options: DoctorOptions = {}): AsyncGenerator<Finding> {
  const { publicUrl, now = Date.now, timing } = options;
  const config = readSettings(env);
  if ('level' in config) {
    yield config;
    return;
  }
  yield settingsFinding(config);
  yield* networkFindings(env);
  yield* proxyFindings(config);
  const service = await lookAtService(config);
  const { locked, findings } = dataFindings(config.data, service);
  yield* findings;
  if (config.data.database !== undefined) yield await databaseFinding(config.data.database);
  yield* planFindings(config);
  yield* serviceFindings(service, config);
  if (config.model) yield await modelFinding(config.model);
  for (const keeper of keepersOf(config)) yield await clockFinding(keeper, now);
  const checkup = { service, locked, publicUrl, ...(timing && { timing }) };
  if (config.feishu) yield* feishuFindings(config.feishu, checkup);
  else yield NOT_CONFIGURED.feishu;
  if (config.wecomBot) yield* wecomBotFindings(config.wecomBot, checkup);
  else yield NOT_CONFIGURED.wecomBot;
  if (config.wecomApp) yield* wecomAppFindings(config.wecomApp, checkup);
  else yield NOT_CONFIGURED.wecomApp;
};
