import { createSay } from '../answer/phrases.ts';
import { keyOfThing, type Thing } from '../overlay/things.ts';
import type { Answer, Language, Question } from '../types.ts';
import { type AskedPlans, answeringPlan } from './asked-plans.ts';
import type { Reason } from './reasons.ts';
import type { JudgedAnswer } from './watch.ts';
import type { Asker, Verdict } from './work.ts';

/** What a reader says, by its phrase. */
const PHRASES = { topic: 'wrongTopic', units: 'wrongUnits', figures: 'wrongFigures', other: 'wrongOther' } as const;

/** 单位有误, as it stands on a button. */
export const reasonName = (reason: Reason, language: Language): string => createSay(language)(PHRASES[reason]);

/** The administrator's line for what is wrong, and what the reader wrote besides; undefined where nothing was said. */
export const reasonLine = (reason: Reason | undefined, said = ''): string | undefined =>
  [...(reason ? [reasonName(reason, 'zh-Hans')] : []), ...(said.trim() ? [said.trim()] : [])].join('：') || undefined;

/** A thing that may have been meant, by the key under which it comes back. */
export interface Meant {
  readonly id: string;
  readonly label: string;
}

/** The things of the plan that a question may have meant instead of what was answered; none where no one plan answers. */
export const othersFor = (question: Question, answer: Answer, plans: AskedPlans): readonly Meant[] =>
  (answeringPlan(answer, plans)?.bot.candidates(question) ?? []).map((thing: Thing) => ({
    id: keyOfThing(thing.means),
    label: thing.label,
  }));

/** What a reader says of an answer, and where. */
export interface Said {
  readonly channel: string;
  readonly asker: Asker;
  readonly verdict: Verdict;
  readonly reason?: Reason | undefined;
  /** Which of the others was meant. */
  readonly meant?: number | undefined;
}

/** An answer that is judged. */
export interface Judged {
  readonly id: string;
  readonly asked: Question;
  readonly answer: Answer;
}

/** What is written down of it; the others that the reader may still choose from; the one that was chosen. */
export interface Judgement {
  readonly event: JudgedAnswer;
  readonly others: readonly Meant[];
  readonly chosen?: Meant;
}

/** What a reader's word on an answer comes to. */
export const judgementOf = (
  { id, asked, answer }: Judged,
  { channel, asker, verdict, reason, meant }: Said,
  plans: AskedPlans,
): Judgement => {
  const others = reason === 'topic' ? othersFor(asked, answer, plans) : [];
  const chosen = meant === undefined ? undefined : others[meant];
  const why = reasonLine(reason);
  const event: JudgedAnswer = {
    ...{ channel, chat: asker.private ? 'private' : 'group', reply: id, verdict, question: asked.text, answer },
    reader: `${channel} ${asker.tenant} ${asker.person}`,
    ...(why && { reason: why }),
    ...(chosen && { meant: chosen.id }),
  };
  return chosen ? { event, others: [], chosen } : { event, others };
};
