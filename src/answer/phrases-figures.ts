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
} as const;
