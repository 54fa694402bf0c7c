import type { Ask, Share, Token } from '../values.ts';
import { whichMore } from './compares.ts';
import { moves } from './order-claim.ts';
import type { Parts } from './parts.ts';
import { confirms, has, isAgainstLast, wants } from './said.ts';

/** 递增, 涨, 下降: from year to year, whatever it is that grows; 增加 may say how much is new in each. */
const RISING = ['operators:more/step', 'operators:more/rise', 'operators:less/fall'];

/** 哪个涨得快. */
const FASTER = 'operators:more/fast';

/** 最快, 最慢: by how many per cent, and not by how much. */
const SPEED: readonly string[] = ['operators:most/fast', 'operators:least/slow'];

/** 累计: how much there is by then, and no sum. */
export const RUNNING = 'operators:total/running';

type Reckon = Extract<Ask, { ask: 'reckon' }>['reckon'];

export const PERCENT = '%';
/** 几倍: one amount as so many times another. */
export const TIMES = '倍';

/** 三年研修班至少30期，对不: so much of all the years. */
const isSumSaid = (parts: Parts): boolean =>
  parts.every &&
  parts.years.length > 1 &&
  parts.quantities.length === 1 &&
  wants(parts, 'whether') &&
  !has(parts, 'each', 'all', 'reach', 'than');

/** 2019年到2022年增加25家对吗, 每年都增加30家以上吗: how much it grows is claimed, and no amount of a year. */
const claimsRise = (parts: Parts): boolean =>
  confirms(parts) &&
  parts.refs.some(({ type }) => type === 'indicator') &&
  parts.quantities.length === 1 &&
  (parts.years.length > 1 || parts.every || saysBySoMuch(parts));

/** 21年增加20家: by so much, in one year; 增加到 says how much there is then. */
const saysBySoMuch = ({ tokens, years }: Parts): boolean =>
  years.length === 1 &&
  tokens.some(
    (token, at) =>
      token.kind === 'operator' &&
      (token.operator === 'more' || token.operator === 'less') &&
      tokens[at + 1]?.kind === 'quantity',
  );

const KINDS = 'operators:total/kinds';

/** 存款占存贷款总和的几成: the one indicator in front is a part of all that are added up behind. */
const shareOfNamed = (before: readonly Token[], behind: readonly Token[]): Share | undefined => {
  const [part, ...others] = before.filter((token) => token.kind === 'indicator');
  const all = new Set(behind.flatMap((token) => (token.kind === 'indicator' ? [token.indicator] : [])));
  const added = behind.some((token) => token.kind === 'operator' && token.operator === 'total');
  const isPart = part !== undefined && others.length === 0 && all.size > 1 && all.has(part.indicator);
  return isPart && added ? { of: 'named', part: part.indicator } : undefined;
};

/** 2020年的占三年总数几成, 占三类总数的多少: of what the part is asked for. */
export const shareOf = ({ tokens }: Parts): Share | undefined => {
  const ratio = tokens.findIndex((token) => token.kind === 'operator' && token.operator === 'ratio');
  if (ratio < 0) return undefined;
  if (tokens.some(({ rule }) => rule === KINDS)) return { of: 'kinds' };
  const named = shareOfNamed(tokens.slice(0, ratio), tokens.slice(ratio));
  if (named) return named;
  const own = tokens.slice(0, ratio).findLast(({ kind }) => kind === 'year');
  const all = tokens.slice(ratio).find(({ kind }) => kind === 'year');
  if (own?.kind !== 'year' || all?.kind !== 'year' || own.years.length !== 1 || all.years.length < 2) return undefined;
  return { of: 'years', year: own.years[0] ?? 0 };
};

/** Returns what is to be computed; growth goes with a mean or with the most, anything else alone. */
export const reckonsOf = (parts: Parts): readonly Reckon[] => {
  const indicators = parts.refs.filter(({ type }) => type === 'indicator').length;
  if (shareOf(parts)) return ['ratio'];
  if (indicators > 1 && parts.wanted.some(({ measure }) => measure === PERCENT)) return ['ratio'];
  const which = whichMore(parts);
  if (which) return [wants(parts, 'howMuch', 'howMany') ? 'change' : which];
  const extreme: readonly Reckon[] = has(parts, 'most') ? ['largest'] : has(parts, 'least') ? ['smallest'] : [];
  if (parts.wanted.some(({ measure }) => measure === TIMES)) return ['ratio'];
  if (indicators > 1 && parts.tokens.some(({ rule }) => rule === FASTER)) return ['growth'];
  const speed = parts.tokens.some(({ rule }) => SPEED.includes(rule));
  if (speed && indicators === 1 && wants(parts, 'when')) return ['growth', ...extreme];
  const stepping = indicators === 1 && wants(parts, 'when') && extreme.length > 0;
  if (stepping && has(parts, 'more', 'less', 'change')) return ['change', ...extreme];
  if (has(parts, 'growth')) return ['growth', ...(has(parts, 'mean') ? (['mean'] as const) : []), ...extreme];
  const single = confirms(parts) && parts.quantities.length > 0 && !parts.every;
  if (has(parts, 'total') && has(parts, 'more', 'less') && indicators > 0 && !single) return ['change'];
  const running = parts.tokens.some(({ rule }) => rule === RUNNING);
  if (has(parts, 'total')) return single && (running || indicators > 0) ? [] : ['sum'];
  if (has(parts, 'mean')) return has(parts, 'more', 'less') && indicators > 0 ? ['change', 'mean'] : ['mean'];
  if (has(parts, 'ratio')) return ['ratio'];
  if (has(parts, 'change')) return ['change'];
  const against = has(parts, 'than') || isAgainstLast(parts) || parts.refs.length > 1;
  const stepped = indicators > 0 || parts.tokens.some(({ rule }) => RISING.includes(rule));
  const rising = stepped && (parts.every || parts.years.length > 1) && wants(parts, 'howMany', 'howMuch');
  const yearly = indicators > 0 && parts.years.length === 1 && wants(parts, 'howMany', 'howMuch');
  if (has(parts, 'more', 'less') && (moves(parts) || against || rising || yearly || claimsRise(parts)))
    return ['change'];
  const several =
    parts.every && !parts.operators.has('each') && parts.years.length > 1 && wants(parts, 'howMany', 'howMuch');
  if ((several || isSumSaid(parts)) && indicators === 0) return ['sum'];
  return extreme;
};
