import type { Mention } from '../read/plan-mentions.ts';
import type { Member } from './explaining.ts';
import { besidePlan, entitled, placeOf, pointedAt } from './said.ts';

interface Chosen {
  readonly plan: string;
  readonly rest: string;
}

/** What was said after plans were listed. */
interface Choice {
  readonly text: string;
  /** The plan that the text names. */
  readonly named: Mention | undefined;
  readonly read: ReturnType<Member['bot']>['read'];
}

/** The plan that was chosen of those that were listed, and what is asked of it: nothing new where it was but chosen. */
export const chosenOf = (among: readonly Member[], { text, named, read }: Choice): Chosen | undefined => {
  const { tokens } = read(text);
  const pointed = pointedAt(tokens);
  const place = placeOf(tokens) ?? pointed?.place;
  const plan = place === undefined ? undefined : among[place > 0 ? place - 1 : among.length + place];
  if (plan !== undefined) return { plan: plan.id, rest: pointed?.rest ?? '' };
  const titled = entitled(tokens, among);
  if (titled) return { plan: titled.id, rest: '' };
  if (!named || !among.some(({ id }) => id === named.plan)) return undefined;
  const said = read(named.text).tokens;
  const at = said.findIndex(({ kind }) => kind === 'plan');
  return { plan: named.plan, rest: named.alone ? '' : besidePlan(said, at, 1) };
};
