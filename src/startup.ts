import type { Channel } from './channels/channel.ts';

/** What the start-up lines tell. */
export interface Startup {
  /** Of the listening server: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly planTitle: string;
  readonly tasks: number;
  readonly example: string;
  readonly channels: readonly Channel[];
}

const channelLine = (channel: Channel): string => {
  switch (channel.status) {
    case 'on':
      return `${channel.title}：${channel.address}`;
    case 'off':
      return `${channel.title}：${channel.reason}`;
  }
};

/** For the shell: the example inside single quotes. */
const curl = (url: string, example: string): string =>
  `curl -s ${url}/api/ask -H 'content-type: application/json' -d '${JSON.stringify({ question: example }).replaceAll("'", "'\\''")}'`;

/** What a person sees when the service is ready. */
export const startupLines = ({ url, planTitle, tasks, example, channels }: Startup): readonly string[] => [
  `问计已启动：${url}/`,
  `  计划：${planTitle}（${tasks} 项任务）`,
  `  试一试：${curl(url, example)}`,
  ...channels.map((channel) => `  ${channelLine(channel)}`),
  '  按 Ctrl+C 停止。',
];

/** An address that a person on this machine can open: 0.0.0.0 and :: mean every address, and are none. */
export const localUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
