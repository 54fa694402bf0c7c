import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import type { Decision } from '../../compose/decision.ts';
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

type Talk = Extract<Decision, { decision: 'talk' }>;

/** Acts after which a question is wanted: the bot asks back. */
const ASKS_BACK: readonly Act[] = ['yes', 'no', 'correct', 'again'];
const PERIOD = /（.*$/;

/** One friendly line for what is done by talking. */
export const phraseTalked = ({ act, count }: Talk, desk: Desk): Draft => {
  const { document } = desk.plan;
  const title = document.untitled ? document.title : document.title.replace(PERIOD, '');
  const line = count === undefined ? desk.say(KEYS[act], { title }) : desk.say('noMoreThan', { count });
  const examples = examplesOf(desk);
  if (ASKS_BACK.includes(act))
    return {
      status: 'clarify',
      lines: [line],
      choices: examples.map((question) => ({ label: question, question, tasks: [] })),
    };
  const computed = count === undefined ? [] : [counted(count, '上一份清单的项数', [])];
  return { status: 'not_found', lines: [line], suggestions: examples, computed };
};
