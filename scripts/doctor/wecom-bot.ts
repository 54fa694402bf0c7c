import type { SocketConfig, WebhookConfig } from '../../src/channels/wecom/bot/bot.ts';
import { type LinkEnd, openLink } from '../../src/channels/wecom/bot/link.ts';
import { WECOM_BOT_PATH } from '../../src/channels/wecom/bot/webhook.ts';
import type { WecomBotConfig } from '../../src/config.ts';
import { checkWecom } from '../deliver/wecom.ts';
import { WECOM_BOT_CHECKLIST } from './checklist.ts';
import type { Checkup } from './checkup.ts';
import { bad, type Finding, good, warn } from './finding.ts';
import { routeFindings } from './route.ts';

const TITLE = '企业微信智能机器人';

/** Milliseconds until the platform must have accepted the bot, and between pings. */
const TIMING = { timeout: 10_000, heartbeat: 30_000 };

const webhookFindings = (config: WebhookConfig, { service, publicUrl }: Checkup): AsyncGenerator<Finding> => {
  const keys = { token: config.token, encodingAesKey: config.encodingAesKey, receiveId: '' };
  const check = (url: string, challenge: string, timeout: number) => checkWecom(url, challenge, { keys, timeout });
  return routeFindings({ title: TITLE, path: WECOM_BOT_PATH, check, read: (text) => text }, service, publicUrl);
};

/** Connects once as the bot, and leaves at once. */
const subscribe = async (config: SocketConfig): Promise<LinkEnd | { readonly kind: 'live' }> => {
  let onLive = (): void => {};
  const live = new Promise<{ readonly kind: 'live' }>((resolve) => {
    onLive = () => resolve({ kind: 'live' });
  });
  const link = await openLink(config, { onLive, onFrame: () => {} }, TIMING);
  const end = await Promise.race([live, link.ended]);
  link.close();
  return end;
};

const connectionFinding = (end: LinkEnd | { readonly kind: 'live' }): Finding => {
  switch (end.kind) {
    case 'live':
      return good(`${TITLE}：Bot ID 与 Secret 有效（连上后已断开）。`);
    case 'credentials':
      return bad(
        `${TITLE}：Bot ID 或 Secret 不对（错误码 ${end.code}）；请在「工作台 - 智能机器人 - 该机器人 - API 配置」重新获取 Secret，填入 WECOM_BOT_ID、WECOM_BOT_SECRET。`,
      );
    case 'replaced':
      return warn(`${TITLE}：刚连上就被另一个进程顶替；同一个机器人只能有一个长连接。`);
    case 'dropped':
      return bad(`${TITLE}：长连接建立不了；请检查网络（要能访问外网的 443 端口）和 WECOM_WS_URL。`);
  }
};

/** Never while a server may be connected: there is one connection per bot, and the newer one throws out the older. */
const socketFinding = async (config: SocketConfig, { service, locked }: Checkup): Promise<Finding> => {
  if (service.status === 'up' && service.channels.includes('wecom-bot'))
    return service.troubles['wecom-bot'] === undefined
      ? good(`${TITLE}：服务的长连接正常（没有另外去连，以免顶掉它）。`)
      : bad(`${TITLE}：服务的长连接有问题，见上面的报告。`);
  if (service.status === 'unknown' || locked)
    return warn(`${TITLE}：可能有问计进程正连着，没有去连，以免顶掉它；请停掉它再查，或看它的 /healthz。`);
  return connectionFinding(await subscribe(config));
};

/** Everything that can be found out about the AI bot from here, and what cannot. */
export const wecomBotFindings = async function* (config: WecomBotConfig, checkup: Checkup): AsyncGenerator<Finding> {
  switch (config.mode) {
    case 'webhook':
      yield* webhookFindings(config, checkup);
      break;
    case 'websocket':
      yield await socketFinding(config, checkup);
  }
  yield* WECOM_BOT_CHECKLIST;
};
