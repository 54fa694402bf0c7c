import { z } from 'zod';

/** Where a message goes. */
export type FeishuTo =
  /** As a reply; `thread` when the message stands in a thread. `chat` is the one in which it stands. */
  | {
      readonly kind: 'message';
      readonly message: string;
      readonly thread: boolean;
      readonly chat: string;
      /** What is replied to is a question, and not a card on which a button was pressed. */
      readonly asked?: true;
      /** The message that the question quotes. */
      readonly quotes?: string;
    }
  | { readonly kind: 'chat'; readonly chat: string }
  /** By the person's open_id, where no chat is known. */
  | { readonly kind: 'person'; readonly person: string };

/** An id of the platform (`om_…`, `oc_…`, `ou_…`): it goes into addresses, so nothing that means something there. */
export const platformId = z.string().regex(/^[\w-]{1,128}$/);

/** An id that may be missing; one of another shape counts as missing. */
export const optionalId = platformId.optional().catch(undefined);

/** An id by which the platform knows an event; it goes nowhere. */
export const eventId = z.string().min(1).max(128);

/** A tenant_key; one of another shape counts as missing. */
export const tenantKey = z.string().optional().catch(undefined);

/** Whether both organisations are known and differ. */
export const differs = (one: string | undefined, other: string | undefined): boolean =>
  Boolean(one) && Boolean(other) && one !== other;

/** What is needed of the header of every event of schema 2.0. */
export const headerSchema = z.object({ event_id: eventId, tenant_key: tenantKey });
