import { canonical } from '../../text.ts';
import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { several } from './claims.ts';
import type { FigureResult } from './result.ts';
import { foundOf } from './scopes.ts';
import type { Thing } from './things.ts';

/** So long is the name of a figure that is no word of other things. */
const SHORTEST_NAME = 4;

/** Returns whether the words name a figure of the task, whose amount is the target of a year: 跨境融资余额2021年有没有目标. */
export const namesFigure = (things: readonly Thing[], { words, years, claims }: Query, ground: Ground): boolean => {
  const [thing, ...others] = things;
  const name = canonical(words).replace(/\s/g, '');
  if (thing?.kind !== 'task' || others.length + claims.length > 0 || years.length === 0) return false;
  return (
    [...name].length >= SHORTEST_NAME &&
    foundOf(thing, ground).some(({ figure }) => canonical(figure.of).endsWith(name))
  );
};

/** The figure that was named; where it is printed of another year alone, also what the year that was asked for demands. */
export const targetOrFigure = (
  { years }: Query,
  figure: FigureResult | undefined,
  target: () => FigureResult | undefined,
): FigureResult | undefined => {
  if (figure?.shape !== 'values') return target();
  return years.some((year) => !figure.unsaid.includes(year)) ? figure : several([figure, target()]);
};
