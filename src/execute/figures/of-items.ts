import { calledItems } from '../../library/called-items.ts';
import { canonical } from '../../text.ts';
import type { Ground } from '../ground.ts';
import { matchOf } from './match.ts';
import type { Found, Series } from './result.ts';
import { isOf, seriesOf } from './series.ts';
import type { Thing } from './things.ts';

/** What is looked for in the items: the words, and the years of the figures. */
interface Asking {
  readonly words: string;
  readonly years: readonly number[];
}

/**
 * Returns the quantity of each item of a list, where the words name several items: the one of its figures that the other
 * words say best. Undefined where they name fewer, or one of them has no such figure.
 */
export const quantitiesOfItems = (
  found: readonly Found[],
  { words, years }: Asking,
  { thing, ground }: { readonly thing: Thing; readonly ground: Ground },
): readonly [Series, ...Series[]] | undefined => {
  const headings = [...new Set(found.flatMap(({ figure }) => figure.under ?? []))];
  const named = calledItems(headings, words);
  if (named.size < 2) return undefined;
  const rest = [...named.values()].reduce((left, name) => left.replace(name, ' '), canonical(words));
  const { share, apart } = matchOf(rest, thing, ground);
  const best = [...named.keys()].flatMap((under) => {
    const own = found.filter((one) => one.figure.under === under && isOf(one, years));
    const said = seriesOf(own)
      .map((series) => ({ series, share: Math.max(...series.found.map(({ scope }) => share(scope))) }))
      .toSorted((a, b) => b.share - a.share);
    const [first, second] = said;
    return first && (first.share > 0 || !(second || apart)) ? [first.series] : [];
  });
  const [first, ...others] = best;
  return first && best.length === named.size ? [first, ...others] : undefined;
};
