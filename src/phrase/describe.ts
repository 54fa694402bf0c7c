import type { PhraseKey } from '../answer/phrases.ts';
import type { Ask, Claim, EntityType, Query, Test } from '../values.ts';
import { comma, describeSet, THINGS, typeOf } from './describe-set.ts';
import { comparisonText, describeTest, ROLE_NAME, type Words } from './describe-test.ts';

export { describeSet, headSet } from './describe-set.ts';
export { describeTest, type Words } from './describe-test.ts';

const RECKON: Readonly<Record<Extract<Ask, { ask: 'reckon' }>['reckon'], PhraseKey>> = {
  sum: 'reckonSum',
  mean: 'reckonMean',
  change: 'reckonChange',
  growth: 'reckonGrowth',
  ratio: 'reckonRatio',
  largest: 'reckonLargest',
  smallest: 'reckonSmallest',
};

const yearsText = ({ years }: Query, { say }: Words): string =>
  years.length === 0 ? '' : say('condYears', { years: years.join('、') });

/** How many are counted: 项 of tasks, 个 of units, 条 of clauses. */
export const measureOf = (type: EntityType, { say }: Pick<Words, 'say'>): string => {
  switch (type) {
    case 'task':
      return say('measureTask');
    case 'action':
    case 'unit':
    case 'indicator':
    case 'plan':
      return say('measureUnit');
    case 'goal':
    case 'safeguard':
    case 'clause':
      return say('measureClause');
  }
};

const askText = (ask: Ask, query: Query, words: Words): string => {
  const { say } = words;
  const [set, years] = [describeSet(query.of, words), yearsText(query, words)];
  switch (ask.ask) {
    case 'members':
      return say('askedMembers', { set });
    case 'count':
      return say('askedCount', { set, measure: measureOf(typeOf(query.of), words) });
    case 'units':
      return say('askedUnits', { set, roles: ask.roles.map((role) => say(ROLE_NAME[role])).join(comma(words)) });
    case 'group':
      return say('askedGroup', { set, by: say(THINGS[ask.by]) });
    case 'extreme': {
      const what = typeOf(query.of) === 'task' || ask.units ? say(ROLE_NAME[ask.role]) : say('ofTasks');
      return say(ask.least ? 'askedLeast' : 'askedMost', { set, what });
    }
    case 'differences':
      return say('askedDifferences', { set });
    case 'content':
      return say('askedContent', { set });
    case 'original':
      return say('askedOriginal', { set });
    case 'sources':
      return say('askedSources', { set });
    case 'targets':
      return say('askedTargets', { set, years });
    case 'goal':
      return say('askedGoal', { set });
    case 'value':
      return say('askedValue', { set, years });
    case 'when':
      return say('askedWhen', { set });
    case 'reckon':
      return say('askedReckon', { set, years, what: say(RECKON[ask.reckon]) });
    case 'document':
      return say('askedDocument');
    case 'definition':
      return say('askedDefinition', { set });
    case 'summary':
      return say('askedSummary');
  }
};

const claimText = (claim: Claim, query: Query, words: Words): readonly string[] => {
  const { say } = words;
  const type = typeOf(query.of);
  const set = describeSet(query.of, words);
  switch (claim.claim) {
    case 'test':
      return [say('askedWhether', { set, condition: describeTest(claim.test, { not: false, type }, words) })];
    case 'exists':
      return [say('askedExists', { set })];
    case 'count':
      return [
        say('askedHowMany', { set, is: comparisonText({ ...claim.is, measure: measureOf(type, words) }, words) }),
      ];
    case 'alike': {
      const test: Test = { test: 'same', years: claim.years };
      return [say('askedWhether', { set, condition: describeTest(test, { not: claim.not, type }, words) })];
    }
    case 'place':
    case 'interval':
    case 'quantity':
    case 'year':
    case 'date':
    case 'order':
    case 'words':
      return [];
  }
};

/** Returns a query in words: the set, and what is asked of it. */
export const describeQuery = (query: Query, words: Words): string => {
  const claimed = query.claims.flatMap((claim) => claimText(claim, query, words));
  if (claimed.length > 0) return claimed.join(words.language === 'en' ? '; ' : '；');
  const asked = [...new Set(query.asks.map((ask) => askText(ask, query, words)))];
  const said = asked.join(words.language === 'en' ? '; ' : '；');
  return query.confirm ? words.say('askedConfirm', { query: said }) : said;
};
