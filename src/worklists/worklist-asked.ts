import { type ListRequest, readListRequest } from '../read/list-request.ts';
import type { Plan } from '../types.ts';
import {
  severalActions,
  severalUnits,
  unknownAction,
  unknownFormat,
  unknownUnit,
  unknownYear,
  type WorklistFault,
} from './faults.ts';
import { unitsNear } from './unit-named.ts';
import type { WorklistFilter, WorklistFormat } from './worklist.ts';

/** A request for a list as a file. */
export interface WorklistAsked {
  readonly kind: 'asked';
  readonly filter: WorklistFilter;
  readonly format: WorklistFormat;
}

const formatOf = ({ formats }: ListRequest): WorklistFormat | WorklistFault => {
  const made = formats.find(({ format }) => format !== undefined)?.format;
  const [first] = formats;
  return made ?? (first ? unknownFormat(first.words) : 'xlsx');
};

const faultIn = ({ units, actions, years, stranger }: ListRequest, plan: Plan): WorklistFault | undefined => {
  if (stranger !== undefined) return unknownUnit(stranger, unitsNear(stranger, plan.registry));
  if (units.length > 1) return severalUnits(units);
  const titles = plan.actions.filter(({ number }) => actions.includes(number)).map(({ title }) => title);
  const strange = actions.find((action) => !plan.actions.some(({ number }) => number === action));
  if (strange !== undefined) return unknownAction(strange, plan);
  if (actions.length > 1) return severalActions(titles);
  const [from, to] = plan.document.period;
  const outside = years.find((year) => year < from || year > to);
  return outside === undefined ? undefined : unknownYear(outside, plan);
};

/**
 * Returns a chat's request for a list as a file, the fault that is in it, or undefined for everything else: a question
 * stays a question. Several years within the plan are answered with the list of all years.
 *
 * @param year the year of asking, for 今年 and 明年; without it they mean every year
 */
export const worklistAsked = (typed: string, plan: Plan, year?: number): WorklistAsked | WorklistFault | undefined => {
  const request = readListRequest(typed, plan, year);
  if (!request) return undefined;
  const fault = faultIn(request, plan);
  if (fault) return fault;
  const format = formatOf(request);
  if (typeof format === 'object') return format;
  const [[unit], [action], [only, another]] = [request.units, request.actions, request.years];
  return { kind: 'asked', filter: { unit, action, year: another === undefined ? only : undefined }, format };
};
