import type { ReadTable } from '../../plan/outline/tables.ts';
import type { Doubt, PreviewInput, PreviewLine, PreviewSection } from './section.ts';

const KINDS = { tasks: '任务表', indicators: '指标表', scored: '评分表，不作任务表', other: '不作任务表' } as const;
/** So many short lines one below the other were a table. */
const SCATTERED = 12;
const SHORT = 24;

/** Numbers that rows skip, or print twice. */
const gapsIn = ({ id, rows }: ReadTable): readonly Doubt[] => {
  const numbered = rows.filter(({ number }) => number !== undefined);
  return numbered.flatMap(({ number = 0, source }, at) => {
    const before = numbered[at - 1]?.number ?? number - 1;
    return number === before + 1 ? [] : [{ text: `${id} 序号从 ${before} 到 ${number}，不连续`, line: source.line }];
  });
};

const lineOf = ({ rows }: ReadTable): { readonly line?: number } => {
  const line = rows[0]?.source.line;
  return line === undefined ? {} : { line };
};

/** The tables, with what they were taken for. */
export const tableLines = ({ reading: { parts, plan } }: PreviewInput): PreviewSection => {
  const all = parts.flatMap((part) => part.tables);
  const short = parts.flatMap(({ outline }) => outline.annex).filter(({ text }) => text.length < SHORT).length;
  return {
    id: 'tables',
    title: '表格',
    lines: [
      ...all.map((table): PreviewLine => {
        const { id, kind, rows, columns } = table;
        const heads = rows.find((row) => row.kind === 'head')?.cells.join(' | ') ?? '没有表头';
        const unnumbered = columns && columns.number < 0 ? '（没有序号）' : '';
        return {
          label: id,
          text: `${KINDS[kind]} ${rows.length}行 ${heads.slice(0, 80)}${unnumbered}`,
          ...lineOf(table),
        };
      }),
      {
        text: `指标 ${plan.indicators.length} 项，其中有数值 ${plan.indicators.filter(({ values }) => values.length > 0).length} 项`,
      },
    ],
    doubts: [
      ...all.filter(({ kind }) => kind === 'tasks').flatMap(gapsIn),
      ...all.filter(({ columns }) => !columns).map((table) => ({ text: `${table.id} 没有认出表头`, ...lineOf(table) })),
      ...(short >= SCATTERED ? [{ text: `附件有${short}行很短：可能是散开的表格，请改用原来的 .docx 或 .html` }] : []),
      ...plan.unpaired.map((id) => ({ text: `正文和表没有对上，各算一项：${id}` })),
    ],
  };
};
