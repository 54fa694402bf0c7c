/** The value below which a share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

export const ms = (value: number): string => `${value.toFixed(3)} ms`;

export const row = (name: string, ...cells: readonly string[]): void =>
  console.log(`${name.padEnd(46)}${cells.join('   ')}`);
