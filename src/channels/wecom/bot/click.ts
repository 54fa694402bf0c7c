import { z } from 'zod';
import type { Click } from '../../work.ts';
import { readCardClick } from '../look/card-key.ts';

const cardSchema = z.object({ event_key: z.string(), task_id: z.string().optional() });

/** Page 接收事件 has the fields under the event's name; the types of the official SDK have them on the event itself. */
const cardEventSchema = z.union([
  z
    .object({ eventtype: z.literal('template_card_event'), template_card_event: cardSchema })
    .transform((event) => event.template_card_event),
  cardSchema.extend({ eventtype: z.literal('template_card_event') }),
]);

const feedbackSchema = z.object({ id: z.string().min(1).max(256), type: z.number() });

const feedbackEventSchema = z.union([
  z
    .object({ eventtype: z.literal('feedback_event'), feedback_event: feedbackSchema })
    .transform((event) => event.feedback_event),
  feedbackSchema.extend({ eventtype: z.literal('feedback_event') }),
]);

/** 准确 and 不准确; 3 takes either back. */
const VERDICTS: Readonly<Record<number, 'useful' | 'wrong'>> = { 1: 'useful', 2: 'wrong' };

const eventSchema = z.object({ event: z.unknown() });

/** What a click on a card or on a thumb below a reply asks for; undefined for other events and other people's cards. */
export const botClick = (body: unknown): Click | undefined => {
  const event = eventSchema.safeParse(body).data?.event;
  const card = cardEventSchema.safeParse(event);
  if (card.success) return readCardClick(card.data.event_key, card.data.task_id);
  const feedback = feedbackEventSchema.safeParse(event);
  const verdict = feedback.success ? VERDICTS[feedback.data.type] : undefined;
  return feedback.success && verdict ? { reply: feedback.data.id, kind: 'verdict', verdict } : undefined;
};
