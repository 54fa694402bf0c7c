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

/** Where 新城区金融办的，… ends, by which the asker says who 我们 are; 0 where it is said otherwise. */
const introduction = (tokens: readonly Token[]): number => {
  const start = tokens.findIndex(({ kind }) => kind !== 'act' && kind !== 'mark' && kind !== 'glue');
  const end = tokens.findIndex(({ kind, text }, at) => at > start && kind === 'mark' && /[,，。]/.test(text));
  const said = tokens.slice(Math.max(0, start), Math.max(0, end)).filter(({ kind }) => kind !== 'glue');
  const own = said[0]?.kind === 'before' && said[0].before === 'we' ? said.slice(1) : said;
  const [unit] = own.filter((token) => !(token.kind === 'operator' && token.operator === 'is'));
  const last = own.at(-1);
  const belongs = last?.kind === 'operator' && last.operator === 'of';
  const refersBack = tokens.slice(end).some((token) => token.kind === 'before' && token.before === 'we');
  return end > 0 && unit?.kind === 'unit' && belongs && refersBack ? end + 1 : 0;
};

/** The question without the words by which the asker says who they are. */
export const withoutIntroduction = (tokens: readonly Token[]): readonly Token[] => tokens.slice(introduction(tokens));

/** 我是市教育局的; 市教育局的，我们…. */
export const statedUnit = (tokens: readonly Token[]): UnitName | undefined => {
  const introduced = tokens.slice(0, introduction(tokens)).find(({ kind }) => kind === 'unit');
  if (introduced?.kind === 'unit') return introduced.unit;
  const at = tokens.findIndex((token) => token.kind === 'before' && token.before === 'we');
  const isWord = tokens[at + 1]?.kind === 'operator' ? at + 2 : at + 1;
  const unit = tokens.slice(0, isWord + 1)[isWord];
  return at >= 0 && unit?.kind === 'unit' ? unit.unit : undefined;
};
