import type { Assumption, Query, Token } from '../values.ts';
import type { SettleHow } from './about-words.ts';
import { dangling, isPointing, whose } from './at-once.ts';
import { inCaseBefore } from './case-before.ts';
import type { ComposeContent } from './content.ts';
import { FORBIDS, notRead } from './cover.ts';
import type { Decision } from './decision.ts';
import { printedAs } from './figured.ts';
import type { Heard } from './heard.ts';
import { ofTopic } from './of-topic.ts';
import { ofYear } from './of-year.ts';
import type { Parts } from './parts.ts';
import type { Ranked } from './readings.ts';
import { refuse, unsaidOf } from './refusals.ts';
import { completed } from './remember.ts';
import { confirms, joinedOf, wordingOf, wordsOf } from './said.ts';
import { settle } from './settle.ts';
import { asksSomething } from './subject.ts';

/** What was decided, what was assumed for it, and what of the text it leaves unread. */
export interface Decided {
  readonly decision: Decision;
  readonly assumed?: readonly Assumption[];
  readonly unread?: readonly Token[];
}

/** No way of reading fits: why. */
export const decideUnread = ({ parts, state }: Heard, content: ComposeContent): Decision => {
  if (parts.unsaid[0]) return refuse('unsaid', parts.unsaid[0].text);
  const counts = parts.wanted.find(({ wanted }) => wanted === 'howMany' || wanted === 'howMuch');
  if (counts && parts.clauses.length > 0 && !state.query) return refuse('absent', wordsOf(parts));
  const yearly = ofYear(parts, content);
  if (yearly) return yearly;
  if (parts.before.has('we')) return whose(content);
  const bare = !asksSomething(parts) && parts.clauses.length + parts.years.length + parts.before.size === 0;
  const words = wordsOf(parts);
  return bare && words !== '' ? refuse('unread', words) : dangling(content);
};

/** How the words of a query are settled, by what stood beside them. */
const howOf = (parts: Parts, query: Query): SettleHow => {
  const ofUnit =
    parts.operators.has('by') && parts.heads.some(({ type, wanted }) => type === 'unit' && wanted !== undefined);
  const listing = parts.wanted.some(({ wanted }) => wanted === 'which') && parts.roles.length === 0 && !ofUnit;
  return {
    listing,
    tasks: parts.heads.some(({ type, noun }) => type === 'task' && noun),
    printed:
      query.claims.length === 0 ? parts.quantities.filter(({ relation }) => relation === '=').map(printedAs) : [],
    defining: parts.properties.includes('definition'),
    wording: wordingOf(parts),
    joined: joinedOf(parts),
    count: parts.heads.find(({ type, count }) => type === 'task' && count !== undefined)?.count,
    bare: !asksSomething(parts) && parts.years.length === 0 && parts.clauses.length === 0,
    among: parts.operators.has('or') ? parts.clauses.flatMap(({ units }) => units) : [],
    units:
      query.claims.length === 0 && !parts.operators.has('or') && (query.of.set === 'about' || query.of.set === 'named')
        ? parts.clauses.flatMap(({ units }) => units)
        : [],
  };
};

/** Answers a text by itself, as it is read best. */
export const decideAlone = (best: Ranked, { parts, state, now }: Heard, content: ComposeContent): Decided => {
  const { unread } = best;
  if (
    parts.unsaid[0] &&
    !parts.tokens.some(({ kind, text }) => kind === 'words' && text === parts.unsaid[0]?.text) &&
    best.assembled.query.of.set !== 'about' &&
    best.assembled.query.of.set !== 'named'
  )
    return { decision: refuse('unsaid', parts.unsaid[0].text) };
  if (unread.some(({ kind }) => FORBIDS.includes(kind) || kind === 'role'))
    return { decision: notRead(unread, content), unread };
  const part =
    parts.refs.length === 1 && parts.refs[0]?.type === 'clause' && wordsOf(parts) !== '' ? parts.refs[0].id : undefined;
  const query = completed(best.assembled.query, parts, state);
  const inPart = part !== undefined && query.of.set === 'named' && content.exists(`${part}.1`);
  const settled = settle(inPart ? { ...query, of: { set: 'about', words: wordsOf(parts) } } : query, content, {
    ...howOf(parts, query),
    ...(inPart && { within: part }),
  });
  const unsaid = unsaidOf(parts, settled, content);
  if (unsaid) return { decision: unsaid };
  const meant = ofTopic({ decision: settled.decision, query }, now, content);
  if (meant) return { decision: inCaseBefore({ decision: 'answer', queries: [meant] }, parts, state) };
  /** 这里头写没写区块链: looked for in the plan, and pointing at nothing said before. */
  const looked = parts.operators.has('have') && wordsOf(parts) !== '' && confirms(parts);
  const open = settled.decision.decision === 'refuse' && !state.query && isPointing(parts) && !looked;
  const decision = inCaseBefore(open ? dangling(content) : settled.decision, parts, state);
  return { decision, unread, assumed: settled.assumed };
};
