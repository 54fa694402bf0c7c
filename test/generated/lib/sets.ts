import { type Case, listed, type Reply } from './examine.ts';
import type { Condition, Oracle } from './oracle.ts';
import { createRandom } from './random.ts';
import { createSentences } from './sentences.ts';
import { type Spec, specsOf } from './specs.ts';

const WAYS = 3;
/** In lists so short, the year's words of every task must be seen. */
const SHORT_LIST = 5;
const WORDS_SEEN = 6;
const NONE = /没有|0\s*项/;

const ROLE = { responsible: '负责', supporting: '支持', any: '参与' } as const;
const saidOf = ({ unit, role, negated }: Condition): string => `${unit}${negated ? '不' : ''}${ROLE[role]}`;

const bare = (text: string): string => text.replace(/\s/g, '');

/** Returns what is wrong with the set of tasks that a reply is about. */
export const setFault = (reply: Reply, tasks: readonly number[]): string | undefined => {
  if (reply.status !== 'answered') return `status ${reply.status}`;
  const given = new Set(reply.tasks);
  if (given.size !== reply.tasks.length) return 'a task twice';
  const lacks = tasks.filter((task) => !given.has(task));
  const extra = reply.tasks.filter((task) => !tasks.includes(task));
  if (lacks.length + extra.length > 0) return `lacks ${listed(lacks)}, too many ${listed(extra)}`;
  const [first = ''] = reply.text.split('\n');
  return tasks.length === 0 && !NONE.test(first) ? 'the first line does not say that there is none' : undefined;
};

/** Returns whether the number of tasks is told: 9项, 9 项, 9个. */
export const countFault = (reply: Reply, count: number): string | undefined =>
  count === 0 || new RegExp(`(?<!\\d)${count}\\s*[项个]`).test(reply.text) ? undefined : `does not say ${count}项`;

/** Returns whether the words of one year stand in the answer; those of a long list may be cut. */
export const yearFault = (reply: Reply, tasks: readonly number[], asked: { oracle: Oracle; year: number }) => {
  const { oracle, year } = asked;
  const text = bare(reply.text);
  if (!text.includes(String(year))) return `does not name ${year}`;
  if (tasks.length > SHORT_LIST) return undefined;
  const lacking = tasks.filter((number) => {
    const target = oracle.task(number).row.targets.find((one) => one.year === year);
    return target && !text.includes(bare(target.text).slice(0, WORDS_SEEN));
  });
  return lacking.length > 0 ? `does not show the words of ${year} of ${listed(lacking)}` : undefined;
};

/** Each group on a line of its own, with its number or its tasks; a unit whose tasks were asked for may go without. */
const groupFault = (reply: Reply, groups: ReadonlyMap<string, readonly number[]>): string | undefined => {
  const lines = reply.text.split('\n');
  const wrong = [...groups].filter(([name, tasks]) => {
    const counted = new RegExp(`(?<!\\d)${tasks.length}\\s*项`);
    return !lines.some(
      (line) =>
        line.includes(name) &&
        (counted.test(line) || tasks.every((task) => new RegExp(`(?<!\\d)${task}(?!\\d)`).test(line))),
    );
  });
  return wrong.length > 0 ? `groups: ${wrong.map(([name, tasks]) => `${name} ${tasks.length}`).join(', ')}` : undefined;
};

const groupsOf = (
  { shape, conditions }: Spec,
  tasks: readonly number[],
  oracle: Oracle,
): ReadonlyMap<string, readonly number[]> => {
  const { actions } = oracle.plan;
  const keysOf = (task: number): readonly string[] =>
    shape === 'by unit'
      ? oracle.responsibleOf(task).filter((unit) => !conditions.some((said) => said.unit === unit))
      : actions.filter(({ tasks: own }) => own.includes(task)).map(({ title }) => title);
  const groups = new Map<string, number[]>();
  for (const task of tasks) for (const key of keysOf(task)) groups.set(key, [...(groups.get(key) ?? []), task]);
  return groups;
};

const shapeFault = (spec: Spec, reply: Reply, asked: { tasks: readonly number[]; oracle: Oracle }) => {
  const { tasks, oracle } = asked;
  switch (spec.shape) {
    case 'list':
      return tasks.length > 0 && spec.year !== undefined
        ? yearFault(reply, tasks, { oracle, year: spec.year })
        : undefined;
    case 'count':
      return countFault(reply, tasks.length);
    case 'by action':
    case 'by unit':
      return groupFault(reply, groupsOf(spec, tasks, oracle));
  }
};

const tagsOf = (spec: Spec, tasks: readonly number[]): readonly string[] => [
  ...spec.conditions.map(({ role, negated }) => `role ${negated ? 'not ' : ''}${role}`),
  `conditions ${spec.conditions.map(({ negated }) => (negated ? '−' : '+')).join('')}`,
  spec.action === undefined ? 'no action' : 'action',
  spec.year === undefined ? 'no year' : 'year',
  ...(tasks.length === 0 ? ['empty set'] : []),
];

/** Returns composed questions about sets of tasks, `least` of them in three wordings each. */
export const setCases = (oracle: Oracle, seed: number, least: number): readonly Case[] => {
  const random = createRandom(seed);
  const sentencesOf = createSentences(oracle, random);
  return specsOf(oracle, random, least).flatMap((spec) => {
    const tasks = oracle.where(spec.conditions, spec.action);
    const where = [spec.conditions.map(saidOf).join(' ∧ '), spec.action && `行动${spec.action}`, spec.year];
    const expected = `${spec.shape} of ${where.filter(Boolean).join(' ')}: ${listed(tasks)}`;
    return sentencesOf(spec, WAYS).map(({ text, wordings }) => ({
      kind: spec.shape,
      tags: [...tagsOf(spec, tasks), ...new Set(wordings)],
      question: text,
      history: [],
      expected,
      fault: (reply) => setFault(reply, tasks) ?? shapeFault(spec, reply, { tasks, oracle }),
    }));
  });
};
