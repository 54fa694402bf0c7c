import { canonical } from '../../text.ts';
import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { sentencesIn } from './match.ts';
import type { FigureResult } from './result.ts';
import { executeTexts } from './texts.ts';
import type { Thing } from './things.ts';
import { executeValue } from './value.ts';

/** The one sentence of the things that the words are. */
const sentenceOf = (things: readonly Thing[], { words }: Query, ground: Ground): FigureResult | undefined => {
  for (const thing of things) {
    const sentence = sentencesIn(thing, ground).find(({ text }) => canonical(text) === canonical(words));
    if (sentence)
      return { shape: 'texts', form: 'content', alone: true, years: [], texts: [{ thing, best: [sentence] }] };
  }
  return undefined;
};

/** Returns what things say; of an indicator that is its figures. */
export const contentOf = (things: readonly Thing[], query: Query, ground: Ground): FigureResult | undefined => {
  if (things.length === 0) return undefined;
  const [ask] = query.asks;
  const sentence = ask.ask === 'content' && ask.sentence ? sentenceOf(things, query, ground) : undefined;
  if (sentence) return sentence;
  const figures = things.every(({ kind }) => kind === 'indicator');
  return figures
    ? executeValue(things, { query, ask: { ask: 'value' } }, ground)
    : executeTexts(things, { query, form: 'content' }, ground);
};
