import type { Ask, Quantity } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { has, hasWords, wants } from '../said.ts';
import { EVERY_PLACE, isFalling } from './extreme.ts';

/** 哪些指标增长超过20%: so much that things must have grown. */
const boundOf = (parts: Parts): Quantity | undefined => {
  const [quantity, ...more] = parts.quantities;
  const grown = has(parts, 'growth', 'more') && wants(parts, 'which', 'howMany');
  return grown && more.length === 0 && quantity?.unit === 'percent' ? quantity : undefined;
};

/** 哪个指标增长最快; 哪些增长超过20%. */
export const fastest: Build = (parts) => {
  const table = parts.heads.some(({ type }) => type === 'indicator') || parts.parts.includes('table');
  const bound = boundOf(parts);
  const rank = parts.rank?.places ?? (has(parts, 'order') ? EVERY_PLACE : undefined);
  const asked = rank || bound || has(parts, 'most', 'least');
  if (!table || !asked || parts.refs.length > 0 || hasWords(parts)) return undefined;
  const extreme: Ask = {
    ask: 'reckon',
    reckon: has(parts, 'least') || parts.rank?.least || isFalling(parts) ? 'smallest' : 'largest',
    ...(rank && { rank }),
    ...(bound && { bound }),
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
        ...(['heads', 'part', 'wanted', 'years', 'properties', 'plan', 'positions'] as const),
        ...(growing ? (['figures'] as const) : []),
        ...(bound ? (['quantities'] as const) : []),
      ],
      operators: [
        ...(['order', 'most', 'least', 'growth', 'more', 'change', 'than', 'all', 'each'] as const),
        ...(bound ? (['reach'] as const) : []),
      ],
    },
  );
};
