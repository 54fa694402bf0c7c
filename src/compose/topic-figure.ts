import { isShortFor } from '../text.ts';
import type { Ask, Query, Ref, Token } from '../values.ts';
import { asksOf } from './asks.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { wordsOf } from './said.ts';
import type { State } from './state.ts';
import { asksSomething, singleOf } from './subject.ts';

const FIGURE = 'words:figure';

/** The one task that was spoken of last. */
const taskBefore = (query: Query | undefined): Ref | undefined => {
  const ref = singleOf(query);
  return ref?.type === 'task' ? ref : undefined;
};

/** 贷款 is short for 贷款金额. */
const isCounted = (words: string, nouns: readonly string[]): boolean => nouns.some((noun) => isShortFor(words, noun));

const NAMING: readonly Token['kind'][] = ['unit', 'units', 'task', 'action', 'clause', 'position'];

/** 那贷款呢, after a task that prints 贷款金额: its figure is meant, and no indicator that the word is short for. */
export const withTopicFigure = (
  tokens: readonly Token[],
  { query }: State,
  { nouns }: ComposeContent,
): readonly Token[] => {
  const task = taskBefore(query);
  if (!task || tokens.some(({ kind }) => NAMING.includes(kind))) return tokens;
  const isShort = (token: Token): boolean =>
    token.kind === 'indicator' && !token.sure && isCounted(token.text, nouns(task));
  const { length } = tokens.filter(({ kind }) => kind === 'indicator');
  return length === 1
    ? tokens.map((token): Token => {
        if (!isShort(token)) return token;
        const { from, to, text } = token;
        return { from, to, text, rule: FIGURE, kind: 'words' };
      })
    : tokens;
};

const TOLD: readonly Ask['ask'][] = ['value', 'reckon', 'targets', 'content', 'when'];

/** Returns the query for 那贷款呢，到22年发多少: another figure of the task spoken of; undefined where it prints none so called. */
export const topicFigure = (parts: Parts, { query }: State, { nouns }: ComposeContent): Query | undefined => {
  const task = taskBefore(query);
  const [word = ''] = wordsOf(parts).split(' ');
  const leans = parts.before.has('then') || parts.tokens.some(({ rule }) => rule === FIGURE);
  if (!query || !task || !leans || word.length < 2 || !isCounted(word, nouns(task))) return undefined;
  if (parts.refs.length + parts.clauses.length + parts.roles.length + parts.parts.length > 0) return undefined;
  if (parts.heads.some(({ noun }) => noun) || parts.quantities.length > 0) return undefined;
  const [ask, ...more] = asksSomething(parts) ? asksOf(parts) : [{ ask: 'value' } as const];
  if (!ask || !TOLD.includes(ask.ask)) return undefined;
  const years = parts.years.length > 0 ? parts.years : query.years;
  const { every } = parts.years.length > 0 ? parts : query;
  return { ...query, asks: [ask, ...more], years, every, confirm: false, claims: [], words: wordsOf(parts) };
};
