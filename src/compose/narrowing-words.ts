import { typeOf } from '../library/sets-in.ts';
import type { Query, Test, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import { namesActions } from './rewrite.ts';
import { where } from './sets.ts';
import type { State } from './state.ts';
import { isList } from './subject.ts';

/** What may stand beside words that tell some of a list from the others. */
const isBeside = (token: Token): boolean => {
  switch (token.kind) {
    case 'glue':
    case 'mark':
    case 'act':
      return true;
    case 'operator':
      return ['of', 'is', 'in', 'have', 'only', 'and', 'by'].includes(token.operator);
    case 'wanted':
      return ['which', 'howMany', 'whether'].includes(token.wanted);
    case 'type':
      return token.type === 'task';
    case 'before':
      return ['these', 'then'].includes(token.before);
    default:
      return false;
  }
};

const isOf = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'of';

/** 只看, 其中: what follows is said of the list; so is 绿色金融的呢. */
const narrows = (tokens: readonly Token[]): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'mark');
  const end = said.at(-1);
  return (
    tokens.some((token) => token.rule === 'glue:narrow' || (token.kind === 'before' && token.before === 'these')) ||
    (end?.kind === 'before' && end.before === 'then' && isOf(said.at(-2)) && said.at(-3)?.kind === 'words')
  );
};

const listsTasks = (query: Query | undefined): query is Query =>
  query !== undefined && isList(query) && query.asks[0].ask !== 'extreme' && typeOf(query.of) === 'task';

/**
 * 其中科技金融的是哪几项, 只看绿色金融的, after a list of tasks: words alone are a condition on it. They mean the action of
 * that name, where the list has any of its tasks; else those that print the words.
 */
export const withConditioned = (
  tokens: readonly Token[],
  { query, offers }: State,
  { sections, members }: ComposeContent,
): readonly Token[] => {
  const [word, ...more] = tokens.filter(({ kind }) => kind === 'words');
  if (!listsTasks(query) || offers.length > 0 || !word || word.text.length < 2 || more.length > 0) return tokens;
  if (!narrows(tokens) || !tokens.every((token) => token === word || isBeside(token))) return tokens;
  const kept = (test: Test): boolean => members(where(query.of, [test])).length > 0;
  const [action, ...others] = sections(word.text);
  const named = action !== undefined && others.length === 0 && !namesActions(query.of);
  if (named && kept({ test: 'in', actions: [action] }))
    return tokens.map((token) => (token === word ? { ...word, rule: 'action:short', kind: 'action', action } : token));
  const { to } = word;
  const holds: Token = { from: to, to, text: '', rule: 'operators:mention', kind: 'operator', operator: 'mention' };
  return tokens.flatMap((token) => (token === word ? [token, holds] : [token]));
};
