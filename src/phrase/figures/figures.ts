import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult } from '../../execute/figures/result.ts';
import type { Query } from '../../values.ts';
import { joinDrafts } from '../join.ts';
import { phraseTexts } from '../texts/content.ts';
import { phraseDocument, phraseSummary } from '../texts/document.ts';
import { phraseDefinition, phraseSaid, phraseWhen } from '../texts/said.ts';
import { phraseTargets } from '../texts/targets.ts';
import { phraseMisprint } from './misprints.ts';
import { phraseNothing } from './nothing.ts';
import { phrasePlaces } from './places.ts';
import { phraseRanked } from './ranked.ts';
import { phraseReckoned } from './reckoned.ts';
import { phraseReconciled } from './reconciled.ts';
import { phraseValues } from './values.ts';
import { phraseReach, phraseVerdict } from './verdict.ts';

/** Returns the answer's parts for any result about figures, texts or the document: what was asked stands first. */
export const phraseFigures = (result: FigureResult, desk: Desk, query: Query): Draft => {
  switch (result.shape) {
    case 'texts':
      return phraseTexts(result, desk, query.part);
    case 'targets':
      return phraseTargets(result, desk);
    case 'values':
      return phraseValues(result, desk);
    case 'reckoned':
      return phraseReckoned(result, desk);
    case 'ranked':
      return phraseRanked(result, desk);
    case 'when':
      return phraseWhen(result, desk);
    case 'reach':
      return phraseReach(result, desk);
    case 'verdict':
      return phraseVerdict(result, desk);
    case 'said':
      return phraseSaid(result, desk);
    case 'document':
      return phraseDocument(result.properties, desk);
    case 'summary':
      return phraseSummary(desk);
    case 'definition':
      return phraseDefinition(result, desk);
    case 'misprint':
      return phraseMisprint(result, desk);
    case 'places':
      return phrasePlaces(result, desk);
    case 'reconciled':
      return phraseReconciled(result, desk);
    case 'nothing':
      return phraseNothing(result, desk);
    case 'several':
      return joinDrafts(result.results.map((one) => phraseFigures(one, desk, query)));
  }
};
