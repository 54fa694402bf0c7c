import type { AccessConfig } from '../config.ts';
import { createPerMinute } from './per-minute.ts';
import type { Asker, Hint } from './work.ts';

/** Whether somebody may ask now: yes, no with a line that says why, or no without another line. */
export type Admitted = { readonly status: 'yes' } | { readonly status: 'no'; readonly hint?: Hint };

/** Decides about one question or click; each call counts. */
export type Admit = (asker: Asker) => Admitted;

const YES: Admitted = { status: 'yes' };

const isListed = (list: readonly string[], id: string): boolean => list.length === 0 || list.includes(id);

/**
 * A list of chats and one of people widen each other: who stands on either may ask. A platform that does not tell the
 * organisation delivers from one only, the bot's own.
 */
const isAllowed = ({ tenants, chats, people }: AccessConfig, { tenant, chat, person }: Asker): boolean => {
  if (tenant !== '' && !isListed(tenants, tenant)) return false;
  if (chats.length === 0 && people.length === 0) return true;
  return chats.includes(chat) || people.includes(person);
};

/**
 * Who may ask, and how often. Outside people and groups with them are refused unless allowed; beyond the limit of a minute
 * a person is told once, then nothing more until it is quieter.
 *
 * @param isExternal whether a chat is known to have outside people in it
 */
export const createAdmission = (
  access: AccessConfig,
  isExternal: (chat: string) => boolean,
  now: () => number,
): Admit => {
  // One more than may be asked: the first beyond it is told, the others are not.
  const count = createPerMinute(now, access.perMinute + 1);
  return (asker) => {
    const asked = count(`${asker.tenant} ${asker.person}`);
    const { perMinute } = access;
    if (asked > perMinute) return asked === perMinute + 1 ? { status: 'no', hint: 'too_many' } : { status: 'no' };
    if (!access.external && (asker.outside || isExternal(asker.chat))) return { status: 'no', hint: 'external_chat' };
    return isAllowed(access, asker) ? YES : { status: 'no', hint: 'not_allowed' };
  };
};
