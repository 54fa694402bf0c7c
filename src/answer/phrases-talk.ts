/** What the bot says of what it does not find, asks back, and says of itself. Part of the bot's phrases. */
export const TALK_PHRASES = {
  sources: { zh: '出处', en: 'Sources' },
  briefSources: { zh: '出处：{labels}', en: 'Sources: {labels}' },
  quote: { zh: '{mark} {label}“{quote}”', en: '{mark} {label} “{quote}”' },
  notFound: { zh: '计划里没有写“{asked}”。', en: 'The plan does not say: {asked}' },
  notFoundHere: {
    zh: '计划里出现过“{asked}”，但没有写您问的这一点。',
    en: 'The plan uses the words “{asked}”, but does not say what you ask.',
  },
  notFoundPlain: { zh: '计划里没有写这一点。', en: 'The plan does not say this.' },
  unitWithout: { zh: '计划里没有出现“{unit}”。', en: 'The plan names no unit “{unit}”.' },
  otherPlace: { zh: '这是《{title}》，没有写{place}的情况。', en: 'This plan ({title}) says nothing about {place}.' },
  unitUnnamed: {
    zh: '计划没有单独列出{unit}。以“{group}”为责任单位的任务共{count}项：',
    en: 'The plan does not name {unit} itself. {count} task(s) name “{group}”:',
  },
  noPart: {
    zh: '计划提到相近的“{title}”，其中没有写“{part}”。',
    en: 'The plan mentions “{title}”, without “{part}”.',
  },
  termUndefined: {
    zh: '计划用到“{term}”，但没有说明它的具体内容。',
    en: 'The plan uses “{term}” but nowhere says what it consists of.',
  },
  searched: {
    zh: '已查：{tasks}项任务（正文和附件）、{indicators}个指标、{actions}个行动、实施保障。',
    en: 'Searched: {tasks} tasks (main text and annex), {indicators} indicators, {actions} actions and the safeguards.',
  },
  searchedText: { zh: '已查全文{counts}。', en: 'Searched the whole text{counts}.' },
  textHas: { zh: '（{list}）', en: ' ({list})' },
  textCounts: { zh: '全文共有{list}。', en: 'The document has {list}.' },
  hasActions: { zh: '{count}个部分', en: '{count} sections' },
  hasTasks: { zh: '{count}项任务', en: '{count} tasks' },
  hasIndicators: { zh: '{count}个指标', en: '{count} indicators' },
  hasSafeguards: { zh: '{count}条保障措施', en: '{count} safeguards' },
  near: { zh: '相近的内容：{labels}', en: 'Nearest clauses: {labels}' },
  empty: {
    zh: '没有读到问题。请用文字提问，例如某项任务由哪个单位负责、某年的目标是多少。',
    en: 'No question found. Please ask in words.',
  },
  help: {
    zh: '我只回答《{title}》：哪项任务由谁负责、谁支持，某年要达到什么目标，原文怎么写、写在哪一条。',
    en: 'I answer questions about one plan, {title}: who is responsible for a task, who supports it, what a year demands, and what the text says.',
  },
  clarify: {
    zh: '“{asked}”在计划里有几种可能，您问的是哪一个？',
    en: '“{asked}” could mean several things in the plan. Which one?',
  },
  dangling: {
    zh: '不知道您接着哪一项问。请说出任务、单位或指标，例如：',
    en: 'Please name the task, unit or indicator you mean, for example:',
  },
  unclearUnit: { zh: '“{asked}”可能指几个单位，您问的是哪一个？', en: '“{asked}” may mean several units. Which one?' },
  askUnitTasks: { zh: '{unit}有哪些任务？', en: 'What tasks does {unit} have?' },
  askTargets: { zh: '{title}各年的目标是什么？', en: 'What are the targets of {title} by year?' },
  otherDocument: {
    zh: '“{asked}”不是本计划的文号；本计划的文号是{number}。',
    en: '“{asked}” is not the number of this plan, which is {number}.',
  },
  unreadPlain: {
    zh: '没有读懂“{asked}”。请换个说法，或写出任务、单位、指标的名称。',
    en: 'I could not read “{asked}”. Please name a task, a unit or an indicator.',
  },
  unread: {
    zh: '没有读懂“{asked}”在这句话里的意思，怕答错，请换个说法。例如可以问：',
    en: 'I could not tell what “{asked}” means here and do not want to answer wrongly. You could ask:',
  },
  identity: {
    zh: '我是“问计”，一个只查《{title}》原文的程序：答案都从计划里查出并附出处，不编写内容。',
    en: 'I am Wenji, a program that looks things up in one plan, {title}, and quotes it. I do not make up answers.',
  },
  thanks: { zh: '不客气，随时可以再问。', en: 'You are welcome.' },
  bye: { zh: '好的，有需要随时来问。', en: 'All right, ask whenever you need.' },
  yesToNothing: { zh: '好的。请问您想查哪一项？例如：', en: 'All right. What would you like to look up? For example:' },
  noToNothing: {
    zh: '好的，那请您说一下要查什么，例如：',
    en: 'Then please say what you would like to look up, for example:',
  },
  complained: {
    zh: '抱歉没有答好。请把任务、单位或指标的名称写出来再问一次；答错了可以点“有误”。',
    en: 'Sorry. Please name the task, unit or indicator and ask again.',
  },
  shorterNot: {
    zh: '好的，请说要看哪一项、哪一年，我只答那一条。',
    en: 'Please say which item and year, and I will give just that.',
  },
  againNothing: { zh: '前面还没有问过什么。例如可以问：', en: 'Nothing was asked before. For example:' },
  noMore: { zh: '没有了，上面列的就是全部。', en: 'No, that was the complete list.' },
  noMoreThan: {
    zh: '没有了，共{count}项，上面列的就是全部。',
    en: 'No, there are {count} in all; the list was complete.',
  },
  reasonUnsaid: { zh: '计划没有写原因。', en: 'The plan does not say why.' },
  exportHow: {
    zh: '要表格请说单位和年份，例如“导出某局某年任务清单”。',
    en: 'For a table, name the unit and the year.',
  },
} as const;
