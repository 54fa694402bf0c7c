import { hasRow } from '../plan/pair.ts';
import { squeeze } from '../text.ts';
import type { Plan } from '../types.ts';
import type { Source } from './citation.ts';
import type { Desk } from './draft.ts';

/** The clause of the title page; where a plan has none, or the piece stands elsewhere, the first that prints it. */
export const citeFront = ({ cite, clause, plan }: Desk, piece: string): readonly Source[] => {
  if (squeeze(piece) === '') return [];
  const prints = ({ text }: { readonly text: string }): boolean => squeeze(text).includes(squeeze(piece));
  const front = clause(FRONT);
  const holder = front && prints(front) ? front : (plan.clauses.find(prints) ?? (hasAnnex(plan) ? front : undefined));
  return holder ? [cite(holder.id, piece)] : [];
};

const FRONT = '0';

/** True for a plan whose tasks are broken down in a table besides. */
export const hasAnnex = ({ tasks }: Plan): boolean => tasks.some(hasRow);

/** True for a plan that says for which years it is. */
export const hasPeriod = ({ document: { period } }: Plan): boolean => period[0] > 0 && period[1] > 0;

/** True for a plan with actions, tasks broken down in a table, indicators and safeguards: it is called by these. */
export const isWhole = (plan: Plan): boolean =>
  hasAnnex(plan) && plan.actions.length > 0 && plan.indicators.length > 0 && plan.safeguards.length > 0;

/** 42项任务、3个指标: what a plan has, what it has not left out. */
export const countsSaid = ({ plan, say, language }: Desk): string =>
  (
    [
      ['hasActions', plan.actions.length],
      ['hasTasks', plan.tasks.length],
      ['hasIndicators', plan.indicators.length],
      ['hasSafeguards', plan.safeguards.length],
    ] as const
  )
    .flatMap(([key, count]) => (count > 0 ? [say(key, { count })] : []))
    .join(language === 'en' ? ', ' : '、');
