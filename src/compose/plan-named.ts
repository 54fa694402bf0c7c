import type { Token } from '../values.ts';
import { asksUnit } from './among-units.ts';
import type { ComposeContent } from './content.ts';
import { isOperator } from './excepts.ts';
import { asGlue } from './said-as.ts';

const yearOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'year' && token.years.length === 1 ? token.years[0] : undefined;

/** 2016年82号文, where the plan prints 〔2016〕82号: the document is looked for as it is printed, its year a part of its name. */
const withNumbered = (tokens: readonly Token[], { asNumbered }: ComposeContent): readonly Token[] => {
  const printed = (at: number): string | undefined => {
    const token = tokens[at];
    const text = token?.kind === 'words' ? asNumbered(token.text, yearOf(tokens[at - 1])) : undefined;
    return text === token?.text ? undefined : text;
  };
  return tokens.map((token, at): Token => {
    const text = printed(at);
    if (text !== undefined) return { ...token, text };
    return token.kind === 'year' && printed(at + 1) !== undefined ? asGlue(token, 'glue:named') : token;
  });
};

/** 这个文件是哪几家一起弄的: who issued it, where nothing else is named. */
const withMade = (tokens: readonly Token[]): readonly Token[] => {
  const said = tokens.filter((token) => token.kind !== 'glue' && token.kind !== 'mark' && !isBetween(token));
  const [plan, who, makes, ...more] = said;
  const made = plan?.kind === 'plan' && asksUnit(who) && makes?.kind === 'role' && makes.rule.endsWith('/do');
  if (!made || more.length > 0) return tokens;
  return tokens.map((token): Token => {
    const { from, to, text } = token;
    return token === makes
      ? { from, to, text, rule: 'properties:issuer', kind: 'property', property: 'issuer' }
      : token;
  });
};

const isBetween = (token: Token): boolean => isOperator(token, 'is', 'by', 'together', 'of');

/** 碳达峰这方案里, 打假意见里, 冀工信装77号: words by which only the plan itself can be meant. */
export const withPlanNamed = (tokens: readonly Token[], content: ComposeContent): readonly Token[] => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const named = tokens.map((token): Token => {
    if (token.kind !== 'words') return token;
    const { from, to, text } = token;
    const beside = said[said.indexOf(token) + 1]?.kind === 'plan';
    const own = content.entitles(text, beside) && (beside || !content.prints(text));
    return own ? { from, to, text, rule: 'plan:own', kind: 'plan' } : token;
  });
  return withMade(withNumbered(named, content));
};
