import type { Token } from '../values.ts';
import { scan } from './scan.ts';

/** Questions in one: parts between commas that each ask something. */
export const segmentsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const segments: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && /[,，。;；?？!！]/.test(token.text)) {
      segments.at(-1)?.push(token);
      segments.push([]);
    } else segments.at(-1)?.push(token);
  }
  const asks = (segment: readonly Token[]) => {
    const parts = scan(segment);
    const confirmed = parts.wanted.some(({ wanted }) => wanted === 'whether');
    return parts.wanted.some(({ wanted }) => wanted !== 'whether') || (parts.roles.length > 0 && !confirmed);
  };
  const joined: Token[][] = [];
  for (const segment of segments.filter((one) => one.some(({ kind }) => kind !== 'glue' && kind !== 'mark'))) {
    const last = joined.at(-1);
    if (last && !(asks(last) && asks(segment))) last.push(...segment);
    else joined.push([...segment]);
  }
  return joined;
};
