import { readLines } from '../plan/lines.ts';
import { type PlanReading, readPlan } from '../plan/outline/read-plan.ts';
import type { BodyNames } from '../plan/registry.ts';
import { type Corrections, NO_CORRECTIONS, type PlanShape, shapeSchema } from '../plan/schema.ts';
import type { Plan, Registry } from '../types.ts';
import type { ImportedDocument } from './document.ts';
import { checkId, type FolderFiles, type Received } from './files.ts';
import type { Watch } from './pdf/pdf.ts';
import { type Preview, previewOf } from './preview/preview.ts';
import { readDocument } from './read.ts';
import { writeText } from './write-text.ts';

/** A document made into a plan's folder that nobody has written yet. */
export interface ImportedPlan {
  readonly reading: PlanReading;
  readonly preview: Preview;
  readonly files: FolderFiles;
  readonly examples: readonly string[];
  readonly document: ImportedDocument;
}

const EMPTY: Registry = { units: [], groups: [], misprints: [] };
const LONGEST_TITLE = 24;

/** 关于印发《X》的通知 is called X, without its years. */
const shortOf = (title: string): string => title.replace(/[（(][^（）()]*[）)]$/, '').replace(/^.*?关于(?=.{6})/, '');

const most = (plan: Plan): string | undefined => {
  const counts = new Map<string, number>();
  for (const name of plan.tasks.flatMap(({ body }) => body.responsible.flatMap(({ means }) => means))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const units = new Set(plan.registry.units.map(({ name }) => name));
  return [...counts].filter(([name]) => units.has(name)).toSorted((a, b) => b[1] - a[1])[0]?.[0];
};

/** Questions that this plan answers, made of its own names. */
export const examplesOf = (plan: Plan): readonly string[] => {
  const named = plan.tasks.filter(({ body }) => body.responsible.length > 0 && body.title.length <= LONGEST_TITLE);
  const [first, second] = [named[0], named[Math.floor(named.length / 2)]];
  const unit = most(plan);
  const [indicator] = plan.indicators.filter(({ values }) => values.length > 0);
  const supported = plan.tasks.find(({ body }) => body.supporting.length > 0 && body.title.length <= LONGEST_TITLE);
  const dated = plan.tasks.find(({ deadline, body }) => deadline && body.title.length <= LONGEST_TITLE);
  const all = [
    first && `${first.body.title}由谁负责？`,
    unit && `${unit}负责哪些任务？`,
    unit && `${unit}有几项任务？`,
    second && second !== first && `${second.body.title}的具体内容是什么？`,
    supported && `${supported.body.title}由谁配合？`,
    dated && `${dated.body.title}什么时候完成？`,
    indicator && `${indicator.name}的目标是多少？`,
    plan.goals.length > 0 && '计划的目标是什么？',
    plan.safeguards.length > 0 && '有哪些保障措施？',
    plan.document.number !== '' && '文号是多少？',
    plan.document.dated !== '' && '什么时候印发的？',
    '一共有几项任务？',
    unit && '哪个单位负责的任务最多？',
    plan.document.issuer !== '' && '发文机关是哪个？',
  ];
  return all.filter((one): one is string => typeof one === 'string').slice(0, 10);
};

const filled = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

/** What was found of the document, without what a person corrected of it. */
const foundDocument = ({ plan, parts, shape }: PlanReading): Readonly<Record<string, unknown>> => {
  const { title, untitled, number, issuer, dated, printed, period } = plan.document;
  const used = { title: untitled ? '' : title, number, issuer, dated, printed, period };
  const own = { ...parts[0]?.front.document };
  const corrected = Object.keys(shape.corrections.document);
  const document = { ...used, ...Object.fromEntries(Object.entries(own).filter(([name]) => corrected.includes(name))) };
  return filled({ ...document, period: document.period[0] > 0 ? document.period : undefined });
};

const isEmpty = ({ document, level, names }: Corrections): boolean =>
  Object.keys(document).length === 0 && level === undefined && names.length === 0;

const planJson = (reading: PlanReading, examples: readonly string[]): string => {
  const { shape, plan } = reading;
  const { title, untitled } = plan.document;
  const own = {
    id: shape.id,
    short: untitled ? shape.short : shortOf(title),
    source: shape.source,
    recognised: shape.recognised,
    document: foundDocument(reading),
    corrections: isEmpty(shape.corrections) ? undefined : shape.corrections,
    examples,
  };
  return `${JSON.stringify(own, null, 2)}\n`;
};

const unitsJson = ({ registry }: Plan): string => {
  const units = registry.units.map(({ name, full, others, kind }) => ({ name, full, others, kind }));
  const groups = registry.groups.map(({ name, others, members, basis }) => ({ name, others, members, basis }));
  return `${JSON.stringify({ units, groups, misprints: [] }, null, 2)}\n`;
};

const recognisedOf = ({ warnings }: ImportedDocument): string | undefined =>
  warnings.find(({ code }) => code === 'recognised')?.text;

/** The file as received, under a name that is no other file's of the folder. */
const sourceName = (name: string): string => `source${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0]?.toLowerCase() ?? '.txt'}`;

/** 汽车数字化方案.txt → 汽车数字化方案; empty where a file's name says nothing in Chinese. */
const spokenName = (name: string): string => {
  const own = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim();
  return (own.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 ? own : '';
};

/** What is said of a document where it is brought. */
export interface ImportOptions {
  readonly id: string;
  /** How bodies are called anywhere. */
  readonly bodies: BodyNames;
  readonly corrections?: Corrections;
  /** What the file was read into before: recognising pictures takes minutes. */
  readonly known?: ImportedDocument;
  /** Told of each page that is being recognised. */
  readonly watch?: Watch;
}

/** Reads a document and makes a plan's folder and its preview of it. Writes nothing. */
export const importPlan = async (
  received: Received,
  { id, bodies, corrections = NO_CORRECTIONS, known, watch }: ImportOptions,
): Promise<ImportedPlan> => {
  checkId(id);
  const document = known ?? (await readDocument(received.bytes, received.name, watch));
  const text = writeText(document);
  const found = {
    ...{ id, source: sourceName(received.name), recognised: recognisedOf(document) },
    short: spokenName(received.name),
  };
  const shape: PlanShape = { ...shapeSchema.parse(found), corrections };
  const reading = readPlan({ shape, source: text, registry: EMPTY, bodies });
  const examples = examplesOf(reading.plan);
  const preview = previewOf({ document, reading, lines: readLines(text), examples });
  const files = {
    [sourceName(received.name)]: received.bytes,
    'plan.txt': text,
    'plan.json': planJson(reading, examples),
    'units.json': unitsJson(reading.plan),
  };
  return { reading, preview, files, examples, document };
};
