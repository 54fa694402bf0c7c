import type { Token } from '../values.ts';
import type { Candidate, Meaning } from './candidate.ts';
import { asWords } from './neighbours.ts';

const PAYS = 'unsaid:money/pays';
const LIMIT = 'unsaid:money/limit';
const UNSAID: Meaning = { kind: 'unsaid', unsaid: 'money' };

/** 谁来出, 哪个部门掏钱: who gives the money; the bare verb only where a clause ends. */
const ASKS_PAYER =
  /[由归该]?(?:谁家?|哪(?:家|个(?:部门|单位|局)|级财政))来?(?:[出掏付拿给垫]钱|[出垫]资|[买埋]单|掏腰包|(?:[出掏付拿垫]|负担|支付)(?=[?？!！。,，;；呢啊]|\s*$))/gu;
/** 最高能贷多少, 可以借几万: how much one borrower may get. */
const ASKS_LIMIT = /(?:最[高多])?(?:能|可以?)?(?:贷|借)(?:到|款)?(?:多少|几[十百]?万)(?:钱|万)?/gu;
const MAY = /[最能可]/u;

/** Returns what asks who pays, or how much somebody may borrow. */
export const payersIn = (text: string): readonly Candidate[] => {
  const candidate = (match: RegExpMatchArray, rule: string): Candidate => {
    const from = match.index ?? 0;
    return { from, to: from + match[0].length, rule, grade: 'asking', meaning: UNSAID };
  };
  return [
    ...[...text.matchAll(ASKS_PAYER)].map((match) => candidate(match, PAYS)),
    ...[...text.matchAll(ASKS_LIMIT)]
      .filter(([said]) => MAY.test(said.charAt(0)))
      .map((match) => candidate(match, LIMIT)),
  ];
};

/** 费用, 经费, 补贴: what is paid. */
const MONEY = /(?:[费钱款]|费用|经费|资金|补贴|补助|奖励|奖金|开支|成本|工资)$/u;

const isMoney = (token: Token): boolean =>
  (token.kind === 'figure' && token.figure === 'money') ||
  ((token.kind === 'words' || token.kind === 'indicator') && MONEY.test(token.text));

const ASKS = /[谁哪]/u;
const SAYS_MONEY = /钱|资$|单$|腰包/u;

/** 指数谁出, 政府掏钱的任务: who does it, or plain words, where it is not asked who pays. */
export const refinePayer = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (token?.rule !== PAYS) return undefined;
  const { from, to, text } = token;
  if (!ASKS.test(text))
    return tokens.some((one) => one.kind === 'wanted' && one.wanted === 'who') ? undefined : asWords(token);
  const alone = tokens.every((one, at) => at === index || one.kind === 'glue' || one.kind === 'mark');
  if (alone || SAYS_MONEY.test(text) || tokens.slice(0, index).some(isMoney)) return undefined;
  return { from, to, text, rule: 'wanted:who', kind: 'wanted', wanted: 'who' };
};
