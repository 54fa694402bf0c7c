import type { Operator, Token } from '../values.ts';

/** Returns a token as one that says nothing; the rule tells why. */
export const asGlue = ({ from, to, text }: Token, rule: string): Token => ({ from, to, text, rule, kind: 'glue' });

/** Returns a token as an operator; the rule tells which, where it is no word of its own. */
export const asOperator = ({ from, to, text }: Token, operator: Operator, rule = `operators:${operator}`): Token => ({
  from,
  to,
  text,
  rule,
  kind: 'operator',
  operator,
});
