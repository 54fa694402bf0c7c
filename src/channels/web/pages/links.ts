import { createSay } from '../../../answer/phrases.ts';
import type { ClauseId, UnitName } from '../../../types.ts';
import type { WorklistFormat } from '../../../worklists/worklist.ts';

/** The address of everything that a page of one plan may point to, ready for an attribute. */
export interface Links {
  /** The list of all plans, where there are several. */
  readonly plans?: string;
  readonly plan: string;
  readonly units: string;
  readonly actions: string;
  readonly matrix: string;
  readonly indicators: string;
  clause(id: ClauseId): string;
  unit(name: UnitName): string;
  action(number: number): string;
  /** The chat with a question in its box, not sent. */
  ask(question: string): string;
  worklist(filter: WorklistLink): string;
}

export interface WorklistLink {
  readonly format: WorklistFormat;
  readonly unit?: UnitName;
  readonly year?: number;
  readonly action?: number;
}

const say = createSay('zh-Hans');

/** Addresses under `/plans/:id`. `title`: there are other plans, and a question has to say of which it is. */
export const linksOf = (id: string, title?: string): Links => {
  const several = title !== undefined;
  const plan = `/plans/${encodeURIComponent(id)}`;
  return {
    ...(several && { plans: '/plans' }),
    plan,
    units: `${plan}/units`,
    actions: `${plan}/actions`,
    matrix: `${plan}/matrix`,
    indicators: `${plan}/indicators`,
    clause: (clause) => `${plan}#${encodeURIComponent(clause)}`,
    unit: (name) => `${plan}/units/${encodeURIComponent(name)}`,
    action: (number) => `${plan}/actions/${number}`,
    ask: (question) =>
      `/?${new URLSearchParams({ q: several ? say('planAsk', { title, asked: question }) : question })}`,
    worklist: ({ format, unit, year, action }) => {
      const query = new URLSearchParams();
      const named = { plan: several ? id : undefined, unit, year, action, format };
      for (const [key, value] of Object.entries(named)) if (value) query.set(key, `${value}`);
      return `/api/worklists?${query}`;
    },
  };
};
