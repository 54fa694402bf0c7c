/** China keeps one time, without summer time: eight hours before UTC. Milliseconds. */
export const AHEAD = 8 * 3_600_000;

/** A time in milliseconds since the epoch as the clock shows it in China: to be read by the UTC fields. */
export const inChina = (at: number): Date => new Date(at + AHEAD);

/** The year in China at a time in milliseconds since the epoch. */
export const yearOf = (at: number): number => inChina(at).getUTCFullYear();

/** The Monday before or at a time in China, at midnight there. Milliseconds since the epoch. */
export const mondayOf = (at: number): number => {
  const local = inChina(at);
  const back = (local.getUTCDay() + 6) % 7;
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() - back) - AHEAD;
};

/** The day in China at a time in milliseconds since the epoch: 2026-01-31. */
export const dayOf = (at: number): string => inChina(at).toISOString().slice(0, 10);
