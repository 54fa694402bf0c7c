import { oncePer } from '../../once.ts';
import type { Ask, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { acrossPlan } from './across.ts';
import { executeByRule } from './by-rule.ts';
import { claimed, quantityIn, several, timeIn, told } from './claims.ts';
import { largestOf, reckonTogether } from './compare.ts';
import { contentOf } from './content-of.ts';
import { executeDefinition } from './define.ts';
import { subjectOf, withNames } from './elsewhere.ts';
import { isForeign } from './match.ts';
import { executeMisprint } from './misprints.ts';
import { namesFigure, targetOrFigure } from './names-figure.ts';
import type { OneAsk } from './one-ask.ts';
import { orderOnReckoned } from './order.ts';
import { executePlaces } from './places.ts';
import { reckonOne } from './reckon.ts';
import { claimOnReckoned } from './reckoned-claim.ts';
import { executeReconcile } from './reconcile.ts';
import type { FigureResult } from './result.ts';
import { foundOf } from './scopes.ts';
import { executeTargets, executeTexts } from './texts.ts';
import { refsOf, type Thing, thingOf, titleOf } from './things.ts';
import { executeTier } from './tiers.ts';
import { isUnmeasured } from './unmeasured.ts';
import { executeValue } from './value.ts';
import { executeQuantity, executeReach, type QuantityClaim } from './verdict.ts';
import { executeWhen } from './when.ts';

type ValueAsk = Extract<Ask, { ask: 'value' }>;
type ReckonAsk = Extract<Ask, { ask: 'reckon' }>;

/** Several amounts in one measure stand in one sentence: which of them were added up is not told. */
const isAmongOthers = (things: readonly Thing[], { quantity }: QuantityClaim, ground: Ground): boolean =>
  things.some((thing) => {
    const own = foundOf(thing, ground).filter(({ figure }) => figure.measure === quantity.measure);
    return own.some((one, at) =>
      own.some(({ figure }, other) => other > at && figure.sentence === one.figure.sentence),
    );
  });

const executeReckon = (things: readonly Thing[], { query, ask }: OneAsk<ReckonAsk>, ground: Ground) => {
  const ofSet = query.of.set !== 'named' && things.every(({ kind }) => kind === 'task');
  if (ofSet && (ask.reckon === 'largest' || ask.reckon === 'smallest'))
    return largestOf(things, { query, ask }, ground);
  const [only] = things;
  const result =
    things.length > 1 || !only
      ? reckonTogether(things, { query, ask }, ground)
      : reckonOne(only, { query, ask }, ground);
  const beside = query.claims.flatMap((one) => (one.claim === 'quantity' && one.year !== undefined ? [one] : []));
  const wrong = beside
    .map((one) => {
      const asked: Query = { ...query, asks: [{ ask: 'value' }], years: one.year === undefined ? [] : [one.year] };
      return told(things.map((thing) => executeQuantity(thing, { query: asked, said: one }, ground)));
    })
    .find((one) => one?.shape !== 'verdict' || one.verdict !== true);
  if (wrong) return wrong;
  const claim = quantityIn(query.claims.filter((one) => one.claim !== 'quantity' || one.year === undefined));
  const order = query.claims.find((one) => one.claim === 'order');
  if (result && order?.claim === 'order') return orderOnReckoned(result, order);
  if (!claim || !result) return result;
  const judged = claimOnReckoned(result, claim, query.every);
  if (ask.reckon !== 'sum' || (judged.shape === 'reckoned' && judged.claim?.verdict === true)) return judged;
  /** 一共110家: so much is printed, and need not be added up. */
  const printed = told(things.map((thing) => executeQuantity(thing, { query, said: claim }, ground)));
  const borne = printed?.shape === 'verdict' && (printed.verdict === true || !isAmongOthers(things, claim, ground));
  return borne && result.shape !== 'reckoned' ? printed : judged;
};

const executeTime = (things: readonly Thing[], query: Query, ground: Ground): FigureResult | undefined => {
  const quantity = quantityIn(query.claims);
  if (quantity) return told(things.map((thing) => executeReach(thing, { query, claim: quantity }, ground)));
  const time = timeIn(query.claims);
  const yearly = time === undefined && things.every(({ kind }) => kind === 'indicator');
  if (yearly) return executeValue(things, { query, ask: { ask: 'value' } }, ground);
  const found = told(things.map((thing) => executeWhen(thing, { query, claim: time }, ground)));
  const untold = found?.shape === 'nothing' && time === undefined && isForeign(query.words);
  const often = query.asks.some((ask) => ask.ask === 'when' && ask.often);
  if (untold && !often) return executeTargets(things, query, ground) ?? found;
  return found?.shape === 'nothing' && found.what === 'date' && time === undefined
    ? (acrossPlan(
        { words: query.words, things },
        (thing) => executeWhen(thing, { query, claim: time }, ground),
        ground,
      ) ?? found)
    : found;
};

/** Figures of the things; of another that speaks of just that, where they have none. */
const statedValue = (
  things: readonly Thing[],
  { query, ask }: OneAsk<ValueAsk>,
  ground: Ground,
): FigureResult | undefined => {
  if (query.both) {
    const { both: _, ...one } = query;
    const said = (['body', 'annex'] as const).map((part) => {
      const own = executeValue(things, { query: { ...one, part }, ask }, ground);
      return own?.shape === 'values' || !ask.unit
        ? own
        : executeValue(things, { query: { ...one, part, words: '' }, ask }, ground);
    });
    if (said.some((result) => result?.shape === 'values'))
      return several(said.filter((result) => result?.shape === 'values'));
  }
  const found = executeValue(things, { query, ask }, ground);
  if (found?.shape !== 'nothing' || things.some(({ kind }) => kind === 'indicator')) return found;
  const words = [query.name, query.words].filter(Boolean).join(' ');
  const elsewhere = { ...query, words };
  return (
    acrossPlan({ words, things }, (thing) => executeValue([thing], { query: elsewhere, ask }, ground), ground) ?? found
  );
};

/** What the plan may print as it was asked for, so that nothing needs to be reckoned: 占营业收入2%, 共26个. */
const PRINTED: readonly ReckonAsk['reckon'][] = ['ratio', 'sum'];

const tellsNothing = (found: FigureResult | undefined): boolean =>
  found?.shape === 'several' ? found.results.every(tellsNothing) : found?.shape === 'nothing';

/** Reckoned from the figures; else as the plan prints it. */
const reckoned = (
  things: readonly Thing[],
  { query, ask }: OneAsk<ReckonAsk>,
  ground: Ground,
): FigureResult | undefined => {
  const own = executeReckon(things, { query, ask }, ground);
  const { words } = query;
  const elsewhere = tellsNothing(own)
    ? acrossPlan({ words, things }, (thing) => executeReckon([thing], { query, ask }, ground), ground)
    : undefined;
  const found = elsewhere ?? own;
  if (!tellsNothing(found) || !PRINTED.includes(ask.reckon)) return found;
  const { measure, unit } = ask;
  const wish =
    ask.reckon === 'ratio' ? ({ unit: 'percent' } as const) : { ...(measure && { measure }), ...(unit && { unit }) };
  const value: ValueAsk = { ask: 'value', ...wish };
  const claim = quantityIn(query.claims);
  const judged =
    claim &&
    told(things.map((thing) => executeQuantity(thing, { query: { ...query, asks: [value] }, said: claim }, ground)));
  if (judged?.shape === 'verdict') return judged;
  const printed = statedValue(things, { query, ask: value }, ground);
  return printed?.shape === 'values' ? printed : found;
};

const VALUE = { ask: 'value' } as const;
const GROWTH = { ask: 'reckon', reckon: 'growth' } as const;

/** 涨了百分之几, 一共涨百分之多少: a percentage of what is not measured in per cent is its growth. */
const isGrowth = ({ unit, ...ask }: ValueAsk | ReckonAsk, things: readonly Thing[], ground: Ground): boolean =>
  unit === 'percent' &&
  (ask.ask === 'value' || ask.reckon === 'sum' || ask.reckon === 'change') &&
  things.every(
    (thing) => thing.kind === 'indicator' && foundOf(thing, ground).every(({ figure }) => figure.unit !== unit),
  );

/** What one ask of a query gives; undefined for an ask that is about sets. */
const looked = ({ query, ask }: OneAsk<Ask>, things: readonly Thing[], ground: Ground): FigureResult | undefined => {
  switch (ask.ask) {
    case 'content':
      return contentOf(things, query, ground);
    case 'original':
    case 'sources':
    case 'goal':
      return things.length > 0 ? executeTexts(things, { query, form: ask.ask }, ground) : undefined;
    case 'targets':
      return namesFigure(things, query, ground)
        ? targetOrFigure(query, statedValue(things, { query, ask: VALUE }, ground), () =>
            executeTargets(things, query, ground),
          )
        : executeTargets(things, query, ground);
    case 'value':
      return isGrowth(ask, things, ground)
        ? executeReckon(things, { query: { ...query, asks: [GROWTH] }, ask: GROWTH }, ground)
        : statedValue(things, { query, ask }, ground);
    case 'when':
      return executeTime(things, query, ground);
    case 'reckon':
      return isGrowth(ask, things, ground)
        ? executeReckon(things, { query: { ...query, asks: [GROWTH] }, ask: GROWTH }, ground)
        : reckoned(things, { query, ask }, ground);
    case 'document':
      return { shape: 'document', properties: [ask.property] };
    case 'definition': {
      const [thing] = things;
      const term = ask.term ?? (query.words || (thing ? titleOf(thing) : ''));
      return executeMisprint(term, query, ground) ?? executeDefinition(term, thing, ground);
    }
    case 'summary':
      return contentOf(things, query, ground) ?? { shape: 'summary' };
    case 'differences':
      return executeReconcile(query, ground);
    case 'members':
    case 'count':
    case 'units':
    case 'group':
    case 'extreme':
      return undefined;
  }
};

/** The same; where a number stands there that cannot be read, its sentence. */
const executeAsk = (one: OneAsk<Ask>, things: readonly Thing[], ground: Ground): FigureResult | undefined => {
  const found = looked(one, things, ground);
  const { query } = one;
  return isUnmeasured(found, query.words, ground) ? executeTexts(things, { query, form: 'content' }, ground) : found;
};

/** Asks on which a claim in figures, times or words is the whole question. */
const CLAIMED: readonly Ask['ask'][] = ['value', 'targets', 'content', 'original', 'goal'];

/** 不低于300亿元的是哪个平台: an amount by which something is described, and nothing to be confirmed. */
const isOnlySaid = ({ confirm, asks: [{ ask }], claims }: Query): boolean =>
  !confirm && ask === 'content' && claims.every(({ claim }) => claim === 'quantity');

const alone = oncePer((ground: Ground): Ground => ({ ...ground, alone: true }));

/** Returns whether the things that a query names say it themselves, and no other thing of the plan. */
export const saysItself = (asked: Query, ground: Ground): boolean => {
  const result = executeFigures(asked, alone(ground));
  return result !== undefined && result.shape !== 'nothing';
};

/**
 * Returns what the plan says to a query about figures, texts or the document; undefined where the query is about sets,
 * or its set is none that is named outright.
 */
export const executeFigures = (asked: Query, ground: Ground): FigureResult | undefined => {
  const places = executePlaces(asked, ground);
  if (places) return places;
  const named = { ...asked, words: withNames(asked.words, ground) };
  const { things, query } = subjectOf(
    refsOf(asked.of, ground).flatMap((ref) => thingOf(ref, ground) ?? []),
    named,
    ground,
  );
  const [ask] = query.asks;
  const whole = ask.ask === 'document' || ask.ask === 'summary' || ask.ask === 'definition' || ask.ask === 'reckon';
  if (things.length === 0 && !whole) return undefined;
  const [only] = things;
  const tier = only && things.length === 1 ? executeTier(only, query, ground) : undefined;
  if (tier) return tier;
  const byRule = only && things.length === 1 ? executeByRule(only, query, ground) : undefined;
  if (byRule) return byRule;
  const claim = CLAIMED.includes(ask.ask) && !isOnlySaid(query) ? claimed(things, query, ground) : undefined;
  if (claim) return claim;
  const asks =
    ask.ask === 'reckon'
      ? [ask]
      : query.asks.filter(
          (one, at) =>
            query.asks.findIndex(({ ask: same }) => same === one.ask) === at ||
            one.ask === 'document' ||
            one.ask === 'value',
        );
  return several(asks.map((one) => executeAsk({ ask: one, query }, things, ground)));
};
