import { z } from 'zod';

/** What a person says of the document where the text does not say it, or says it so that it is misread. */
const documentSchema = z.strictObject({
  title: z.string().min(4).optional(),
  number: z.string().optional(),
  issuer: z.string().optional(),
  dated: z.string().optional(),
  printed: z.string().optional(),
  period: z.tuple([z.int(), z.int()]).optional(),
});

/** Levels of numbering: 一、 （一） 1. （1） */
export const LEVELS = ['part', 'section', 'point', 'item'] as const;

/** A name as the plan prints it, and the body that it means; it is none where `means` is absent. */
const nameSchema = z.strictObject({ printed: z.string().min(2), means: z.string().min(2).optional() });

/** What a person says of a plan against what was read of it. It goes before everything that was found. */
export const correctionsSchema = z.strictObject({
  document: documentSchema.default({}),
  /** The level of numbering at which the tasks stand. */
  level: z.enum(LEVELS).optional(),
  /** In the order in which they were made: one may speak of a name that an earlier one gave. */
  names: z.array(nameSchema).default([]),
});

export type Corrections = z.infer<typeof correctionsSchema>;
export type NameCorrection = Corrections['names'][number];

export const NO_CORRECTIONS: Corrections = { document: {}, names: [] };

/**
 * `plan.json`. Only `id` is needed: what is not said is found in the text. With `parts` and `labels` the outline is
 * taken as they say: which part is which, and how people call the parts that have no number.
 */
export const shapeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** How people call it; the title where it is empty. */
  short: z.string().default(''),
  parts: z.strictObject({ guiding: z.int(), goals: z.int(), actions: z.int(), safeguards: z.int() }).optional(),
  labels: z
    .strictObject({ front: z.string(), opening: z.string(), indicators: z.string(), annex: z.string() })
    .default({ front: '首页与文末', opening: '引言', indicators: '指标表', annex: '附表' }),
  document: documentSchema.default({}),
  /** The level of numbering at which the tasks stand, where it is not the one at which the units do. */
  tasks: z.strictObject({ level: z.enum(LEVELS) }).optional(),
  /** Kept when the document is brought again; each can be taken back alone. */
  corrections: correctionsSchema.default(NO_CORRECTIONS),
  /** The file as received, beside `plan.txt`. */
  source: z.string().optional(),
  /** Said wherever the plan is checked, until a person has compared it with the document and takes it out. */
  recognised: z.string().min(1).optional(),
  /** Questions that show what can be asked; the first stands in the start-up lines. */
  examples: z.array(z.string().min(1)).default([]),
});

export type PlanShape = z.infer<typeof shapeSchema>;

/** A shape that says which part is which. */
export type OutlinedShape = PlanShape & { readonly parts: NonNullable<PlanShape['parts']> };

const english = z.strictObject({ name: z.string(), others: z.array(z.string()) }).default({ name: '', others: [] });

/** `units.json`: the registry of units, groups and reviewed misprints. */
export const registrySchema = z.strictObject({
  units: z
    .array(
      z.strictObject({
        name: z.string().min(2),
        full: z.string().min(2),
        others: z.array(z.string().min(2)).default([]),
        english,
        kind: z.string().min(2).default('单位'),
        does: z.array(z.string()).default([]),
        named: z.boolean().default(true),
      }),
    )
    .default([]),
  groups: z
    .array(
      z.strictObject({
        name: z.string(),
        others: z.array(z.string()).default([]),
        english,
        members: z.array(z.string()).default([]),
        basis: z.string().min(1),
      }),
    )
    .default([]),
  misprints: z
    .array(
      z.strictObject({
        printed: z.string(),
        means: z.array(z.string()).min(1),
        where: z.array(z.string()).optional(),
        note: z.string().min(1),
      }),
    )
    .default([]),
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
      title: z.string().min(1),
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
        values: z.array(z.object({ year: z.int(), printed: z.string() })),
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
