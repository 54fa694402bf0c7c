import { createSay } from '../answer/phrases.ts';
import type { Plan } from '../types.ts';
import type { AskedPlan } from './asked-plans.ts';

/** Questions of one plan, and of all together, where there are several. */
const [MOST_OF_ONE, MOST] = [3, 6];

const say = createSay('zh-Hans');

/** For a plan that brings no examples. */
const made = ({ tasks: [task], indicators: [indicator] }: Plan): readonly string[] => [
  ...(task ? [say('askWho', { title: task.body.title })] : []),
  ...(task?.body.responsible
    .slice(0, 1)
    .flatMap(({ means }) => means.map((unit) => say('askUnitTasks', { unit })).slice(0, 1)) ?? []),
  ...(indicator ? [say('askTargets', { title: indicator.name })] : []),
];

const ownOf = ({ bot: { plan, examples } }: AskedPlan): readonly string[] =>
  examples.length > 0 ? examples : made(plan);

/** A question that says of which plan it is. */
const named = ({ title, bot: { short } }: AskedPlan, asked: string): string =>
  say('planAsk', { title: short === '' ? title : short, asked });

/**
 * Questions that show what can be asked: those of the only plan, or some of each. `leads`: the first is asked where no
 * plan is named, and shown first.
 */
export const examplesOf = (plans: readonly AskedPlan[], leads: boolean): readonly string[] => {
  const [first, another] = plans;
  if (!first) return [];
  if (!another) return ownOf(first);
  const rows = plans.map((plan) =>
    ownOf(plan)
      .slice(0, MOST_OF_ONE)
      .map((asked) => (leads && plan === first ? asked : named(plan, asked))),
  );
  const rounds = Array.from({ length: MOST_OF_ONE }, (_, at) => rows.flatMap((row) => row[at] ?? []));
  const [own = [], ...rest] = rows;
  const each = leads ? [...own, ...rest.flatMap(([one]) => one ?? [])] : rounds.flat();
  return each.slice(0, MOST);
};
