import type { Desk, Draft } from '../answer/draft.ts';
import type { Choice, Hit, Query } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const FEWEST = 2;
const MOST = 6;
/** A bare word of so few characters is a heading, not a question. */
const LONGEST_BARE = 6;
/** Topics this close to the best are readings too. */
const READING = 0.55;

const taskChoice = (hit: Hit, { plan, name }: Desk): Choice | undefined => {
  const task = plan.tasks.find(({ number }) => number === hit.topic.task);
  return task && { label: name.task(task), question: `${task.body.title}的内容是什么？`, tasks: [task.number] };
};

const indicatorChoice = (hit: Hit, { plan, name }: Desk): Choice | undefined => {
  const indicator = plan.indicators.find(({ clause }) => clause === hit.topic.clause);
  return indicator && { label: name.indicator(indicator), question: `${indicator.name}各年的目标是多少？`, tasks: [] };
};

const choicesFrom = (query: Query, desk: Desk): readonly Choice[] => {
  const best = query.hits[0]?.score ?? 0;
  return query.hits
    .filter(({ score }) => score >= best * READING)
    .flatMap((hit) => taskChoice(hit, desk) ?? indicatorChoice(hit, desk) ?? [])
    .slice(0, MOST);
};

const askWhich = (choices: readonly Choice[], desk: Desk, query: Query): Draft => ({
  status: 'clarify',
  lines: [desk.say('clarify', { asked: query.subject.slice(0, 20) })],
  choices,
});

/** A follow-up with nothing before it. */
export const dangling = kind<true>({
  name: 'dangling',
  examples: ['那支持单位呢？', '它归谁管', '原文是什么'],
  find: (query) => (query.dangling ? true : undefined),
  phrase: (_, desk): Draft => {
    const task = desk.plan.tasks[0];
    const indicator = desk.plan.indicators[0];
    const choices: Choice[] = [
      ...(task
        ? [{ label: `${task.body.title}由谁负责？`, question: `${task.body.title}由谁负责？`, tasks: [task.number] }]
        : []),
      ...(indicator
        ? [{ label: `${indicator.name}各年的目标是多少？`, question: `${indicator.name}各年的目标是多少？`, tasks: [] }]
        : []),
    ];
    return { status: 'clarify', lines: [desk.say('dangling')], choices };
  },
});

/** A name that several units answer to. */
export const unclearUnit = kind<readonly string[]>({
  name: 'unclear-unit',
  examples: ['人行负责哪些任务'],
  find: (query) =>
    query.unclearUnits.length > 1 &&
    query.units.length === 0 &&
    query.tasks.length === 0 &&
    query.confidence !== 'clear'
      ? query.unclearUnits
      : undefined,
  phrase: (units, desk, query): Draft => {
    const asked = query.reading.mentions.find((mention) => mention.kind === 'unit-unclear')?.text ?? '';
    const choices = units
      .slice(0, MOST)
      .map((unit) => ({ label: desk.name.unit(unit), question: query.reading.text.replace(asked, unit), tasks: [] }));
    return { status: 'clarify', lines: [desk.say('unclearUnit', { asked })], choices };
  },
});

const OWN_UNIT = /(?:我们|咱们?|我)(?:这)?(?:个)?(局|委|办|区|单位|部门|中心|公司|银行)|本(局|单位|部门|委|区)/u;

/** Units of the sort that the asker belongs to, those with most tasks first. */
const unitsLike = (sort: string, { plan }: Desk): readonly string[] => {
  const tasks = (unit: string) =>
    plan.tasks.filter(({ body }) => body.responsible.some(({ means }) => means.includes(unit))).length;
  const units = plan.registry.units.map(({ name }) => name).filter((name) => tasks(name) > 0);
  const like = units.filter((name) => name.endsWith(sort));
  return (like.length >= FEWEST ? like : units).toSorted((a, b) => tasks(b) - tasks(a)).slice(0, MOST);
};

/** 我们局有什么任务: nobody knows here whose unit is meant. */
export const whichUnit = kind<readonly string[]>({
  name: 'which-unit',
  examples: ['我们局2021年有什么任务', '咱们单位负责哪几项', '本局要支持哪些任务'],
  find: (query, desk) => {
    const found = OWN_UNIT.exec(query.reading.text);
    if (!found || query.units.length + query.unclearUnits.length + query.tasks.length > 0) return undefined;
    if (!asks(query, 'list', 'count', 'who', 'support', 'content') || query.assumed.length > 0) return undefined;
    return query.subject.replace(/[局委办区]|单位|部门/gu, '').trim().length > MOST
      ? undefined
      : unitsLike(found[1] ?? found[2] ?? '', desk);
  },
  phrase: (units, desk, query): Draft => ({
    status: 'clarify',
    lines: [desk.say('whichUnit')],
    choices: units.map((unit) => ({
      label: desk.name.unit(unit),
      question: query.reading.text.replace(OWN_UNIT, unit),
      tasks: [],
    })),
  }),
});

/** A bare word with several readings. */
export const clarify = kind<readonly Choice[]>({
  name: 'clarify',
  examples: ['保险', '平台', '人才'],
  find: (query, desk) => {
    const bare =
      query.subject.replace(/\s+/g, '').length <= LONGEST_BARE &&
      query.reading.mentions.every(({ kind: what }) => what === 'filler');
    if (!bare || query.tasks.length > 0 || query.indicators.length > 0 || query.subject === '') return undefined;
    const choices = choicesFrom(query, desk);
    return choices.length >= FEWEST ? choices : undefined;
  },
  phrase: askWhich,
});

/** A tie between tasks: either may be meant. */
export const tied = kind<readonly Choice[]>({
  name: 'tied',
  examples: ['保险公司有什么任务'],
  find: (query, desk) => {
    if (query.confidence !== 'tie' || query.tasks.length > 0) return undefined;
    const choices = choicesFrom(query, desk);
    return choices.length >= FEWEST ? choices : undefined;
  },
  phrase: askWhich,
});
