import { createSay } from '../answer/phrases.ts';
import type { Plan } from '../types.ts';
import type { AskedPlan } from './asked-plans.ts';

/** Questions of the first plan, and of all together, where there are several. */
const [MOST_OF_FIRST, MOST] = [3, 6];

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
 * plan is named.
 */
export const examplesOf = (plans: readonly AskedPlan[], leads: boolean): readonly string[] => {
  const [first, ...others] = plans;
  if (!first) return [];
  const own = ownOf(first);
  if (others.length === 0) return own;
  return [
    ...own.slice(0, MOST_OF_FIRST).map((asked) => (leads ? asked : named(first, asked))),
    ...others.flatMap((plan) =>
      ownOf(plan)
        .slice(0, 1)
        .map((asked) => named(plan, asked)),
    ),
  ].slice(0, MOST);
};
