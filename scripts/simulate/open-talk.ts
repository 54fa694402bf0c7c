import type { WebhookConfig } from '../../src/channels/wecom/bot/bot.ts';
import type { AccessConfig, Config, WecomAppConfig } from '../../src/config.ts';
import type { Fault, Platform, Wanted } from './arguments.ts';
import { type FeishuWebhook, feishuAt, openFeishuTalk } from './feishu-talk.ts';
import type { Talk, Who } from './talk.ts';
import { openWecomAppTalk, wecomAppAt } from './wecom-app-talk.ts';
import { openWecomBotTalk, wecomBotAt } from './wecom-bot-talk.ts';

/** Keys for a fresh clone; they open nothing but the simulation. */
const OWN_FEISHU: FeishuWebhook = {
  ...{ mode: 'webhook', appId: 'cli_0123456789abcdef', appSecret: 'simulated', baseUrl: '' },
  ...{ encryptKey: 'simulated', verificationToken: 'simulated' },
};
const OWN_KEYS = { token: 'simulated', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const OWN_BOT: WebhookConfig = { mode: 'webhook', ...OWN_KEYS, baseUrl: 'https://qyapi.weixin.qq.com' };
const OWN_APP: WecomAppConfig = { corpId: 'simulated', secret: 'simulated', agentId: 1, ...OWN_KEYS, baseUrl: '' };

const PREFIXES: Readonly<Record<Platform, string>> = {
  feishu: 'FEISHU_APP_ID、FEISHU_ENCRYPT_KEY 等四项（回调方式）',
  wecom: 'WECOM_BOT_TOKEN 和 WECOM_BOT_AES_KEY（回调方式）',
  'wecom-app': 'WECOM_CORP_ID 等五项',
};

/** Somebody who may ask, unless the command line names another. */
const whoFor = (wanted: Wanted, { tenants, chats, people }: AccessConfig): Who => {
  const person = wanted.person ?? people[0] ?? (wanted.platform === 'feishu' ? 'ou_simulated' : 'ZhangSan');
  const chat = wanted.chat ?? chats[0] ?? 'oc_simulated';
  return { tenant: tenants[0] ?? 'simulated', chat, person, private: wanted.private };
};

/** The configured keys, where the platform delivers by HTTP. */
const configuredFor = ({ feishu, wecomBot, wecomApp }: Config) => ({
  feishu: feishu?.mode === 'webhook' ? feishu : undefined,
  wecom: wecomBot?.mode === 'webhook' ? wecomBot : undefined,
  'wecom-app': wecomApp,
});

/** Opens the conversation: on a pipeline of its own, or with the server that the command line names. */
export const openTalk = async (wanted: Wanted, config: Config): Promise<Talk | Fault> => {
  const { platform } = wanted;
  const keys = configuredFor(config);
  const who = whoFor(wanted, config.access);
  const to = wanted.to?.replace(/\/+$/, '');
  if (to !== undefined && keys[platform] === undefined)
    return { fault: `--to 要用那台服务器的密钥：请先在 .env 里设置 ${PREFIXES[platform]}。` };
  switch (platform) {
    case 'feishu': {
      const feishu = keys.feishu ?? OWN_FEISHU;
      return to === undefined ? openFeishuTalk(feishu, who, config) : feishuAt(to, feishu, who);
    }
    case 'wecom': {
      const bot = keys.wecom ?? OWN_BOT;
      return to === undefined ? openWecomBotTalk(bot, who, config) : wecomBotAt(to, bot, who);
    }
    case 'wecom-app': {
      const app = keys['wecom-app'] ?? OWN_APP;
      return to === undefined ? openWecomAppTalk(app, who, config) : wecomAppAt(to, app, who);
    }
  }
};
