import { meantBy } from '../plan/named-units.ts';
import { canonical, clip } from '../text.ts';
import type { Action, Indicator, Plan, Task } from '../types.ts';
import type { Ref } from '../values.ts';

/** Bytes of each sort of thing; where all of a plan's are more, only those near the question are told. */
const MOST = { sections: 900, tasks: 2_700, indicators: 600, units: 1_000, clauses: 500 } as const;
const LONGEST_TITLE = 40;
const LONGEST_CLAUSE = 10;
/** ——, （一）: what a clause begins with before its words. */
const BEGINNING = /^[—\s]*(?:（[^）]{1,3}）)?/u;

/** How long a text is where it is sent. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Returns the first lines that fit into so many bytes. */
export const fitting = (lines: readonly string[], most: number): readonly string[] => {
  let bytes = 0;
  return lines.filter((line) => {
    bytes += bytesOf(line) + 1;
    return bytes <= most;
  });
};

/** A sort of thing: all of it where it is short, else what is near. */
const few = <T>(
  all: readonly T[],
  most: number,
  told: { isNear: (one: T) => boolean; line: (one: T) => string },
): readonly string[] => {
  const lines = all.map(told.line);
  return bytesOf(lines.join('\n')) <= most ? lines : fitting(all.filter(told.isNear).map(told.line), most);
};

const headed = (head: string, lines: readonly string[], by = '\n'): readonly string[] =>
  lines.length === 0 ? [] : [`${head}${by === '\n' ? '\n' : ''}${lines.join(by)}`];

const numbered = (number: number, title: string): string => `${number} ${clip(title, LONGEST_TITLE)}`;

const sectionLine = ({ number, title, tasks }: Action): string =>
  `${numbered(number, title)}${tasks.length > 0 ? ` ${tasks[0]}-${tasks.at(-1)}` : ''}`;

const indicatorLine = ({ number, name, measure }: Indicator): string =>
  `${numbered(number, name)}${measure === '' ? '' : `（${measure}）`}`;

/** Returns the tasks among things. */
export const tasksNear = (near: readonly Ref[], { tasks }: Plan): readonly Task[] =>
  near.flatMap(({ type, id }) => (type === 'task' ? tasks.filter(({ number }) => String(number) === id) : []));

const unitsOf = (tasks: readonly Task[]): ReadonlySet<string> =>
  new Set(
    tasks
      .flatMap(({ body, row }) => [body, row])
      .flatMap(({ responsible, supporting }) => [...meantBy(responsible), ...meantBy(supporting)]),
  );

const clauseLines = ({ goals, safeguards, clauses }: Plan): readonly string[] => {
  const told = new Set([...goals, ...safeguards]);
  return clauses
    .filter(({ id }) => told.has(id))
    .map(({ id, text }) => `${id} ${clip(text.replace(/\s+/gu, '').replace(BEGINNING, ''), LONGEST_CLAUSE)}`);
};

/** Returns what of a plan a model may name, in a few kilobytes: of a long plan only what is near the question. */
export const vocabularyOf = (plan: Plan, near: readonly Ref[], question: string): string => {
  const tasks = tasksNear(near, plan);
  const sections = new Set(tasks.map(({ action }) => action));
  const named = unitsOf(tasks);
  const text = canonical(question);
  const ids = new Set(near.filter(({ type }) => type === 'indicator').map(({ id }) => id));
  const [from, to] = plan.document.period;
  const { registry } = plan;
  return [
    `计划：${clip(plan.document.title, LONGEST_TITLE)}${from > 0 ? `，${from}—${to}年` : ''}`,
    ...headed(
      '行动 sections（编号 名称 任务）',
      few(plan.actions, MOST.sections, { isNear: ({ number }) => sections.has(number), line: sectionLine }),
    ),
    ...headed(
      '任务 tasks',
      few(plan.tasks, MOST.tasks, {
        isNear: (task) => tasks.includes(task),
        line: ({ number, body }) => numbered(number, body.title),
      }),
    ),
    ...headed(
      '指标 indicators',
      few(plan.indicators, MOST.indicators, {
        isNear: ({ clause, number }) => ids.has(clause) || ids.has(String(number)),
        line: indicatorLine,
      }),
    ),
    ...headed(
      '单位 units：',
      few([...registry.units, ...registry.groups], MOST.units, {
        isNear: ({ name, others }) => named.has(name) || [name, ...others].some((one) => text.includes(canonical(one))),
        line: ({ name }) => name,
      }),
      '、',
    ),
    ...headed('条款 clauses', fitting(clauseLines(plan), MOST.clauses)),
  ].join('\n');
};
