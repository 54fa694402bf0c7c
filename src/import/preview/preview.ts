import type { PlanReading } from '../../plan/outline/read-plan.ts';
import type { ReadTable } from '../../plan/outline/tables.ts';
import type { Plan, SourceLine } from '../../types.ts';
import type { ImportedDocument } from '../document.ts';
import { type Coverage, coverageOf, namesOf } from './marks.ts';
import { outlineLines, taskLines } from './outline.ts';
import type { PreviewSection } from './section.ts';

/** 0: everything is attached; 3: usable, a person must look; 2: nothing usable. */
export type ImportStatus = 0 | 2 | 3;

/** What was understood of a document, in the order in which it is shown. */
export interface Preview {
  readonly sections: readonly PreviewSection[];
  readonly status: ImportStatus;
  readonly counts: PreviewCounts;
}

/** The figures of one document, for a table of many. */
export interface PreviewCounts {
  readonly tasks: number;
  readonly marks: number;
  readonly attached: number;
  readonly units: number;
  readonly unknown: number;
  readonly indicators: number;
  readonly unplaced: number;
  readonly doubts: number;
}

/** What is shown beside the plan itself. */
export interface PreviewInput {
  readonly document: ImportedDocument;
  readonly reading: PlanReading;
  readonly lines: readonly SourceLine[];
  readonly examples: readonly string[];
}

const FOUND = {
  title: '标题',
  number: '文号',
  issuer: '发文机关',
  dated: '成文日期',
  printed: '印发日期',
  addressees: '主送',
  period: '计划期',
} as const;
/** A run of figures such as 20142020 has lost its dash. */
const DAMAGED = /(?<!\d)(?:19|20)\d{2}(?:19|20)\d{2}(?!\d)/;
/** So many short lines one below the other were a table. */
const SCATTERED = 12;

const section = (title: string, lines: readonly string[], doubts: readonly string[] = []): PreviewSection => ({
  title,
  lines,
  doubts,
});
const list = (words: Coverage['words'], most = 40): string =>
  words
    .slice(0, most)
    .map(([word, count]) => `${word === '' ? '（没有词）' : word}×${count}`)
    .join(' ') + (words.length > most ? ` …共${words.length}个` : '');

const documents = ({ document, reading: { parts, plan } }: PreviewInput): PreviewSection => {
  const several = (plan.parts ?? []).map(
    ({ number, title, lines }) => `第${number}份 [${lines.join('–')}] ${title || '没有标题'}`,
  );
  const note = document.repairs.map(({ text, count }) => `修补 ${text}（${count}处）`);
  const warned = document.warnings.map(({ text, count }) => `${text}（${count}处）`);
  const doubts = parts.length > 1 ? [`一个文件里有${parts.length}份文件，请核对从哪里分开`] : [];
  return section(
    '文件',
    [`${document.name} ${document.format} ${parts.length}份文件`, ...several, ...note],
    [...warned, ...doubts],
  );
};

const front = ({ reading: { parts, plan }, lines }: PreviewInput): PreviewSection => {
  const [own] = parts;
  const said = Object.entries(FOUND).map(([what, name]) => {
    const found = own?.front.found.find((one) => one.what === what);
    return found ? `${name}：${found.text} [${found.line}]` : `${name}：没有`;
  });
  const numbers = lines.flatMap(({ line, text }) =>
    [...text.matchAll(/[\p{Script=Han}]{1,10}〔\d{4}〕\d+号/gu)].map(([number]) => `${number} [${line}]`),
  );
  const others = numbers.filter((number) => !number.startsWith(plan.document.number) || plan.document.number === '');
  const doubts = parts.some(({ front: { document } }) => document.title === '')
    ? ['有的文件没有标题：请在 plan.json 的 document.title 写明']
    : [];
  return section(
    '标题、文号、日期',
    [...said, ...(others.length > 0 ? [`文中另有文号：${others.slice(0, 6).join(' ')}`] : [])],
    doubts,
  );
};

const responsibility = (coverage: Coverage): PreviewSection =>
  section(
    '责任标注',
    [`宽松查找 ${coverage.found} 处，归入任务 ${coverage.attached} 处`, `用词：${list(coverage.words)}`],
    coverage.left.map(({ line, text }) => `没有归入任务 [${line}] ${text.slice(0, 60)}`),
  );

const rules = ({ reading: { plan } }: PreviewInput): readonly string[] => [
  ...new Set(plan.tasks.flatMap(({ body }) => (body.marks ?? []).flatMap((mark) => mark.rules))),
];

const units = (input: PreviewInput): PreviewSection => {
  const names = namesOf(input.reading.plan);
  return section(
    '单位',
    [
      `${names.units.length}个：${list(names.units)}`,
      ...(names.groups.length > 0 ? [`合称（没有名单）：${list(names.groups)}`] : []),
      ...(names.open.length > 0 ? [`没有列完：${list(names.open)}`] : []),
      ...rules(input).map((rule) => `说一次的规则：${rule}`),
    ],
    names.unknown.map(([name, count]) => `不像单位：${name}×${count}`),
  );
};

/** Numbers that rows skip, or print twice. */
const gapsIn = ({ id, rows }: ReadTable): readonly string[] => {
  const numbers = rows.flatMap(({ number }) => (number === undefined ? [] : [number]));
  return numbers.flatMap((number, at) => {
    const before = numbers[at - 1] ?? number - 1;
    return number === before + 1 ? [] : [`${id} 序号从 ${before} 到 ${number}，不连续`];
  });
};

const tables = ({ reading: { parts, plan } }: PreviewInput): PreviewSection => {
  const KINDS = { tasks: '任务表', indicators: '指标表', other: '不作任务表' } as const;
  const all = parts.flatMap((part) => part.tables);
  const short = parts.flatMap(({ outline }) => outline.annex).filter(({ text }) => text.length < 24).length;
  return section(
    '表格',
    [
      ...all.map(({ id, kind, rows, columns }) => {
        const heads = rows.find((row) => row.kind === 'head')?.cells.join(' | ') ?? '没有表头';
        return `${id} ${KINDS[kind]} ${rows.length}行 ${heads.slice(0, 80)}${columns && columns.number < 0 ? '（没有序号）' : ''}`;
      }),
      `指标 ${plan.indicators.length} 项，其中有数值 ${plan.indicators.filter(({ values }) => values.length > 0).length} 项`,
    ],
    [
      ...all.filter(({ kind }) => kind === 'tasks').flatMap(gapsIn),
      ...all.filter(({ columns }) => !columns).map(({ id }) => `${id} 没有认出表头`),
      ...(short >= SCATTERED ? [`附件有${short}行很短：可能是散开的表格，请改用原来的 .docx 或 .html`] : []),
      ...plan.unpaired.map((id) => `没有配成任务：${id}`),
    ],
  );
};

const times = ({ reading: { plan }, lines }: PreviewInput): PreviewSection => {
  const years = [...new Set(plan.clauses.flatMap(({ text }) => text.match(/20\d{2}(?=年)/g) ?? []))].toSorted();
  const dated = plan.tasks.filter(({ deadline, body }) => deadline || /20\d{2}年|月底前|年底前/.test(body.text)).length;
  const damaged = lines.filter(({ text }) => DAMAGED.test(text)).map(({ line }) => `数字可能粘连 [${line}]`);
  return section(
    '时间',
    [
      `提到的年份：${years.join('、') || '没有'}`,
      `写明时间的任务 ${dated} 项，没有写的 ${plan.tasks.length - dated} 项`,
    ],
    damaged,
  );
};

const refused = ({ reading: { plan } }: PreviewInput): PreviewSection => {
  const none = (title: string, empty: boolean): readonly string[] => (empty ? [title] : []);
  return section('会答“没有写”的', [
    ...none('指标及其逐年目标', plan.indicators.length === 0),
    ...none(
      '牵头单位',
      plan.tasks.every(({ body }) => (body.lead ?? []).length === 0),
    ),
    ...none(
      '支持、配合单位',
      plan.tasks.every(({ body, row }) => body.supporting.length + row.supporting.length === 0),
    ),
    ...none('文号', plan.document.number === ''),
    ...none('成文日期', plan.document.dated === ''),
    ...none('计划期', plan.document.period[0] === 0),
    ...none(
      '任务完成时限（标注里）',
      plan.tasks.every(({ deadline }) => deadline === undefined),
    ),
  ]);
};

const statusOf = ({ tasks, indicators }: Plan, doubts: number): ImportStatus => {
  if (tasks.length === 0 && indicators.length === 0) return 2;
  return doubts > 0 || tasks.length === 0 ? 3 : 0;
};

/** Returns what was understood of a document, with everything that a person must look at. */
export const previewOf = (input: PreviewInput): Preview => {
  const { plan } = input.reading;
  const coverage = coverageOf(input.reading);
  const placed = new Set(plan.clauses.flatMap(({ source }) => source.map(({ line }) => line)));
  const unplaced = input.lines.filter(({ line }) => !placed.has(line));
  const sections = [
    documents(input),
    front(input),
    outlineLines(input.reading),
    taskLines(plan),
    responsibility(coverage),
    units(input),
    tables(input),
    section(
      '没有归入条款的行',
      [`${unplaced.length}行`],
      unplaced.map(({ line, text }) => `[${line}] ${text.slice(0, 50)}`),
    ),
    times(input),
    refused(input),
    section('可以这样问', input.examples),
  ];
  const doubts = sections.reduce((sum, one) => sum + one.doubts.length, 0);
  const names = namesOf(plan);
  return {
    sections,
    status: statusOf(plan, doubts),
    counts: {
      tasks: plan.tasks.length,
      marks: coverage.found,
      attached: coverage.attached,
      units: names.units.length,
      unknown: names.unknown.length,
      indicators: plan.indicators.length,
      unplaced: unplaced.length,
      doubts,
    },
  };
};

/** Returns a preview as lines for a terminal. */
export const previewText = ({ sections }: Preview): readonly string[] =>
  sections.flatMap(({ title, lines, doubts }) => [
    `\n== ${title} ==`,
    ...lines,
    ...doubts.map((doubt) => `！ ${doubt}`),
  ]);
