import { z } from 'zod';
import { parseJson } from '../../src/channels/parse-json.ts';
import type { Environment } from '../../src/config/variables.ts';
import { readConfig } from '../../src/config.ts';
import { CodedError } from '../../src/errors.ts';
import type { Asked } from '../deliver/http.ts';
import { type Platform, readArguments, type Wanted } from './arguments.ts';
import { openTalk } from './open-talk.ts';
import type { Talk, Turn } from './talk.ts';

/** Where lines go. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Nothing was refused; something was; the command line cannot be followed. */
type ExitCode = 0 | 1 | 2;

/** Seconds for which the platform waits. */
const PATIENCE: Readonly<Record<Platform, number>> = { feishu: 3, wecom: 5, 'wecom-app': 5 };

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

const isAccepted = (asked: Asked): boolean => asked.status === 'answered' && asked.http === 200;

const acknowledgement = (asked: Asked, platform: Platform): string => {
  if (asked.status === 'failed') return `没有送到：${asked.reason}。`;
  const { http, ms, text } = asked;
  if (http === 200) return `已确认：HTTP 200，${ms} 毫秒（平台最多等 ${PATIENCE[platform]} 秒）。`;
  return `被拒收：HTTP ${http}。${errorSchema.safeParse(parseJson(text)).data?.error.message ?? ''}`;
};

const nothingSent = ({ to, platform }: Wanted): string => {
  if (to === undefined || platform === 'wecom') return '没有回复：机器人认为这条消息不用回答。';
  return '回复由那台服务器发往平台，这里看不到；模拟的消息在平台上并不存在，所以通常不会出现在任何群里。';
};

interface Telling {
  readonly talk: Talk;
  readonly wanted: Wanted;
  readonly output: Output;
}

/** Prints what came of one delivery; true when it was accepted. */
const tell = (words: string, turn: Turn, { talk, wanted, output: { out } }: Telling): boolean => {
  const { acknowledged, toast, messages } = turn;
  const accepted = isAccepted(acknowledged);
  if (wanted.json) {
    const { status, ...rest } =
      acknowledged.status === 'answered'
        ? { status: acknowledged.http, ms: acknowledged.ms }
        : { status: acknowledged.reason };
    out(JSON.stringify({ words, acknowledged: { status, ...rest }, ...(toast !== undefined && { toast }), messages }));
    return accepted;
  }
  out(`${words}\n${acknowledgement(acknowledged, wanted.platform)}`);
  if (toast !== undefined) out(`提示：${toast}`);
  for (const message of messages) for (const line of talk.show(message)) out(line);
  if (accepted && messages.length === 0 && toast === undefined) out(nothingSent(wanted));
  out('');
  return accepted;
};

const converse = async (talk: Talk, wanted: Wanted, output: Output): Promise<ExitCode> => {
  const opening = wanted.private ? '单聊：' : '群里：@问计 ';
  for (const question of wanted.questions)
    if (!tell(`${opening}${question}`, await talk.say(question), { talk, wanted, output })) return 1;
  for (const nth of wanted.clicks) {
    const turn = await talk.press(nth);
    if (!turn) {
      output.err(`最后一条消息没有第 ${nth} 个按钮。`);
      return 2;
    }
    if (!tell(`按第 ${nth} 个按钮`, turn, { talk, wanted, output })) return 1;
  }
  return 0;
};

/** Runs the command line: delivers as the platform does, and shows what would be sent. */
export const simulate = async (args: string[], env: Environment, output: Output): Promise<ExitCode> => {
  const wanted = readArguments(args);
  if ('fault' in wanted) {
    output.err(wanted.fault);
    return 2;
  }
  try {
    const talk = await openTalk(wanted, readConfig(env));
    if ('fault' in talk) {
      output.err(talk.fault);
      return 2;
    }
    return await converse(talk, wanted, output).finally(talk.close);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    output.err(error.message);
    return 1;
  }
};
