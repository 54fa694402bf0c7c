import type { Query } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Decision } from './decision.ts';
import type { State } from './state.ts';
import { singleOf } from './subject.ts';

const SHORTEST = 3;

/**
 * 附件里每年引进几家, after 金融机构年末累计数: of several topics that words may mean, the thing spoken of before itself,
 * or the one that it tells; undefined where it tells none.
 */
export const ofTopic = (
  { decision, query }: { readonly decision: Decision; readonly query: Query },
  state: State,
  content: ComposeContent,
): Query | undefined => {
  const ref = singleOf(state.query);
  if (decision.decision !== 'ask-back' || decision.why !== 'topic' || query.of.set !== 'about') return undefined;
  if (!ref) return undefined;
  const same = decision.offers.some(({ ref: { type, id } }) => type === ref.type && id === ref.id);
  if (same) return { ...query, of: { set: 'named', refs: [ref] } };
  const found = content.resolve(`${content.title(ref)} ${query.of.words}`, query.asks[0]);
  const best = found.status === 'sure' || found.status === 'near' ? found.refs[0] : undefined;
  const offered = decision.offers.some(({ ref: { type, id } }) => type === best?.type && id === best.id);
  const title = content.title(ref);
  const counting = decision.offers.filter(({ ref: one }) =>
    content.nouns(one).some((noun) => noun.length >= SHORTEST && title.startsWith(noun)),
  );
  const meant = offered ? best : counting.length === 1 ? counting[0]?.ref : undefined;
  return meant && { ...query, of: { set: 'named', refs: [meant] } };
};
