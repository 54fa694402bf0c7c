import type { Operator, Query, Token } from '../values.ts';
import type { Assembled, Field } from './assembled.ts';
import { unborne } from './borne.ts';
import type { ComposeContent } from './content.ts';
import type { Decision } from './decision.ts';
import type { Parts } from './parts.ts';

/** Operators that join and say nothing by themselves. */
const JOINING: readonly Operator[] = ['and', 'or', 'but', 'also', 'have', 'in', 'of', 'by', 'is', 'all', 'other'];

const fieldOf = (token: Token): Field | undefined => {
  switch (token.kind) {
    case 'unit':
    case 'units':
    case 'stranger':
      return 'clauses';
    case 'task':
    case 'action':
    case 'indicator':
    case 'clause':
      return 'refs';
    case 'term':
      return 'terms';
    case 'plan':
      return 'plan';
    case 'type':
      return 'heads';
    case 'role':
      return 'roles';
    case 'property':
      return 'properties';
    case 'part':
      return 'part';
    case 'figure':
      return 'figures';
    case 'year':
      return 'years';
    case 'interval':
      return 'interval';
    case 'date':
      return 'dates';
    case 'quantity':
      return 'quantities';
    case 'position':
      return 'positions';
    case 'wanted':
      return 'wanted';
    case 'words':
      return 'words';
    case 'relative':
    case 'operator':
    case 'unsaid':
    case 'act':
    case 'before':
    case 'glue':
    case 'mark':
      return undefined;
  }
};

/** Kinds of token that must not be dropped: names, figures, years, operators. */
export const FORBIDS: readonly Token['kind'][] = [
  'unit',
  'units',
  'stranger',
  'task',
  'action',
  'indicator',
  'clause',
  'year',
  'date',
  'quantity',
  'position',
  'operator',
  'figure',
];

/** A role within a condition is said by it; one that no unit stands in is asked for. */
const roleUsed = (token: Token, uses: ReadonlySet<Field>, { roles }: Parts): boolean =>
  roles.some(({ rolesAt }) => rolesAt.includes(token.from))
    ? uses.has('roles')
    : uses.has('roles') || uses.has('clauses');

/** A denial is accounted for by the clause, or the figures, that it stands in. */
const denialUsed = (query: Query, uses: ReadonlySet<Field>, { clauses, figures, excepted, lacking }: Parts): boolean =>
  (lacking !== undefined && query.asks[0].ask === 'differences') ||
  (uses.has('clauses') && (clauses.some(({ not }) => not) || excepted.units.length > 0)) ||
  (uses.has('figures') && figures.some(({ not }) => not));

/** The tokens that a query does not carry; a denial that the words carry is theirs. */
export const droppedBy = (query: Query, { tokens, notWords }: Parts): readonly Token[] =>
  unborne(tokens, query).filter((token) => !(notWords && token.kind === 'operator' && token.operator === 'not'));

/** The tokens that a way of putting the parts together leaves unaccounted for. */
export const unreadOf = ({ query, uses, operators }: Assembled, parts: Parts): readonly Token[] => {
  const dropped = droppedBy(query, parts);
  return parts.tokens.filter((token) => {
    if (dropped.includes(token)) return true;
    if (token.kind === 'operator') {
      if (JOINING.includes(token.operator) || operators.has(token.operator)) return false;
      if (token.operator === 'not') return parts.openNot || parts.notWords || !denialUsed(query, uses, parts);
      if (token.operator === 'each' || token.operator === 'together' || token.operator === 'first')
        return !(uses.has('clauses') && parts.clauses.length > 0);
      return true;
    }
    if (token.kind === 'quantity' && parts.sizes.some(({ at }) => at === token.from)) return !uses.has('sizes');
    if (token.kind === 'quantity' && !parts.quantities.includes(token.quantity))
      return !uses.has('heads') && !uses.has('clauses');
    if (token.kind === 'position') return !uses.has('positions') && !uses.has('refs');
    if (token.kind === 'role') return !roleUsed(token, uses, parts);
    if (
      (token.kind === 'unit' || token.kind === 'task') &&
      uses.has('excepted') &&
      parts.excepted.units.length + parts.excepted.refs.length > 0
    )
      return !uses.has('clauses') && !uses.has('refs');
    const field = fieldOf(token);
    return field !== undefined && !uses.has(field);
  });
};

/** Characters weigh; names and operators weigh more. */
const costOf = (token: Token): number => (FORBIDS.includes(token.kind) ? 6 : 0) + token.text.length;

/** What stays unread counts against a reading. */
export const scoreOf = (unread: readonly Token[]): number => -unread.reduce((sum, token) => sum + costOf(token), 0);

/** Asks back about what was not read. */
export const notRead = (tokens: readonly Token[], { examples }: ComposeContent): Decision => ({
  decision: 'ask-back',
  why: 'unread',
  about: tokens.map(({ text }) => text).join('、'),
  offers: examples,
});
