import type { Token, Wanted } from '../values.ts';
import type { Builder } from './builder.ts';
import type { Head } from './parts.ts';

const WANTS_TYPE: readonly Wanted[] = ['which', 'what', 'howMany', 'howMuch', 'who'];

/** 多少项 asks how many. */
const asTyped = (wanted: Wanted): Wanted => (wanted === 'howMuch' ? 'howMany' : wanted);

export const takeHead = (
  builder: Builder,
  token: Extract<Token, { kind: 'type' }>,
  around: readonly (Token | undefined)[],
) => {
  const [before, earlier] = around;
  const asked = [before, earlier].find((one) => one?.kind === 'wanted' && WANTS_TYPE.includes(one.wanted));
  const count = before?.kind === 'quantity' && before.quantity.relation === '=' ? before.quantity.value : undefined;
  const each = [before, earlier].some((one) => one?.kind === 'operator' && one.operator === 'each');
  builder.parts.heads.push({
    type: token.type,
    sort: token.sort,
    noun: true,
    wanted:
      asked?.kind === 'wanted' && (asked === before || before?.kind === 'operator' || before?.kind === 'quantity')
        ? asTyped(asked.wanted)
        : undefined,
    each,
    inside: false,
    count,
    at: token.from,
  });
};

export const BARE_HEAD: Omit<Head, 'count' | 'at'> = {
  type: 'task',
  sort: undefined,
  noun: false,
  wanted: undefined,
  each: false,
  inside: false,
};

/** 57项, 三项: so many tasks, when nothing else is counted. */
export const countsTasks = ({ counts, quantity }: Extract<Token, { kind: 'quantity' }>): boolean =>
  counts === 'task' && quantity.relation === '=';
