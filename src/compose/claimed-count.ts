import type { Quantity, Token } from '../values.ts';
import { isOperator } from './excepts.ts';
import type { Parts } from './parts.ts';

const isPlace = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'mark' ||
  token.kind === 'type' ||
  (token.kind === 'role' && token.form === 'verb') ||
  isOperator(token, 'of', 'have', 'total', 'is', 'reach', 'also', 'all');

const ends = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'mark' || (token.kind === 'wanted' && token.wanted === 'whether');

/**
 * Returns how many tasks of units there are said to be, more or fewer than a number, where the number closes what is said:
 * 财政局负责的超过十项了吗. Before a noun it tells things apart and claims nothing.
 */
export const claimedCount = ({ tokens, quantities, sizes, clauses }: Parts): Quantity | undefined => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const at = said.findIndex(({ kind }) => kind === 'quantity');
  const token = said[at];
  if (token?.kind !== 'quantity' || token.counts !== 'task' || token.quantity.relation === '=') return undefined;
  const alone = quantities.length === 1 && quantities[0] === token.quantity && sizes.length === 0;
  const ofUnits = clauses.some(({ units, role }) => units.length > 0 && role !== undefined);
  return alone && ofUnits && isPlace(said[at - 1]) && ends(said[at + 1]) ? token.quantity : undefined;
};

/** Returns the parts without a number that is claimed: it is no condition on the tasks. */
export const withoutClaimed = (parts: Parts): Parts => (claimedCount(parts) ? { ...parts, quantities: [] } : parts);

/** Returns whether 只 says how many tasks units have, and not that they are alone: 公安局只有一项任务, 秦农银行只支持一件事. */
export const isOnlySoMany = ({ units }: { readonly units: readonly string[] }, behind: readonly Token[]): boolean => {
  const [next, after] = behind;
  const counted = next?.kind === 'role' && next.form === 'verb' ? after : next;
  return units.length > 0 && counted?.kind === 'quantity' && counted.counts === 'task';
};
