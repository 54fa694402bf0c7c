import type { Stored } from '../incoming.ts';
import { WELCOME_ID } from '../welcome.ts';
import type { Ids, Incoming } from '../work.ts';
import { createAdmitting } from './admitting.ts';
import { createClicks } from './clicks.ts';
import type { Accept, IntakeParts, Taken } from './taken.ts';

/** Takes what comes in from a channel: on the disk when it resolves, and taken once. */
export type Take<To> = (incoming: Incoming<To>, alsoIds?: readonly string[]) => Promise<Taken>;

/** Opens the intake of a channel. */
export const createIntake = <To>(parts: IntakeParts): Take<To> => {
  const { channel, store, worker, now, newId } = parts;
  const { inbox } = store;

  const accept: Accept = async ({ stored, chat, ids }) => {
    const taken = await inbox.accept({ channel, lane: chat, ids, incoming: stored, at: now() });
    if (taken.status === 'accepted') worker.add({ id: taken.work, channel, lane: chat });
    return taken;
  };

  const admitted = createAdmitting<To>(parts, accept);
  const onClick = createClicks<To>(parts, accept);

  const take: Take<To> = async (incoming, alsoIds = []) => {
    switch (incoming.status) {
      case 'question': {
        const { text, asker, to } = incoming;
        const ids: Ids = [...incoming.ids, ...alsoIds];
        const stored: Stored = { kind: 'question', text, asker, id: newId(to), to };
        return admitted({ asker, to, ids }, () => accept({ stored, chat: asker.chat, ids }));
      }
      case 'hint': {
        const { hint, asker, to } = incoming;
        const ids: Ids = [...incoming.ids, ...alsoIds];
        return admitted({ asker, to, ids }, () =>
          accept({ stored: { kind: 'hint', hint, to }, chat: asker.chat, ids }),
        );
      }
      case 'welcome': {
        const { asker, to } = incoming;
        const ids: Ids = [...incoming.ids, ...alsoIds];
        const stored: Stored = { kind: 'welcome', id: WELCOME_ID, chat: asker.chat, to };
        return admitted({ asker, to, ids }, () => accept({ stored, chat: asker.chat, ids }));
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
