/** What is said of work lists, and of what units reported by them. */
export const LIST_PHRASES = {
  listFile: { zh: '{title}（{contents}），下载：', en: '{title} ({contents}), to download:' },
  listWhich: {
    zh: '要导出哪份清单？请先问出一份清单，再说“导出”；或者直接说，例如：',
    en: 'Which list shall be exported? Ask for a list first, then say “export”; or say, for example:',
  },
  reportedOne: {
    zh: '{unit}{day}填报：第{task}项“{title}”{progress}{person}。',
    en: 'Reported by {unit} on {day}: task {task}, {title}: {progress}{person}.',
  },
  reportedBy: { zh: '，责任人{person}', en: ', in charge: {person}' },
  reportedNothing: { zh: '没有填进展', en: 'no progress given' },
  reportedList: { zh: '各单位填报为“{progress}”的任务共{count}项：', en: 'Tasks reported as {progress}: {count}.' },
  reportedAll: { zh: '各单位填报了进展的任务共{count}项：', en: 'Tasks with a report: {count}.' },
  reportedLine: {
    zh: '{task}. {title}：{unit}{day}填报{progress}{person}',
    en: '{task}. {title}: {progress}{person}, reported by {unit} on {day}',
  },
  reportedNone: {
    zh: '各单位的填报里，所问的任务没有“{progress}”的（共填报{count}项）。',
    en: 'None of the tasks asked about is reported as {progress} ({count} reported).',
  },
  reportedNotice: {
    zh: '以上是单位填报的情况，计划本身没有写进展。',
    en: 'This is what units reported; the plan itself says nothing of progress.',
  },
} as const;
