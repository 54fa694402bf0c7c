import type { Bot } from '../bot.ts';
import type { Named } from '../read/name-reader.ts';
import type { Plan } from '../types.ts';
import type { Means, NewEntry } from './overlay.ts';

/** A thing of the plan that a word may name, and how people read it: 任务21 推动设立…. */
export interface Thing {
  readonly means: Means;
  readonly label: string;
}

/** Every thing that a word may be given to, in the plan's order. */
export const thingsOf = ({ registry, tasks, indicators, actions }: Plan): readonly Thing[] => [
  ...registry.units.map(({ name }): Thing => ({ means: { kind: 'unit', target: name }, label: `单位 ${name}` })),
  ...registry.groups.map(({ name }): Thing => ({ means: { kind: 'unit', target: name }, label: `合称 ${name}` })),
  ...tasks.map(
    ({ number, row }): Thing => ({ means: { kind: 'task', target: number }, label: `任务${number} ${row.title}` }),
  ),
  ...indicators.map(
    ({ number, name }): Thing => ({ means: { kind: 'indicator', target: number }, label: `指标${number} ${name}` }),
  ),
  ...actions.map(
    ({ number, title }): Thing => ({ means: { kind: 'action', target: number }, label: `行动${number} ${title}` }),
  ),
];

export const isSameThing = (one: Means, other: Means): boolean =>
  one.kind === other.kind && one.target === other.target;

/** A thing on one line, as it is kept beside a question: `task:21`. */
export const keyOfThing = ({ kind, target }: Means): string => `${kind}:${target}`;

/** The thing that a line names; undefined when the plan has none such. */
export const thingOfKey = (plan: Plan, key: string): Thing | undefined =>
  thingsOf(plan).find(({ means }) => keyOfThing(means) === key);

/** Whether a text is read as naming a thing. */
export const namesThing = (bot: Pick<Bot, 'read'>, text: string, { kind, target }: Means): boolean =>
  bot.read(text).tokens.some((token) => token.kind === kind && Reflect.get(token, kind) === target);

/** How people read it; undefined when the plan has no such thing. */
export const labelOf = (plan: Plan, means: Means): string | undefined =>
  thingsOf(plan).find((thing) => isSameThing(thing.means, means))?.label;

/** How people read what a word means, though the plan may no longer have it. */
export const meantLabel = (plan: Plan, means: Means): string => labelOf(plan, means) ?? String(means.target);

/** “小蓝平台”指 任务43 …: a word and what it means, on one line. */
export const wordLine = (plan: Plan, { say, means }: Pick<NewEntry, 'say' | 'means'>): string =>
  `“${say}”指 ${meantLabel(plan, means)}`;

/** What a name of the plan already names, in a few words, and as a thing where it is one. */
export const describe = (plan: Plan, named: Named): { readonly label: string; readonly means?: Means } => {
  const thing = (means: Means) => ({ label: meantLabel(plan, means), means });
  switch (named.kind) {
    case 'unit':
      return thing({ kind: 'unit', target: named.unit });
    case 'task':
      return thing({ kind: 'task', target: named.task });
    case 'indicator':
      return thing({ kind: 'indicator', target: named.indicator });
    case 'action':
      return thing({ kind: 'action', target: named.action });
    case 'units':
      return { label: `几个单位的共同叫法（${named.units.join('、')}）` };
    case 'words':
      return { label: '计划里的一个词语' };
    case 'term':
      return { label: `计划未作解释的用语“${named.term}”` };
    case 'clause':
      return { label: `计划的一个部分（${named.clause}）` };
  }
};
