import { oncePer } from '../once.ts';
import { remembering } from '../recent.ts';
import { canonical } from '../text.ts';
import type { Figure } from '../values.ts';
import type { Attribute, Ground } from './ground.ts';

/** An attribute with the word by which it was asked for. */
export type AskedFor = Attribute & { readonly said: string };

const longestFirst = oncePer((says: Attribute['says']) => says.map(canonical).toSorted((a, b) => b.length - a.length));

/** Returns the wordings of an attribute in canonical writing, the longest first. */
export const wordsOf = ({ says }: Attribute): readonly string[] => longestFirst(says);

/** The plan's own texts are looked at with each question, the question's with each of its readings. */
const MOST_KNOWN = 2000;

const readerOf = oncePer((attributes: readonly Attribute[]) =>
  remembering((text) => readAttributes(text, attributes), MOST_KNOWN),
);

/** Returns the attributes that some words ask for; a longer one hides those inside it. */
export const attributesIn = (words: string, { attributes }: Ground): readonly AskedFor[] => readerOf(attributes)(words);

const readAttributes = (words: string, attributes: readonly Attribute[]): readonly AskedFor[] => {
  const text = canonical(words);
  const found = attributes.flatMap((attribute) => {
    if (attribute.plain) return [];
    const said = wordsOf(attribute).find((word) => text.includes(word));
    return said === undefined ? [] : [{ attribute, said }];
  });
  return found
    .filter(({ said }) => !found.some((other) => other.said !== said && other.said.includes(said)))
    .map(({ attribute, said }) => ({ ...attribute, said }));
};

/** Returns whether a figure counts what some words say, or what an attribute in them is called otherwise: 营收, 营业收入. */
export const counts = (figure: Figure, words: string, ground: Ground): boolean => {
  const noun = canonical(figure.of);
  const says = attributesIn(words, ground).flatMap(wordsOf);
  return [canonical(words), ...says].some((one) => noun.includes(one));
};
