import { lengthsIn } from '../../library/lengths.ts';
import { canonical } from '../../text.ts';
import { namesIn } from './names.ts';
import type { Found, Series } from './result.ts';

/** A figure that may have been asked for. */
export interface Picked {
  readonly series: Series;
}

/**
 * Returns, of figures that each hold for so many years, those of the length that was said: 满3年的6000元、满5年的15000元.
 * All of them where none is of that length, and undefined where no length tells them apart.
 */
export const ofLength = <T extends Picked>(all: readonly T[], words: string): readonly T[] | undefined => {
  const said = lengthsIn(words);
  const held = ({ series: { found } }: T): readonly number[] => found.flatMap(({ scope }) => lengthsIn(scope));
  const cases = said.length === 0 ? [] : all.filter((one) => held(one).length > 0);
  if (cases.length === 0) return undefined;
  const own = cases.filter((one) => held(one).some((length) => said.includes(length)));
  return own.length > 0 ? own : cases;
};

/** 支行 of 特色专业支行: what kind of thing a figure counts. */
const HEAD = 2;

/**
 * Returns, of figures of one sentence, those that count what the words end with, where the best does not: 普惠金融支行几家
 * is no 普惠金融事业部. Undefined where nothing needs to be told apart.
 */
export const ofKind = <T extends Picked>(all: readonly T[], words: string): readonly T[] | undefined => {
  const said = canonical(words);
  const nounOf = ({ series: { found } }: T): string => canonical(found[0].figure.of);
  const [best] = all;
  if (!best || all.some((one) => nounOf(one) !== '' && said.includes(nounOf(one)))) return undefined;
  const { figure, scope } = best.series.found[0];
  const { measure, sentence } = figure;
  /** 公厕和粪污处理站: one of several names is what the best counts. */
  if (namesIn(words).some((name) => canonical(`${figure.of}${scope}`).includes(name))) return undefined;
  const isSaid = (one: T): boolean => {
    const head = nounOf(one).slice(-HEAD);
    return nounOf(one).length > HEAD && said.includes(head) && !nounOf(best).includes(head);
  };
  const kin = all.filter((one) => {
    const { figure } = one.series.found[0];
    return figure.measure === measure && figure.sentence === sentence && isSaid(one);
  });
  return kin.length > 0 ? kin : undefined;
};

const LETTERED = /(?<![a-z])[a-z](?=\p{Script=Han})/gu;

const lettersIn = (text: string): readonly string[] => canonical(text).match(LETTERED) ?? [];

/**
 * Returns the figures with which a letter of the words stands, D地块; where it stands with none, those with which it
 * stands before: 对申请A股上市的企业，…给予100万元.
 */
export const lettered = <T extends Picked>(all: readonly T[], words: string): readonly T[] => {
  const letters = lettersIn(words);
  const standing = (textOf: (found: Found) => string) =>
    all.filter(({ series }) =>
      letters.every((letter) => series.found.some((found) => lettersIn(textOf(found)).includes(letter))),
    );
  const own = standing(({ scope, figure }) => scope + figure.of);
  return own.length > 0 ? own : standing(({ beside = '' }) => beside);
};
