import type { Desk, Draft } from '../answer/draft.ts';
import { clip } from '../text.ts';
import type { Choice, Hit, Query } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const FEWEST = 2;
const MOST = 6;
/** A bare word of so few characters is a heading, not a question. */
const LONGEST_BARE = 6;
/** Topics this close to the best are readings too. */
const READING = 0.55;

/** The choice asks of its task what the question asked. */
const askedOfTask = (title: string, query: Query, { say }: Desk): string => {
  if (asks(query, 'support') && !asks(query, 'who')) return say('askSupport', { title });
  return asks(query, 'who', 'lead') ? say('askWho', { title }) : say('askContent', { title });
};

const taskChoice = (hit: Hit, query: Query, desk: Desk): Choice | undefined => {
  const task = desk.plan.tasks.find(({ number }) => number === hit.topic.task);
  const question = task && askedOfTask(desk.name.short(task), query, desk);
  return task && question !== undefined ? { label: desk.name.task(task), question, tasks: [task.number] } : undefined;
};

const indicatorChoice = (hit: Hit, { plan, name }: Desk): Choice | undefined => {
  const indicator = plan.indicators.find(({ clause }) => clause === hit.topic.clause);
  return indicator && { label: name.indicator(indicator), question: `${indicator.name}各年的目标是多少？`, tasks: [] };
};

const choicesFrom = (query: Query, desk: Desk): readonly Choice[] => {
  const best = query.hits[0]?.score ?? 0;
  return query.hits
    .filter(({ score }) => score >= best * READING)
    .flatMap((hit) => taskChoice(hit, query, desk) ?? indicatorChoice(hit, desk) ?? [])
    .slice(0, MOST);
};

const askWhich = (choices: readonly Choice[], desk: Desk, query: Query): Draft => ({
  status: 'clarify',
  lines: [desk.say('clarify', { asked: clip(query.subject, 20) })],
  choices,
});

const FEW = 6;
/** The next one speaks of it so much less. */
const CLEAR = 0.8;

/** The one task that is named so, of the few that speak of it at all: 科创板. */
const isMeant = ({ hits }: Query): boolean =>
  hits.length <= FEW &&
  (hits[1]?.score ?? 0) < (hits[0]?.score ?? 0) * CLEAR &&
  hits.filter(({ terms }) => terms.some(({ field }) => field === 'title')).length === 1;

/** A bare word with several readings. */
export const clarify = kind<readonly Choice[]>({
  name: 'clarify',
  examples: [
    '保险',
    '平台',
    '人才',
    '基金',
    '融资',
    '上市',
    '贷款',
    '投资',
    '数据',
    '试点',
    '债券',
    '政策',
    '机构',
    '服务',
    '资金',
  ],
  others: ['保险公司有什么任务', '保费收入', '天然气交易中心', '科创板', '绿色保险谁负责'],
  find: (query, desk) => {
    const bare =
      query.subject.replace(/\s+/g, '').length <= LONGEST_BARE &&
      query.reading.mentions.every(({ kind: what }) => what === 'filler' || what === 'beside');
    if (!bare || query.tasks.length > 0 || query.indicators.length > 0 || query.subject === '') return undefined;
    if (query.confidence === 'none' || isMeant(query)) return undefined;
    const choices = choicesFrom(query, desk);
    return choices.length >= FEWEST ? choices : undefined;
  },
  phrase: askWhich,
});

/** A tie between tasks: either may be meant. */
export const tied = kind<readonly Choice[]>({
  name: 'tied',
  examples: [
    '保险公司有什么任务',
    '投资机构要做什么',
    '产业基金有什么要求',
    '银行要干什么',
    '企业融资怎么办',
    '贷款方面有什么要求',
    '融资渠道怎么拓宽',
    '补贴政策怎么写的',
    '专项债券怎么说',
    '挂牌上市有什么要求',
    '招商引资怎么做',
    '银行要做哪些事',
    '小额贷款怎么说',
    '研发中心在哪',
    '信贷支持怎么说',
  ],
  others: ['绿色保险有什么任务', '保险', '陕西证监局支持什么', '供应链金融怎么做', '金融小镇怎么建'],
  find: (query, desk) => {
    if (query.confidence !== 'tie' || query.tasks.length > 0) return undefined;
    const choices = choicesFrom(query, desk);
    return choices.length >= FEWEST ? choices : undefined;
  },
  phrase: askWhich,
});
