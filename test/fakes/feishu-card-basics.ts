import { z } from 'zod';

export const text = z
  .string()
  .regex(/\S/, 'empty')
  .refine((words) => !/\p{Surrogate}/u.test(words), 'half a character');
export const elementId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, 'element_id')
  .optional();
export const spacing = z
  .string()
  .regex(/^-?\d{1,2}px(?: -?\d{1,2}px){0,3}$/)
  .optional();
export const corner = z
  .string()
  .regex(/^\d{1,2}px$/)
  .optional();
export const align = z.enum(['left', 'center', 'right']).optional();
export const vertical = z.enum(['top', 'center', 'bottom']).optional();
const COLORS = 'neutral blue wathet turquoise green lime yellow orange red carmine violet purple indigo grey'.split(
  ' ',
);
export const color = z.enum(COLORS as [string, ...string[]]);

export const plainText = z.strictObject({
  tag: z.literal('plain_text'),
  content: text.refine((words) => !/(?!\n)\p{Cc}/u.test(words), 'control character'),
});
