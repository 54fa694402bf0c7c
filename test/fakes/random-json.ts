/** Random numbers of 0–1 that are the same in every run with the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const LEAVES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  '',
  'x',
  '{',
  '{"text":1}',
  '../x',
  '\ud842',
  '汉'.repeat(200),
  [],
  {},
];

const pick = <T>(of: readonly T[], random: () => number): T | undefined => of[Math.floor(random() * of.length)];

/** Any JSON, at most so many levels deep. */
export const randomJson = (random: () => number, depth = 3): unknown => {
  const size = Math.floor(random() * 4);
  if (depth === 0 || random() < 0.4) return pick(LEAVES, random);
  if (random() < 0.5) return Array.from({ length: size }, () => randomJson(random, depth - 1));
  const keys = ['__proto__', 'event', 'header', 'open_id', 'constructor', 'text'];
  const entries = Array.from({ length: size }, () => [pick(keys, random), randomJson(random, depth - 1)]);
  return JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`);
};

/** The same value with one part, anywhere in it, replaced by any JSON or taken away. */
export const damaged = (value: unknown, random: () => number): unknown => {
  if (random() < 0.15 || typeof value !== 'object' || value === null) return randomJson(random);
  const key = pick(Object.keys(value), random);
  if (key === undefined) return randomJson(random);
  const copy: Record<string, unknown> = structuredClone({ ...value });
  if (random() < 0.2) delete copy[key];
  else copy[key] = damaged(copy[key], random);
  return Array.isArray(value) ? Object.values(copy) : copy;
};
