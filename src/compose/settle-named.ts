import type { Query } from '../values.ts';
import { refusedPart, type SettleHow } from './about-words.ts';
import { named, ofHeading } from './askable.ts';
import { answer, type SettleContent, type Settled } from './settled.ts';
import { HAN, pieceWith } from './wording.ts';

/** A query about things by name: refused where the plan says nothing of what else was said of them. */
export const settleNamed = (query: Query, content: SettleContent, how: SettleHow): Settled => {
  const [first] = query.of.set === 'named' ? query.of.refs : [];
  const foreign =
    first && first.type !== 'unit' ? (how.units ?? []).find((unit) => !content.concerns(unit, first)) : undefined;
  if (first && foreign !== undefined) return refusedPart(foreign, first);
  const { joined = '' } = how;
  if (first?.type === 'indicator' && content.unprinted(joined).length > 0 && !content.prints(joined))
    return refusedPart(joined, first);
  const timed = query.claims.some(({ claim }) => claim === 'date' || claim === 'year');
  const strange =
    first?.type === 'task' && HAN.test(query.words) && !timed
      ? content.strangers(query.words).find((noun) => !content.prints(noun))
      : undefined;
  const lost =
    first?.type === 'task'
      ? content.designators(query.words).find((piece) => !content.prints(piece, first))
      : undefined;
  if (first && strange !== undefined) return refusedPart(pieceWith(query.words, strange), first);
  if (first && lost !== undefined) return refusedPart(lost, first);
  return answer(named(ofHeading(query, content, how.tasks ?? false), content));
};
