import { actionPage } from './action-page.ts';
import { actionsPage } from './actions-page.ts';
import { clausePage } from './clause-page.ts';
import { indicatorsPage } from './indicators-page.ts';
import { matrixPage } from './matrix-page.ts';
import { planPage } from './plan-page.ts';
import type { Site } from './site.ts';
import { unitPage } from './unit-page.ts';
import { unitsPage } from './units-page.ts';

/** Makes one page; asked once, kept by the caller. */
export type Render = () => string | Promise<string>;

/** Every page of the plan by its path below `/plans/:id`, decoded: `''`, `units/某局`, `actions/3`,
 * `clauses/annex.21`. Nothing else is a page. */
export const pageSet = (site: Site): ReadonlyMap<string, Render> =>
  new Map<string, Render>([
    ['', () => planPage(site)],
    ['units', () => unitsPage(site)],
    ...[...site.units.values()].map((unit): [string, Render] => [`units/${unit.name}`, () => unitPage(site, unit)]),
    ['actions', () => actionsPage(site)],
    ...site.plan.actions.map((action): [string, Render] => [
      `actions/${action.number}`,
      () => actionPage(site, action),
    ]),
    ...site.plan.clauses.map((clause): [string, Render] => [`clauses/${clause.id}`, () => clausePage(site, clause)]),
    ['matrix', () => matrixPage(site)],
    ['indicators', () => indicatorsPage(site)],
  ]);

/** Other names of units, as the registry knows them, and the unit's own page. */
export const otherNames = ({ units, to }: Site): ReadonlyMap<string, string> =>
  new Map(
    [...units.values()].flatMap(({ name, unit, group }) =>
      [...(unit ? [unit.full, ...unit.others] : []), ...(group?.others ?? [])]
        .filter((other) => !units.has(other))
        .map((other) => [`units/${other}`, to.unit(name)] as const),
    ),
  );
