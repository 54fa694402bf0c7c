import type { PlanReading } from '../../plan/outline/read-plan.ts';
import type { NamedUnit, Plan, Task } from '../../types.ts';
import type { PreviewSection } from './section.ts';

const RANKS = {
  chapter: '章',
  part: '一、',
  section: '（一）',
  point: '1.',
  item: '（1）',
  circle: '①',
  box: '专栏',
} as const;

/** The outline as a tree, with the numbers that do not go on. */
export const outlineLines = ({ parts, plan }: PlanReading): PreviewSection => {
  const kinds = new Map(plan.clauses.map(({ id, kind }) => [id, kind]));
  const lines = parts.flatMap(({ outline }) =>
    outline.nodes.map(({ id, title, paragraphs }) => {
      const depth = '  '.repeat(id.split('.').length - 1);
      const task = kinds.get(id) === 'measure' ? '' : ` ${kinds.get(id) ?? '分段'}`;
      return `${depth}${id} [${paragraphs[0]?.lines[0]?.line ?? 0}] ${title.slice(0, 40)}${task}`;
    }),
  );
  const doubts = parts.flatMap(({ outline }) =>
    outline.doubts.map(({ kind, id, line }) => `${kind === 'gap' ? '编号不连续' : '编号重新开始'} ${id} [${line}]`),
  );
  const levels = new Map<string, number>();
  for (const { textTasks, rowTasks } of parts) {
    for (const { node, piece } of textTasks) {
      const level = piece > 0 ? `${RANKS[node.rank]}里的一段` : RANKS[node.rank];
      levels.set(level, (levels.get(level) ?? 0) + 1);
    }
    if (rowTasks.length > 0) levels.set('表格的行', rowTasks.length);
  }
  const level = [...levels].map(([name, count]) => `${name}×${count}`).join(' ');
  return {
    title: '提纲',
    lines: [
      ...lines,
      `任务所在层级（按单位所在处）：${level || '没有'}；可在 plan.json 写 "tasks": {"level": "section"} 改定`,
    ],
    doubts,
  };
};

const names = (units: readonly NamedUnit[]): string => units.map(({ printed }) => printed).join('、');

const taskLine = ({ number, body, row, deadline }: Task): string => {
  const lead = body.lead ?? [];
  const others = body.responsible.filter((unit) => !lead.includes(unit));
  const parts = [
    lead.length > 0 ? `牵头 ${names(lead)}` : '',
    others.length > 0 ? `责任 ${names(others)}` : '',
    body.supporting.length > 0 ? `配合 ${names(body.supporting)}` : '',
    deadline ? `时限 ${deadline}` : '',
    row.targets.length > 0 ? `逐年目标 ${row.targets.length}` : '',
  ].filter((part) => part !== '');
  return `${number}. ${body.clause} ${body.title.slice(0, 40)} ｜ ${parts.join('；') || '没有写单位'}`;
};

/** The tasks with who does them. */
export const taskLines = (plan: Plan): PreviewSection => {
  const without = plan.tasks.filter(({ body, row }) => body.responsible.length + row.responsible.length === 0);
  return {
    title: '任务',
    lines: [`共${plan.tasks.length}项，分在${plan.actions.length}个标题下`, ...plan.tasks.map(taskLine)],
    doubts: [
      ...(plan.tasks.length === 0 ? ['没有读到任务'] : []),
      ...(without.length > 0
        ? [`${without.length}项任务没有写单位：${without.map(({ number }) => number).join('、')}`]
        : []),
    ],
  };
};
