import { createSay } from '../../answer/phrases.ts';
import { keptAnswer, welcomeReply } from '../answering.ts';
import type { AskedPlans } from '../asked-plans.ts';
import { WELCOME_ID } from '../welcome.ts';
import type { Asker, Click, Incoming, Reply } from '../work.ts';
import { judgementOf } from '../wrong.ts';
import type { Accept, IntakeParts, Taken } from './taken.ts';

const say = createSay('zh-Hans');

/** What a choice or a suggestion asks; undefined when the answer is not kept any more or has no such button. */
const questionOf = (
  click: Extract<Click, { kind: 'choice' | 'suggestion' }>,
  reply: Reply,
  plans: AskedPlans,
): string | undefined => {
  switch (reply.kind) {
    case 'answer': {
      const { choices, suggestions, plan } = reply.answer;
      const asked = click.kind === 'choice' ? choices[click.at]?.question : suggestions[click.at];
      const title = plan === undefined ? undefined : plans.get(plan)?.title;
      // Whoever clicks may be in no conversation: the plan is said with it.
      return asked === undefined || title === undefined ? asked : say('planAsk', { title, asked });
    }
    case 'welcome':
      return click.kind === 'suggestion' ? reply.welcome.examples[click.at] : undefined;
    case 'hint':
    case 'line':
    case 'list':
      return undefined;
  }
};

/** Returns what takes the clicks of a channel. */
export const createClicks = <To>(parts: IntakeParts, accept: Accept) => {
  const { channel, store, answering, admit, newId } = parts;
  const { inbox } = store;

  const replyOf = async (id: string, chat: string): Promise<Reply | undefined> => {
    if (id.startsWith(WELCOME_ID)) {
      const reply = welcomeReply(answering, chat);
      return reply.id === id ? reply : undefined;
    }
    const kept = await store.replies.get(id);
    return kept && keptAnswer(answering, id, kept);
  };

  const judge = async (
    { reply: id, ...said }: Extract<Click, { kind: 'verdict' }>,
    asker: Asker,
    reply: Reply,
  ): Promise<Taken> => {
    const noted: Taken = { status: 'noted', note: said.verdict === 'useful' ? 'thanks' : 'sorry' };
    const asked = (await store.replies.get(id))?.asked;
    if (reply.kind !== 'answer' || asked === undefined) return noted;
    const judged = { id, asked, answer: reply.answer };
    const { event, others } = judgementOf(judged, { channel, asker, ...said }, answering.plans);
    await answering.watch.judged(event);
    return others.length === 0 ? noted : { status: 'which', reply, others: others.map(({ label }) => label) };
  };

  return async ({ click, asker, to, ids }: Extract<Incoming<To>, { status: 'click' }>): Promise<Taken> => {
    if (await inbox.knows(ids)) return { status: 'known' };
    const may = await admit(asker);
    if (may.status === 'no') return may.hint ? { status: 'told', hint: may.hint } : { status: 'done' };
    const reply = await replyOf(click.reply, asker.chat);
    if (!reply) return { status: 'told', hint: 'expired' };
    switch (click.kind) {
      case 'page':
        return { status: 'page', reply, page: click.page };
      case 'verdict':
        return judge(click, asker, reply);
      case 'choice':
      case 'suggestion': {
        const text = questionOf(click, reply, answering.plans);
        if (text === undefined) return { status: 'told', hint: 'expired' };
        return accept({ stored: { kind: 'question', text, asker, id: newId(to), to }, chat: asker.chat, ids });
      }
    }
  };
};
