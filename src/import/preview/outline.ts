import type { PlanReading } from '../../plan/outline/read-plan.ts';
import type { Clause, NamedUnit, Plan, Task } from '../../types.ts';
import { type PreviewLine, type PreviewSection, plainLines } from './section.ts';

const RANKS = {
  chapter: '章',
  part: '一、',
  section: '（一）',
  point: '1.',
  item: '（1）',
  circle: '①',
  box: '专栏',
} as const;

const KINDS: Readonly<Record<Clause['kind'], string>> = {
  front: '首页',
  heading: '标题',
  opening: '引言',
  guiding: '总体要求',
  goal: '目标',
  indicator: '指标',
  'action-goal': '行动目标',
  measure: '',
  safeguard: '保障措施',
  row: '表格行',
  paragraph: '段落',
};

/** Where the tasks stand, with how many there. */
export const taskLevels = ({ parts }: PlanReading): string => {
  const levels = new Map<string, number>();
  for (const { textTasks, rowTasks } of parts) {
    for (const { node, piece } of textTasks) {
      const level = piece > 0 ? `${RANKS[node.rank]}里的一段` : RANKS[node.rank];
      levels.set(level, (levels.get(level) ?? 0) + 1);
    }
    if (rowTasks.length > 0) levels.set('表格的行', (levels.get('表格的行') ?? 0) + rowTasks.length);
  }
  return [...levels].map(([name, count]) => `${name}×${count}`).join(' ') || '没有';
};

/** The outline as a tree, with the numbers that do not go on. */
export const outlineLines = (reading: PlanReading): PreviewSection => {
  const { parts, plan } = reading;
  const kinds = new Map(plan.clauses.map(({ id, kind }) => [id, kind]));
  const lines = parts.flatMap(({ outline }) =>
    outline.nodes.map(({ id, title, paragraphs }): PreviewLine => {
      const kind = kinds.get(id);
      const word = kind === undefined ? '分段' : KINDS[kind];
      const text = `${id} ${title.slice(0, 40)}${word && `（${word}）`}`;
      return { text, depth: id.split('.').length - 1, line: paragraphs[0]?.lines[0]?.line ?? 0 };
    }),
  );
  const doubts = parts.flatMap(({ outline }) =>
    outline.doubts.map(({ kind, id, line }) => ({
      text: `${kind === 'gap' ? '编号不连续' : '编号重新开始'} ${id}`,
      line,
    })),
  );
  return {
    id: 'outline',
    title: '提纲',
    lines: [...lines, { label: '任务所在层级', text: taskLevels(reading) }],
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
  const lineOf = new Map(plan.clauses.map(({ id, source }) => [id, source[0]?.line ?? 0]));
  return {
    id: 'tasks',
    title: '任务',
    lines: [
      ...plainLines([`共${plan.tasks.length}项，分在${plan.actions.length}个标题下`]),
      ...plan.tasks.map((task): PreviewLine => ({ text: taskLine(task), line: lineOf.get(task.body.clause) ?? 0 })),
    ],
    doubts: [
      ...(plan.tasks.length === 0 ? ['没有读到任务'] : []),
      ...(without.length > 0
        ? [`${without.length}项任务没有写单位：${without.map(({ number }) => number).join('、')}`]
        : []),
    ].map((text) => ({ text })),
  };
};
