import type { SetOf, Test } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { has, hasWords, wants } from '../said.ts';
import { named } from '../sets.ts';

/** 附件里有110家吗, 行动目标不含110家: whether a part of the plan, or the plan, prints a figure. */
const isPrintedIn = (parts: Parts): boolean => {
  const said = wants(parts, 'whether') || (parts.wanted.length === 0 && has(parts, 'have', 'mention'));
  const where = parts.parts.length > 0 || parts.plan || parts.refs.length > 0;
  return said && where && parts.refs.every(({ type }) => type === 'clause');
};

/** What is looked for: amounts as they were said, else any figure of a class. */
const testsOf = (parts: Parts): readonly Test[] => {
  const frame = { test: 'figure' as const, years: parts.years, ...(parts.part && { part: parts.part }) };
  if (parts.quantities.length === 0)
    return parts.figures.flatMap(({ figure }) => (figure === 'date' ? [] : [{ ...frame, figure }]));
  return parts.quantities.map(
    (one): Test => ({
      ...frame,
      figure: one.unit,
      is: one,
      ...(one.measure && { measure: one.measure }),
    }),
  );
};

/** 7000亿元说的是什么, 35家写在哪, 附件里有110家吗: where a figure stands, or whether it does. */
export const places: Build = (parts) => {
  const located = wants(parts, 'where') && parts.quantities.length > 1;
  const paid = parts.quantities.some((one) => one.paid !== undefined);
  const listing = paid || parts.heads.some(({ noun, type }) => noun && type !== 'clause');
  if (listing || (hasWords(parts) && !located) || parts.clauses.length > 0) return undefined;
  const printed = isPrintedIn(parts);
  const [first, ...rest] = testsOf(parts);
  const asked =
    wants(parts, 'what', 'where', 'which') ||
    parts.properties.some((one) => ['definition', 'content', 'source'].includes(one));
  const placed = asked && parts.quantities.length > 0 && parts.refs.length === 0;
  if (!first || (!printed && (!placed || parts.figures.some(({ figure }) => figure !== 'figure')))) return undefined;
  const test: Test = { test: 'any', of: [first, ...rest] };
  const of: SetOf = parts.refs.length > 0 ? named(parts) : { set: 'all', type: 'clause' };
  /** 附件没写110家: what the annex is said to lack is the figure. */
  const denied = parts.openNot || parts.lacking !== undefined || parts.figures.some(({ not }) => not);
  const made0 = query(
    parts,
    { set: 'where', of, test: denied ? { test: 'not', of: test } : test },
    { asks: [{ ask: 'sources' }] },
  );
  return made(
    'places',
    { ...made0, confirm: printed },
    {
      uses: ['quantities', 'wanted', 'properties', 'plan', 'part', 'heads', 'words', 'years', 'figures', 'refs'],
      operators: ['each', 'mention', ...(denied ? (['not'] as const) : [])],
    },
  );
};
