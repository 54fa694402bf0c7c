import type { Token } from '../values.ts';
import type { Decision } from './decision.ts';
import { isOperator } from './excepts.ts';
import type { Step } from './steps.ts';

/** What happened, told before the question: who asks, what came in, what is at hand. */
interface Told {
  readonly telling: readonly Token[];
  readonly rest: readonly Token[];
}

const isMark = ({ kind, text }: Token): boolean => kind === 'mark' && /[,，。;；:：]/.test(text);

/** What the plan knows by name is asked about, wherever it stands. */
const NAMES: readonly Token['kind'][] = ['task', 'indicator', 'action', 'clause', 'position', 'term', 'relative'];
/** A condition: …负责的不算. */
const isCondition = (token: Token): boolean => isOperator(token, 'except', 'not', 'only', 'or');
const isSelf = (token: Token): boolean =>
  token.rule === 'glue:self' || (token.kind === 'before' && token.before === 'we');

/** The pieces before the first one that asks, where they name nothing of the plan; units only where somebody tells of himself. */
const toldIn = (tokens: readonly Token[]): Told | undefined => {
  const asks = tokens.findIndex(({ kind }) => kind === 'wanted');
  const end = tokens.slice(0, Math.max(0, asks)).findLastIndex(isMark);
  const telling = tokens.slice(0, end + 1);
  const units = telling.some(({ kind }) => kind === 'unit') && !telling.some(isSelf);
  return end < 0 || units || telling.some((token) => NAMES.includes(token.kind) || isCondition(token))
    ? undefined
    : { telling, rest: tokens.slice(end + 1) };
};

const LACKS: readonly string[] = ['absent', 'unsaid'];

/** Whether it was what is told that could not be read, or is not in the plan. */
const isOfTelling = ({ decision, unread }: Step, { telling }: Told): boolean => {
  const text = telling.map((token) => token.text).join('');
  if (decision.decision === 'refuse') return LACKS.includes(decision.why) && text.includes(decision.about);
  return isUnread(decision) && unread.length > 0 && unread.every((token) => text.includes(token.text));
};

const isUnread = (decision: Decision): boolean => decision.decision === 'ask-back' && decision.why === 'unread';

/** 我们刚接到这个文件，…报给谁: the question by itself, where only what is told before it was not understood; and says so. */
export const withoutTelling = (
  whole: Step,
  tokens: readonly Token[],
  read: (tokens: readonly Token[]) => Step,
): Step => {
  const told = toldIn(tokens);
  if (!told || !isOfTelling(whole, told)) return whole;
  const step = read(told.rest);
  const value = told.rest.map(({ text }) => text).join('');
  return step.decision.decision === 'answer'
    ? { ...step, assumed: [...step.assumed, { what: 'question', value }] }
    : whole;
};
