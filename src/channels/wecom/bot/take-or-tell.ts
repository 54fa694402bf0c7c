import type { Take } from '../../intake/intake.ts';
import type { Taken } from '../../intake/taken.ts';
import type { Incoming } from '../../work.ts';

/**
 * Takes what comes in. WeCom shows no line beside a card, so that a button whose answer is no longer kept is answered by a
 * message; a thumb is not.
 */
export const takeOrTell = async (take: Take<unknown>, incoming: Incoming<unknown>): Promise<Taken> => {
  const taken = await take(incoming);
  if (taken.status !== 'told' || incoming.status !== 'click' || incoming.click.kind === 'verdict') return taken;
  const { asker, to, ids } = incoming;
  return take({ status: 'hint', hint: taken.hint, asker, to, ids });
};
