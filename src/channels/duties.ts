import type { OpenChannel } from './channel.ts';
import type { Log } from './log.ts';

/** Long connections of which only one of several processes may have each: open as long as the duty falls to this one. */
export interface Duties {
  /** The channel, started and stopped as its duty comes and goes. */
  readonly bound: (channel: OpenChannel) => OpenChannel;
  /** Channels with a connection. */
  readonly names: () => readonly string[];
  /** Opens and closes connections, so that those are open whose duties this process has. */
  readonly have: (held: ReadonlySet<string>) => void;
}

interface Bound {
  readonly channel: OpenChannel;
  wanted: boolean;
  open: boolean;
}

/** No connections. Of a process that shares nothing with others, all duties are its own. */
export const createDuties = (log: Log, shared: boolean): Duties => {
  const all: Bound[] = [];
  let have: ReadonlySet<string> = new Set();

  const settle = async (one: Bound): Promise<void> => {
    const { name, start, stop } = one.channel;
    const open = one.wanted && (!shared || have.has(name));
    if (open === one.open) return;
    one.open = open;
    if (shared) log.info({ channel: name, open }, 'the long connection falls to this process, or no longer');
    await (open ? start?.() : stop?.());
  };

  const bound: Duties['bound'] = (channel) => {
    if (!channel.start) return channel;
    const one: Bound = { channel, wanted: false, open: false };
    all.push(one);
    const want = (wanted: boolean) => (): Promise<void> => {
      one.wanted = wanted;
      return settle(one);
    };
    // Where another process has the connection, there is nothing to see to.
    const trouble = () => (one.open ? channel.trouble?.() : undefined);
    return { ...channel, start: want(true), stop: want(false), trouble };
  };

  return {
    bound,
    names: () => all.map(({ channel }) => channel.name),
    have: (held) => {
      have = held;
      for (const one of all)
        settle(one).catch((err) => log.error({ err, channel: one.channel.name }, 'the long connection failed'));
    },
  };
};
