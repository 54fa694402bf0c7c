import type { Config } from '../../src/config.ts';
import { askHttp } from '../deliver/http.ts';
import { bad, type Finding, good, warn } from './finding.ts';

/** A platform whose deliveries are signed with a time. */
export interface Timekeeper {
  /** 飞书 */
  readonly title: string;
  readonly baseUrl: string;
  /** Milliseconds by which a signed delivery may differ from our clock. */
  readonly window: number;
}

const TIMEOUT = 5_000;
/** Milliseconds; the header has whole seconds, and the answer takes its time. */
const CLOSE = 30_000;

const HOUR = 3_600_000;

/** The platforms that deliver signed requests, each once, with the windows of feishu/receive.ts and wecom/unseal.ts. */
export const keepersOf = ({ feishu, wecomBot, wecomApp }: Config): readonly Timekeeper[] => {
  const wecom = wecomBot?.mode === 'webhook' ? wecomBot : wecomApp;
  return [
    ...(feishu?.mode === 'webhook' ? [{ title: '飞书', baseUrl: feishu.baseUrl, window: HOUR }] : []),
    ...(wecom ? [{ title: '企业微信', baseUrl: wecom.baseUrl, window: HOUR / 6 }] : []),
  ];
};

/** What it means that our clock is so many milliseconds ahead of the platform's, or behind it. */
export const driftFinding = (drift: number, { title, window }: Timekeeper): Finding => {
  const seconds = Math.round(Math.abs(drift) / 1000);
  if (seconds * 1000 <= CLOSE) return good(`时钟：与${title}的时间一致。`);
  const told = `时钟：比${title}的时间${drift > 0 ? '快' : '慢'} ${seconds} 秒`;
  const remedy = '请打开系统的时间同步（timedatectl set-ntp true）';
  return Math.abs(drift) >= window
    ? bad(`${told}，超过 ${window / 60_000} 分钟的推送会被当作过期拒收；${remedy}。`)
    : warn(`${told}；${remedy}。`);
};

/** Compares our clock with the platform's `Date`. `now` gives milliseconds since the epoch. */
export const clockFinding = async (keeper: Timekeeper, now: () => number): Promise<Finding> => {
  const asked = await askHttp(keeper.baseUrl, { timeout: TIMEOUT });
  if (asked.status === 'failed') return warn(`时钟：没有核对，连不上${keeper.title}平台（${asked.reason}）。`);
  if (asked.date === undefined) return warn(`时钟：没有核对，${keeper.title}平台的应答不带时间。`);
  return driftFinding(now() - asked.date, keeper);
};
