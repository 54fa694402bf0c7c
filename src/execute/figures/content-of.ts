import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import type { FigureResult } from './result.ts';
import { executeTexts } from './texts.ts';
import type { Thing } from './things.ts';
import { executeValue } from './value.ts';

/** Returns what things say; of an indicator that is its figures. */
export const contentOf = (things: readonly Thing[], query: Query, ground: Ground): FigureResult | undefined => {
  if (things.length === 0) return undefined;
  const figures = things.every(({ kind }) => kind === 'indicator');
  return figures
    ? executeValue(things, { query, ask: { ask: 'value' } }, ground)
    : executeTexts(things, { query, form: 'content' }, ground);
};
