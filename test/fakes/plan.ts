import type { Plan } from '../../src/types.ts';

/** A plan without anything in it, for tests that are not about what it says. */
export const EMPTY_PLAN: Plan = {
  id: 'empty',
  document: {
    title: '空计划',
    number: '无文号',
    issuer: '',
    dated: '',
    printed: '',
    addressees: '',
    copies: [],
    period: [2020, 2022],
  },
  clauses: [],
  indicators: [],
  actions: [],
  tasks: [],
  goals: [],
  safeguards: [],
  registry: { units: [], groups: [], misprints: [] },
  unpaired: [],
  unplaced: [],
};
