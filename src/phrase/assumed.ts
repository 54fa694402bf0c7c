import type { Desk, Draft } from '../answer/draft.ts';
import type { Composed } from '../compose/compose.ts';
import type { Notice } from '../types.ts';

const noticed = (text: string): Notice => ({ code: 'assumed', text, clauses: [] });

const isNearest = (assumed: Composed['assumed']): boolean => assumed.some(({ what }) => what === 'nearest');

/** Right behind the first line it is said that the plan uses other words: before the facts, not below them. */
const doubted = (lines: Draft['lines'], { assumed }: Composed, { say }: Desk): Draft['lines'] =>
  isNearest(assumed) ? [...lines.slice(0, 1), say('assumedNearest'), ...lines.slice(1)] : lines;

/** What was taken on trust and the answer itself does not show: pieces of a long text, no year, other words. */
const unshown = ({ assumed, tokens, text, condensed }: Composed, { say }: Desk): readonly string[] => [
  ...(condensed ? [say('shortened', { text })] : []),
  ...(tokens.some(({ rule }) => rule === 'year:no-clock') ? [say('noYear')] : []),
  ...(isNearest(assumed) ? [say('assumedNearest')] : []),
];

/** What a question means by leaning on an earlier one; the answer's first line shows it. */
export interface Leaning {
  /** How it was read, in words. */
  readonly said: string;
  /** Something was asked before. */
  readonly follows: boolean;
}

/** Returns an answer with notices of what was filled in from earlier questions or taken on trust. */
export const withAssumed = (draft: Draft, composed: Composed, { said, follows }: Leaning, desk: Desk): Draft => {
  if (draft.status !== 'answered') return draft;
  const leans = follows && said !== '' && composed.assumed.some(({ what }) => what === 'topic');
  return {
    ...draft,
    lines: doubted(draft.lines, composed, desk),
    notices: [...(draft.notices ?? []), ...unshown(composed, desk).map(noticed)],
    ...(leans && { saidBack: [noticed(desk.say('assumedTopic', { value: said }))] }),
  };
};
