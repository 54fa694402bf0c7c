import type { Ref } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Decision } from './decision.ts';
import type { Heard } from './heard.ts';
import { isOfDocument, isOfEnd } from './leaning.ts';
import { misprintAsked } from './misprint-asked.ts';
import type { Parts } from './parts.ts';
import { closed, refuse } from './refusals.ts';
import { wordsOf } from './said.ts';
import { hasSubject } from './subject.ts';
import { actOf, isTalk, talk } from './talk.ts';
import { unitPlace } from './unit-place.ts';

/** 为什么设立…: what the plan says of the thing, though not why. */
const nearWhy = (parts: Parts, { resolve }: ComposeContent): readonly Ref[] => {
  if (parts.refs.length > 0) return parts.refs;
  const found = resolve(wordsOf(parts), { ask: 'content' });
  return found.status === 'sure' ? found.refs : [];
};

/** Asks which thing is meant, where nothing is. */
export const dangling = ({ examples }: ComposeContent): Decision => ({
  ...{ decision: 'ask-back', why: 'dangling', about: '' },
  offers: examples,
});

/** Asks which unit the asker is from. */
export const whose = ({ units }: ComposeContent): Decision => ({
  ...{ decision: 'ask-back', why: 'we', about: '' },
  offers: units,
});

/** Something is pointed at that was said before. */
export const isPointing = ({ before }: Parts): boolean => before.has('it') || before.has('these');

/** What is clear before any way of reading is tried: talk, what the plan never says, what points at nothing. */
export const atOnce = ({ tokens, parts, state, now }: Heard, content: ComposeContent): Decision | undefined => {
  const { me } = now;
  if (isTalk(parts))
    return parts.acts.includes('again') && state.query
      ? { decision: 'answer', queries: [state.query] }
      : talk(actOf(parts), state);
  const inOrder = unitPlace(parts, now) ?? misprintAsked(parts, content);
  if (inOrder) return { decision: 'answer', queries: [inOrder] };
  const stopped = closed(parts);
  if (stopped) return stopped;
  if (isPointing(parts) && !state.query && !hasSubject(parts) && parts.quantities.length === 0 && !isOfDocument(parts))
    return parts.unsaid[0] ? refuse('unsaid', parts.unsaid[0].text) : dangling(content);
  const premise =
    parts.clauses.some(({ units, role }) => units.length > 0 && role !== undefined) ||
    (['differ', 'misprint', 'lack'] as const).some((one) => parts.operators.has(one));
  if (parts.wanted.some(({ wanted }) => wanted === 'why') && !premise && hasSubject(parts))
    return refuse('unsaid', tokens.map(({ text }) => text).join(''), nearWhy(parts, content));
  const ours = tokens.some((token, at) => token.kind === 'before' && token.before === 'we' && isOfEnd(tokens, at + 1));
  if (ours && !me && parts.clauses.length === 0) return whose(content);
  if (parts.before.has('we') && !me && !hasSubject(parts) && parts.heads.length > 0) return whose(content);
  return undefined;
};
