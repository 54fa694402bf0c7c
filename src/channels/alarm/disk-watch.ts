/** Knows whether the disk takes what is written, as of the last look. */
export interface DiskWatch {
  readonly look: () => Promise<void>;
  /** What an administrator has to see to, by `disk`. */
  readonly troubles: () => Readonly<Record<string, string>>;
}

export interface DiskWatchParts {
  /** Writes something of no meaning; rejects when the disk takes nothing. */
  readonly probe: () => Promise<void>;
  /** Free bytes; undefined where that cannot be told. */
  readonly free: () => Promise<number | undefined>;
}

const MB = 1024 * 1024;
/** Bytes under which a busy day fills the disk. */
const LITTLE = 50 * MB;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Returns what is to be called every half minute, and what it found. */
export const createDiskWatch = ({ probe, free }: DiskWatchParts): DiskWatch => {
  let trouble: string | undefined;
  const find = async (): Promise<string | undefined> => {
    try {
      await probe();
    } catch (error) {
      return `数据写不进去，新消息不再确认：${reasonOf(error)}`;
    }
    const left = await free().catch(() => undefined);
    if (left === undefined || left >= LITTLE) return undefined;
    return `数据所在的磁盘只剩 ${Math.floor(left / MB)} MB，写满后不再接收消息：请清理磁盘`;
  };
  return {
    look: async () => {
      trouble = await find();
    },
    troubles: () => (trouble === undefined ? {} : { disk: trouble }),
  };
};
