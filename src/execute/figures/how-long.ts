import { namedYears, withoutStarts } from '../../library/figures.ts';
import type { Query } from '../../values.ts';
import { duesIn, lengthsPrinted } from '../dates.ts';
import type { Ground } from '../ground.ts';
import { matchOf, sentencesIn } from './match.ts';
import type { FigureResult } from './result.ts';
import { piecesOf } from './scopes.ts';
import type { Thing } from './things.ts';

/** Returns what sort of length was asked for: so many years, or any. */
export const lengthAsked = ({ asks }: Query): 'years' | 'any' | undefined =>
  asks.flatMap((ask) => (ask.ask === 'when' && ask.span ? [ask.span] : []))[0];

/** Returns how long: the lengths in the piece that speaks of the words most; where a date speaks of them more, none. */
export const executeSpan = (thing: Thing, query: Query, ground: Ground): FigureResult | undefined => {
  const match = matchOf(query.words, thing, ground);
  const pieces = sentencesIn(thing, ground).flatMap((sentence) =>
    piecesOf(withoutStarts(sentence.text)).flatMap((piece) => {
      const dates = lengthsPrinted(piece);
      return dates.length > 0 ? [{ sentence, dates, share: match.share(piece) }] : [];
    }),
  );
  const [best] = pieces.toSorted((a, b) => b.share - a.share);
  if (!best || (best.share === 0 && query.words !== '')) return undefined;
  const dated = sentencesIn(thing, ground)
    .flatMap(({ text }) => piecesOf(text))
    .filter((piece) => lengthsPrinted(piece).length === 0 && duesIn(piece).length + namedYears(piece).length > 0);
  if (lengthAsked(query) === 'any' && dated.some((piece) => match.share(piece) > best.share)) return undefined;
  const { sentence, dates } = best;
  return { shape: 'when', thing, confirm: false, years: [], dates, sentences: [sentence], verdict: undefined };
};
