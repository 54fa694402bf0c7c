import type { Ask, Quantity, Query, Ref } from '../values.ts';
import type { SettleContent } from './settled.ts';

const FIGURED: readonly Ask['ask'][] = ['value', 'reckon'];

/** The figure that a query asks for or claims; undefined when it is about no figure. */
const figureAsk = ({ asks: [ask], claims }: Query): Ask | undefined => {
  const claimed = claims.find(({ claim }) => claim === 'quantity');
  if (claimed?.claim === 'quantity') return { ask: 'value', unit: claimed.quantity.unit };
  return claims.length === 0 && FIGURED.includes(ask.ask) ? ask : undefined;
};

/** Returns how many there are, where a number of things is claimed: 集群是6个. */
export const countAsk = ({ claims }: Query): Ask | undefined => {
  const claimed = claims.find(({ claim }) => claim === 'quantity');
  if (claimed?.claim !== 'quantity' || claimed.quantity.unit !== 'count') return undefined;
  return { ask: 'value', measure: claimed.quantity.measure };
};

/** Tells of a topic whether it prints such a figure as a query asks for; undefined where it asks for none. */
const printsFigure = (query: Query, { answers }: SettleContent): ((ref: Ref) => boolean) | undefined => {
  const ask = figureAsk(query);
  if (!ask || (query.of.set !== 'about' && query.of.set !== 'either')) return undefined;
  return (ref) => answers({ ...query, of: { set: 'named', refs: [ref] }, asks: [ask], claims: [], confirm: false });
};

/** The topics that print such a figure as is asked for. */
export const figured = (query: Query, refs: readonly Ref[], content: SettleContent): readonly Ref[] => {
  const prints = printsFigure(query, content);
  return prints ? refs.filter(prints) : [];
};

/** The first of the topics that prints such a figure as is asked for. */
export const firstFigured = (query: Query, refs: readonly Ref[], content: SettleContent): Ref | undefined => {
  const prints = printsFigure(query, content);
  return prints && refs.find(prints);
};

/** 个 counts anything: 150个 is printed as 150家. */
const ANY_MEASURE = '个';

/** Returns how the plan may print a figure that was said. */
export const printedAs = ({ printed, measure }: Quantity): string =>
  measure === ANY_MEASURE ? printed.replace(measure, '') : printed;

/** The first topic that prints every figure that was said. */
export const printingAll = (
  refs: readonly Ref[],
  printed: readonly string[] = [],
  { prints }: SettleContent,
): Ref | undefined =>
  printed.length > 0 ? refs.find((ref) => printed.every((piece) => prints(piece, ref))) : undefined;

/** What was said beside the name of an indicator. */
interface Said {
  readonly wording?: string;
  readonly printed?: readonly string[];
}

/**
 * 文旅企业跟金融机构搞对接几次, 贷款28亿那条: a number that the indicator of that name does not print is asked, or said, of
 * another thing.
 */
export const isOtherThing = (
  query: Query,
  { answers, prints }: SettleContent,
  { wording = '', printed = [] }: Said,
) => {
  const [ask] = query.asks;
  const refs = query.of.set === 'named' ? query.of.refs : [];
  const indicators = refs.length > 0 && refs.every(({ type }) => type === 'indicator');
  if (!indicators || wording === '' || query.claims.length > 0) return false;
  const counted = ask.ask === 'value' && ask.measure !== undefined && query.words !== '' && !answers(query);
  const foreign = printed.length > 0 && !refs.some((ref) => printed.some((piece) => prints(piece, ref)));
  return counted || foreign;
};
