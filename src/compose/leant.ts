import type { ComposeContent } from './content.ts';
import { droppedBy, notRead } from './cover.ts';
import type { Decided } from './decided.ts';
import { type Edited, edit } from './edit.ts';
import type { Heard } from './heard.ts';
import { asksItsUnits, leans } from './leaning.ts';
import { ofTopic } from './of-topic.ts';
import { withOneListed } from './one-listed.ts';
import { passedOver } from './passed-over.ts';
import { unsaidOf } from './refusals.ts';
import { withList } from './remember.ts';
import { sameTopic } from './same-topic.ts';
import { settle } from './settle.ts';
import type { State } from './state.ts';
import { asksSomething } from './subject.ts';
import { topicFigure } from './topic-figure.ts';

/** The query before as a text changes it, and what it was. */
export interface Leant {
  readonly edited: Edited;
  readonly based: State;
}

/** What a text that leans on the query before makes of it. `within`: it stands behind another question of the same text. */
export const leantOn = ({ parts, now }: Heard, content: ComposeContent, within: boolean): Leant | undefined => {
  const same =
    topicFigure(parts, now, content) ??
    (within || (parts.before.has('then') && !asksSomething(parts)) ? sameTopic(parts, now, content) : undefined);
  const based = withOneListed(parts, withList(parts, now), content);
  const edited: Edited | undefined = same
    ? { query: same, assumed: [{ what: 'topic', value: '' }] }
    : leans(parts, based) || (within && based.query && asksItsUnits(parts, based.query))
      ? edit(parts, based, content)
      : undefined;
  return edited && { edited, based };
};

/** Answers the query that was changed. */
export const decideLeant = ({ edited, based }: Leant, { parts, now }: Heard, content: ComposeContent): Decided => {
  const dropped = [
    ...droppedBy(edited.query, parts),
    ...(based.query ? passedOver(parts.tokens, edited.query, based.query) : []),
  ];
  if (dropped.length > 0) return { decision: notRead(dropped, content), unread: dropped };
  const settled = settle(edited.query, content);
  const meant = ofTopic({ decision: settled.decision, query: edited.query }, now, content);
  if (meant) return { decision: { decision: 'answer', queries: [meant] } };
  return {
    decision: unsaidOf(parts, settled, content) ?? settled.decision,
    assumed: [...edited.assumed, ...settled.assumed],
  };
};
