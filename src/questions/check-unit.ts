import type { Role } from '../answer/differences.ts';
import type { Desk } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import type { PhraseKey } from '../answer/phrases.ts';
import type { Task } from '../types.ts';
import { assignmentDraft } from './assignment.ts';
import { kind } from './kind.ts';
import { refusal } from './refusal.ts';
import { asks, nearestTask } from './subject.ts';

/** 归金融工作局管吧, 新城区有没有责任: a part in the task, without a word of asking who. */
const ROLE = /责任|负责|牵头|支持|配合|归.{1,12}管|在管|在.{2,10}(?:建|落地|落户|办|设)|管(?=吧|吗|么|的|$)|主抓|承担/u;
/** A word that asks for the units themselves: a unit beside it belongs to the name of the topic. */
const WH = /谁|哪|什么单位|几家/u;
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
    '市外办是不是大商道的责任单位？',
    '供应链金融是市财政局负责吗',
    '绿色保险由市生态环境局负责对吗',
    '为什么让市外办牵头供应链金融？',
    '陕西证监局是不是大商道的支持单位',
    '诚信西商归金融工作局管吧',
    '金融小镇新城区有没有责任',
    '高新区是创投之都的责任单位吗',
    '文旅企业融资渠道，宣传部是支持单位对不对',
    '浐灞生态区负责天然气交易中心，是吗',
    '农户评级是不是人社局在管',
    '科创板那条高新区有责任吗',
    '跨境金融创新由西咸新区牵头，对吧',
    '数据整合这项是大数据局负责的没错吧',
    '为何让市外办负责宣传推广',
    '人才引进的责任单位包括市科技局吗',
    'Is the Commerce Bureau responsible for the gas trading centre?',
    '能源金融贸易区是不是市发改委主管',
    '市公安局是金融监管协作的责任单位，对不对',
    '银保监局是不是扶贫小额贷的责任单位',
  ],
  others: [
    '市商务局负责哪些任务',
    '天然气交易中心的责任单位正文和附件一样吗',
    '2022年保费收入目标是700亿元对吗',
    '行动计划的工作推进会由谁召开',
  ],
  find: (query, desk) => {
    const asked = asks(query, 'who', 'lead', 'support') || (asks(query, 'confirm') && ROLE.test(query.reading.text));
    if (!asked || asks(query, 'list', 'count')) return undefined;
    if (!asks(query, 'confirm') && WH.test(query.reading.text)) return undefined;
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
