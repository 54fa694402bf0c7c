import { canonical } from '../../text.ts';
import type { UnitName } from '../../types.ts';
import type { Query, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { sentencesFor } from './choose.ts';
import { sentencesIn } from './match.ts';
import type { FigureResult, Sentence } from './result.ts';
import { refsOf, thingOf } from './things.ts';

/** The units that a sentence names, by any of their names, in its order. */
const unitsIn = (sentence: string, { library: { plan } }: Ground): readonly UnitName[] => {
  const text = canonical(sentence);
  const { units, groups } = plan.registry;
  const found = [...units, ...groups].flatMap(({ name, others }) => {
    const places = [name, ...others].map((one) => text.indexOf(canonical(one))).filter((at) => at >= 0);
    return places.length > 0 ? [{ name, at: Math.min(...places) }] : [];
  });
  return found.toSorted((a, b) => a.at - b.at).map(({ name }) => name);
};

interface Claimed {
  readonly units: readonly UnitName[];
  readonly not: boolean;
}

const claimedOf = (test: Test): readonly Claimed[] => {
  if (test.test === 'not') return claimedOf(test.of).map((one) => ({ ...one, not: !one.not }));
  return test.test === 'has' ? [{ units: test.units, not: false }] : [];
};

/**
 * Returns whether a sentence of a clause that is no task names the units that are claimed of it, and those that it names
 * instead: 工作推进会由市发改委牵头. Of several named units the sentence alone is told. Undefined for a query of anything else.
 */
export const executeSaidUnits = (query: Query, ground: Ground): FigureResult | undefined => {
  const claims = query.claims.flatMap((claim) => (claim.claim === 'test' ? claimedOf(claim.test) : []));
  const [thing] = query.of.set === 'named' ? refsOf(query.of, ground).flatMap((ref) => thingOf(ref, ground) ?? []) : [];
  const [claim] = claims;
  if (thing?.kind !== 'clause' || !claim || claims.length > 1) return undefined;
  const naming = ({ text }: Sentence): boolean => unitsIn(text, ground).length > 0;
  const sentence = sentencesFor(query.words, thing, ground)[0] ?? sentencesIn(thing, ground).find(naming);
  const named = sentence ? unitsIn(sentence.text, ground) : [];
  if (!sentence || named.length === 0) return undefined;
  const all = claim.units.every((unit) => named.includes(unit));
  const alone = named.length === claim.units.length;
  const verdict = all ? (alone ? !claim.not : undefined) : claim.not;
  return { shape: 'said', verdict, thing, sentence, instead: verdict === false ? named.join('、') : undefined };
};
