import { parseArgs } from 'node:util';
import { questionFault } from '../../src/channels/question-fault.ts';
import { ERRORS } from '../../src/errors.ts';

const PLATFORMS = ['feishu', 'wecom', 'wecom-app'] as const;

/** `wecom` is the AI bot, `wecom-app` the self-built app. */
export type Platform = (typeof PLATFORMS)[number];

/** What the command line asks for. */
export interface Wanted {
  readonly platform: Platform;
  /** One conversation, in order. */
  readonly questions: readonly string[];
  /** Buttons of the last card to press afterwards, from 1. */
  readonly clicks: readonly number[];
  readonly private: boolean;
  readonly person: string | undefined;
  readonly chat: string | undefined;
  /** A server that is running, in place of a private one. */
  readonly to: string | undefined;
  readonly json: boolean;
}

/** A command line that cannot be followed, in one line. */
export interface Fault {
  readonly fault: string;
}

export const USAGE =
  '用法：npm run --silent simulate -- feishu|wecom|wecom-app "问题"… [--private] [--person ID] [--chat ID] [--click N]… [--to http://127.0.0.1:3000] [--json]';

const OPTIONS = {
  group: { type: 'boolean' },
  private: { type: 'boolean' },
  person: { type: 'string' },
  chat: { type: 'string' },
  click: { type: 'string', multiple: true },
  to: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Ids go into addresses and lists of receivers. */
const ID = /^[0-9A-Za-z][\w.@-]{0,63}$/;
const CLICK = /^[1-9]\d?$/;

const isHttp = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch {
    return undefined;
  }
};

type Values = NonNullable<ReturnType<typeof parse>>['values'];

const faultOfQuestions = (questions: readonly string[]): string | undefined => {
  if (questions.length === 0) return `没有问题。${USAGE}`;
  const fault = questions.map(questionFault).find((found) => found !== undefined);
  return fault && ERRORS[fault].remedy;
};

const faultOfOptions = (platform: Platform, values: Values): string | undefined => {
  const { group, private: alone, person, chat, click = [], to } = values;
  if (group && alone) return '--group 和 --private 只能选一个。';
  if (group && platform === 'wecom-app') return '企业微信自建应用只有单聊，不能用 --group；群聊请用 wecom。';
  if (person !== undefined && !ID.test(person)) return '--person 应为平台上的用户 ID，只含字母、数字和 _ . @ -。';
  if (chat !== undefined && !ID.test(chat)) return '--chat 应为平台上的会话 ID，只含字母、数字和 _ . @ -。';
  if (click.some((nth) => !CLICK.test(nth))) return '--click 应为 1–99 的整数：按最后一张卡片上的第几个按钮。';
  if (click.length > 0 && platform !== 'feishu') return '--click 只用于 feishu；企业微信请直接问序号，例如 "1"。';
  if (click.length > 0 && to !== undefined) return '--click 不能与 --to 同用：卡片由那台服务器发往平台，这里看不到。';
  if (to !== undefined && !isHttp(to)) return '--to 应为正在运行的服务的地址，例如 http://127.0.0.1:3000。';
  return undefined;
};

/** Reads the command line. */
export const readArguments = (args: string[]): Wanted | Fault => {
  const parsed = parse(args);
  const [name, ...questions] = parsed?.positionals ?? [];
  const platform = PLATFORMS.find((one) => one === name);
  if (!parsed || !platform) return { fault: USAGE };
  const { values } = parsed;
  const fault = faultOfQuestions(questions) ?? faultOfOptions(platform, values);
  if (fault !== undefined) return { fault };
  return {
    ...{ platform, questions, clicks: (values.click ?? []).map(Number) },
    private: values.private === true || platform === 'wecom-app',
    ...{ person: values.person, chat: values.chat, to: values.to, json: values.json === true },
  };
};
