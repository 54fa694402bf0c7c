import type { Claim, Quantity } from '../values.ts';
import { alikeOf } from './alike.ts';
import { scopeTests } from './conditions.ts';
import { isOperator } from './excepts.ts';
import { givenIn } from './given.ts';
import { orderOf } from './order-claim.ts';
import type { Clause, Parts } from './parts.ts';
import { reckonsOf } from './reckons.ts';
import { has } from './said.ts';
import { testOf } from './tests.ts';

/** 达到110家: that much, or more. */
const reached = (quantity: Quantity, parts: Parts): Quantity =>
  quantity.relation === '=' && has(parts, 'reach') ? { ...quantity, relation: '≥' } : quantity;

/** Returns a clause as it is claimed: units that are listed are claimed all; who leads is said to be named first. */
export const claimed = (clause: Clause, parts: Parts): Clause => ({
  ...clause,
  every: clause.every || !has(parts, 'or'),
  first: clause.first || (clause.lead && !clause.leading && clause.units.length === 1),
});

/** 22年650家次，比20年多70家次: the first is the amount of its year, and the other how far they lie apart. */
const yearBeside = (quantity: Quantity, parts: Parts): number | undefined => {
  if (parts.quantities.length < 2 || reckonsOf(parts)[0] !== 'change') return undefined;
  const at = parts.tokens.findIndex((token) => token.kind === 'quantity' && token.quantity === quantity);
  const before = parts.tokens.slice(0, at).toReversed();
  const apart = before.findIndex(
    (token) => token.kind === 'operator' && ['more', 'less', 'change', 'growth'].includes(token.operator),
  );
  const year = before.findIndex(({ kind }) => kind === 'year');
  const said = before[year];
  if ((apart >= 0 && (year < 0 || apart < year)) || said?.kind !== 'year') return undefined;
  return said.years.length === 1 ? said.years[0] : undefined;
};

/** Returns whether an amount is claimed of all that there are, which stands behind 是: 80%是全市农户的吗. */
export const isOfWhole = ({ tokens }: Parts): boolean =>
  tokens.some((token, at) => token.rule === 'glue:empty/whole' && isOperator(tokens[at - 1], 'is', 'ratio'));

const quantityClaims = (parts: Parts): readonly Claim[] => {
  const given = givenIn(parts);
  return parts.quantities
    .filter((quantity) => !given.includes(quantity))
    .map((quantity): Claim => {
      const year = yearBeside(quantity, parts);
      const own = given.length > 0 ? quantity : reached(quantity, parts);
      return {
        claim: 'quantity',
        quantity: own,
        ...(year !== undefined && { year }),
        ...(own !== quantity && { reached: true as const }),
        ...(isOfWhole(parts) && { whole: true as const }),
      };
    });
};

/** Returns what a question claims to be so. */
export const claimsOf = (parts: Parts): readonly Claim[] => [
  ...[alikeOf(parts) ?? []].flat(),
  ...(reckonsOf(parts)[0] === 'change' ? orderOf(parts) : []),
  ...quantityClaims(parts),
  ...parts.dates.map((date): Claim => ({ claim: 'date', ...date })),
  ...parts.clauses
    .filter(
      ({ units, exists, is, not, form }) => units.length > 0 || exists || is !== undefined || (not && form === 'noun'),
    )
    .map((clause): Claim => ({ claim: 'test', test: testOf(claimed(clause, parts)) })),
  ...scopeTests(parts).map((test): Claim => ({ claim: 'test', test })),
];
