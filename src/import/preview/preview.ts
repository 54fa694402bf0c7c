import type { Corrections } from '../../plan/schema.ts';
import type { Plan, PlanDocument, SourceLine } from '../../types.ts';
import { documentLines, frontLines } from './front.ts';
import { type Coverage, coverageOf, wordList } from './marks.ts';
import { outlineLines, taskLevels, taskLines } from './outline.ts';
import { type PreviewInput, type PreviewSection, plainLines, sectionText } from './section.ts';
import { tableLines } from './tables.ts';
import { bodiesOf, type NamedBody, unitLines } from './units.ts';

/** 0: everything is attached; 3: usable, a person must look; 2: nothing usable. */
export type ImportStatus = 0 | 2 | 3;

/** What each status means to who brings the document. */
export const VERDICTS: Readonly<Record<ImportStatus, { readonly title: string; readonly says: string }>> = {
  0: { title: '可以使用', says: '全部归入，可以使用。' },
  3: { title: '请先核对', says: '可以使用，请先核对带“！”的各行。' },
  2: { title: '不能使用', says: '没有读到任务或指标，没有写入。' },
};

/** What was understood of a document, in the order in which it is shown. */
export interface Preview {
  readonly sections: readonly PreviewSection[];
  readonly status: ImportStatus;
  readonly counts: PreviewCounts;
  /** What the document says of itself: as it is used, and as it was found. */
  readonly document: PlanDocument;
  readonly found: PlanDocument;
  readonly bodies: readonly NamedBody[];
  /** Where the tasks stand: （一）×12. */
  readonly levels: string;
  readonly corrections: Corrections;
  /** The text of each line that a person must look at, by its number. */
  readonly texts: Readonly<Record<number, string>>;
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

/** A run of figures such as 20142020 has lost its dash. */
const DAMAGED = /(?<!\d)(?:19|20)\d{2}(?:19|20)\d{2}(?!\d)/;

const responsibility = (coverage: Coverage): PreviewSection => ({
  id: 'marks',
  title: '责任标注',
  lines: [
    { text: `宽松查找 ${coverage.found} 处，归入任务 ${coverage.attached} 处` },
    { label: '用词', text: wordList(coverage.words) || '没有' },
  ],
  doubts: coverage.left.map(({ line, text }) => ({ text: `没有归入任务：${text.slice(0, 60)}`, line })),
});

const times = ({ reading: { plan }, lines }: PreviewInput): PreviewSection => {
  const years = [...new Set(plan.clauses.flatMap(({ text }) => text.match(/20\d{2}(?=年)/g) ?? []))].toSorted();
  const dated = plan.tasks.filter(({ deadline, body }) => deadline || /20\d{2}年|月底前|年底前/.test(body.text)).length;
  return {
    id: 'times',
    title: '时间',
    lines: [
      { label: '提到的年份', text: years.join('、') || '没有' },
      { text: `写明时间的任务 ${dated} 项，没有写的 ${plan.tasks.length - dated} 项` },
    ],
    doubts: lines.filter(({ text }) => DAMAGED.test(text)).map(({ line }) => ({ text: '数字可能粘连', line })),
  };
};

const refused = ({ reading: { plan } }: PreviewInput): PreviewSection => {
  const none = (title: string, empty: boolean): readonly string[] => (empty ? [title] : []);
  const missing = [
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
  ];
  return { id: 'refused', title: '会答“没有写”的', lines: plainLines(missing), doubts: [] };
};

const statusOf = ({ tasks, indicators }: Plan, doubts: number): ImportStatus => {
  if (tasks.length === 0 && indicators.length === 0) return 2;
  return doubts > 0 || tasks.length === 0 ? 3 : 0;
};

const unplacedLines = (lines: readonly SourceLine[]): PreviewSection => ({
  id: 'unplaced',
  title: '没有归入条款的行',
  lines: plainLines([`${lines.length}行`]),
  doubts: lines.map(({ line, text }) => ({ text: `没有归入条款：${text.slice(0, 50)}`, line })),
});

const textsOf = (sections: readonly PreviewSection[], lines: readonly SourceLine[]): Preview['texts'] => {
  const doubted = new Set(sections.flatMap(({ doubts }) => doubts.map(({ line }) => line)));
  return Object.fromEntries(lines.filter(({ line }) => doubted.has(line)).map(({ line, text }) => [line, text]));
};

/** Returns what was understood of a document, with everything that a person must look at. */
export const previewOf = (input: PreviewInput): Preview => {
  const { reading, lines } = input;
  const { plan, parts, shape } = reading;
  const coverage = coverageOf(reading);
  const bodies = bodiesOf(plan);
  const placed = new Set(plan.clauses.flatMap(({ source }) => source.map(({ line }) => line)));
  const unplaced = lines.filter(({ line }) => !placed.has(line));
  const sections = [
    documentLines(input),
    frontLines(input),
    outlineLines(reading),
    taskLines(plan),
    responsibility(coverage),
    unitLines(plan, bodies),
    tableLines(input),
    unplacedLines(unplaced),
    times(input),
    refused(input),
    { id: 'examples', title: '可以这样问', lines: plainLines(input.examples), doubts: [] } as const,
  ];
  const doubts = sections.reduce((sum, one) => sum + one.doubts.length, 0);
  const count = (kind: NamedBody['kind']) => bodies.filter((one) => one.kind === kind).length;
  return {
    sections,
    status: statusOf(plan, doubts),
    counts: {
      tasks: plan.tasks.length,
      marks: coverage.found,
      attached: coverage.attached,
      units: count('unit'),
      unknown: count('unknown'),
      indicators: plan.indicators.length,
      unplaced: unplaced.length,
      doubts,
    },
    document: plan.document,
    found: parts[0]?.front.document ?? plan.document,
    bodies,
    levels: taskLevels(reading),
    corrections: shape.corrections,
    texts: textsOf(sections, lines),
  };
};

/** Returns a preview as lines for a terminal. */
export const previewText = ({ sections }: Preview): readonly string[] => sections.flatMap(sectionText);
