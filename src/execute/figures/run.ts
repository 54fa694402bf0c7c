import { canonical } from '../../text.ts';
import { termsIn } from './match.ts';
import type { Series } from './result.ts';

/** Returns the figures of one list, 甲、乙分别100家、50家, that a series stands in; none where it stands in no list. */
export const runOf = ({ found: [{ respective, figure }] }: Series, all: readonly Series[]): readonly Series[] =>
  respective
    ? all.filter(
        ({ found: [one] }) => one.respective?.lead === respective.lead && one.figure.sentence === figure.sentence,
      )
    : [];

const nameOf = ({ found }: Series): string => found[0].respective?.name ?? '';

const nounOf = ({ found }: Series): string => found[0].respective?.of ?? '';

/** The words say the whole name. */
const isNamed = (series: Series, words: string): boolean => {
  const name = canonical(nameOf(series));
  return name !== '' && canonical(words).replace(/\s+/gu, '').includes(name);
};

/** What is said of the names of a list: how much of each, and whether what only it has. */
const saidOf = (series: Series, run: readonly Series[], words: string) => {
  const shared = termsIn(series.found[0].respective?.shared ?? '');
  const said = new Set([...termsIn(words)].filter((term) => !shared.has(term)));
  const held = [...termsIn(nounOf(series))].filter((term) => said.has(term));
  const others = run.filter((one) => one !== series).map((one) => termsIn(nounOf(one)));
  return { much: held.length, own: held.some((term) => others.every((terms) => !terms.has(term))) };
};

/** Returns whether words name one series of a list, and no other: its whole name, or more of it than of any other. */
export const isNamedAlone = (series: Series, run: readonly Series[], words: string): boolean => {
  const others = run.filter((one) => one !== series);
  if (others.length === 0) return false;
  if (isNamed(series, words) && others.every((one) => !isNamed(one, words))) return true;
  const { much } = saidOf(series, run, words);
  return others.map((one) => saidOf(one, run, words)).every((one) => !one.own && one.much < much);
};
