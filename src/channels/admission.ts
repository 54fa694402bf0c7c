import type { AccessConfig } from '../config.ts';
import { createPerMinute } from './per-minute.ts';
import type { Asker, Hint } from './work.ts';

/** Whether somebody may ask now: yes, no with a line that says why, or no without another line. */
export type Admitted = ({ readonly status: 'yes' } | { readonly status: 'no'; readonly hint?: Hint }) & {
  /** What was asked could not be taken, or had been taken before, and counts for nothing. */
  readonly back: () => void;
};

/** Reads what is known of the chat, decides about one question or click, and counts it. */
export type Admit = (asker: Asker) => Promise<Admitted>;

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
  isExternal: (chat: string) => Promise<boolean>,
  now: () => number,
): Admit => {
  // One more than may be asked: the first beyond it is told, the others are not.
  const count = createPerMinute(now, access.perMinute + 1);
  const decide = (asker: Asker, external: boolean): Admitted => {
    const name = `${asker.tenant} ${asker.person}`;
    const asked = count(name);
    const back = (): void => count.back(name, asked);
    const { perMinute } = access;
    if (asked > perMinute)
      return asked === perMinute + 1 ? { status: 'no', hint: 'too_many', back } : { status: 'no', back };
    if (!access.external && (asker.outside || external))
      return { status: 'no', hint: asker.private ? 'outsider' : 'external_chat', back };
    if (!isAllowed(access, asker)) return { status: 'no', hint: 'not_allowed', back };
    return { status: 'yes', back };
  };
  return async (asker) => decide(asker, !access.external && (await isExternal(asker.chat)));
};
