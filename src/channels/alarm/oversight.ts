import { createHash } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { channelTroubles } from '../channel.ts';
import type { Chats } from '../chats.ts';
import type { DeskTrouble } from '../desk/options.ts';
import type { Log } from '../log.ts';
import { HANGS } from '../passage.ts';
import { alarmText, nameOf } from './alarm-text.ts';
import { type Alarm, createAlarms } from './alarms.ts';
import type { ClockWatch } from './clock-watch.ts';
import { createDiskWatch } from './disk-watch.ts';
import { postAlarm } from './webhook.ts';

/** What an administrator has to see to: known, and told. */
export interface Oversight {
  /** By its name, the channels' own left out. */
  readonly others: () => Readonly<Record<string, string>>;
  /** All of it. */
  readonly troubles: () => Readonly<Record<string, string>>;
  /** As the desk shows them, plans left out: they stand there by themselves. */
  readonly list: () => readonly DeskTrouble[];
  /** To be called every half minute. */
  readonly look: () => Promise<void>;
}

export interface OversightParts {
  readonly config: Pick<Config, 'data' | 'adminChat' | 'alarmWebhook'>;
  readonly chats: Pick<Chats, 'channels' | 'sayNow' | 'stopped'>;
  readonly clock: ClockWatch;
  /** Writes something of no meaning to the store. */
  readonly probe: () => Promise<void>;
  /** Troubles that are known elsewhere. */
  readonly others: () => Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
}

/** The platforms, as people say them. */
export const TITLES: Readonly<Record<string, string>> = {
  feishu: '飞书',
  'wecom-bot': '企业微信智能机器人',
  'wecom-app': '企业微信自建应用',
};

/** By which a platform knows an alarm that is sent again. */
const keyOf = ({ status, name, since }: Alarm): string =>
  createHash('sha256').update(`alarm ${status} ${name} ${since}`).digest('hex').slice(0, 48);

/** Each addressee on its own: that one cannot be reached keeps nothing from the other. */
const tellersOf = ({ config, chats }: OversightParts): readonly ((alarm: Alarm) => Promise<boolean>)[] => {
  const { adminChat, alarmWebhook } = config;
  const text = (alarm: Alarm): string => alarmText(alarm, TITLES);
  return [
    ...(adminChat ? [(alarm: Alarm) => chats.sayNow(adminChat, text(alarm), keyOf(alarm))] : []),
    ...(alarmWebhook === undefined ? [] : [(alarm: Alarm) => postAlarm(alarmWebhook, text(alarm), alarm)]),
  ];
};

/** Watches disk, clock, platforms and plans, and tells the administrators' chat and address. */
export const openOversight = (parts: OversightParts): Oversight => {
  const { config, chats, clock, probe, now, log } = parts;
  const free = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(config.data.dir);
    return bavail * bsize;
  };
  const disk = createDiskWatch({ probe, free });
  const others = () => ({ ...parts.others(), ...disk.troubles(), ...clock.troubles() });
  const troubles = () => ({ ...channelTroubles(chats.channels), ...others() });
  const alarms = tellersOf(parts).map((tell) => createAlarms({ troubles, tell, now, log }));
  const look = async (): Promise<void> => {
    await disk.look();
    await Promise.all(alarms.map((alarm) => alarm()));
  };
  const list = (): readonly DeskTrouble[] =>
    Object.entries(troubles())
      .filter(([name]) => !name.startsWith('plan:'))
      .map(([name, reason]) => ({
        name,
        title: nameOf(name, TITLES),
        reason,
        stopped: reason !== HANGS && chats.stopped(name) === reason,
      }));
  return { others, troubles, list, look };
};
