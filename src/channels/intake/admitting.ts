import { dayOf } from '../../china-time.ts';
import { createUnderWay } from '../under-way.ts';
import type { Asker, Hint, Ids } from '../work.ts';
import type { Accept, IntakeParts, Taken } from './taken.ts';

/** Whoever asks, and where a line to them goes. */
interface Asking<To> {
  readonly asker: Asker;
  readonly to: To;
  readonly ids: Ids;
}

/** Takes it of those who may ask; what was delivered before, or is being taken at the moment, counts for nothing. */
type Admitting<To> = (asking: Asking<To>, then: () => Promise<Taken>) => Promise<Taken>;

/** Said of whoever asks in the chat. */
const STRANGE: readonly Hint[] = ['external_chat', 'not_allowed'];

/** Opens the door of a channel's intake. */
export const createAdmitting = <To>(parts: IntakeParts, accept: Accept): Admitting<To> => {
  const { channel, store, admit, now } = parts;
  const { inbox } = store;
  const underWay = createUnderWay<Taken>();

  /** Who may not ask at all gets one line in a group in a day; in private, and where it is too fast, one each time. */
  const oncePerDay = (hint: Hint, { chat, private: alone }: Asker): readonly string[] =>
    !alone && STRANGE.includes(hint) ? [`stranger:${channel}:${chat}:${dayOf(now())}`] : [];

  /** Where it got no line the first time, the platform shall not wait for one. */
  const knownBefore = async (ids: Ids): Promise<Taken> => ({ status: (await inbox.hasWork(ids)) ? 'known' : 'done' });

  /** One who may not ask gets a line at most. */
  const refuse = async ({ asker, to, ids }: Asking<To>, hint: Hint | undefined): Promise<Taken> => {
    if (await inbox.knows(ids)) return { status: 'known' };
    const daily = hint ? oncePerDay(hint, asker) : [];
    if (hint && !(daily.length > 0 && (await inbox.knows(daily))))
      return accept({ stored: { kind: 'hint', hint, to }, chat: asker.chat, ids: [...ids, ...daily] });
    await inbox.claim(ids, now());
    return { status: 'done' };
  };

  /** What was delivered before counts for nothing; what could not be taken comes again, and must not count twice. */
  const admitNew = async (asking: Asking<To>, then: () => Promise<Taken>): Promise<Taken> => {
    const may = await admit(asking.asker);
    try {
      const taken = await (may.status === 'yes' ? then() : refuse(asking, may.hint));
      if (taken.status === 'full' || taken.status === 'known') may.back();
      return taken.status === 'known' ? knownBefore(asking.ids) : taken;
    } catch (error) {
      may.back();
      throw error;
    }
  };

  return (asking, then) =>
    underWay.once(
      asking.ids,
      () => admitNew(asking, then),
      (taken) => (taken.status === 'accepted' ? { status: 'known' } : taken),
    );
};
