import { z } from 'zod';

/** `plan.json`: which part of the outline is which, and how people call the parts that have no number. */
export const shapeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  short: z.string().min(1),
  parts: z.strictObject({ guiding: z.int(), goals: z.int(), actions: z.int(), safeguards: z.int() }),
  labels: z.strictObject({ front: z.string(), opening: z.string(), indicators: z.string(), annex: z.string() }),
  /** Questions that show what can be asked; the first stands in the start-up lines. */
  examples: z.array(z.string().min(1)).default([]),
});

export type PlanShape = z.infer<typeof shapeSchema>;

const english = z.strictObject({ name: z.string().min(1), others: z.array(z.string()) });

/** `units.json`: the registry of units, groups and reviewed misprints. */
export const registrySchema = z.strictObject({
  units: z.array(
    z.strictObject({
      name: z.string().min(2),
      full: z.string().min(2),
      others: z.array(z.string().min(2)),
      english,
      kind: z.string().min(2),
      does: z.array(z.string()).default([]),
      named: z.boolean().default(true),
    }),
  ),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      others: z.array(z.string()),
      english,
      members: z.array(z.string()),
      basis: z.string().min(1),
    }),
  ),
  misprints: z.array(
    z.strictObject({
      printed: z.string(),
      means: z.array(z.string()).min(1),
      where: z.array(z.string()).optional(),
      note: z.string().min(1),
    }),
  ),
  ambiguous: z.array(z.strictObject({ say: z.string(), units: z.array(z.string()).min(2) })).default([]),
});

const lines = z.array(z.strictObject({ line: z.int().positive(), text: z.string() }));
const named = z.strictObject({ printed: z.string().min(2), means: z.array(z.string()), misprint: z.boolean() });
const assignment = { responsible: z.array(named), supporting: z.array(named) };

/** The shape that every parsed plan must have before it may answer anything. */
export const planSchema = z
  .object({
    id: z.string(),
    document: z.object({
      title: z.string().min(4),
      number: z.string(),
      issuer: z.string(),
      dated: z.string(),
      printed: z.string(),
    }),
    clauses: z
      .array(
        z.object({ id: z.string().min(1), label: z.string().min(1), text: z.string().min(1), source: lines.min(1) }),
      )
      .min(1),
    indicators: z.array(
      z.object({
        number: z.int(),
        name: z.string().min(2),
        values: z.array(z.object({ year: z.int(), printed: z.string().regex(/^[\d.,]+$/) })).min(1),
      }),
    ),
    actions: z.array(z.object({ number: z.int(), title: z.string().min(2), tasks: z.array(z.int()) })),
    tasks: z.array(
      z.object({
        number: z.int(),
        body: z.object({ title: z.string().min(2), text: z.string().min(2), ...assignment }),
        row: z.object({
          title: z.string().min(2),
          targets: z.array(z.object({ year: z.int(), text: z.string() })),
          ...assignment,
        }),
      }),
    ),
    unplaced: lines,
  })
  .loose();
