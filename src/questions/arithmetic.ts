import type { ClauseId, Computed } from '../types.ts';

const decimals = (printed: string): number => printed.split('.')[1]?.length ?? 0;

/** A difference with as many decimals as the figures have: 2.95-2.65=0.30. */
export const difference = (to: string, from: string, clauses: readonly ClauseId[]): Computed => {
  const places = Math.max(decimals(to), decimals(from));
  const value = (Number(to) - Number(from)).toFixed(places);
  return { value, formula: `${to}-${from}=${value}`, from: clauses };
};

/** Growth in percent with one decimal: (1150-1050)/1050=9.5%. */
export const growth = (to: string, from: string, clauses: readonly ClauseId[]): Computed => {
  const value = (((Number(to) - Number(from)) / Number(from)) * 100).toFixed(1);
  return { value, formula: `(${to}-${from})/${from}=${value}%`, from: clauses };
};

/** Compound growth a year in percent with one decimal: (1150/875)^(1/4)-1=7.1%. */
export const meanGrowth = (to: string, from: string, years: number, clauses: readonly ClauseId[]): Computed => {
  const value = (((Number(to) / Number(from)) ** (1 / years) - 1) * 100).toFixed(1);
  return { value, formula: `(${to}/${from})^(1/${years})-1=${value}%`, from: clauses };
};

/** Computed figures, and the figures inside their formulas, which they bear out. */
export const bearing = (computed: readonly Computed[]): readonly Computed[] =>
  computed.flatMap((one) => [
    one,
    ...(one.formula.match(/\d+(?:\.\d+)?/g) ?? [])
      .filter((value) => value !== one.value)
      .map((value) => ({ ...one, value })),
  ]);
