import { createSay } from '../answer/phrases.ts';
import { dayOf } from '../china-time.ts';
import type { Inbox } from '../store/inbox.ts';
import type { Store } from '../store/store.ts';
import type { Admit, Admitted } from './admission.ts';
import { type Answering, keptAnswer, welcomeReply } from './answering.ts';
import type { AskedPlans } from './asked-plans.ts';
import type { Stored } from './incoming.ts';
import { createUnderWay } from './under-way.ts';
import { WELCOME_ID } from './welcome.ts';
import type { Asker, Click, Hint, Ids, Incoming, Reply } from './work.ts';
import type { Worker } from './worker.ts';
import { judgementOf } from './wrong.ts';

/** What became of something that came in. `work` is its number in the inbox. */
export type Taken =
  | { readonly status: 'accepted'; readonly work: number }
  /** Delivered before. */
  | { readonly status: 'known' }
  /** Done with: nothing more is to be said. */
  | { readonly status: 'done' }
  | { readonly status: 'ignored'; readonly reason: string }
  /** Cannot be taken now: the platform shall deliver it again. */
  | { readonly status: 'unready' }
  | { readonly status: 'full' }
  /** A click that turns the page of an answer; nothing was accepted. */
  | { readonly status: 'page'; readonly reply: Reply; readonly page: number }
  /** A click that was understood and leaves nothing to send. */
  | { readonly status: 'noted'; readonly note: 'thanks' | 'sorry' }
  /** A click that says that another thing was meant: which of these? */
  | { readonly status: 'which'; readonly reply: Reply; readonly others: readonly string[] }
  /** A click that is told off, without a message. */
  | { readonly status: 'told'; readonly hint: Hint };

/** Takes what comes in from a channel: on the disk when it resolves, and taken once. */
export type Take<To> = (incoming: Incoming<To>, alsoIds?: readonly string[]) => Promise<Taken>;

/** What taking needs. */
export interface IntakeParts {
  readonly channel: string;
  readonly store: Pick<Store, 'inbox' | 'replies' | 'chats'>;
  readonly answering: Answering;
  readonly worker: Worker;
  readonly admit: Admit;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** An id for the answer to come: at most 40 characters, the same for no other. */
  readonly newId: (to: unknown) => string;
}

interface ToAccept {
  readonly stored: Stored;
  readonly chat: string;
  readonly ids: readonly string[];
}

/** Said of whoever asks in the chat. */
const STRANGE: readonly Hint[] = ['external_chat', 'not_allowed'];

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

/** Opens the intake of a channel. */
export const createIntake = <To>(parts: IntakeParts): Take<To> => {
  const { channel, store, answering, worker, admit, now, newId } = parts;
  const inbox: Inbox = store.inbox;
  const underWay = createUnderWay<Taken>();

  const accept = async ({ stored, chat, ids }: ToAccept): Promise<Taken> => {
    const taken = await inbox.accept({ channel, lane: chat, ids, incoming: stored, at: now() });
    if (taken.status === 'accepted') worker.add({ id: taken.work, channel, lane: chat });
    return taken;
  };

  /** Who may not ask at all gets one line in a group in a day; in private, and where it is too fast, one each time. */
  const oncePerDay = (hint: Hint, { chat, private: alone }: Asker): readonly string[] =>
    !alone && STRANGE.includes(hint) ? [`stranger:${channel}:${chat}:${dayOf(now())}`] : [];

  /** What could not be taken comes again, and must not count against the person twice. */
  const counted = async (may: Extract<Admitted, { status: 'yes' }>, then: () => Promise<Taken>): Promise<Taken> => {
    const taken = await then().catch((error: unknown) => {
      may.back();
      throw error;
    });
    if (taken.status === 'full') may.back();
    return taken;
  };

  /** One who may not ask gets a line at most. */
  const admitNew = async (asker: Asker, to: To, ids: Ids, then: () => Promise<Taken>): Promise<Taken> => {
    // Where it got no line the first time, the platform shall not wait for one.
    if (await inbox.knows(ids)) return { status: (await inbox.hasWork(ids)) ? 'known' : 'done' };
    const may = await admit(asker);
    if (may.status === 'yes') return counted(may, then);
    const { hint } = may;
    const daily = hint ? oncePerDay(hint, asker) : [];
    if (hint && !(daily.length > 0 && (await inbox.knows(daily))))
      return accept({ stored: { kind: 'hint', hint, to }, chat: asker.chat, ids: [...ids, ...daily] });
    await inbox.claim(ids, now());
    return { status: 'done' };
  };

  /** What was delivered before, or is being taken at the moment, counts for nothing. */
  const admitted: typeof admitNew = (asker, to, ids, then) =>
    underWay.once(
      ids,
      () => admitNew(asker, to, ids, then),
      (taken) => (taken.status === 'accepted' ? { status: 'known' } : taken),
    );

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

  const onClick = async ({ click, asker, to, ids }: Extract<Incoming<To>, { status: 'click' }>): Promise<Taken> => {
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

  const take: Take<To> = async (incoming, alsoIds = []) => {
    switch (incoming.status) {
      case 'question': {
        const { text, asker, to } = incoming;
        const ids: Ids = [...incoming.ids, ...alsoIds];
        const stored: Stored = { kind: 'question', text, asker, id: newId(to), to };
        return admitted(asker, to, ids, () => accept({ stored, chat: asker.chat, ids }));
      }
      case 'hint': {
        const { hint, asker, to } = incoming;
        const ids: Ids = [...incoming.ids, ...alsoIds];
        return admitted(asker, to, ids, () => accept({ stored: { kind: 'hint', hint, to }, chat: asker.chat, ids }));
      }
      case 'welcome': {
        const { asker, to } = incoming;
        const ids: Ids = [...incoming.ids, ...alsoIds];
        const stored: Stored = { kind: 'welcome', id: WELCOME_ID, chat: asker.chat, to };
        return admitted(asker, to, ids, () => accept({ stored, chat: asker.chat, ids }));
      }
      case 'click':
        return onClick({ ...incoming, ids: [...incoming.ids, ...alsoIds] });
      case 'recalled':
        await inbox.recall(incoming.id, now());
        return { status: 'done' };
      case 'chat':
        await store.chats.tell(incoming.chat, incoming.external);
        return incoming.next ? take(incoming.next, alsoIds) : { status: 'done' };
      case 'ignored':
        return { status: 'ignored', reason: incoming.reason };
      case 'unready':
        return { status: 'unready' };
    }
  };
  return take;
};
