import { z } from 'zod';
import { readJson } from '../json.ts';

/** What a word of the overlay means: a thing of the plan by its name or number. */
export type Means =
  | { readonly kind: 'unit'; readonly target: string }
  | { readonly kind: 'task'; readonly target: number }
  | { readonly kind: 'indicator'; readonly target: number }
  | { readonly kind: 'action'; readonly target: number };

/** A word to be added. */
export interface NewEntry {
  readonly say: string;
  readonly means: Means;
  readonly author: string;
}

/** A word that was added, and by whom it was taken back, if so. */
export interface Entry extends NewEntry {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly undone?: { readonly by: string; readonly at: string } | undefined;
}

/** More words for one plan's things, as a person wrote them in the browser or in the file. */
export interface Overlay {
  readonly plan: string;
  /** In the order in which they were added; those taken back stay on record. */
  readonly entries: readonly Entry[];
}

/** Entries of a file, those taken back included. */
export const MOST_ENTRIES = 2000;
/** Characters. */
const LONGEST_AUTHOR = 40;

const number = z.int({ error: 'target 应为序号（整数）' }).positive({ error: 'target 应为序号（正整数）' });
const unit = z.string({ error: 'target 应为单位名称' }).min(1, 'target 应为单位名称');
const means = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('unit'), target: unit }),
    z.strictObject({ kind: z.literal('task'), target: number }),
    z.strictObject({ kind: z.literal('indicator'), target: number }),
    z.strictObject({ kind: z.literal('action'), target: number }),
  ],
  { error: 'kind 应为 unit、task、indicator、action 之一' },
);
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029]/u;
/** Who adds a word or takes it back. */
export const authorSchema = z
  .string({ error: 'author 应为署名' })
  .trim()
  .min(1, '请署名')
  .max(LONGEST_AUTHOR, `署名不超过 ${LONGEST_AUTHOR} 个字符`)
  .refine((text) => !CONTROL.test(text), '署名含有控制字符，请去掉');
const at = z.iso.datetime({ offset: true, error: '应为 ISO 8601 时间，例如 2026-01-31T09:00:00Z' });

/** What a person gives: how long a word may be is said by the faults of a word. */
export const newEntrySchema = z.strictObject({ say: z.string({ error: 'say 应为文字' }), means, author: authorSchema });

const entrySchema = z.strictObject({
  id: z.string({ error: '缺少 id' }).regex(/^[\w-]{1,40}$/, 'id 应为 1–40 个字母、数字、下划线或连字符'),
  ...newEntrySchema.shape,
  at,
  undone: z.strictObject({ by: authorSchema, at }).optional(),
});

const overlaySchema = z.strictObject({
  plan: z.string({ error: '缺少 plan' }),
  entries: z.array(entrySchema, { error: 'entries 应为列表' }).max(MOST_ENTRIES, `最多 ${MOST_ENTRIES} 条`),
});

/** A file that cannot be used: where, and why. */
export interface OverlayFault {
  readonly status: 'broken';
  /** From 1. */
  readonly line: number;
  /** The entry's place from 1 and its id, where it is one entry's fault. */
  readonly entry?: string;
  readonly reason: string;
}

export type OverlayRead =
  | { readonly status: 'read'; readonly overlay: Overlay; readonly lineOf: (entry: number) => number }
  | OverlayFault;

const entryOf = (value: unknown, at: number): string => {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' ? `第 ${at + 1} 条（${id.slice(0, LONGEST_AUTHOR)}）` : `第 ${at + 1} 条`;
};

/** The first id that stands twice. */
const twice = (entries: readonly Entry[]): number =>
  entries.findIndex(({ id }, at) => entries.findIndex((other) => other.id === id) < at);

/** Reads the overlay of a plan. All or nothing. */
export const readOverlay = (text: string, plan: string): OverlayRead => {
  const json = readJson(text);
  if (json.status === 'broken') return { status: 'broken', line: json.line, reason: json.reason };
  const { value, lineOf } = json;
  const checked = overlaySchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const [, at] = issue?.path ?? [];
    const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'entries') : undefined;
    const entry = typeof at === 'number' && Array.isArray(list) ? { entry: entryOf(list[at], at) } : {};
    return { status: 'broken', line: lineOf(issue?.path ?? []), ...entry, reason: issue?.message ?? '格式不对' };
  }
  const overlay = checked.data;
  if (overlay.plan !== plan)
    return { status: 'broken', line: lineOf(['plan']), reason: `这是 ${overlay.plan} 的词表，不是 ${plan} 的` };
  const again = twice(overlay.entries);
  if (again < 0) return { status: 'read', overlay, lineOf: (entry) => lineOf(['entries', entry]) };
  const entry = entryOf(overlay.entries[again], again);
  return { status: 'broken', line: lineOf(['entries', again, 'id']), entry, reason: 'id 与前面的一条相同' };
};

/** Entries in force. */
export const inForce = ({ entries }: Overlay): readonly Entry[] => entries.filter(({ undone }) => undone === undefined);

/** An entry a line: a person can read it, and a comparison of two versions shows what changed. */
export const writeOverlay = ({ plan, entries }: Overlay): string => {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "plan": ${JSON.stringify(plan)},\n  "entries": [${lines && `\n${lines}\n  `}]\n}\n`;
};
