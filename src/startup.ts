import type { Channel } from './channels/channel.ts';
import type { Plan } from './types.ts';

/** A plan in force. */
export interface StartedPlan {
  readonly title: string;
  readonly bot: { readonly plan: Pick<Plan, 'tasks'>; readonly examples: readonly string[] };
}

/** What the start-up lines tell. */
export interface Startup {
  /** Of the listening server: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** In force, the one that is asked first before the others. */
  readonly plans: readonly StartedPlan[];
  readonly broken: readonly { readonly folder: string; readonly reason: string }[];
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

/** Titles that are told; of more plans it is told how many there are. */
const MOST_TITLES = 8;

const planLines = (plans: readonly StartedPlan[]): readonly string[] => {
  const told = plans.map(({ title, bot }) => `${title}（${bot.plan.tasks.length} 项任务）`);
  const [only, another] = told;
  if (only !== undefined && another === undefined) return [`计划：${only}`];
  const more = told.length > MOST_TITLES ? [`  ……另有 ${told.length - MOST_TITLES} 个`] : [];
  return [`计划：${told.length} 个`, ...told.slice(0, MOST_TITLES).map((line) => `  ${line}`), ...more];
};

/** What a person sees when the service is ready. */
export const startupLines = ({ url, plans, broken, channels }: Startup): readonly string[] => [
  `问计已启动：${url}/`,
  ...planLines(plans).map((line) => `  ${line}`),
  ...broken.map(({ folder, reason }) => `  不能用的计划：${folder}：${reason}`),
  `  试一试：${curl(url, plans.flatMap(({ bot }) => bot.examples)[0] ?? '')}`,
  ...channels.map((channel) => `  ${channelLine(channel)}`),
  '  按 Ctrl+C 停止。',
];

/** An address that a person on this machine can open: 0.0.0.0 and :: mean every address, and are none. */
export const localUrl = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};
