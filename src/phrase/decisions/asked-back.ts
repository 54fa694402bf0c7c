import type { Desk, Draft } from '../../answer/draft.ts';
import type { Decision } from '../../compose/decision.ts';
import { clip } from '../../text.ts';
import type { Choice } from '../../types.ts';
import { questionOf, titleOf } from '../refs.ts';

type AskedBack = Extract<Decision, { decision: 'ask-back' }>;

const LONGEST_ABOUT = 20;

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

/** Questions offered as they would be asked, rather than the things that they are about. */
const AS_QUESTIONS: readonly AskedBack['why'][] = ['dangling', 'unread'];

/** A question back: what was not clear, and what may be meant. */
export const phraseAskedBack = (asked: AskedBack, desk: Desk): Draft => ({
  status: 'clarify',
  lines: [headOf(asked, desk)],
  choices: asked.offers.map(({ ref, ask }): Choice => {
    const question = questionOf(ref, ask, desk);
    return {
      label: AS_QUESTIONS.includes(asked.why) ? question : titleOf(ref, desk),
      question,
      tasks: ref.type === 'task' ? [Number(ref.id)] : [],
    };
  }),
});
