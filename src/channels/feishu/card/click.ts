import { z } from 'zod';
import { parseJson } from '../../parse-json.ts';
import { REASONS } from '../../reasons.ts';
import type { Click } from '../../work.ts';

/** What a button carries: the id of an answer and which part of it, never words. */
export type ClickValue = { readonly reply: string } & (
  | { readonly choice: number }
  | { readonly suggestion: number }
  | { readonly page: number }
  | { readonly verdict: string; readonly reason?: string; readonly meant?: number }
);

/** The value of the button that asks for this. */
export const clickValue = (click: Click): ClickValue => {
  const { reply } = click;
  switch (click.kind) {
    case 'choice':
      return { reply, choice: click.at };
    case 'suggestion':
      return { reply, suggestion: click.at };
    case 'page':
      return { reply, page: click.page };
    case 'verdict':
      return {
        ...{ reply, verdict: click.verdict, ...(click.reason && { reason: click.reason }) },
        ...(click.meant !== undefined && { meant: click.meant }),
      };
  }
};

/** Characters; the values of our own buttons are far shorter. */
const LONGEST_VALUE = 1_000;

const id = z.string().min(1).max(128);
const index = z.int().min(0).max(99);

const clickSchema: z.ZodType<Click> = z.union([
  z
    .strictObject({ reply: id, choice: index })
    .transform(({ reply, choice: at }): Click => ({ kind: 'choice', reply, at })),
  z
    .strictObject({ reply: id, suggestion: index })
    .transform(({ reply, suggestion: at }): Click => ({ kind: 'suggestion', reply, at })),
  z
    .strictObject({ reply: id, page: z.int().min(1).max(9_999) })
    .transform(({ reply, page }): Click => ({ kind: 'page', reply, page })),
  z
    .strictObject({
      ...{ reply: id, verdict: z.enum(['useful', 'wrong']) },
      ...{ reason: z.enum(REASONS).optional(), meant: index.optional() },
    })
    .transform(({ reason, meant, ...rest }): Click => {
      return { kind: 'verdict', ...rest, ...(reason && { reason }), ...(meant !== undefined && { meant }) };
    }),
]);

/**
 * What a button brings back in `event.action.value`, as an object or as a string of JSON (page 卡片回传交互回调).
 * Undefined for anything that is not the value of one of our buttons.
 */
export const readClick = (value: unknown): Click | undefined => {
  const given = typeof value === 'string' && value.length <= LONGEST_VALUE ? parseJson(value) : value;
  const read = clickSchema.safeParse(given);
  return read.success ? read.data : undefined;
};
