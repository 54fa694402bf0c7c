import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareFigures, compareTask, titlesDiffer } from '../src/answer/differences.ts';
import { previewFolder } from '../src/bring/preview-folder.ts';
import { shapeIn } from '../src/bring/shape-in.ts';
import { planFolders, readCorpus } from '../src/corpus.ts';
import { CodedError } from '../src/errors.ts';
import { previewText, VERDICTS } from '../src/import/preview/preview.ts';
import { printedBy } from '../src/plan/named-units.ts';
import { parsePlan } from '../src/plan/parse.ts';
import type { Clause, ClauseKind, NamedUnit, Plan, Task } from '../src/types.ts';
import { endWithReader } from './end-with-reader.ts';

const KINDS: Readonly<Record<ClauseKind, string>> = {
  front: '通知首页与文末',
  heading: '标题、表头',
  opening: '引言',
  guiding: '指导思想',
  goal: '行动目标',
  indicator: '主要指标',
  'action-goal': '具体目标',
  measure: '推进措施',
  safeguard: '实施保障',
  row: '任务分解表',
  paragraph: '其他段落',
};

const heading = (text: string): string => `\n== ${text} ==`;
const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 36);
const linesOf = ({ source }: Clause): string =>
  `${source[0]?.line ?? 0}${source.length > 1 ? `–${source.at(-1)?.line}` : ''}`;

const tree = ({ clauses }: Plan): readonly string[] =>
  clauses.map(
    (clause) =>
      `${'  '.repeat(clause.id.split('.').length - 1)}${clause.id}  [${linesOf(clause)}] ${short(clause.text)}`,
  );

const counts = ({ clauses, actions, tasks, indicators }: Plan): readonly string[] => [
  ...Object.entries(KINDS).map(([kind, name]) => `${name}：${clauses.filter((clause) => clause.kind === kind).length}`),
  `行动：${actions.length}；任务（措施与附件行一一对应）：${tasks.length}；指标：${indicators.length} × ${indicators[0]?.values.length ?? 0} 年`,
];

const units = ({ body, row }: Task): readonly NamedUnit[] => [
  ...body.responsible,
  ...body.supporting,
  ...row.responsible,
  ...row.supporting,
];

const unknownUnits = ({ tasks }: Plan): readonly string[] =>
  tasks.flatMap((task) =>
    units(task)
      .filter(({ means }) => means.length === 0)
      .map(({ printed }) => `第${task.number}项：${printed}`),
  );

const unpaired = ({ clauses, unpaired: left }: Plan): readonly string[] =>
  left.map((id) => `${id}  ${short(clauses.find((clause) => clause.id === id)?.text ?? '')}`);

const figureRow = (task: Task): readonly string[] => {
  const found = compareFigures(task);
  if (!found) return [];
  const { onlyBody, onlyAnnex } = found;
  return [`第${task.number}项 只在正文：${onlyBody.join('、') || '—'}；只在附件：${onlyAnnex.join('、') || '—'}`];
};

const ROLE = { responsible: '责任单位', supporting: '支持单位' } as const;

const unitRows = (task: Task): readonly string[] =>
  compareTask(task).map(({ role, onlyBody, onlyAnnex, misprints }) => {
    const parts = [
      onlyBody.length > 0 ? `只在正文：${onlyBody.join('、')}` : '',
      onlyAnnex.length > 0 ? `只在附件：${onlyAnnex.join('、')}` : '',
      misprints.length > 0
        ? `印作：${misprints.map(({ printed, means }) => `${printed}（${means.join('、')}）`).join('、')}`
        : '',
    ].filter((part) => part !== '');
    return `第${task.number}项 ${ROLE[role]}  ${parts.join('；')}  ｜ 正文 ${printedBy(task.body[role]) || '—'} ｜ 附件 ${printedBy(task.row[role]) || '—'}`;
  });

const section = (title: string, rows: readonly string[], none: string): readonly string[] => [
  heading(`${title}（${rows.length}）`),
  ...(rows.length > 0 ? rows : [none]),
];

const report = (plan: Plan): readonly string[] => [
  `${plan.document.title}  ${plan.document.number}`,
  heading('条款树'),
  ...tree(plan),
  heading('计数'),
  ...counts(plan),
  ...section(
    '没有归入任何条款的行',
    plan.unplaced.map(({ line, text }) => `${line}: ${text}`),
    '无',
  ),
  ...section('没有配成任务的措施与附件行', unpaired(plan), '无'),
  ...section('登记表里没有的单位', unknownUnits(plan), '无'),
  ...section('正文与附件的单位差异', plan.tasks.flatMap(unitRows), '无'),
  ...section(
    '正文与附件的任务名称差异',
    plan.tasks
      .filter(titlesDiffer)
      .map(({ number, body, row }) => `第${number}项 正文 ${body.title} ｜ 附件 ${row.title}`),
    '无',
  ),
  ...section('正文与附件的数字差异', plan.tasks.flatMap(figureRow), '无'),
];

/**
 * Of a plan whose outline its folder names, the report; of any other, the preview that was shown when it came. Returns
 * 0, 3 where it was recognised in pictures and nobody has said that he compared it, or 1 where it cannot be used.
 */
const check = async (folder: string): Promise<number> => {
  const shape = shapeIn(folder);
  const clear = shape?.recognised === undefined ? 0 : 3;
  if (shape?.parts === undefined) {
    const preview = await previewFolder(folder);
    const { title, says } = VERDICTS[preview.status];
    console.log([`${folder}  ${preview.document.title}`, ...previewText(preview), '', `${title}：${says}`].join('\n'));
    return preview.status === 2 ? 1 : clear;
  }
  const plan = parsePlan(readCorpus(folder));
  console.log(report(plan).join('\n'));
  if (shape.recognised !== undefined) console.log(`\n！ ${shape.recognised}`);
  const whole = plan.unplaced.length + plan.unpaired.length + unknownUnits(plan).length === 0 && plan.tasks.length > 0;
  return whole ? clear : 1;
};

const isPlan = (path: string): boolean => existsSync(join(path, 'plan.json'));

const given = process.argv.slice(2);
const roots = given.length > 0 ? given : [fileURLToPath(new URL('../corpus/', import.meta.url))];
endWithReader();
const codes: number[] = [];
try {
  for (const folder of roots.flatMap((root) => (isPlan(root) ? [root] : planFolders(root)))) {
    codes.push(await check(folder));
  }
  process.exitCode = codes.includes(1) ? 1 : Math.max(0, ...codes);
} catch (error) {
  console.error(error instanceof CodedError ? error.message : error);
  process.exitCode = 1;
}
