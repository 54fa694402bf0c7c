import { canonical, figuresOf } from '../../text.ts';
import type { Quantity, Query, Token } from '../../values.ts';

/** What stands in a question and in those before it: figures, years and words of a model must stand there too. */
export interface SaidWords {
  readonly years: ReadonlySet<number>;
  readonly holds: (words: string) => boolean;
  readonly quantity: (printed: string) => Quantity | undefined;
}

/** What was said so far, the question last, and the query that was answered before. */
export interface Conversation {
  readonly texts: readonly string[];
  readonly tokens: readonly Token[];
  readonly query: Query | undefined;
}

const quantityIn = (tokens: readonly Token[], printed: string): Quantity | undefined => {
  const asked = canonical(printed);
  const figures = figuresOf(asked).join();
  const own = tokens.flatMap((token) => (token.kind === 'quantity' ? [token] : []));
  const found = own.findLast(({ text }) => {
    const said = canonical(text);
    return (said.includes(asked) || asked.includes(said)) && figuresOf(said).join() === figures;
  });
  return found?.quantity;
};

/** Returns what a model may repeat of a conversation. */
export const saidIn = ({ texts, tokens, query }: Conversation): SaidWords => {
  const whole = texts.map(canonical).join('\n');
  const read = tokens.flatMap((token) => (token.kind === 'year' ? token.years : []));
  const printed = figuresOf(texts.join('\n')).map(Number);
  return {
    years: new Set([...read, ...printed, ...(query?.years ?? [])]),
    holds: (words) => whole.includes(canonical(words)),
    quantity: (one) => quantityIn(tokens, one),
  };
};
