import { counted } from '../answer/draft.ts';
import { parentOf } from '../answer/task-sources.ts';
import { indicatorCitations, measureOf } from './indicator-parts.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

/** The indicator table itself. */
export const indicatorTable = kind({
  name: 'indicator-table',
  whole: () => true,
  examples: [
    '主要指标有哪几个',
    '指标表里一共几个指标',
    '主要指标规划目标表列了哪些指标',
    '有哪些主要指标',
    '七个指标分别是什么',
    '规划目标表里都有啥指标',
    '计划定了几个主要指标',
    '主要指标清单',
    '指标表都有什么',
    '主要指标分别是哪些，列一下',
    '几个指标，都叫什么',
    '这个计划的主要指标有哪些',
    'What are the main indicators?',
    'how many indicators does the plan have',
    '主要指標有哪些',
    '把指标都列出来，有哪几个指标',
  ],
  others: ['主要指标里增长最快的是哪个', '2021年保费收入目标', '一共有几个行动', '主要任务有哪些'],
  find: (query, { plan }) =>
    asks(query, 'indicators') && query.indicators.length === 0 && !asks(query, 'most') ? plan.indicators : undefined,
  phrase: (indicators, desk) => {
    const table = desk.clause(parentOf(indicators[0]?.clause ?? ''))?.label ?? '';
    return {
      status: 'answered',
      brief: true,
      lines: [
        desk.say('indicatorList', { table, count: indicators.length }),
        ...indicators.map((row) => {
          const targets = row.values
            .filter(({ role }) => role === 'target')
            .map(({ year, printed }) => `${year}: ${printed}`);
          return desk.say('taskLine', {
            number: row.number,
            title: desk.name.indicator(row),
            mark: desk.say('indicatorMark', { measure: measureOf(row, desk), values: targets.join(', ') }),
          });
        }),
      ],
      citations: indicatorCitations(indicators, desk),
      computed: [
        counted(
          indicators.length,
          '指标表的行数',
          indicators.map(({ clause }) => clause),
        ),
      ],
    };
  },
});
