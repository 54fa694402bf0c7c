import { lengthsIn } from '../../library/lengths.ts';
import { canonical } from '../../text.ts';
import { attributesIn, wordsOf } from '../attribute-words.ts';
import type { Attribute, Ground } from '../ground.ts';
import { sentencesIn } from './match.ts';
import type { Found } from './result.ts';
import { foundOf } from './scopes.ts';
import { isOf } from './series.ts';
import { type Thing, titleOf } from './things.ts';

/** What may bear an attribute out: a text in canonical writing, and figures. */
interface Evidence {
  readonly text: string;
  readonly figures?: readonly Found[];
}

const holds = (text: string, attribute: Attribute): boolean => wordsOf(attribute).some((word) => text.includes(word));

/** Returns whether a text or figures bear an attribute out: by any of its words, or by the sort of figure that it is. */
export const bearsOut = (attribute: Attribute, { text, figures = [] }: Evidence, ground: Ground): boolean => {
  if (holds(text, attribute)) return true;
  const { by } = attribute;
  if (by === 'past') return figures.length > 0 && figures.every(({ figure }) => figure.past);
  const isRate = ({ figure, scope }: Found): boolean =>
    figure.unit === 'percent' && !attributesIn(scope, ground).some(({ rate }) => rate === true);
  return by === 'percent' && figures.some(isRate);
};

/** So many of the plan's tasks speak of what the whole plan is about. */
const MANY = 0.3;

/** Returns whether a word tells nothing apart, 林场 in a plan for one: a word of its title, or of many of its tasks, makes no other thing of what is asked. */
export const isGeneral = (word: string, { library: { plan } }: Ground): boolean =>
  plan.document.title.includes(word) ||
  plan.tasks.filter(
    ({ body: { text, responsible } }) =>
      text.includes(word) || responsible.some(({ printed }) => printed.includes(word)),
  ).length >= Math.max(2, plan.tasks.length * MANY);

/** Returns the last word that a thing does not bear out, when the plan uses it elsewhere or it is what is counted. */
export const missingWord = (words: string, thing: Thing, ground: Ground): string | undefined => {
  const { search, library } = ground;
  const isBorne = (word: string): boolean =>
    lengthsIn(word).length > 0 || ground.attributes.some(({ plain, by, says }) => (plain || by) && says.includes(word));
  const missing = search.missing(words, thing.topic).filter((word) => !isBorne(word) && !isGeneral(word, ground));
  return missing.findLast(
    (word) => words.trimEnd().endsWith(word) || library.plan.clauses.some(({ text }) => text.includes(word)),
  );
};

/** Returns words with attributes as a thing prints them: 营收 is its 营业收入. */
export const asPrintedOf = (words: string, thing: Thing, ground: Ground): string => {
  const asked = attributesIn(words, ground);
  if (asked.length === 0) return words;
  const text = canonical(
    sentencesIn(thing, ground)
      .map((one) => one.text)
      .join(' '),
  );
  return asked.reduce((read, attribute) => {
    const printed = text.includes(attribute.said) ? undefined : wordsOf(attribute).find((word) => text.includes(word));
    return printed === undefined ? read : read.replace(attribute.said, printed);
  }, words);
};

/** What is asked: words, and the years in which figures may bear them out. */
interface Wanted {
  readonly words: string;
  readonly years: readonly number[];
}

/** Returns the word of a query that a thing nowhere bears out, and that makes another thing of what is asked. */
export const unsaidOf = ({ words, years }: Wanted, thing: Thing, ground: Ground): string | undefined => {
  const texts = [titleOf(thing), ...sentencesIn(thing, ground).map(({ text }) => text)];
  const evidence = {
    text: canonical(texts.join(' ')),
    figures: foundOf(thing, ground).filter((found) => isOf(found, years)),
  };
  const attribute = attributesIn(words, ground).find((one) => !bearsOut(one, evidence, ground));
  if (attribute) return attribute.said;
  return thing.kind === 'indicator' ? missingWord(words, thing, ground) : undefined;
};
