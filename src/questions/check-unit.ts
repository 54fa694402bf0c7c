import type { Role } from '../answer/differences.ts';
import type { Desk } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import type { PhraseKey } from '../answer/phrases.ts';
import type { Task } from '../types.ts';
import { assignmentDraft } from './assignment.ts';
import { kind } from './kind.ts';
import { refusal } from './not-found.ts';
import { asks, nearestTask } from './subject.ts';

const WHY = /为什么|为何|为啥|凭什么|\bwhy\b/u;

interface Verdict {
  readonly task: Task;
  readonly role: Role;
  readonly verdicts: readonly { readonly unit: string; readonly key: PhraseKey; readonly group?: string }[];
}

const holds = (task: Task, role: Role, unit: string): boolean =>
  [...meantBy(task.body[role]), ...meantBy(task.row[role])].includes(unit);

const groupHolding = (task: Task, unit: string, { plan }: Desk): string | undefined =>
  plan.registry.groups.find(({ name, members }) => members.includes(unit) && holds(task, 'responsible', name))?.name;

const verdictOf = (task: Task, role: Role, unit: string, desk: Desk): Verdict['verdicts'][number] => {
  const [responsible, supporting] = [holds(task, 'responsible', unit), holds(task, 'supporting', unit)];
  if (responsible && role === 'supporting') return { unit, key: 'isResponsibleNotSupporting' };
  if (responsible)
    return { unit, key: meantBy(task.body.responsible).length === 1 ? 'isOnlyResponsible' : 'isResponsible' };
  if (supporting) return { unit, key: role === 'supporting' ? 'isSupportingYes' : 'isSupporting' };
  const group = groupHolding(task, unit, desk);
  return group ? { unit, key: 'isByGroup', group } : { unit, key: 'isNeither' };
};

/** Whether a unit has a part in a task: true and false premises alike. */
export const checkUnit = kind<Verdict>({
  name: 'check-unit',
  examples: [
    '市商务局是不是天然气交易中心的责任单位？',
    '供应链金融是市财政局负责吗',
    '绿色保险由市生态环境局负责对吗',
    '为什么由市教育局牵头绿色保险？',
    '陕西证监局是不是大商道的支持单位',
  ],
  find: (query, desk) => {
    if (!asks(query, 'who', 'lead', 'support') || asks(query, 'list', 'count')) return undefined;
    const units = [...query.units, ...query.unknownUnits];
    const task = nearestTask(query, desk);
    if (!task || units.length === 0) return undefined;
    const inTitle = units.every((unit) => task.body.title.includes(unit) || task.row.title.includes(unit));
    if (inTitle && !asks(query, 'confirm')) return undefined;
    const role: Role = asks(query, 'support') && !asks(query, 'who', 'lead') ? 'supporting' : 'responsible';
    return { task, role, verdicts: units.map((unit) => verdictOf(task, role, unit, desk)) };
  },
  phrase: ({ task, role, verdicts }, desk, query) => {
    const units = desk.name.units(verdicts.map(({ unit }) => unit));
    if (WHY.test(query.reading.text) && verdicts.every(({ unit }) => holds(task, role, unit)))
      return refusal(desk.say('noReason', { title: desk.name.task(task), units }), query, desk);
    const draft = assignmentDraft([task], role, desk, query);
    const heads = verdicts.map(({ unit, key, group }) =>
      desk.say(key, { unit: desk.name.unit(unit), group: group ?? '' }),
    );
    return { ...draft, lines: [...heads, ...draft.lines] };
  },
});
