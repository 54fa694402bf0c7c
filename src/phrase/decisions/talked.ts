import type { Desk, Draft } from '../../answer/draft.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import type { Act } from '../../values.ts';
import { examplesOf } from './refused.ts';

const KEYS: Readonly<Record<Act, PhraseKey>> = {
  hello: 'help',
  help: 'help',
  identity: 'identity',
  thanks: 'thanks',
  bye: 'bye',
  yes: 'yesToNothing',
  no: 'noToNothing',
  complain: 'complained',
  shorter: 'shorterNot',
  again: 'againNothing',
  correct: 'noToNothing',
  more: 'noMore',
  export: 'exportHow',
};

/** Acts after which a question is wanted: the bot asks back. */
const ASKS_BACK: readonly Act[] = ['yes', 'no', 'correct', 'again'];
const PERIOD = /（.*$/;

/** One friendly line for what is done by talking. */
export const phraseTalked = (act: Act, desk: Desk): Draft => {
  const title = desk.plan.document.title.replace(PERIOD, '');
  const line = desk.say(KEYS[act], { title });
  const examples = examplesOf(desk);
  if (ASKS_BACK.includes(act))
    return {
      status: 'clarify',
      lines: [line],
      choices: examples.map((question) => ({ label: question, question, tasks: [] })),
    };
  return { status: 'not_found', lines: [line], suggestions: examples };
};
