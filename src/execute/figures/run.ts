import { canonical } from '../../text.ts';
import type { Series } from './result.ts';

/** Returns the figures of one list, 甲、乙分别100家、50家, that a series stands in; none where it stands in no list. */
export const runOf = ({ found: [{ respective, figure }] }: Series, all: readonly Series[]): readonly Series[] =>
  respective
    ? all.filter(
        ({ found: [one] }) => one.respective?.lead === respective.lead && one.figure.sentence === figure.sentence,
      )
    : [];

/** The words say the whole name. */
const isNamed = ({ found }: Series, words: string): boolean => {
  const name = canonical(found[0].respective?.name ?? '');
  return name !== '' && canonical(words).replace(/\s+/gu, '').includes(name);
};

/** Returns whether words say the whole name of one series of a list, and of no other. */
export const isNamedAlone = (series: Series, run: readonly Series[], words: string): boolean =>
  run.length > 1 && isNamed(series, words) && run.every((one) => one === series || !isNamed(one, words));
