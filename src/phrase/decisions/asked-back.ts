import type { Desk, Draft } from '../../answer/draft.ts';
import type { Decision } from '../../compose/decision.ts';
import { clip } from '../../text.ts';
import type { Choice } from '../../types.ts';
import { questionOf, titleOf } from '../refs.ts';
import { examplesOf } from './refused.ts';

type AskedBack = Extract<Decision, { decision: 'ask-back' }>;

const LONGEST_ABOUT = 20;
const MOST_UNITS = 3;

const headOf = ({ why, about }: AskedBack, { say }: Desk): string => {
  const asked = clip(about, LONGEST_ABOUT);
  switch (why) {
    case 'topic':
      return say('clarify', { asked });
    case 'unit':
      return say('unclearUnit', { asked });
    case 'dangling':
      return say('dangling');
    case 'we':
      return say('whichUnit');
    case 'unread':
      return say('unread', { asked });
  }
};

/** What can be asked where nothing was offered: examples, or units to say which one is meant. */
const otherChoices = ({ why }: AskedBack, desk: Desk): readonly Choice[] => {
  const ask = { ask: 'members' } as const;
  if (why === 'we')
    return desk.plan.registry.units.slice(0, MOST_UNITS).map(({ name }) => ({
      label: desk.name.unit(name),
      question: questionOf({ type: 'unit', id: name }, ask, desk),
      tasks: [],
    }));
  return examplesOf(desk).map((question) => ({ label: question, question, tasks: [] }));
};

/** A question back: what was not clear, and what may be meant. */
export const phraseAskedBack = (asked: AskedBack, desk: Desk): Draft => {
  const choices = asked.offers.map(({ ref, ask }): Choice => {
    const number = ref.type === 'task' ? `${ref.id}. ` : '';
    return {
      label: `${number}${titleOf(ref, desk)}`,
      question: questionOf(ref, ask, desk),
      tasks: ref.type === 'task' ? [Number(ref.id)] : [],
    };
  });
  return {
    status: 'clarify',
    lines: [headOf(asked, desk)],
    choices: choices.length > 0 ? choices : otherChoices(asked, desk),
  };
};
