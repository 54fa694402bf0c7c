/** China has one time zone and no summer time. */
const EAST_8 = 8 * 3600;

/** The day in China of a time in seconds since the epoch: `2020-06-30`. */
export const dayOf = (seconds: number): string => new Date((seconds + EAST_8) * 1000).toISOString().slice(0, 10);
