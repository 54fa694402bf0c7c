import { createHash, createHmac } from 'node:crypto';
import { isSame } from '../constant-time.ts';

/** Somebody who gave the token. */
export interface Session {
  readonly id: string;
  /** How the person signs; the last one given. */
  author: string;
  /** Said once on the next page. */
  flash: string | undefined;
}

/** Who is at the desk. Kept in memory: a restart asks for the token again. */
export interface Sessions {
  readonly open: (author: string) => Session;
  readonly find: (id: string | undefined) => Session | undefined;
  readonly close: (id: string) => void;
  /** What every form of a cookie's pages carries; another site cannot know it. */
  readonly csrfOf: (id: string) => string;
  readonly isCsrf: (id: string, given: string) => boolean;
  /** A random id, for a cookie. */
  readonly newId: () => string;
}

/** Milliseconds. */
export const SESSION_LIFETIME = 8 * 3_600_000;
/** Sessions at a time; the oldest gives way. */
const MOST = 50;
const ID_BYTES = 32;

const hidden = (id: string): string => createHash('sha256').update(id).digest('base64url');

/** Opens the sessions. `now` gives milliseconds, `random` bytes that nobody can guess. */
export const createSessions = (now: () => number, random: (bytes: number) => Buffer): Sessions => {
  const secret = random(ID_BYTES);
  const known = new Map<string, { readonly session: Session; readonly until: number }>();
  const newId = (): string => random(ID_BYTES).toString('base64url');
  const csrfOf: Sessions['csrfOf'] = (id) => createHmac('sha256', secret).update(id).digest('base64url');

  const open: Sessions['open'] = (author) => {
    const session: Session = { id: newId(), author, flash: undefined };
    for (const [key, { until }] of known) if (until <= now()) known.delete(key);
    const oldest = known.keys().next();
    if (known.size >= MOST && !oldest.done) known.delete(oldest.value);
    known.set(hidden(session.id), { session, until: now() + SESSION_LIFETIME });
    return session;
  };

  return {
    open,
    newId,
    csrfOf,
    find: (id) => {
      const found = id === undefined ? undefined : known.get(hidden(id));
      return found && found.until > now() ? found.session : undefined;
    },
    close: (id) => {
      known.delete(hidden(id));
    },
    isCsrf: (id, given) => isSame(csrfOf(id), given),
  };
};
