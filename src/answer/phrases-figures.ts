/** Phrases of answers about figures: where they stand, whether two places agree, one as a share of another. */
export const FIGURE_PHRASES = {
  figurePlaces: { zh: '“{figure}”在计划里出现{count}处：', en: '“{figure}” stands in {count} place(s) of the plan:' },
  agreesBoth: { zh: '两处数字一致。', en: 'The figures agree.' },
  witness: {
    zh: '{name}：表中{table}，{label}写{other}，{verdict}。',
    en: '{name}: the table has {table}, {label} has {other}: {verdict}.',
  },
  noWitness: {
    zh: '{name}：只有主要指标规划目标表写了数，没有另一处可以对照。',
    en: '{name}: only the table of indicators gives figures; there is no other place to compare.',
  },
  difference: {
    zh: '{to}年比{from}年{word}{value}{measure}（计算：{formula}）',
    en: '{to} vs {from}: {word}{value} {measure} (computed: {formula})',
  },
  ofQuantity: { zh: '{name}{line}', en: '{name}: {line}' },
  risesBy: {
    zh: '平均每年{word}{value}{measure}（计算：{formula}）',
    en: 'a year on average {word}{value} {measure} (computed: {formula})',
  },
  whenDiffer: { zh: '{years}年都写到，各年的说法不同：', en: 'All of {years}, in different words:' },
  otherUnit: {
    zh: '单位不同：计划写的是{value}，不是{claimed}。',
    en: 'The unit is another: the plan has {value}, not {claimed}.',
  },
  dateMonth: { zh: '{month}月的日期', en: 'a date in month {month}' },
  dateDay: { zh: '{month}月{day}日', en: 'the date {month}-{day}' },
  condEach: { zh: '每年都', en: 'every year ' },
  figurePlain: { zh: '数值', en: 'figure' },
  condMultiple: { zh: '{to}年的{what}是{from}年的{times}倍', en: 'the {what} of {to} is {times} times that of {from}' },
  condMultipleEver: {
    zh: '后一个年份的{what}是前面年份的{times}倍',
    en: 'the {what} of a later year is {times} times that of an earlier one',
  },
  condMore: { zh: '{to}年的{what}比{from}年多', en: 'the {what} of {to} is more than that of {from}' },
  condLess: { zh: '{to}年的{what}比{from}年少', en: 'the {what} of {to} is less than that of {from}' },
  condLevel: { zh: '{to}年的{what}与{from}年相同', en: 'the {what} of {to} is that of {from}' },
  condRising: { zh: '{years}{what}逐年增加', en: '{years}the {what} rises year by year' },
  condFalling: { zh: '{years}{what}逐年减少', en: '{years}the {what} falls year by year' },
  condSteady: { zh: '{years}{what}每年相同', en: '{years}the {what} is the same every year' },
} as const;
