import type { OpenChannel } from '../channel.ts';
import type { Check } from './ready.ts';

/** Milliseconds for which a channel may be in trouble: connections come back, tokens are renewed. */
export const PATIENCE = 5 * 60_000;

/** The bot is loaded: it has a plan with tasks in it. */
export const botCheck = (tasks: () => number): Check => ({
  name: 'bot',
  run: () => (tasks() > 0 ? undefined : 'no plan is loaded'),
});

/** The store writes: `write` resolves when something of no meaning is on the disk, and rejects when it is not. */
export const storeCheck = (write: () => Promise<unknown>): Check => ({
  name: 'store',
  run: async () => {
    await write();
    return undefined;
  },
});

/** Something else that is looked at from time to time; `troubles` gives what is the matter, by its name. */
export const troubleCheck = (name: string, troubles: () => Readonly<Record<string, string>>): Check => ({
  name,
  run: () => troubles()[name],
});

export interface ChannelsCheckOptions {
  readonly channels: readonly Pick<OpenChannel, 'name' | 'trouble'>[];
  /** Milliseconds since the epoch, or of any clock that does not go back. */
  readonly now: () => number;
  /** Milliseconds; `PATIENCE` by default. */
  readonly patience?: number;
}

/**
 * No channel has been in trouble for long. Since when one is, is known from the times that the check runs: a probe that
 * comes every few seconds. One check a channel, named `channel:feishu`.
 */
export const channelChecks = ({ channels, now, patience = PATIENCE }: ChannelsCheckOptions): readonly Check[] =>
  channels.map(({ name, trouble }) => {
    let since: number | undefined;
    return {
      name: `channel:${name}`,
      run: () => {
        const reason = trouble?.();
        since = reason === undefined ? undefined : (since ?? now());
        return since !== undefined && now() - since >= patience ? reason : undefined;
      },
    };
  });
