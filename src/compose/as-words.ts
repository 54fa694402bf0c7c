import type { Token } from '../values.ts';
import { isOperator, saidBefore } from './excepts.ts';

/** Words of asking that ask nothing by themselves. */
const ALONE: readonly Token['kind'][] = ['type', 'figure'];
/** 列一下指标: things of these sorts are counted and listed. */
const LISTED = ['action', 'indicator', 'task'];

const isListed = (token: Token): boolean => token.kind === 'type' && LISTED.includes(token.type);

/** 贷款 beside other words is a word; by itself, or beside another indicator, it means the indicator. */
export const asWords = (tokens: readonly Token[]): readonly Token[] => {
  const named = tokens.some((token) => token.kind === 'indicator' && token.sure);
  const worded = tokens.some(({ kind }) => kind === 'words' || kind === 'task' || kind === 'term');
  const topical = tokens.some(isTopic);
  const [only, ...more] = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  return tokens.map((token, at) => {
    const alone = token === only && more.length === 0 && ALONE.includes(token.kind) && !isListed(token);
    const unsure =
      token.kind === 'indicator' && !token.sure && !named && (worded || (token === only && more.length === 0));
    const shared = (token.kind === 'units' || (token.kind === 'property' && token.property === 'dated')) && topical;
    const told = isMentioned(tokens, at) || isDescribing(tokens, at) || isOfOthers(tokens, at);
    return alone || unsure || shared || told ? { ...token, kind: 'words' } : token;
  });
};

/** 提到三个经济的任务: a term that is said to be mentioned, where things of a sort are asked for. */
const isMentioned = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at]?.kind !== 'term' || !tokens.some(({ kind }) => kind === 'type')) return false;
  return isOperator(saidBefore(tokens, at), 'mention');
};

/** 第四条讲钱的怎么写: what a thing is about, and no amount that is asked. */
const isDescribing = (tokens: readonly Token[], at: number): boolean => {
  const before = saidBefore(tokens, at);
  if (tokens[at]?.kind !== 'figure' || !isOperator(tokens[at + 1], 'of')) return false;
  return before?.kind === 'property' && before.property === 'content';
};

/** 文旅企业跟金融机构的对接活动: a name beside another, of both of which something is. */
const isOfOthers = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'indicator' &&
  isOperator(tokens[at - 1], 'and') &&
  tokens[at - 2]?.kind === 'words' &&
  isOperator(tokens[at + 1], 'of') &&
  tokens[at + 2]?.kind === 'words';

const TOPICS: readonly Token['kind'][] = ['words', 'task', 'indicator', 'term', 'clause', 'action'];

export const isTopic = (token: Token | undefined): boolean => token !== undefined && TOPICS.includes(token.kind);
