import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CodedError } from './errors.ts';
import { readJson as readLines } from './json.ts';
import { registryOf } from './plan/parse.ts';
import { type PlanShape, registrySchema, shapeSchema } from './plan/schema.ts';

/** Other wording that the corpus holds for one plan and for all plans; each file is optional but the plan's own. */
const wordList = z.record(z.string(), z.array(z.string().min(1)));
const gloss = z.strictObject({ name: z.string().min(1), others: z.array(z.string()).default([]) });

const wordsSchema = z.strictObject({
  tasks: wordList.default({}),
  indicators: wordList.default({}),
  /** Words that mean an indicator only beside another one: 存款比贷款多多少. */
  beside: wordList.default({}),
  actions: wordList.default({}),
  /** Names of units and groups besides those in `units.json`: the plan itself is not read by them, and jieba not taught. */
  units: wordList.default({}),
  /** Names of tasks, recognised as a whole; the words under `tasks` only help to find them. */
  names: wordList.default({}),
  safeguards: wordList.default({}),
  /** How parts of the outline are called besides their headings. */
  parts: wordList.default({}),
  /** Words that stand for several of the plan's own, and how the plan would put it: 存贷比. */
  says: z.record(z.string().min(2), z.string().min(1)).default({}),
});

const englishSchema = z.strictObject({
  plan: z.strictObject({ title: z.string(), number: z.string() }).default({ title: '', number: '' }),
  actions: z.record(z.string(), gloss).default({}),
  tasks: z
    .record(
      z.string(),
      z.strictObject({ title: z.string(), others: z.array(z.string()).default([]), about: z.string() }),
    )
    .default({}),
  indicators: z
    .record(
      z.string(),
      z.strictObject({
        name: z.string(),
        measure: z.string(),
        others: z.array(z.string()).default([]),
        /** Words that mean it only beside another one. */
        beside: z.array(z.string()).default([]),
      }),
    )
    .default({}),
  clauses: z.record(z.string(), z.string()).default({}),
  /** Words that the plan prints, and how they are said in English. */
  terms: wordList.default({}),
  /** What figures count, and sorts of units, in English. */
  counted: z.record(z.string(), z.string().min(1)).default({}),
  sorts: z.record(z.string(), z.string().min(1)).default({}),
});

const lexiconSchema = z.array(
  z.strictObject({
    say: z.string().min(1),
    mean: z.array(z.string().min(1)).min(1),
    weight: z.number().min(0).max(1),
    type: z.string().optional(),
  }),
);

/** Terms that the plan uses and nowhere explains: asked for their content, it does not say. */
const termsSchema = z.strictObject({
  undefined: z.array(z.strictObject({ term: z.string().min(2), others: z.array(z.string()).default([]) })).default([]),
});

/** Places of the plan that contradict each other, as reviewed. */
const conflictsSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('additions'),
      indicator: z.int(),
      task: z.int(),
      measure: z.string().min(1),
      verb: z.string().min(1),
      of: z.string().min(2),
    }),
    z.strictObject({
      kind: z.literal('sum'),
      task: z.int(),
      measure: z.string().min(1),
      clause: z.string(),
      total: z.string().regex(/^[\d.]+$/),
      of: z.string().min(2),
    }),
    z.strictObject({
      kind: z.literal('places'),
      places: z.array(z.strictObject({ clause: z.string(), words: z.string().min(2) })).min(2),
      note: z.string().min(4),
    }),
  ]),
);

/** Words that make another measure of a thing: 人均, 占比. `plain` ones any figure bears out, others those of a sort. */
const attributesSchema = z.array(
  z.strictObject({
    name: z.string().min(1),
    plain: z.boolean().optional(),
    rate: z.boolean().optional(),
    by: z.enum(['percent', 'past']).optional(),
    says: z.array(z.string().min(1)).min(1),
  }),
);

const variantsSchema = z.array(
  /** `always`: in any Chinese text; others are words of traditional and Cantonese writing. */
  z.strictObject({ say: z.string().min(1), mean: z.string(), always: z.boolean().optional() }),
);

export type Words = z.infer<typeof wordsSchema>;
export type English = z.infer<typeof englishSchema>;
export type CorpusRegistry = z.infer<typeof registrySchema>;

/** Everything that one plan's folder and the common folder hold, read and checked. */
export interface Corpus {
  readonly shape: PlanShape;
  readonly source: string;
  readonly registry: CorpusRegistry;
  readonly words: Words;
  readonly english: English;
  /** Everyday words and what they stand for in any plan; a plan's own beside them. */
  readonly lexicon: z.infer<typeof lexiconSchema>;
  readonly ownLexicon: z.infer<typeof lexiconSchema>;
  readonly variants: z.infer<typeof variantsSchema>;
  readonly terms: z.infer<typeof termsSchema>;
  readonly attributes: z.infer<typeof attributesSchema>;
  /** Words of asking, for questions typed in letters. */
  readonly asking: readonly string[];
  readonly conflicts: z.infer<typeof conflictsSchema>;
  /** Places that a plan may be mistaken to speak of. */
  readonly places: readonly string[];
  /** How names of bodies end that are no units of the plan. */
  readonly bodies: readonly string[];
  /** How bodies are called anywhere: 工业和信息化 → 工信. */
  readonly bodyNames: Readonly<Record<string, readonly string[]>>;
  /** Words that jieba shall not cut apart. */
  readonly jieba: readonly string[];
}

/** What all plans share, as it comes with the program. */
const OWN_COMMON = fileURLToPath(new URL('../corpus/common/', import.meta.url));

const readText = (path: string): string => {
  if (!existsSync(path)) throw new CodedError('corpus_invalid', `缺少文件 ${path}。`);
  return readFileSync(path, 'utf8');
};

const readJson = <T>(path: string, schema: z.ZodType<T>, absent?: unknown): T => {
  if (absent !== undefined && !existsSync(path)) return schema.parse(absent);
  const read = readLines(readText(path));
  if (read.status === 'broken') throw new CodedError('corpus_invalid', `${path} 第 ${read.line} 行：${read.reason}。`);
  const checked = schema.safeParse(read.value);
  if (checked.success) return checked.data;
  const line = read.lineOf(checked.error.issues[0]?.path ?? []);
  throw new CodedError('corpus_invalid', `${path} 第 ${line} 行：${z.prettifyError(checked.error)}。`);
};

/** Returns how bodies are called anywhere, as the program knows it. */
export const readBodyNames = (): Corpus['bodyNames'] => readJson(join(OWN_COMMON, 'body-names.json'), wordList);

/** The folders of a corpus that hold a plan; hidden ones are being written. */
export const planFolders = (root: string): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith('.') && existsSync(join(root, entry.name, 'plan.json')),
    )
    .map((entry) => join(root, entry.name))
    .sort();

/** What all plans of a corpus share. */
export type Common = Pick<Corpus, 'bodyNames' | 'lexicon' | 'attributes' | 'asking' | 'places' | 'bodies' | 'variants'>;

/** What a plan's own folder holds. */
export type Own = Omit<Corpus, keyof Common>;

/** A file that was not written to since is what it was. */
const stampOf = (folder: string): string =>
  readdirSync(folder)
    .map((name) => {
      const { mtimeMs, size, ino } = statSync(join(folder, name));
      return [name, mtimeMs, size, ino].join(' ');
    })
    .join();

const commons = new Map<string, { readonly stamp: string; readonly common: Common }>();

const readCommonAnew = (common: string): Common => ({
  bodyNames: readJson(join(common, 'body-names.json'), wordList, {}),
  lexicon: readJson(join(common, 'lexicon.json'), lexiconSchema),
  attributes: readJson(join(common, 'attributes.json'), attributesSchema),
  asking: readJson(join(common, 'asking.json'), z.array(z.string().min(1))),
  places: readJson(join(common, 'places.json'), z.array(z.string().min(2))),
  bodies: readJson(join(common, 'bodies.json'), z.array(z.string().regex(/^\p{Script=Han}{2,}$/u))),
  variants: readJson(join(common, 'variants.json'), variantsSchema),
});

/**
 * Reads the common folder beside a plan's, or the program's own where there is none; once for all plans beside it,
 * until a file of it changes.
 */
export const readCommon = (folder: string): Common => {
  const beside = resolve(folder, '..', 'common');
  const path = existsSync(beside) ? beside : OWN_COMMON;
  const stamp = stampOf(path);
  const known = commons.get(path);
  if (known?.stamp === stamp) return known.common;
  const common = readCommonAnew(path);
  commons.set(path, { stamp, common });
  return common;
};

/** Everyday words and what they stand for, as the program knows them. */
export const readEveryday = (): Corpus['lexicon'] => readCommon(join(OWN_COMMON, 'any')).lexicon;

const readOwn = (folder: string, bodyNames: Corpus['bodyNames']): Own => {
  const shape = readJson(join(folder, 'plan.json'), shapeSchema);
  const source = readText(join(folder, 'plan.txt'));
  const given = readJson(join(folder, 'units.json'), registrySchema, {});
  return {
    shape,
    source,
    registry: registryOf({ shape, source, registry: given, bodyNames }),
    words: readJson(join(folder, 'words.json'), wordsSchema, {}),
    ownLexicon: readJson(join(folder, 'lexicon.json'), lexiconSchema, []),
    terms: readJson(join(folder, 'terms.json'), termsSchema, {}),
    conflicts: readJson(join(folder, 'conflicts.json'), conflictsSchema, []),
    english: readJson(join(folder, 'english.json'), englishSchema, {}),
    jieba: (existsSync(join(folder, 'jieba.txt')) ? readText(join(folder, 'jieba.txt')) : '')
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  };
};

/**
 * Reads one plan's folder and the common folder beside it, or the program's own where there is none. Only `plan.json`
 * and `plan.txt` are needed. All or nothing.
 * @throws CodedError `corpus_invalid` naming file and place.
 */
export const readCorpus = (folder: string): Corpus => {
  const common = readCommon(folder);
  return { ...common, ...readOwn(folder, common.bodyNames) };
};
