import type { Assembled, Build } from './assembled.ts';
import type { Parts } from './parts.ts';
import { actionSet } from './productions/action-set.ts';
import { beside } from './productions/beside.ts';
import { compared } from './productions/compared.ts';
import { dated } from './productions/dated.ts';
import { definition } from './productions/definition.ts';
import { differences } from './productions/differences.ts';
import { document } from './productions/document.ts';
import { extreme } from './productions/extreme.ts';
import { fastest } from './productions/fastest.ts';
import { goals } from './productions/goals.ts';
import { group } from './productions/group.ts';
import { largest } from './productions/largest.ts';
import { misprinted } from './productions/misprinted.ts';
import { ofClass } from './productions/of-class.ts';
import { ofMost } from './productions/of-most.ts';
import { overall } from './productions/overall.ts';
import { partners } from './productions/partners.ts';
import { place } from './productions/place.ts';
import { places } from './productions/places.ts';
import { section } from './productions/section.ts';
import { share } from './productions/share.ts';
import { sized } from './productions/sized.ts';
import { standing } from './productions/standing.ts';
import { summary } from './productions/summary.ts';
import { taskSet } from './productions/task-set.ts';
import { topic } from './productions/topic.ts';
import { unitSet } from './productions/unit-set.ts';
import { universal } from './productions/universal.ts';
import { whole } from './productions/whole.ts';
import { within } from './productions/within.ts';
import { year } from './productions/year.ts';

export const BUILDS: readonly Build[] = [
  ...[
    document,
    misprinted,
    definition,
    summary,
    fastest,
    sized,
    partners,
    ofClass,
    extreme,
    largest,
    beside,
    differences,
    standing,
    share,
    universal,
    group,
    place,
    places,
    within,
    ofMost,
    compared,
    dated,
  ],
  ...[overall, goals, actionSet, taskSet, unitSet, whole, year, section, topic],
];

/** All ways in which the parts can be put together. */
export const assemble = (parts: Parts, builds: readonly Build[] = BUILDS): readonly Assembled[] =>
  builds.flatMap((build) => build(parts) ?? []);
