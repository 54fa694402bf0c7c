import type { Explanation } from '../bot.ts';
import { canonical } from '../text.ts';
import type { Token } from '../values.ts';

const COUNTS = ['which', 'howMany'];

const isWhich = (token: Token | undefined): boolean => token?.kind === 'wanted' && COUNTS.includes(token.wanted);

/** 在哪几个方案里: which plans; the question with this piece put as one plan calls itself. */
export const asksWhich = (tokens: readonly Token[], self: string): string | undefined => {
  const at = tokens.findIndex((token, place) => token.kind === 'plan' && isWhich(tokens[place - 1]));
  if (at < 0) return undefined;
  const before = tokens.slice(0, at - 1);
  const where = before.at(-1);
  const head = where?.kind === 'wanted' && where.wanted === 'where' ? before.slice(0, -1) : before;
  return [...head.map(({ text }) => text), self, ...tokens.slice(at + 1).map(({ text }) => text)].join('');
};

const isEmpty = ({ kind }: Token): boolean => kind === 'mark' || kind === 'glue' || kind === 'before';

/** The number that a text is, when it is one and nothing else: 2, 第二个. */
export const placeOf = (tokens: readonly Token[]): number | undefined => {
  const said = tokens.filter((token) => !isEmpty(token));
  const [only] = said;
  if (said.length !== 1 || only === undefined) return undefined;
  if (only.kind === 'position') return only.positions[0];
  return only.kind === 'quantity' && only.quantity.unit === 'none' ? only.quantity.value : undefined;
};

/** What is asked beside the plan that stands in some tokens, 里 behind it left out; nothing where only it is said. */
export const besidePlan = (tokens: readonly Token[], at: number, size: number): string => {
  const behind = tokens.slice(at + size);
  const inside = behind[0]?.kind === 'operator' && behind[0].operator === 'in' ? behind.slice(1) : behind;
  const rest = [...tokens.slice(0, at), ...inside];
  return rest.every(isEmpty) ? '' : rest.map(({ text }) => text).join('');
};

/** 第一个方案里它负责哪几项: a place among plans, and the rest of the question. */
export const pointedAt = (tokens: readonly Token[]): { readonly place: number; readonly rest: string } | undefined => {
  const at = tokens.findIndex(({ kind }, place) => kind === 'position' && tokens[place + 1]?.kind === 'plan');
  const token = tokens[at];
  const place = token?.kind === 'position' ? token.positions[0] : undefined;
  return place === undefined ? undefined : { place, rest: besidePlan(tokens, at, 2) };
};

/** 企业上市那个呢: the one of some plans in whose title stands all that is said. */
export const entitled = <T extends { readonly title: string }>(
  tokens: readonly Token[],
  members: readonly T[],
): T | undefined => {
  const said = tokens.filter((token) => !isEmpty(token)).map(({ text }) => canonical(text));
  const found = members.filter(({ title }) => said.every((piece) => canonical(title).includes(piece)));
  return said.length > 0 && found.length === 1 ? found[0] : undefined;
};

/** Kinds of tokens whose words a plan must print to be the one that is meant; how a unit is called is its own matter. */
const CONTENT: readonly Token['kind'][] = ['words', 'task', 'action', 'indicator', 'term'];

/** What a question speaks of as a plan reads it, word for word: pieces between words of asking and names of units. */
export const spokenOf = ({ composed: { tokens } }: Explanation): readonly string[] =>
  tokens
    .map(({ kind, text }) => (CONTENT.includes(kind) ? text : '\n'))
    .join('')
    .split('\n')
    .map(canonical)
    .filter((piece) => piece !== '');

/** It names something that the plan has by a name of its own. */
export const namesThing = ({ composed: { tokens } }: Explanation): boolean =>
  tokens.some(({ kind }) => kind === 'task' || kind === 'action' || kind === 'indicator');

/** How many pairs of characters of what a question speaks of a plan prints nowhere. */
export const missingIn = ({ composed: { tokens } }: Explanation, prints: (piece: string) => boolean): number =>
  tokens
    .filter(({ kind }) => CONTENT.includes(kind))
    .flatMap(({ text }) => {
      const chars = [...canonical(text)];
      return chars.slice(1).map((char, at) => `${chars[at]}${char}`);
    })
    .filter((pair) => !prints(pair)).length;
