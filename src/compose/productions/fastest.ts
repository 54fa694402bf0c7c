import type { Ask } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { has, hasWords } from '../said.ts';
import { EVERY_PLACE, isFalling } from './extreme.ts';

/** 哪个指标增长最快. */
export const fastest: Build = (parts) => {
  const table = parts.heads.some(({ type }) => type === 'indicator') || parts.parts.includes('table');
  const rank = parts.rank?.places ?? (has(parts, 'order') ? EVERY_PLACE : undefined);
  if (!table || !(rank || has(parts, 'most', 'least')) || parts.refs.length > 0 || hasWords(parts)) return undefined;
  const extreme: Ask = {
    ask: 'reckon',
    reckon: has(parts, 'least') || parts.rank?.least || isFalling(parts) ? 'smallest' : 'largest',
    ...(rank && { rank }),
  };
  const growing = has(parts, 'growth', 'more', 'change');
  return made(
    'fastest',
    query(
      parts,
      { set: 'all', type: 'indicator' },
      { asks: growing ? [{ ask: 'reckon', reckon: 'growth' }, extreme] : [extreme] },
    ),
    {
      uses: [
        'heads',
        'part',
        'wanted',
        'years',
        'properties',
        'plan',
        'positions',
        ...(growing ? (['figures'] as const) : []),
      ],
      operators: ['order', 'most', 'least', 'growth', 'more', 'change', 'than', 'all', 'each'],
    },
  );
};
