/** The value below which a share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

export const ms = (value: number): string => `${value.toFixed(3)} ms`;

/** How soon deliveries were acknowledged, and how many of them. */
export const acknowledged = (
  name: string,
  { times, statuses }: { readonly times: readonly number[]; readonly statuses: readonly number[] },
  ...more: readonly string[]
): void => {
  const sorted = times.toSorted((a, b) => a - b);
  row(
    name,
    `p50 ${ms(quantile(sorted, 0.5))}`,
    `p99 ${ms(quantile(sorted, 0.99))}`,
    `max ${ms(sorted.at(-1) ?? 0)}`,
    `${statuses.filter((status) => status === 200).length} of ${statuses.length} with 200`,
    ...more,
  );
};

export const row = (name: string, ...cells: readonly string[]): void =>
  console.log(`${name.padEnd(46)}${cells.join('   ')}`);
