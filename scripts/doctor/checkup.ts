import type { Log } from '../../src/channels/log.ts';
import type { Timing } from '../../src/channels/timing.ts';
import type { Service } from './service.ts';

/** What the examination of one channel needs. */
export interface Checkup {
  readonly service: Service;
  /** Some process holds the data folder, whether or not it answers. */
  readonly locked: boolean;
  /** `https://bot.example.cn`, where it was given. */
  readonly publicUrl: string | undefined;
  readonly timing?: Partial<Timing>;
}

const SILENT = (): void => {};

/** What the channels' own code would write to the server's log. */
export const NO_LOG: Log = { debug: SILENT, info: SILENT, warn: SILENT, error: SILENT };
