import nodejieba from 'nodejieba';
import type { Token } from '../values.ts';

/** What is known of bodies and places beside the plan. */
export interface StrangerContent {
  /** How names of bodies end: 局, 厅, 委员会. */
  readonly bodies: readonly string[];
  readonly places: readonly string[];
  readonly bears: (word: string) => boolean;
}

const LONGEST_BODY = 14;
/** 布局, 格局, 结局: words of two characters that only end like a body. */
const SHORTEST_BODY = 3;
const HEAD = /[省市县区]/u;

/** 社区支行和普惠事业部: the last of several names is no stranger by itself. */
const isKnownBehindAnd = (run: string, content: StrangerContent): boolean => {
  const last = run.split(JOINED).at(-1) ?? run;
  return last !== run && !HEAD.test(last) && bodyStart(last, content) < 0;
};
const JOINED = /[和与及跟]/u;

/** Where in a run of words the name of a body begins; -1 when it ends with none. */
const bodyStart = (run: string, content: StrangerContent): number => {
  const { bodies, bears } = content;
  if (!bodies.some((end) => run.endsWith(end) && run.length > end.length)) return -1;
  const words = nodejieba.cut(run, true);
  const last = words.at(-1) ?? '';
  if (isKnownBehindAnd(run, content)) return -1;
  const tail = run.slice(-LONGEST_BODY);
  const head = [...tail.slice(0, -2)].findLastIndex((char) => HEAD.test(char));
  const offset = run.length - tail.length;
  if (head >= 0) {
    const [before = '', between = ''] = [tail.slice(0, head), tail.slice(head)];
    const place = /[\p{Script=Han}]{2,3}$/u.exec(before)?.[0] ?? '';
    const from = place !== '' && place.length === before.length ? offset : offset + head;
    return between.length >= SHORTEST_BODY && !bears(run.slice(from)) ? from : -1;
  }
  const name = last.length >= SHORTEST_BODY ? last : words.slice(-2).join('');
  const known = last.length < SHORTEST_BODY && (last.length === 2 || words.length < 2);
  return name.length < SHORTEST_BODY || known || bears(name) ? -1 : run.length - name.length;
};

/** What stands behind a place that is no subject: 上海那边, 深圳证券交易所. */
const NOT_OF_PLACE = /^(?:那边|等|、|交易所|证券|银行|经验|模式)/u;

const placeAtHead = (text: string, places: readonly string[]): string | undefined => {
  const name = places.find((place) => text.startsWith(place));
  return name !== undefined && /[市省]/u.test(text[name.length] ?? '') ? text.slice(0, name.length + 1) : name;
};

/** Returns whether the plan itself speaks of a place: 石家庄市. */
export const isOwnPlace = (place: string, bears: StrangerContent['bears']): boolean =>
  [...RANKS].some((rank) => bears(`${place}${rank}`));
const RANKS = '市省';

const part = (token: Token, from: number, to: number): Token => ({
  ...token,
  from: token.from + from,
  to: token.from + to,
  text: token.text.slice(from, to),
});

const asStranger = (token: Token, what: 'unit' | 'place', rule: string): Token => ({
  from: token.from,
  to: token.to,
  text: token.text,
  rule,
  kind: 'stranger',
  what,
});

const splitAt = (
  token: Token,
  at: number,
  { stranger, what }: { readonly stranger: 'head' | 'tail'; readonly what: 'unit' | 'place' },
): readonly Token[] => {
  const [head, tail] = [part(token, 0, at), part(token, at, token.text.length)];
  const rule = `stranger:${what}`;
  const read = stranger === 'head' ? [asStranger(head, what, rule), tail] : [head, asStranger(tail, what, rule)];
  return read.filter(({ text }) => text !== '');
};

const AND = /[和与及跟]$/u;

/** 省水利厅和市气象局: what stands before the last of a list may end with a body too. */
const listBefore = (token: Token, content: StrangerContent): readonly Token[] => {
  const size = token.text.length - 1;
  if (token.kind !== 'words' || !AND.test(token.text)) return [token];
  const head = part(token, 0, size);
  const start = bodyStart(head.text, content);
  if (start < 0) return [token];
  const { from, to, text } = part(token, size, size + 1);
  const and: Token = { from, to, text, rule: 'operators:and', kind: 'operator', operator: 'and' };
  return [...splitAt(head, start, { stranger: 'tail', what: 'unit' }), and];
};

/** Returns the tokens with bodies that the registry lacks, and other places at the head, set off from the words. */
export const markStrangers = (tokens: readonly Token[], content: StrangerContent): readonly Token[] => {
  const said = tokens.findIndex(({ kind }) => kind !== 'glue' && kind !== 'mark' && kind !== 'act');
  const greeted = tokens.slice(0, Math.max(0, said)).findLastIndex(({ kind }) => kind === 'mark' || kind === 'act');
  const first = tokens.findIndex(({ rule }, index) => index > greeted && rule !== 'glue:polite');
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'words' || token.rule !== 'words') return [token];
    const next = tokens[index + 1];
    const place = index === first ? placeAtHead(token.text, content.places) : undefined;
    const rest = place === undefined ? '' : token.text.slice(place.length);
    const joined = rest === '' && (next?.text === '、' || next?.text === '和' || next?.text === '与');
    const start = bodyStart(token.text, content);
    if (start >= 0)
      return splitAt(token, start, { stranger: 'tail', what: 'unit' }).flatMap((piece) => listBefore(piece, content));
    if (
      place !== undefined &&
      !NOT_OF_PLACE.test(rest) &&
      !joined &&
      !content.bears(token.text.slice(0, place.length + 2))
    )
      return splitAt(token, place.length, { stranger: 'head', what: 'place' });
    return [token];
  });
};
