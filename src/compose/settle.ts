import { setsIn } from '../library/sets-in.ts';
import type { Query, Ref, SetOf } from '../values.ts';
import type { SettleHow } from './about-words.ts';
import { filtered, limited, placesOf } from './beside-words.ts';
import { isOtherThing } from './figured.ts';
import { nameMost } from './name-most.ts';
import { ofAction, ofGoals } from './of-headings.ts';
import { refuse } from './refusals.ts';
import { settleSure, settleUnclear } from './settle-found.ts';
import { settleNamed } from './settle-named.ts';
import { settleSides } from './settle-sides.ts';
import { answer, type SettleContent, type Settled } from './settled.ts';
import { pieceWith } from './wording.ts';

type About = Extract<SetOf, { set: 'about' }>;

const aboutOf = (set: SetOf): About | undefined => setsIn(set).find((one): one is About => one.set === 'about');

/** A query about words → about things; or a question back, or a refusal, where search is not sure. */
export const settle = (asked: Query, content: SettleContent, how: SettleHow = { listing: false }): Settled => {
  const query = { ...asked, of: nameMost(asked.of, content.members) };
  const about = aboutOf(query.of);
  if (query.of.set === 'all' && query.of.type === 'safeguard' && query.asks[0].ask === 'content')
    return answer({ ...query, of: { set: 'named', refs: content.overall } });
  const goal = ofGoals(query, content);
  if (goal) return answer(goal);
  if (isOtherThing(query, content, how))
    return settle({ ...query, of: { set: 'about', words: how.wording ?? '' } }, content, how);
  if (!about) return settleNamed(query, content, how);
  const { words, type } = about;
  const [ask] = query.asks;
  if (type !== undefined) {
    const actions = type === 'action' ? content.sections(words) : [];
    if (actions.length > 0) return answer({ ...query, of: limited(query.of, { test: 'in', actions }) });
    return filtered(query, words, content);
  }
  const [list, ...lists] = ask.ask === 'value' || ask.ask === 'reckon' ? content.itemsOf(words) : [];
  if (list && lists.length === 0) return answer({ ...query, of: { set: 'named', refs: [list] }, words });
  const sides = settleSides({ query, words, ask, content });
  if (sides) return sides;
  const sections = ask.ask === 'goal' ? content.sections(words) : [];
  if (sections.length === 1)
    return answer({
      ...query,
      of: { set: 'named', refs: sections.map((id): Ref => ({ type: 'action', id: String(id) })) },
    });
  const heading = how.listing && (ask.ask === 'content' || ask.ask === 'members') ? content.headed(words) : undefined;
  if (heading !== undefined && query.claims.length === 0) return answer(ofAction(query, heading));
  const found = content.resolve(words, ask, how);
  if (ask.ask === 'definition') return answer({ ...query, of: { set: 'named', refs: found.refs } });
  switch (found.status) {
    case 'sure':
    case 'near':
      return settleSure({ query, words, ask, content, how }, found);
    case 'unclear':
      return settleUnclear({ query, words, ask, content, how }, found);
    case 'absent':
      if (content.prints(words)) return answer(placesOf(query, words));
      return {
        decision: refuse('absent', pieceWith(words, found.strangers[0]), found.refs),
        assumed: [],
      };
  }
};
