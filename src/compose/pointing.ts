import type { UnitName } from '../types.ts';
import type { Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { State } from './state.ts';

/** 这家还管别的吗, after who was asked: the one unit that was named. */
export const withThem = (tokens: readonly Token[], { query }: State, { members }: ComposeContent): readonly Token[] => {
  const [ask] = query?.asks ?? [];
  const points = tokens.some((token) => token.kind === 'before' && token.before === 'it');
  if (!query || ask?.ask !== 'units' || !points || tokens.some(({ kind }) => kind === 'unit')) return tokens;
  if (!tokens.some((token) => token.kind === 'role' || (token.kind === 'type' && token.type === 'task'))) return tokens;
  if (tokens.some((token) => token.kind === 'wanted' && token.wanted === 'who')) return tokens;
  const [unit, ...more] = members({ set: 'image', of: query.of, type: 'unit', role: ask.roles[0] ?? 'responsible' });
  if (!unit || more.length > 0) return tokens;
  return tokens.map((token) =>
    token.kind === 'before' && token.before === 'it' ? { ...token, kind: 'unit', unit: unit.id } : token,
  );
};

/** 我们局 is the unit that the asker named as their own. */
export const withMe = (tokens: readonly Token[], me: UnitName | undefined): readonly Token[] =>
  tokens.map((token, at) => {
    const stated = tokens.slice(at + 1, at + 4).some(({ kind }) => kind === 'unit');
    return token.kind === 'before' && token.before === 'we' && me && !stated
      ? { ...token, kind: 'unit', unit: me }
      : token;
  });

/** 我是市教育局的. */
export const statedUnit = (tokens: readonly Token[]): UnitName | undefined => {
  const at = tokens.findIndex((token) => token.kind === 'before' && token.before === 'we');
  const isWord = tokens[at + 1]?.kind === 'operator' ? at + 2 : at + 1;
  const unit = tokens.slice(0, isWord + 1)[isWord];
  return at >= 0 && unit?.kind === 'unit' ? unit.unit : undefined;
};
