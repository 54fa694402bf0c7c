import type { Ask, Claim, Property } from '../../values.ts';
import { type Build, type Field, made, query } from '../assembled.ts';
import { confirms, headOf, wants } from '../said.ts';

export const DOCUMENT: readonly Property[] = [
  'title',
  'number',
  'dated',
  'issuer',
  'addressees',
  'copies',
  'period',
  'attachment',
  'forwarded',
];

const USES: readonly Field[] = ['properties', 'plan', 'years', 'dates', 'wanted', 'heads', 'part'];

/** 文号和日期, 哪些单位联合印发: what the document says of itself. */
export const document: Build = (parts) => {
  const named = parts.properties.find((one) => DOCUMENT.includes(one));
  if (
    named === 'title' &&
    parts.heads.some(({ noun, type, wanted }) => (noun || wanted === 'howMany') && type !== 'clause') &&
    !parts.plan
  )
    return undefined;
  const asksUnit =
    wants(parts, 'who') || parts.heads.some(({ type, wanted }) => type === 'unit' && wanted !== undefined);
  const sent = named === 'dated' && asksUnit ? 'issuer' : named;
  const property = sent === 'title' && parts.parts.includes('annex') ? 'attachment' : sent;
  const bare = parts.figures.some(({ figure, not }) => figure === 'date' && !not);
  const passed = parts.properties.includes('forwarded') && parts.clauses.every(({ role }) => role === undefined);
  if (!property || (parts.clauses.length > 0 && !passed) || (parts.refs.length > 0 && property !== 'dated'))
    return undefined;
  if (parts.refs.length > 0 || (parts.dates.length > 0 && headOf(parts)?.type === 'task')) return undefined;
  const claims: Claim[] = [
    ...(parts.years.length > 0 && confirms({ ...parts, quantities: parts.quantities })
      ? [{ claim: 'year', years: parts.years } as Claim]
      : []),
    ...(parts.years.length > 0 && wants(parts, 'whether') ? [] : []),
    ...parts.dates.map((date): Claim => ({ claim: 'date', ...date })),
  ];
  const dated =
    property === 'issuer' && wants(parts, 'when') && (named === 'dated' || !parts.properties.includes('dated'));
  const [, ...others] = parts.properties.filter((one) => DOCUMENT.includes(one));
  const asked = [property, ...others, ...(dated || (bare && named !== 'dated') ? (['dated'] as const) : [])];
  const asks = [...new Set(asked)].map((one): Ask => ({ ask: 'document', property: one }));
  const [first = { ask: 'document', property }, ...rest] = asks;
  const statement = property === 'dated' && parts.years.length > 0;
  const base = query(
    parts,
    { set: 'all', type: 'plan' },
    {
      asks: [first, ...rest],
      claims: statement && claims.length === 0 ? [{ claim: 'year', years: parts.years }] : claims,
    },
  );
  return made(
    'document',
    { ...base, confirm: base.confirm || (statement && parts.wanted.length === 0) },
    {
      uses: [...USES, ...(bare ? (['figures'] as const) : []), ...(passed ? (['clauses'] as const) : [])],
      operators:
        property === 'dated' ? ['each', 'same', 'differ'] : property === 'issuer' ? ['each', 'together'] : ['each'],
    },
  );
};
