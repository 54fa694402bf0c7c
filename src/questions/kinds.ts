import { action } from './action.ts';
import { allUnits } from './all-units.ts';
import { amount } from './amount.ts';
import { checkTarget } from './check-target.ts';
import { checkUnit } from './check-unit.ts';
import { clarify, dangling, tied, unclearUnit, whichUnit } from './clarify.ts';
import { clause } from './clause.ts';
import { compareIndicators, rankIndicators } from './compare-indicators.ts';
import { content } from './content.ts';
import { differ } from './differ.ts';
import { document } from './document.ts';
import { figure } from './figure.ts';
import { indicator, indicatorTable } from './indicator.ts';
import type { Kind } from './kind.ts';
import { misprint } from './misprint.ts';
import { missingPart } from './missing-part.ts';
import {
  absent,
  empty,
  help,
  missingClause,
  notFound,
  otherPlace,
  outsidePeriod,
  undefinedTerm,
  unknownUnit,
} from './not-found.ts';
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
import { unitTasks } from './unit-tasks.ts';

/** Every kind of question, the more particular before the more general; the first that has an answer gives it. */
export const KINDS: readonly Kind[] = [
  ...[
    empty,
    help,
    absent,
    overall,
    figure,
    ranking,
    allUnits,
    taskList,
    dangling,
    missingClause,
    missingPart,
    undefinedTerm,
    otherPlace,
    outsidePeriod,
  ],
  ...[reconciled, rankIndicators, compareIndicators, reach, indicatorTable, indicator],
  ...[misprint, pair, differ, unclearUnit, whichUnit, unitTasks, checkUnit, part, clause, action, document],
  ...[clarify, supporting, responsible, unknownUnit, checkTarget, amount, target, tied, content, notFound],
];
