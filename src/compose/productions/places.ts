import type { Test } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { hasWords, wants } from '../said.ts';

/** 7000亿元说的是什么, 35家写在哪: where a figure stands. */
export const places: Build = (parts) => {
  const [is] = parts.quantities;
  const located = wants(parts, 'where') && parts.quantities.length > 1;
  const listing = parts.heads.some(({ noun, type }) => noun && type !== 'clause');
  if (
    !is ||
    listing ||
    (hasWords(parts) && !located) ||
    parts.refs.length + parts.clauses.length > 0 ||
    parts.figures.some(({ figure }) => figure !== 'figure')
  )
    return undefined;
  if (
    !wants(parts, 'what', 'where', 'which') &&
    !parts.properties.some((one) => ['definition', 'content', 'source'].includes(one))
  )
    return undefined;
  const test: Test = {
    test: 'any',
    of: parts.quantities.map(
      (one): Test => ({
        test: 'figure',
        figure: one.unit,
        is: one,
        years: [],
        ...(one.measure && { measure: one.measure }),
      }),
    ),
  };
  return made(
    'places',
    query(parts, { set: 'where', of: { set: 'all', type: 'clause' }, test }, [{ ask: 'sources' }]),
    ['quantities', 'wanted', 'properties', 'plan', 'part', 'heads', 'words', 'years', 'figures'],
    ['each', 'mention'],
  );
};
