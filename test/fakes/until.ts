import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; says what it waited for when it never does. */
export const until = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeout = 120_000,
): Promise<void> => {
  const end = Date.now() + timeout;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(10);
  }
};
