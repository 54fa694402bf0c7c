import { createSay } from '../answer/phrases.ts';
import { pageAsked } from '../read/page-asked.ts';
import { type WrongAsked, wrongAsked } from '../read/wrong-asked.ts';
import type { Also } from '../store/inbox.ts';
import type { Doubt, Replies } from '../store/replies.ts';
import type { Language } from '../types.ts';
import type { AskedPlans } from './asked-plans.ts';
import { REASONS, type Reason } from './reasons.ts';
import type { Watch } from './watch.ts';
import type { Asker } from './work.ts';
import { type Judged, type Judgement, judgementOf, othersFor, reasonName } from './wrong.ts';

/** What is said of the answer: that it is wrong, what is wrong, or which of the other things was meant. */
interface Word {
  readonly reason?: Reason;
  readonly meant?: number;
}

/** What the reader is told, and asked, if anything. */
interface Told {
  readonly text: string;
  readonly asked?: Doubt['asked'];
}

const wordOf = (said: WrongAsked): Word => (said === 'something' ? {} : { reason: said });

/** The number behind what was asked last; undefined for one that was not offered. */
const numbered = (number: number, { asked }: Doubt, others: () => number): Word | undefined => {
  const at = number - 1;
  if (asked === 'which') return at >= 0 && at < others() ? { reason: 'topic', meant: at } : undefined;
  const reason = REASONS[at];
  return reason && { reason };
};

const listed = (head: string, entries: readonly string[]): string =>
  [head, ...entries.map((entry, at) => `${at + 1}. ${entry}`)].join('\n');

const told = ({ reason }: Word, { others, chosen }: Judgement, language: Language): Told => {
  const say = createSay(language);
  if (reason === undefined) {
    const reasons = REASONS.map((one) => reasonName(one, language));
    return { text: listed(say('wrongWhat'), reasons), asked: 'what' };
  }
  const labels = others.map(({ label }) => label);
  if (labels.length > 0) return { text: listed(say('wrongWhich'), labels), asked: 'which' };
  return { text: chosen ? say('wrongNotedThing', { thing: chosen.label }) : say('wrongNoted') };
};

/** What is needed to take a doubt. */
export interface DoubtParts {
  readonly replies: Replies;
  readonly plans: AskedPlans;
  readonly watch: Watch;
  /** An answer that is kept, as long as it would be given again. */
  readonly kept: (id: string) => Promise<Judged | undefined>;
}

/** Who says something, and in which conversation. */
export interface Sayer {
  readonly channel: string;
  readonly asker: Asker;
  readonly conversation: string;
}

/**
 * 有误, 单位有误, and the number that says what is wrong or which thing was meant, where an answer has no buttons for it: the
 * line that answers it. Undefined for anything else, and where nothing was answered.
 */
export const doubt = async (text: string, { channel, asker, conversation }: Sayer, parts: DoubtParts) => {
  const { replies, plans, watch, kept } = parts;
  const [said, page] = [wrongAsked(text), pageAsked(text)];
  const number = page?.kind === 'bare' ? page.number : undefined;
  if (said === undefined && number === undefined) return undefined;
  const open = said === undefined ? await replies.doubt(conversation) : undefined;
  const id = said === undefined ? open?.reply : await replies.last(conversation);
  const judged = id === undefined ? undefined : await kept(id);
  if (!judged) return undefined;
  const others = () => othersFor(judged.asked, judged.answer, plans).length;
  const word = said === undefined ? open && numbered(number ?? 0, open, others) : wordOf(said);
  if (!word) return undefined;
  const judgement = judgementOf(judged, { channel, asker, verdict: 'wrong', ...word }, plans);
  await watch.judged(judgement.event);
  const { text: line, asked } = told(word, judgement, judged.answer.language);
  const also: Also = (sql) => replies.doubted(sql, conversation, asked && { reply: judged.id, asked });
  return { line, also };
};
