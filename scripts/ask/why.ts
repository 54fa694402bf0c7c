import type { Explanation } from '../../src/bot.ts';
import type { Decision } from '../../src/compose/decision.ts';
import type { Ref, Token } from '../../src/values.ts';

const MOST_CANDIDATES = 6;
const MOST_CLAUSES = 16;

const named = ({ type, id }: Ref): string => `${type}.${id}`;

const tokenText = ({ text, rule }: Token): string => `${text.trim() === '' ? '␣' : text}〔${rule}〕`;

const decisionText = (decision: Decision): string => {
  switch (decision.decision) {
    case 'answer':
      return `回答，${decision.queries.length} 个查询`;
    case 'ask-back':
      return `反问，因为 ${decision.why}（${decision.about}）；供选择：${
        decision.offers.map(({ ref, ask }) => `${named(ref)} ${ask.ask}`).join('、') || '无'
      }`;
    case 'refuse':
      return `不答，因为 ${decision.why}（${decision.about}）；相近：${decision.near.map(named).join('、') || '无'}`;
    case 'talk':
      return `应答 ${decision.act}`;
  }
};

const listed = (all: readonly string[], most: number): string =>
  all.length === 0 ? '无' : `${all.slice(0, most).join('、')}${all.length > most ? ` 等 ${all.length} 条` : ''}`;

/**
 * Returns how a question was understood, on one screen: its tokens with their rules, the query in words, what was
 * unread, the candidates with their scores, the decision and why, the clauses of the facts used.
 */
export const whyText = ({ composed, kind, said, answer, faults }: Explanation): string => {
  const { text, language, tokens, candidates, assumed, unread, decision } = composed;
  const cited = [...new Set(answer.citations.map(({ clause }) => clause))];
  return [
    '',
    `读作：${text}（${language}）`,
    `分词：${tokens.map(tokenText).join(' ')}`,
    `理解为：${said === '' ? '（没有成为一个查询）' : said}`,
    `没有读进去：${listed(unread.map(tokenText), MOST_CLAUSES)}`,
    `组法：${listed(
      candidates.map(({ name, score }) => `${name} ${score}`),
      MOST_CANDIDATES,
    )}`,
    `决定：${decisionText(decision)}`,
    `补上的：${assumed.map(({ what, value }) => `${what}=${value}`).join('；') || '无'}`,
    `问法：${kind}`,
    `依据：${listed(cited, MOST_CLAUSES)}`,
    ...(faults.length > 0 ? [`核对未通过：${faults.join('；')}`] : []),
  ].join('\n');
};
