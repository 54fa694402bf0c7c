import { action } from './action.ts';
import { allUnits } from './all-units.ts';
import { amount } from './amount.ts';
import { checkTarget } from './check-target.ts';
import { checkUnit } from './check-unit.ts';
import { clarify, tied } from './clarify.ts';
import { clause } from './clause.ts';
import { compareIndicators, rankIndicators } from './compare-indicators.ts';
import { content } from './content.ts';
import { dangling } from './dangling.ts';
import { differ } from './differ.ts';
import { document } from './document.ts';
import { figure } from './figure.ts';
import { empty, help } from './greeting.ts';
import { indicator } from './indicator.ts';
import { indicatorTable } from './indicator-table.ts';
import type { Kind } from './kind.ts';
import { misprint } from './misprint.ts';
import { missingPart } from './missing-part.ts';
import { absent, missingClause, notFound } from './not-found.ts';
import { otherPlace, outsidePeriod } from './outside.ts';
import { overall } from './overall.ts';
import { pair } from './pair.ts';
import { part } from './part.ts';
import { ranking } from './ranking.ts';
import { reach } from './reach.ts';
import { reconciled } from './reconcile.ts';
import { responsible } from './responsible.ts';
import { supporting } from './supporting.ts';
import { target } from './target.ts';
import { taskList } from './task-list.ts';
import { undefinedTerm, unknownUnit } from './unexplained.ts';
import { unitTasks } from './unit-tasks.ts';
import { unclearUnit, whichUnit } from './which-unit.ts';

/** Every kind of question, the more particular before the more general; the first that has an answer gives it. */
export const KINDS: readonly Kind[] = [
  ...[
    empty,
    help,
    absent,
    overall,
    ranking,
    allUnits,
    taskList,
    figure,
    dangling,
    missingClause,
    missingPart,
    undefinedTerm,
    otherPlace,
    outsidePeriod,
  ],
  ...[clarify, reconciled, rankIndicators, compareIndicators, reach, indicatorTable, indicator],
  ...[misprint, pair, differ, unclearUnit, whichUnit, unitTasks, checkUnit, part, clause, action, document],
  ...[supporting, responsible, unknownUnit, checkTarget, amount, target, tied, content, notFound],
];
