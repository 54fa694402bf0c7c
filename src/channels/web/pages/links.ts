import type { ClauseId, UnitName } from '../../../types.ts';
import type { WorklistFormat } from '../../../worklists/worklist.ts';

/** The address of everything that a page of one plan may point to, ready for an attribute. */
export interface Links {
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

/** Addresses under `/plans/:id`. */
export const linksOf = (id: string): Links => {
  const plan = `/plans/${encodeURIComponent(id)}`;
  return {
    plan,
    units: `${plan}/units`,
    actions: `${plan}/actions`,
    matrix: `${plan}/matrix`,
    indicators: `${plan}/indicators`,
    clause: (clause) => `${plan}#${encodeURIComponent(clause)}`,
    unit: (name) => `${plan}/units/${encodeURIComponent(name)}`,
    action: (number) => `${plan}/actions/${number}`,
    ask: (question) => `/?${new URLSearchParams({ q: question })}`,
    worklist: ({ format, unit, year, action }) => {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries({ unit, year, action, format })) if (value) query.set(key, `${value}`);
      return `/api/worklists?${query}`;
    },
  };
};
