import type { Ask, Query, Token } from '../values.ts';
import { asksOf } from './asks.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { wordsOf } from './said.ts';
import type { State } from './state.ts';
import { asksSomething, singleOf } from './subject.ts';

/** So long may a word be that takes the place of another with the same end. */
const SHORT = 4;

/** 国家级 after 省级制造业创新中心: 国家级制造业创新中心, or 国家制造业创新中心. */
const inItsPlace = (said: string, before: string): readonly string[] => {
  const at = before.indexOf(said.at(-1) ?? ' ');
  const rest = before.slice(at + 1);
  const short = said.length <= SHORT && at > 0 && at < SHORT && rest.length > 1 && !before.includes(said);
  return short ? [`${said}${rest}`, `${said.slice(0, -1)}${rest}`] : [];
};

const isBeside = ({ kind, ...token }: Token): boolean =>
  kind === 'glue' ||
  kind === 'mark' ||
  ('before' in token && token.before === 'then') ||
  ('operator' in token && token.operator === 'of');

/** 省级的呢, after 国家级工业设计中心: no sort of units, but of the thing spoken of. */
export const withSort = (tokens: readonly Token[], { query }: State, { prints }: ComposeContent): readonly Token[] => {
  const ref = singleOf(query);
  const [sort, ...others] = tokens.filter((token) => !isBeside(token));
  if (!query || !ref || sort?.kind !== 'type' || !sort.sort || others.length > 0) return tokens;
  const { from, to, text } = sort;
  if (!inItsPlace(text, query.words).some((one) => prints(one, ref))) return tokens;
  return tokens.map((token) => (token === sort ? { from, to, text, rule: 'words', kind: 'words' } : token));
};

/** 送出去学习的呢; 几次培训 after 第20项: more of the thing that was asked about, in other words. */
export const sameTopic = (
  parts: Parts,
  { query }: State,
  { bears, answers, prints }: ComposeContent,
): Query | undefined => {
  const ref = singleOf(query);
  const said = wordsOf(parts);
  if (!query || !ref || parts.refs.length > 0 || said === '') return undefined;
  const words = inItsPlace(said, query.words).find((one) => prints(one, ref)) ?? (bears(said, ref) ? said : undefined);
  if (words === undefined) return undefined;
  const asked = asksSomething(parts);
  const asks = asked ? asksOf(parts) : query.asks.map((ask): Ask => (ask.ask === 'value' ? { ask: 'value' } : ask));
  const same: Query = {
    ...query,
    asks: [asks[0] ?? query.asks[0], ...asks.slice(1)],
    years: parts.years.length > 0 ? parts.years : query.years,
    confirm: false,
    claims: [],
    words,
  };
  /** 升级为国家级的呢, after how much is paid out: what is given, where it is no amount. */
  const granted = query.asks.some((ask) => ask.ask === 'value' && ask.grant);
  return granted && !asked && !answers(same) ? { ...same, asks: [{ ask: 'content' }] } : same;
};
