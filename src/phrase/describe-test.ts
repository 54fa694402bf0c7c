import type { Desk } from '../answer/draft.ts';
import type { PhraseKey } from '../answer/phrases.ts';
import { ownVerb } from '../plan/marks/own-verb.ts';
import type { Comparison, EntityType, Leading, Part, Role, Test } from '../values.ts';
import { actionsText, mentionsText } from './describe-words.ts';
import { inEnglish, related } from './figures/amount.ts';

/** What of the desk is needed to say a query back. */
export type Words = Pick<Desk, 'say' | 'name' | 'plan' | 'language'>;

type Of<T extends Test['test']> = Extract<Test, { test: T }>;

/** 负责, 支持. */
export const VERB: Readonly<Record<Role | 'any', PhraseKey>> = {
  responsible: 'verbResponsible',
  supporting: 'verbSupporting',
  any: 'verbAny',
};

const VERB_LEADING = { leads: 'verbLead', beside: 'verbBeside' } as const;
const NAME_LEADING = { leads: 'rankLead', beside: 'rankBeside' } as const;

/** Returns the name of those who stand in a role, of the responsible who lead or who do not. */
export const roleName = ({ role, leading }: { role: Role | 'any'; leading?: Leading }): PhraseKey =>
  leading ? NAME_LEADING[leading] : ROLE_NAME[role];

/** 责任单位, 支持单位, or both. */
export const ROLE_NAME: Readonly<Record<Role | 'any', PhraseKey>> = {
  responsible: 'rankResponsible',
  supporting: 'rankSupporting',
  any: 'rankUnits',
};

export const TASKS: Readonly<Record<Role | 'any', PhraseKey>> = {
  responsible: 'tasksResponsible',
  supporting: 'tasksSupporting',
  any: 'tasksAny',
};

const IN_PART: Readonly<Partial<Record<Part, PhraseKey>>> = {
  body: 'condInBody',
  annex: 'condInAnnex',
  table: 'condInTable',
};

const inPart = (condition: string, part: Part | undefined, { say }: Words): string => {
  const key = part && IN_PART[part];
  return key ? say(key, { condition }) : condition;
};

/** Names one beside the other; 甲或乙 when any of them will do. */
const namesOf = (units: readonly string[], every: boolean, { name, say }: Words): string =>
  every ? name.units(units) : units.map((unit) => name.unit(unit)).join(say('orWord'));

const hasText = (test: Of<'has'>, not: boolean, words: Words): string => {
  const { role, units, every, place } = test;
  const { say } = words;
  const own = words.language === 'zh-Hans' && !test.leading ? ownVerb(words.plan, role) : undefined;
  const verb = own ?? say(test.leading ? VERB_LEADING[test.leading] : VERB[role]);
  if (test.printed !== undefined)
    return say(not ? 'condNotPrinted' : 'condPrinted', { role: say(ROLE_NAME[role]), form: test.printed });
  if (place === 'first') {
    const named = { units: namesOf(units, false, words), role: say(ROLE_NAME[role === 'any' ? 'responsible' : role]) };
    const leads = words.plan.tasks.some(({ body }) => (body.lead ?? []).length > 0);
    if (leads && role !== 'supporting') return say(not ? 'condNotLead' : 'condLead', named);
    return say(not ? 'condNotFirst' : 'condFirst', named);
  }
  if (place === 'only') return say(not ? 'condNotOnly' : 'condOnly', { units: namesOf(units, true, words), verb });
  const several = units.length > 1;
  if (not) {
    const key = !several ? 'condDoesNot' : every ? 'condNotAllDo' : 'condNoneDoes';
    return say(key, { units: namesOf(units, true, words), verb });
  }
  return say(several && every ? 'condAllDo' : 'condDoes', { units: namesOf(units, every, words), verb });
};

const plainNumber = (value: number): string => String(Number(value.toPrecision(12)));

/** A number of a comparison in its own measure: 50000000000 in 亿元 is 500亿元. */
const amountOf = (value: number, is: Comparison): string => {
  const worth = SCALES.find(([scale]) => is.measure.startsWith(scale))?.[1] ?? 1;
  const { scale, rest } = worth > 1 ? { scale: worth, rest: is.measure } : scaled(value, is);
  return `${plainNumber(value / scale)}${rest}`;
};

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];
const LARGE = 10;

const scaled = (value: number, { unit, measure }: Comparison): { readonly scale: number; readonly rest: string } => {
  if (unit !== 'money') return { scale: 1, rest: measure };
  const [word, worth] = SCALES.slice(1).find(([, one]) => value >= one * LARGE || value === one) ?? ['', 1];
  return { scale: worth, rest: `${word}${measure === '' ? '元' : measure}` };
};

/** Returns a comparison in words: 超过3个, 在500亿元到1200亿元之间. */
export const comparisonText = (is: Comparison, words: Words): string => {
  const english = words.language === 'en' && is.unit === 'money' && is.currency === undefined;
  const said = (value: number): string => (english ? inEnglish(value).text : amountOf(value, is));
  const value = said(is.value);
  if (is.to !== undefined) return words.say('isBetween', { from: value, to: said(is.to) });
  return is.relation === '=' ? words.say('isExactly', { value }) : related(is.relation, value, words);
};

/** One or more, or none: whether there is any, and not how many. */
const isAny = ({ value, relation, to }: Comparison): boolean =>
  to === undefined && ((relation === '≥' && value === 1) || (relation === '>' && value === 0));
const isNone = ({ value, relation, to }: Comparison): boolean =>
  to === undefined && ((relation === '=' && value === 0) || (relation === '<' && value === 1));

/** A condition, whether it is denied, and of what it is stated. */
interface Said {
  readonly not: boolean;
  readonly type: EntityType;
}

const countText = ({ role, is, leading, among }: Of<'count'>, { not, type }: Said, words: Words): string => {
  const { say } = words;
  const own = TASKS[type === 'unit' ? role : 'any'];
  const whole = say(type === 'task' ? roleName({ role, ...(leading && { leading }) }) : own);
  const inner = among && describeTest(among, { not: false, type: 'task' }, words);
  const what = inner === undefined ? whole : say('condAmong', { condition: inner, what: whole });
  if (isAny(is) || isNone(is)) return say(isAny(is) !== not ? 'condSome' : 'condNone', { what });
  const measure = is.measure === '' ? say(type === 'task' ? 'measureUnit' : 'measureTask') : is.measure;
  const condition = say('condCount', { what, is: comparisonText({ ...is, measure }, words) });
  return not ? say('condDenied', { condition }) : condition;
};

/** 金额, 百分比, 数字: what a figure may be asked as. */
export const FIGURE_NAME: Readonly<Record<Of<'figure'>['figure'], PhraseKey>> = {
  figure: 'figureAny',
  none: 'figureAny',
  money: 'figureMoney',
  percent: 'figurePercent',
  count: 'figureCount',
  person: 'figurePerson',
  times: 'figureTimes',
  area: 'figureArea',
  length: 'figureLength',
  time: 'figureTime',
  date: 'figureDate',
};

const yearsText = (years: readonly number[], { say }: Words): string =>
  years.length > 0 ? say('condYears', { years: years.join('、') }) : '';

const dayText = ({ month, day, year }: NonNullable<Of<'figure'>['on']>, { say }: Words): string => {
  const key = day === undefined ? 'dateMonth' : 'dateDay';
  return `${year === undefined ? '' : say('condYears', { years: year })}${say(key, { month, day: day ?? 0 })}`;
};

const figureText = (test: Of<'figure'>, { not, type }: Said, words: Words): string => {
  const { say } = words;
  const { figure, is, measure, on } = test;
  const years = `${yearsText(test.years, words)}${test.each ? say('condEach') : ''}`;
  const counted = measure !== undefined && measure !== '' && !is;
  const what = counted
    ? say('figureMeasure', { measure })
    : type === 'indicator' && is
      ? ''
      : on
        ? dayText(on, words)
        : (test.of ?? say(FIGURE_NAME[figure]));
  if (!is) return say(not ? 'condNoFigure' : 'condFigure', { years, what });
  const compared = comparisonText(is.measure === '' && measure ? { ...is, measure } : is, words);
  if (what === '' && !not) return say('condIndicatorIs', { years, is: compared });
  return say(not ? 'condFigureIsNot' : 'condFigureIs', { years, what, is: compared });
};

/** 具体目标里写有金额, 金额为500万元（写明最高不超过）. */
const wholeFigureText = (test: Of<'figure'>, said: Said, words: Words): string => {
  const condition = figureText(test, said, words);
  if (test.paid) return words.say(test.paid === 'most' ? 'condMost' : 'condPaid', { condition });
  return test.goal ? words.say('condInGoal', { condition }) : condition;
};

/** 2021年以“家”计的数比2020年多, 数逐年增加. */
const movesText = ({ years, by, unit, measure }: Of<'moves'>, { say }: Words): string => {
  const what = measure ? say('figureMeasure', { measure }) : unit ? say(FIGURE_NAME[unit]) : say('figurePlain');
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  if (typeof by === 'number')
    return years.length > 0
      ? say('condMultiple', { from, to, times: by, what })
      : say('condMultipleEver', { times: by, what });
  if (years.length === 2) return say(COMPARED[by], { from, to, what });
  return say(MOVING[by], { years: years.length > 0 ? say('condYears', { years: years.join('、') }) : '', what });
};

const COMPARED = { up: 'condMore', down: 'condLess', level: 'condLevel' } as const;
const MOVING = { up: 'condRising', down: 'condFalling', level: 'condSteady' } as const;

const differsText = ({ what, role, lacks, units }: Of<'differs'>, words: Words): string => {
  const { say, name } = words;
  const roles = say(ROLE_NAME[role ?? 'any']);
  if (lacks) {
    const missing = units && units.length > 0 ? name.units(units) : role ? roles : say('someUnits');
    return say(lacks === 'annex' ? 'condAnnexLacks' : 'condBodyLacks', { what: missing });
  }
  switch (what) {
    case 'units':
      return say('condUnitsDiffer', { role: roles });
    case 'title':
      return say('condTitlesDiffer');
    case 'figures':
      return say('condFiguresDiffer');
    case 'any':
      return say('condAnyDiffer');
  }
};

const sameText = ({ years }: Of<'same'>, not: boolean, { say }: Words): string => {
  if (years.length === 0) return say(not ? 'condNotSame' : 'condSame');
  return say(not ? 'targetsTwoDiffer' : 'targetsTwoSame', { years: years.join('、') });
};

const denied = (condition: string, not: boolean, { say }: Words): string =>
  not ? say('condDenied', { condition }) : condition;

const joined = (test: Of<'all' | 'any'>, said: Said, words: Words): string => {
  const parts = test.of.map((one) => describeTest(one, said, words));
  const together = (test.test === 'all') !== said.not;
  return [...new Set(parts)].join(together ? (words.language === 'en' ? ', and ' : '、') : words.say('orWord'));
};

/** Returns a condition in words, as it stands before the noun: 高新区负责、市财政局不负责. */
export const describeTest = (test: Test, said: Said, words: Words): string => {
  const { say } = words;
  const { not } = said;
  switch (test.test) {
    case 'has':
      return inPart(hasText(test, not, words), test.part, words);
    case 'count':
      return inPart(countText(test, said, words), test.part, words);
    case 'in':
      return denied(actionsText(test.actions, words), not, words);
    case 'mentions':
      return inPart(mentionsText(test, not, words), test.part, words);
    case 'figure':
      return inPart(wholeFigureText(test, said, words), test.part, words);
    case 'same':
      return sameText(test, not, words);
    case 'apart':
      return denied(say('condApart', { years: yearsText(test.years, words) }), not, words);
    case 'moves':
      return denied(movesText(test, words), not, words);
    case 'differs':
      return denied(differsText(test, words), not, words);
    case 'misprint':
      return denied(say('condMisprint'), not, words);
    case 'not':
      return describeTest(test.of, { ...said, not: !not }, words);
    case 'all':
    case 'any':
      return joined(test, said, words);
  }
};
