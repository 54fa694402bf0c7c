import { dayOf } from '../../china-time.ts';
import type { Admitted } from '../admission.ts';
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
  const admitNew = async ({ asker, to, ids }: Asking<To>, then: () => Promise<Taken>): Promise<Taken> => {
    // Read together: the platform waits for both.
    const [known, decide] = await Promise.all([inbox.knows(ids), admit(asker)]);
    // Where it got no line the first time, the platform shall not wait for one.
    if (known) return { status: (await inbox.hasWork(ids)) ? 'known' : 'done' };
    const may = decide();
    if (may.status === 'yes') return counted(may, then);
    const { hint } = may;
    const daily = hint ? oncePerDay(hint, asker) : [];
    if (hint && !(daily.length > 0 && (await inbox.knows(daily))))
      return accept({ stored: { kind: 'hint', hint, to }, chat: asker.chat, ids: [...ids, ...daily] });
    await inbox.claim(ids, now());
    return { status: 'done' };
  };

  return (asking, then) =>
    underWay.once(
      asking.ids,
      () => admitNew(asking, then),
      (taken) => (taken.status === 'accepted' ? { status: 'known' } : taken),
    );
};
