import type { Plan, UnitName } from '../../../types.ts';
import type { Token, Tokens } from '../../../values.ts';
import { fold } from './find.js';

/** What of a text asks and names nothing that could be found. */
const ASKING: readonly Token['kind'][] = ['operator', 'wanted', 'act', 'before', 'glue', 'mark', 'role', 'relative'];
const MOST_TERMS = 8;

const namesOf = ({ registry }: Plan, units: readonly UnitName[]): readonly string[] =>
  units.flatMap((name) => [name, registry.units.find((unit) => unit.name === name)?.full ?? name]);

/** What the plan may print for a token: as it was typed, and the name of what it means. */
const wordingsOf = (plan: Plan, token: Token): readonly string[] => {
  switch (token.kind) {
    case 'unit':
      return [token.text, ...namesOf(plan, [token.unit])];
    case 'units':
      return [token.text, ...namesOf(plan, token.units)];
    case 'year':
      return token.years.map((year) => `${year}`);
    case 'indicator':
      return [token.text, plan.indicators.find(({ number }) => number === token.indicator)?.name ?? ''];
    case 'task':
      return [token.text, plan.tasks.find(({ number }) => number === token.task)?.body.title ?? ''];
    case 'action':
      return [token.text, plan.actions.find(({ number }) => number === token.action)?.title ?? ''];
    default:
      return [token.text];
  }
};

/** The words of a query as the chat reads them, each with all that may stand for it, folded. */
export const readTerms = (plan: Plan, { tokens }: Tokens): readonly (readonly string[])[] =>
  tokens
    .filter(({ kind }) => !ASKING.includes(kind))
    .map((token) =>
      [...new Set(wordingsOf(plan, token).map((text) => fold(text).folded))].filter((text) => text !== ''),
    )
    .filter((wordings) => wordings.length > 0)
    .slice(0, MOST_TERMS);
