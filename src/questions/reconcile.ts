import { type Reconciled, reconcile } from '../answer/conflicts.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import { canonical } from '../text.ts';
import type { Conflict, Query } from '../types.ts';
import { bearing } from './arithmetic.ts';
import { kind } from './kind.ts';
import { asks, nearestTask } from './subject.ts';

/** Two figures are set against each other: 对得上, 一致, 矛盾. */
const AGAINST =
  /一回事|同一(?:个|件)|哪个对|漏了?|少了|写错|印错|咋回事|怎么回事|怎么(?:会)?不一样|却|可是|对得上|对不上|吻合|相符|一致|矛盾|打架|冲突|出入|对不拢|差得?出|说得通|算得?拢|口径|add up|consistent|match|agree|conflict|contradict/u;
const SUMMED = /加起来|加总|相加|合计|总和|之和/u;
const TWO_SOURCES = /正文.*(?:附件|附表|分解表)|(?:附件|附表|分解表).*正文|指标表|规划目标表/u;
const ADDED = /新增|每年增|分年|逐年|各年|每年|引进|净增|total|year/u;

const FIGURES = /\d+[家期次个项亿]/g;

/** A place is named by its words, or by its figure: 一个说10期，一个说10次. */
const isNamed = (words: string, asked: string): boolean => {
  const figures = words.match(FIGURES) ?? [];
  return asked.includes(words) || (figures.length > 0 && figures.every((figure) => asked.includes(figure)));
};

const speaksOf = (conflict: Conflict, query: Query, desk: Desk): boolean => {
  const task = nearestTask(query, desk)?.number;
  switch (conflict.kind) {
    case 'additions':
      return (
        (query.indicators.includes(conflict.indicator) ||
          task === conflict.task ||
          query.topic?.clause === desk.plan.indicators.find(({ number }) => number === conflict.indicator)?.clause) &&
        ADDED.test(query.reading.text)
      );
    case 'sum':
      return task === conflict.task;
    case 'places': {
      const asked = canonical(query.reading.text);
      return conflict.places.filter(({ words }) => isNamed(canonical(words), asked)).length > 1;
    }
  }
};

const findConflict = (query: Query, desk: Desk): readonly Reconciled[] | undefined => {
  const { text } = query.reading;
  const against = AGAINST.test(text) || (SUMMED.test(text) && (asks(query, 'confirm') || TWO_SOURCES.test(text)));
  if (
    !against ||
    !asks(query, 'differ', 'confirm', 'sum', 'content', 'change', 'annex', 'body', 'define', 'indicators')
  )
    return undefined;
  if (query.units.length > 0 || asks(query, 'who', 'support')) return undefined;
  const found = desk.conflicts
    .filter((conflict) => speaksOf(conflict, query, desk))
    .flatMap((conflict) => reconcile(conflict, desk) ?? []);
  return found.length > 0 ? found : undefined;
};

/** Whether two places of the plan agree: totals against additions, a total against its years, one thing under two names. */
export const reconciled = kind<readonly Reconciled[]>({
  name: 'reconcile',
  examples: [
    '上市公司年末累计数和每年新增对得上吗',
    '金融机构引进数加起来和表里的总数一致吗',
    '科技型企业上市35家，分年加起来对得上吗',
    '指标表里上市公司的增加数跟附件新增的一样吗，对得上吗',
    '2021年新增上市企业10家，可是指标表多了20家，是不是矛盾',
    '引进金融机构的目标和金融机构总数吻合吗',
    '上市企业新增数跟年末数打架吗',
    '附件每年引进的金融机构和指标表的总数对不上吗',
    '科技型企业新增上市正文说35家，附件三年合计是多少，矛盾吗',
    '境内外上市企业每年新增和累计数有出入吗',
    '金融机构总数增加的家数和每年引进的家数一致不一致',
    '三年新增上市企业加起来跟指标表对得上不',
    '金融机构2020年增加15家，附件写引进10家，冲突吗',
    '科技型企业挂牌上市三年加起来是35家吗，一致吗',
    '上市公司总数和每年新增是否相符',
  ],
  others: [
    '科创板三年合计新增多少家',
    '天然气交易中心的责任单位正文和附件一样吗',
    '2021年上市公司目标是多少',
    '哪些任务的责任单位正文与附件不一致',
    '金融机构总数2022年是多少',
  ],
  find: findConflict,
  phrase: (found, desk): Draft => ({
    status: 'answered',
    lines: found.flatMap(({ conflict, agree, lines }) =>
      conflict.kind === 'places'
        ? lines
        : [desk.say(agree ? 'agreesAll' : 'disagreesSome'), desk.say('reconcileHead', { of: conflict.of }), ...lines],
    ),
    citations: found.flatMap(({ citations }) => citations),
    computed: bearing(found.flatMap(({ computed }) => computed)),
    notices: found
      .filter(({ agree }) => !agree)
      .map(({ citations }) => ({
        code: 'several_sources',
        text: desk.say('disagreesSome'),
        clauses: citations.map(({ clause }) => clause),
      })),
    tasks: [...new Set(found.flatMap(({ tasks }) => tasks))].sort((a, b) => a - b),
  }),
});
