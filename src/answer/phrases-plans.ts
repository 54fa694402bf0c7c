/** What is said where a process holds several plans. */
export const PLAN_PHRASES = {
  planHead: { zh: '《{title}》：', en: '{title}:' },
  planWhich: {
    zh: '有{count}个计划写到这一点，您问的是哪一个？',
    en: '{count} plans speak of this. Which one do you mean?',
  },
  planWhichLeast: {
    zh: '至少有{count}个计划写到这一点，您问的是哪一个？',
    en: 'At least {count} plans speak of this. Which one do you mean?',
  },
  planUnclear: { zh: '您问的是哪一个计划？', en: 'Which plan do you mean?' },
  planNone: { zh: '已查{count}个计划，都没有写这一点。', en: 'None of the {count} plans says this.' },
  planList: { zh: '共{count}个计划：', en: '{count} plan(s):' },
  planListLeast: { zh: '至少有{count}个计划，先列这些：', en: 'At least {count} plans; these first:' },
  planListFirst: {
    zh: '共{count}个计划，先列{listed}个：',
    en: '{count} plans; the first {listed}:',
  },
  planSeveral: { zh: '有{count}个计划写到，分别列出：', en: '{count} plans speak of this; one by one:' },
  planItem: { zh: '{mark}. 《{title}》', en: '{mark}. {title}' },
  planItemTasks: { zh: '{mark}. 《{title}》：{tasks}项任务', en: '{mark}. {title}: {tasks} task(s)' },
  planHelp: {
    zh: '我回答{count}个计划里的问题：哪项任务由谁负责、谁支持，要达到什么目标，原文怎么写、写在哪一条。可以先说是哪个计划，例如：',
    en: 'I answer questions about {count} plans: who is responsible, what is demanded by when, what the text says. For example:',
  },
  planAsk: { zh: '《{title}》：{asked}', en: '{title}: {asked}' },
} as const;
