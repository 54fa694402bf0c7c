import { z } from 'zod';
import { parseJson } from '../../src/channels/parse-json.ts';
import type { Config } from '../../src/config.ts';
import { localUrl } from '../../src/startup.ts';
import { askHttp } from '../deliver/http.ts';
import { bad, type Finding, good, warn } from './finding.ts';

/** The server that should be running at HOST:PORT. */
export type Service =
  | {
      readonly status: 'up';
      readonly url: string;
      readonly channels: readonly string[];
      /** By the channel's name: what somebody has to see to. */
      readonly troubles: Readonly<Record<string, string>>;
    }
  /** Another program answers there. */
  | { readonly status: 'stranger'; readonly url: string }
  | { readonly status: 'down'; readonly url: string; readonly reason: string }
  /** PORT=0: nobody knows where it listens. */
  | { readonly status: 'unknown' };

const healthSchema = z.object({
  status: z.literal('ok'),
  channels: z.array(z.string()),
  troubles: z.record(z.string(), z.string()).default({}),
});

const TIMEOUT = 5_000;

/** Asks `GET /healthz` where the settings say that the server listens. */
export const lookAtService = async ({ host, port }: Config): Promise<Service> => {
  if (port === 0) return { status: 'unknown' };
  const url = localUrl(host, port);
  const asked = await askHttp(`${url}/healthz`, { timeout: TIMEOUT });
  if (asked.status === 'failed') return { status: 'down', url, reason: asked.reason };
  const health = healthSchema.safeParse(parseJson(asked.text));
  if (asked.http !== 200 || !health.success) return { status: 'stranger', url };
  const { channels, troubles } = health.data;
  return { status: 'up', url, channels, troubles };
};

/** The channels that the settings turn on, by their names in /healthz. */
export const configuredChannels = ({ feishu, wecomBot, wecomApp }: Config): readonly string[] => [
  ...(feishu ? ['feishu'] : []),
  ...(wecomBot ? ['wecom-bot'] : []),
  ...(wecomApp ? ['wecom-app'] : []),
];

const TITLES: Readonly<Record<string, string>> = {
  feishu: '飞书',
  'wecom-bot': '企业微信智能机器人',
  'wecom-app': '企业微信自建应用',
};

/** Whether the server answers, takes part in what is configured, and has something to complain of. */
export const serviceFindings = (service: Service, config: Config): readonly Finding[] => {
  switch (service.status) {
    case 'unknown':
      return [warn('服务：PORT=0 时端口由系统分配，无法检查；请设一个固定端口。')];
    case 'down':
      return [bad(`服务：${service.url} 没有应答（${service.reason}）；请用 npm start 启动，或检查 HOST、PORT。`)];
    case 'stranger':
      return [bad(`服务：${service.url} 应答的不是问计；请停掉占用该端口的程序，或用 PORT 换一个端口。`)];
    case 'up': {
      const missing = configuredChannels(config).filter((name) => !service.channels.includes(name));
      return [
        good(`服务：${service.url} 正在运行。`),
        ...missing.map((name) => bad(`服务：${TITLES[name]}已配置，运行中的服务却没有启用它；请重启服务。`)),
        ...Object.entries(service.troubles).map(([name, said]) => bad(`服务：${TITLES[name] ?? name}报告“${said}”。`)),
      ];
    }
  }
};
