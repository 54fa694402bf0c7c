import { dayOf, inChina } from '../../china-time.ts';
import type { Alarm } from './alarms.ts';

const MINUTE = 60_000;
const NAMES: Readonly<Record<string, string>> = { disk: '磁盘', clock: '时钟', model: '语言模型' };

/** 2026-01-31 09:05 */
const timeOf = (at: number): string => `${dayOf(at)} ${inChina(at).toISOString().slice(11, 16)}`;

/** As people say it. */
export const nameOf = (name: string, titles: Readonly<Record<string, string>>): string =>
  NAMES[name] ?? titles[name] ?? name.replace(/^plan:/, '计划 ');

/**
 * What an administrator reads.
 *
 * @param titles of the channels, by their names
 */
export const alarmText = (
  { status, name, reason, since, lasted }: Alarm,
  titles: Readonly<Record<string, string>>,
): string => {
  const what = nameOf(name, titles);
  if (status === 'over')
    return `【问计】已恢复：${what}\n从 ${timeOf(since)} 起，共 ${Math.max(1, Math.round(lasted / MINUTE))} 分钟。`;
  return `【问计】出了故障：${what}\n${reason}\n从 ${timeOf(since)} 起。请在服务器上运行 npm run doctor 查看。`;
};
