import type { Ref, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import { PAIR } from './going-back.ts';
import type { State } from './state.ts';
import { singleOf } from './subject.ts';

/** 两个, 这两个, 俩: so many of what stands behind. */
const isTwo = (token: Token | undefined): boolean =>
  token?.rule === PAIR ||
  (token?.kind === 'quantity' && token.quantity.value === 2 && ['count', 'none'].includes(token.quantity.unit));

const NAMING: readonly Token['kind'][] = ['unit', 'units', 'task', 'action', 'indicator', 'clause', 'position'];

/** 两项, at the head of the question: so many tasks as were spoken of. */
const isTwoTasks = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const head = tokens.slice(0, at).every(({ kind }) => kind === 'glue' || kind === 'mark' || kind === 'act');
  return head && token?.kind === 'quantity' && token.counts === 'task' && token.quantity.relation === '=';
};

/** 两个平台都归谁, 两项都有支持单位吗, after one task and then another that has such a thing too: the two are meant. */
export const withBothNamed = (
  tokens: readonly Token[],
  { query, earlier, offers }: State,
  { prints }: ComposeContent,
): readonly Token[] => {
  const [last, first] = [singleOf(query), singleOf(earlier)];
  const at = tokens.findIndex(isTwo);
  const [two, word] = tokens.slice(at, at + 2);
  if (at < 0 || !two || last?.type !== 'task' || first?.type !== 'task' || offers.length > 0) return tokens;
  if (tokens.some(({ kind }) => NAMING.includes(kind))) return tokens;
  const both: readonly Ref[] = [first, last];
  const called = word?.kind === 'words' && both.every((ref) => prints(word.text, ref));
  const bare = isTwoTasks(tokens, at) && !tokens.some(({ kind }) => kind === 'words' || kind === 'type');
  if (!called && !bare) return tokens;
  const { from, to, text } = two;
  const named = both.flatMap(({ id }, index): Token[] => [
    ...(index > 0 ? [{ from, to, text: '', rule: 'operator:and', kind: 'operator', operator: 'and' } as const] : []),
    { from, to, text, rule: 'task:before', kind: 'task', task: Number(id) },
  ]);
  return [...tokens.slice(0, at), ...named, ...tokens.slice(called ? at + 2 : at + 1)];
};
