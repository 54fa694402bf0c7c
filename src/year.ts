/** China keeps one time: eight hours before UTC. Milliseconds. */
const BEIJING = 8 * 3_600_000;

/** The year in China at a time in milliseconds since the epoch. */
export const yearOf = (at: number): number => new Date(at + BEIJING).getUTCFullYear();
