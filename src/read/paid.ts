import { AT_MOST, PAID } from '../library/figure-words.ts';
import type { Token } from '../values.ts';

/** 一次性补助, 最高奖励, 每家给予, 封顶: what is said of money that is paid out, and whether the most of it is meant. */
const PAYMENT = new RegExp(
  `^(?:一次性|给予|给|[单每](?:[年月人]|[个家项户]\\p{Script=Han}{0,3}?))*(${AT_MOST.join('|')})?(?:给予|可|给)?(?:${PAID}|奖)?的?$`,
  'u',
);
/** 最高500万元, 封顶500万元: the bound itself is meant, and not all that is less. */
const CAPPED = /^(?:最高|封顶|上限)/u;

/** What stands beside the amount and the question, and says of what else something is asked. */
const OTHERS: readonly Token['kind'][] = ['task', 'action', 'indicator', 'clause', 'unit', 'units', 'year', 'position'];
const ENDS: ReadonlySet<string> = new Set(['is', 'have', 'of', 'mention']);

type QuantityToken = Extract<Token, { kind: 'quantity' }>;

const isMoney = (token: Token): token is QuantityToken =>
  token.kind === 'quantity' && token.quantity.unit === 'money' && token.quantity.to === undefined;

const isEnd = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'mark' || (token.kind === 'operator' && ENDS.has(token.operator));

const asGlue = ({ from, to, text }: Token): Token => ({ from, to, text, rule: 'glue:paid', kind: 'glue' });

/** 哪几条, and 哪一条, 哪些 where nothing but the amount says of what: which of the tasks. */
const asksTasks = (token: Token, next: Token | undefined): boolean =>
  token.kind === 'wanted' &&
  (token.rule.endsWith(COUNTED) || next === undefined || next.kind === 'mark') &&
  (token.type === 'task' || ((token.wanted === 'where' || token.wanted === 'which') && token.type === undefined));

/** 哪几条, by the rule of words that ask for things counted so. */
const COUNTED = '+';

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** 最高补助500万元的有哪几条: the amount says by itself that it is paid, or that no more is. */
export const settlePaid = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findIndex(isMoney);
  const amount = tokens[at];
  const asked = tokens.findIndex((token, index) => asksTasks(token, tokens[index + 1]));
  if (!amount || !isMoney(amount) || asked < 0 || tokens.some(({ kind }) => OTHERS.includes(kind))) return tokens;
  const before = tokens.slice(0, at).findIndex((_, from) => PAYMENT.test(textOf(tokens.slice(from, at))));
  const end = tokens.findIndex((token, index) => index > at && isEnd(token));
  const behind = tokens.slice(at + 1, end < 0 ? undefined : end);
  const paysBehind = behind.length > 0 && PAYMENT.test(textOf(behind));
  const from = before < 0 ? at : before;
  const words = textOf(tokens.slice(from, at)) + (paysBehind ? textOf(behind) : '');
  const { quantity } = amount;
  const bound = quantity.relation === '≤' && CAPPED.test(quantity.printed);
  if (words === '' && !bound) return tokens;
  const most = bound || PAYMENT.exec(words)?.[1] !== undefined;
  const said: Token = {
    ...amount,
    quantity: { ...quantity, relation: bound ? '=' : quantity.relation, paid: most ? 'most' : 'paid' },
  };
  return tokens.map((token, index): Token => {
    if (index === at) return said;
    if (index >= from && index < at) return asGlue(token);
    if (paysBehind && behind.includes(token)) return asGlue(token);
    return index === asked && token.kind === 'wanted'
      ? { ...token, wanted: token.wanted === 'where' ? 'which' : token.wanted, type: 'task' }
      : token;
  });
};
