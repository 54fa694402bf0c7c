import { lengthsIn } from '../../library/lengths.ts';
import { canonical, squeeze } from '../../text.ts';
import { attributesIn } from '../attribute-words.ts';
import type { Ground } from '../ground.ts';
import { wordsOf } from '../sets/mentions.ts';
import { isGeneral } from './attributes.ts';
import { isForeign, termsIn } from './match.ts';
import { namesIn } from './names.ts';
import type { Series } from './result.ts';
import { type Asked, classOf } from './series.ts';
import { titleOf } from './things.ts';

type Words = Asked & { readonly words: string };
type Picked = { readonly series: Series };

/** So much of the words must stand with an amount of money: 奖励多少万 is no 总资产 of the same topic. */
const WITH_MONEY = 0.4;

/** The last word that an amount's sentence does not hold, where it and the name of its thing hold too few of them. */
const strangeTo = (words: string, { found }: Series, { search }: Ground): string | undefined => {
  const text = squeeze(
    found.map(({ figure, thing }) => `${figure.sentence}，${figure.under ?? ''}，${titleOf(thing)}`).join('，'),
  );
  const [asked, held] = [[...termsIn(words)], termsIn(text)];
  if (asked.filter((term) => held.has(term)).length >= asked.length * WITH_MONEY) return undefined;
  const isCase = (word: string): boolean => lengthsIn(word).length > 0;
  if (isCase(words) && search.unheld(words, text).every(isCase)) return undefined;
  const said = canonical(words);
  const each = wordsOf(said).map(([from, to]) => said.slice(from, to).trim());
  return each.findLast((word) => word.length > 1 && !canonical(text).includes(word)) ?? words;
};

/** The figures' sentences, what they count, the names of their things. */
const evidenceOf = ({ found }: Series): string =>
  found
    .map(({ figure, thing }) => `${figure.sentence}，${figure.of}，${figure.under ?? ''}，${titleOf(thing)}`)
    .join('，');

/** So long a name is still one; a longer wording describes, and its words are not all printed. */
const LONGEST_NAME = 12;

/** The noun of a name that neither the figure's sentence nor its thing's title holds: 公募 in 公募基金, 引进各类金融机构10家. */
const unheldBy = (words: string, series: Series, ground: Ground): string | undefined => {
  const { search, attributes } = ground;
  const name = words.replace(/\s/g, '');
  if (name.length > LONGEST_NAME || isForeign(words) || namesIn(name).length > 1) return undefined;
  if (attributesIn(words, ground).some(({ rate, by }) => rate === true || by !== undefined)) return undefined;
  const isAttribute = (word: string): boolean => attributes.some(({ says }) => says.includes(word));
  return search
    .unheld(words, evidenceOf(series))
    .find((word) => !isAttribute(word) && !isGeneral(word, ground) && lengthsIn(word).length === 0);
};

/** So long is the noun that closes a name: 产业. */
const NOUN = 2;

const NAMED = /\p{Script=Han}{2}$/u;

/** 区块链产业, where the figure is of 新型显示产业: the same noun, and another before it. */
const siblingOf = (words: string, series: Series): string | undefined => {
  const [name = '', attribute] = namesIn(words);
  const [own, noun] = [name.slice(0, -NOUN), name.slice(-NOUN)];
  if (attribute === undefined || own.length < NOUN) return undefined;
  const text = canonical(evidenceOf(series));
  if ([...termsIn(own)].some((term) => text.includes(term))) return undefined;
  const before = text.split(noun).slice(0, -1);
  return before.some((one) => NAMED.test(one)) ? name : undefined;
};

/** Returns the figures that were asked for, and the word by which the rest are of something else. */
export const withoutStrange = <T extends Picked>(
  picked: readonly T[],
  wish: Words,
  ground: Ground,
): { readonly kept: readonly T[]; readonly lost: string | undefined } => {
  const strange = picked.map((one) => ({
    one,
    lost:
      (ofMoney(one, wish) ? strangeTo(wish.words, one.series, ground) : undefined) ??
      unheldBy(wish.words, one.series, ground) ??
      siblingOf(wish.words, one.series),
  }));
  const kept = strange.filter(({ lost }) => lost === undefined).map(({ one }) => one);
  return { kept, lost: kept.length > 0 ? undefined : strange[0]?.lost };
};

const ofMoney = ({ series: { found } }: Picked, wish: Words): boolean =>
  classOf(wish) === 'money' && found[0].thing.kind !== 'indicator' && !isForeign(wish.words);
