import type { Language } from '../types.ts';
import { labelIn } from './labels.ts';
import { FIGURE_PHRASES } from './phrases-figures.ts';
import { LAYOUT_PHRASES } from './phrases-layout.ts';
import { LIST_PHRASES } from './phrases-lists.ts';
import { PLAN_PHRASES } from './phrases-plans.ts';
import { SET_PHRASES } from './phrases-sets.ts';
import { TRADITIONAL } from './phrases-traditional.ts';
import { WRONG_PHRASES } from './phrases-wrong.ts';

/** What the bot says around the plan's own words. `{}` are filled with names and quotes, which are never converted. */
export const PHRASES = {
  ...SET_PHRASES,
  ...FIGURE_PHRASES,
  ...LIST_PHRASES,
  ...WRONG_PHRASES,
  ...LAYOUT_PHRASES,
  ...PLAN_PHRASES,
  responsible: { zh: '责任单位：{units}', en: 'Responsible units: {units}' },
  supporting: { zh: '支持单位：{units}', en: 'Supporting units: {units}' },
  noSupporting: {
    zh: '支持单位：正文和附件都没有写。',
    en: 'Supporting units: neither the text nor the annex names any.',
  },
  annexOnly: { zh: '（仅附件列出）', en: ' (annex only)' },
  bodyOnly: { zh: '（仅正文列出）', en: ' (main text only)' },
  annexResponsible: {
    zh: '{label}的责任单位印作“{printed}”',
    en: '{label} prints the responsible units as “{printed}”',
  },
  annexSupporting: { zh: '{label}的支持单位印作“{printed}”', en: '{label} prints the supporting units as “{printed}”' },
  annexNoSupporting: { zh: '{label}没有写支持单位', en: '{label} names no supporting units' },
  differs: { zh: '{what}，与正文不一致。', en: '{what}, which differs from the main text.' },
  titleDiffers: {
    zh: '{label}的任务名称印作“{printed}”，与正文文字不一致。',
    en: '{label} prints the title as “{printed}”, which differs from the main text.',
  },
  noLead: {
    zh: '计划只写责任单位和支持单位，没有写牵头单位；责任单位里排在第一位的是{unit}。',
    en: 'The plan names responsible and supporting units but no lead unit; the first-named responsible unit is {unit}.',
  },
  noLeadHere: {
    zh: '这一项没有写哪个单位牵头；排在第一位的是{unit}。',
    en: 'This item names no lead unit; the first-named one is {unit}.',
  },
  nobodyNamed: { zh: '计划没有写“{title}”的责任单位。', en: 'The plan names no unit for “{title}”.' },
  noSupportingHere: { zh: '支持单位：没有写。', en: 'Supporting units: none is named.' },
  isResponsible: { zh: '是。{unit}是责任单位之一。', en: 'Yes. {unit} is one of the responsible units.' },
  isOnlyResponsible: { zh: '是。{unit}是唯一的责任单位。', en: 'Yes. {unit} is the only responsible unit.' },
  isSupportingYes: { zh: '是。{unit}是支持单位。', en: 'Yes. {unit} is a supporting unit.' },
  isNeither: {
    zh: '不是。{unit}既不是这项任务的责任单位，也不是支持单位。',
    en: 'No. {unit} is neither responsible for nor supporting this task.',
  },
  roleAny: { zh: '责任单位或支持单位', en: 'a responsible or supporting unit' },
  conditionMentions: { zh: '写到“{word}”', en: 'the text speaks of “{word}”' },
  targetsTwoSame: { zh: '{years}年目标文字相同', en: 'the targets of {years} are the same' },
  targetsTwoDiffer: { zh: '{years}年目标文字不同', en: 'the targets of {years} differ' },
  leadNotPrinted: {
    zh: '计划没有写牵头单位，这里列的是由其负责的任务。',
    en: 'The plan names no lead unit; these are the tasks for which it is responsible.',
  },
  firstIsNotLead: {
    zh: '计划没有写牵头单位；这里按正文责任单位的印出次序。',
    en: 'The plan names no lead unit; this goes by the printed order in the main text.',
  },
  noneInRole: { zh: '{unit}没有被列为{role}。', en: '{unit} is not named as {role}.' },
  roleResponsible: { zh: '责任单位', en: 'a responsible unit' },
  roleSupporting: { zh: '支持单位', en: 'a supporting unit' },
  byGroup: {
    zh: '另有{count}项以“{group}”为责任单位，{unit}属于其中（{basis}）：{titles}。',
    en: '{count} more task(s) name “{group}”, to which {unit} belongs ({basis}): {titles}.',
  },
  unitDiffers: { zh: '正文与附件在这些任务上列名不一致：{list}。', en: 'Main text and annex differ on: {list}.' },
  misprinted: { zh: '{label}印作“{printed}”', en: '{label} prints “{printed}”' },
  rankTasks: { zh: '任务', en: 'tasks' },
  rankTasksResponsible: { zh: '作为责任单位的任务', en: 'tasks as a responsible unit' },
  rankTasksSupported: { zh: '作为支持单位的任务', en: 'tasks as a supporting unit' },
  rankUnits: { zh: '责任单位和支持单位', en: 'responsible and supporting units' },
  rankResponsible: { zh: '责任单位', en: 'responsible units' },
  rankLead: { zh: '牵头单位', en: 'lead units' },
  rankBeside: { zh: '牵头单位以外的责任单位', en: 'responsible units besides the lead' },
  rankTasksLead: { zh: '牵头的任务', en: 'tasks as the lead unit' },
  rankTasksBeside: { zh: '不牵头而负责的任务', en: 'tasks as a responsible unit that does not lead' },
  rankSupporting: { zh: '支持单位', en: 'supporting units' },
  rankMost: { zh: '{of}最多的是{names}，{count}{measure}', en: 'Most {of}: {names} ({count}{measure})' },
  rankLeast: { zh: '{of}最少的是{names}，{count}{measure}', en: 'Fewest {of}: {names} ({count}{measure})' },
  rankNthMost: {
    zh: '{of}从多到少排，{rank}是{names}',
    en: '{rank} by most {of}: {names}',
  },
  rankNthLeast: {
    zh: '{of}从少到多排，{rank}是{names}',
    en: '{rank} by fewest {of}: {names}',
  },
  rankAlone: { zh: '{names}，{count}{measure}', en: '{names} ({count}{measure})' },
  rankTied: { zh: '{names}，{count}{measure}（并列）', en: '{names} ({count}{measure}, tied)' },
  placeOne: { zh: '第{from}', en: 'No. {from}' },
  placeRange: { zh: '第{from}到第{to}', en: 'No. {from} to {to}' },
  rankAhead: { zh: '排在前面的：', en: 'Ahead:' },
  rankNext: { zh: '其次：', en: 'Next:' },
  rankLine: { zh: '{name}：{count}{measure}', en: '{name}: {count}{measure}' },
  measureTasks: { zh: '项', en: '' },
  measureUnits: { zh: '个', en: '' },
  measureArea: { zh: '平方米', en: 'square metres' },
  measureLength: { zh: '米', en: 'metres' },
  allUnits: {
    zh: '计划列名的{role}共{count}个（正文和附件合并；合称各算一个）：',
    en: 'The plan names {count} {role} (main text and annex together; a collective name counts as one):',
  },
  unitCount: { zh: '{unit}（{count}项）', en: '{unit} ({count})' },
  reconcileYear: {
    zh: '{year}年：表中年末累计数增加{gap}{measure}（{formula}），附件第{task}项写{verb}{added}{measure}，{verdict}。',
    en: '{year}: the year-end totals rise by {gap} ({formula}); annex item {task} adds {added} ({verb}{added}{measure}): {verdict}.',
  },
  reconcileSpan: {
    zh: '{from}年到{to}年：表中增加{gap}{measure}（{formula}），附件第{task}项合计{verb}{total}{measure}（{sum}），{verdict}。',
    en: '{from} to {to}: the table grows by {gap}{measure} ({formula}), annex item {task} in all {verb}{total}{measure} ({sum}): {verdict}.',
  },
  agreesInAll: {
    zh: '合计一致，分年的数字不一致，计划没有说明原因。',
    en: 'In all they agree, year by year they do not; the plan does not say why.',
  },
  reconcileSum: {
    zh: '{label}写{of}{total}{measure}；附件第{task}项分年为{formula}，{verdict}。',
    en: '{label} gives {total} ({of}{total}{measure}); annex item {task} by year: {formula}: {verdict}.',
  },
  agrees: { zh: '一致', en: 'they agree' },
  disagrees: { zh: '不一致', en: 'they do not agree' },
  disagreesSome: {
    zh: '两处数字不一致，计划没有说明原因。',
    en: 'The figures do not agree; the plan does not say why.',
  },
  placeWords: { zh: '{label}写“{words}”', en: '{label}: “{words}”' },
  partHead: { zh: '{label}{title}共{count}条：', en: '{label} {title} has {count} part(s):' },
  askUnitYear: { zh: '{unit}{year}年要做什么？', en: 'What does {unit} have to do in {year}?' },
  askWho: { zh: '{title}由谁负责？', en: 'Who is responsible for {title}?' },
  askSupport: { zh: '{title}的支持单位是谁？', en: 'Which units support {title}?' },
  askContent: { zh: '{title}的内容是什么？', en: 'What does the plan say about {title}?' },
  askTarget: { zh: '{title}{year}年的目标是什么？', en: 'What is the {year} target of {title}?' },
  askText: { zh: '{title}的原文是什么？', en: 'What does the plan say about {title}?' },
  askTasks: { zh: '{title}有哪几项任务？', en: 'Which tasks are in {title}?' },
  askGrowth: { zh: '{name}{to}年比{from}年增长多少？', en: 'How much does {name} grow from {from} to {to}?' },
  taskLine: { zh: '{number}. {title}{mark}', en: '{number}. {title}{mark}' },
  targetLine: { zh: '{year}年：{text}', en: '{year}: {text}' },
  indicatorValue: { zh: '{name}{year}年{role}：{value}{measure}', en: '{name}, {year} {role}: {value} {measure}' },
  indicatorRow: { zh: '{year}年{value}{measure}（{role}）', en: '{year}: {value} {measure} ({role})' },
  past: { zh: '数', en: 'figure' },
  target: { zh: '目标', en: 'target' },
  pastMark: { zh: '历史数', en: 'past figure' },
  targetMark: { zh: '目标', en: 'target' },
  growth: { zh: '增长{value}%（计算：{formula}）', en: 'growth {value}% (computed: {formula})' },
  sum: { zh: '合计{value}{measure}（计算：{formula}）', en: 'total {value} {measure} (computed: {formula})' },
  mostInYear: { zh: '最多的是{years}年：{figure}{measure}。', en: 'The most is in {years}: {figure} {measure}.' },
  leastInYear: { zh: '最少的是{years}年：{figure}{measure}。', en: 'The least is in {years}: {figure} {measure}.' },
  growthStep: {
    zh: '{to}年比{from}年增长{value}%（计算：{formula}）',
    en: '{to} over {from}: {value}% (computed: {formula})',
  },
  growthMean: {
    zh: '年均增长{value}%（计算：{formula}）',
    en: 'average growth a year {value}% (computed: {formula})',
  },
  whichUnit: {
    zh: '不知道您是哪个单位。请说出单位名称，例如：',
    en: 'Please name your unit, for example:',
  },
  more: { zh: '多', en: 'more by ' },
  less: { zh: '少', en: 'less by ' },
  larger: {
    zh: '{year}年{a}比{b}{word}{value}{measure}（计算：{formula}）',
    en: '{year}: {a} vs {b}: {word}{value} {measure} (computed: {formula})',
  },
  goalOf: { zh: '{action}的具体目标：', en: 'Specific goal of {action}:' },
  measuresOf: { zh: '{action}共有{count}项任务：', en: '{action} has {count} task(s):' },
  says: { zh: '{label}写道：', en: '{label} says:' },
  annexSays: { zh: '附件分年目标：', en: 'Targets by year (annex):' },
  notInYear: {
    zh: '{year}年不在计划期（{from}—{to}年）内，计划没有写。',
    en: '{year} is outside the plan period ({from}–{to}); the plan does not say.',
  },
  clauseMissing: { zh: '计划里没有“{clause}”。', en: 'The plan has no “{clause}”.' },
  docBegins: { zh: '开头是：{text}', en: 'It begins: {text}' },
  docYear: { zh: '计划期：{year}年', en: 'Plan period: {year}' },
  docIssuers: { zh: '{count}个单位联合印发：{list}', en: 'Issued jointly by {count}: {list}' },
  docLacks: { zh: '文件里没有写明{what}。', en: 'The document does not print {what}.' },
  docNameTitle: { zh: '标题', en: 'a title' },
  docNameNumber: { zh: '文号', en: 'a document number' },
  docNameDated: { zh: '日期', en: 'a date' },
  docNameIssuer: { zh: '印发单位', en: 'who issued it' },
  docNameAddressees: { zh: '主送单位', en: 'to whom it is sent' },
  docNameCopies: { zh: '抄送单位', en: 'who is sent a copy' },
  docNamePeriod: { zh: '起止年份', en: 'its first and last year' },
  docTitle: { zh: '文件全称：{value}', en: 'Full title: {value}' },
  docNumber: { zh: '文号：{value}', en: 'Document number: {value}' },
  docDated: { zh: '成文日期：{value}；印发日期：{printed}', en: 'Dated {value}; issued {printed}' },
  docDatedOnly: { zh: '成文日期：{value}', en: 'Dated {value}' },
  docPrintedOnly: { zh: '印发日期：{value}', en: 'Issued {value}' },
  docIssuer: { zh: '印发单位：{value}', en: 'Issued by: {value}' },
  docAddressees: { zh: '主送：{value}', en: 'Addressed to: {value}' },
  docCopies: { zh: '抄送：{value}', en: 'Copied to: {value}' },
  docForwarded: { zh: '转发：{issuer}，{value}', en: 'Passed on by {issuer}, {value}' },
  docPeriod: { zh: '计划期：{from}—{to}年', en: 'Plan period: {from}–{to}' },
  docOverview: {
    zh: '全文共有{actions}个行动、{tasks}项任务、{indicators}个主要指标、{safeguards}条实施保障。',
    en: 'The plan has {actions} actions, {tasks} tasks, {indicators} main indicators and {safeguards} safeguards.',
  },
  note: { zh: '注意：{text}', en: 'Note: {text}' },
  shortened: {
    zh: '文字较长，只读了其中像问题的部分：{text}',
    en: 'The text is long; only what looks like the question was read: {text}',
  },
  assumedTopic: { zh: '按上文理解为：{value}。', en: 'Taken from your earlier question: {value}.' },
  noYear: {
    zh: '“今年”“明年”不作推算，按计划期各年列出。',
    en: 'Relative years are not guessed; every year of the plan is listed.',
  },
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
  itemTitle: { zh: '第{number}项“{title}”', en: 'Item {number}: {title}' },
  figureOf: { zh: '{of}：{values}', en: '{of}: {values}' },
  figureYear: { zh: '{year}年{value}', en: '{year}: {value}' },
  figureEvery: { zh: '每年{value}', en: '{value} every year' },
  figureRole: { zh: '{value}（{role}）', en: '{value} ({role})' },
  sentenceAt: { zh: '{label}：{text}', en: '{label}: {text}' },
  sentenceIn: { zh: '{label}（{year}年）：{text}', en: '{label} ({year}): {text}' },
  unsaidFigure: { zh: '计划没有写数额。', en: 'The plan gives no figure for this.' },
  unsaidAttribute: { zh: '计划没有写“{asked}”。', en: 'The plan does not say “{asked}”.' },
  unsaidAttributeHere: { zh: '“{title}”里没有写“{asked}”。', en: '“{title}” does not say “{asked}”.' },
  unsaidDate: { zh: '计划没有写时间。', en: 'The plan gives no date for this.' },
  unsaidGrowth: {
    zh: '计划没有写增长的数，所写的数也不够计算。',
    en: 'The plan gives no growth, and its figures do not allow computing one.',
  },
  unsaidYears: {
    zh: '{of}：计划没有写{years}年的数额，写的是{values}。',
    en: '{of}: the plan gives no figure for {years}; it has {values}.',
  },
  nearestTopic: { zh: '最接近的是{title}。', en: 'The nearest is: {title}.' },
  nearestSentence: { zh: '相近的一句：“{text}”', en: 'The nearest sentence: “{text}”' },
  itIsSo: { zh: '是的，{what}', en: 'Yes, that is right. {what}' },
  itIsNot: { zh: '不是，{what}', en: 'No. {what}' },
  notTold: { zh: '计划写的是：{what}', en: 'The plan says: {what}' },
  exactlyNot: { zh: '不是，正好{value}，{what}', en: 'No, exactly {value}. {what}' },
  inYuan: { zh: '不是，计划以人民币（{measure}）计，{what}', en: 'No, the plan counts in yuan ({measure}). {what}' },
  isMore: { zh: '计划定的比{claimed}高：{what}', en: 'The plan says more than {claimed}. {what}' },
  notOfYear: {
    zh: '计划没有写这一年的{of}，写的是：{what}',
    en: 'The plan does not say {of} for that year. It says: {what}',
  },
  someYears: { zh: '{years}年是，各年不一样：{what}', en: 'So it is in {years}; it differs by year: {what}' },
  saidElsewhere: { zh: '计划写到{claimed}的是：{what}', en: 'In the plan {claimed} is said of: {what}' },
  yearsVary: { zh: '各年不一样：{what}', en: 'It differs by year: {what}' },
  sameAmount: { zh: '换算：{claimed}＝{value}', en: 'That is, {claimed} = {value}' },
  whenYears: { zh: '{years}年。', en: '{years}.' },
  whenAll: { zh: '{years}年，每年都有。', en: 'In every year: {years}.' },
  whenDates: { zh: '{dates}（{years}年）。', en: '{dates} ({years}).' },
  saidAt: { zh: '是的，{label}写道：', en: 'Yes, {label} says:' },
  saidNot: { zh: '不是，{label}写道：', en: 'No, {label} says:' },
  saidOfOther: { zh: '不是，计划写的是{instead}。', en: 'No, the plan says this of {instead}.' },
  saidNearest: {
    zh: '计划没有原样的说法，最接近的一句是：',
    en: 'The plan does not say so in these words; the nearest sentence is:',
  },
  targetOfYear: { zh: '{title}{year}年目标：', en: '{title}, {year} target:' },
  targetsOf: { zh: '{title}的目标：', en: '{title}, targets:' },
  restOfBody: { zh: '正文其余：', en: 'Rest of the main text: ' },
  wholeBody: { zh: '正文全文：', en: 'Main text in full: ' },
  sourceLine: { zh: '{label}：“{quote}”', en: '{label}: “{quote}”' },
  definedAs: { zh: '“{term}”：', en: '“{term}”:' },
  definitionUsed: {
    zh: '计划没有专门解释“{term}”，写到它的一句是：',
    en: 'The plan does not define “{term}”; it is used here:',
  },
  termUsedAt: { zh: '用到它的一句：{text}', en: 'It is used here: {text}' },
  summaryHead: {
    zh: '《{title}》（{number}）共有{actions}个行动、{tasks}项任务、{indicators}个主要指标：',
    en: '{title} ({number}) has {actions} actions, {tasks} tasks and {indicators} main indicators:',
  },
  summaryPlain: { zh: '《{title}》共有{list}：', en: '{title} has {list}:' },
  summaryAction: { zh: '{number}. {title}（{count}项）', en: '{number}. {title} ({count})' },
  summaryIndicators: { zh: '主要指标：{list}。', en: 'Main indicators: {list}.' },
  docAttachment: { zh: '附件：{value}', en: 'Attachment: {value}' },
  meanOf: {
    zh: '年平均{value}{measure}（计算：{formula}）',
    en: 'mean a year {value} {measure} (computed: {formula})',
  },
  shareOfYears: {
    zh: '{a}占{years}年合计的{value}%（计算：{formula}）',
    en: '{a} is {value}% of the sum of {years} (computed: {formula})',
  },
  shareOfKinds: {
    zh: '{a}占{names}合计的{value}%（计算：{formula}）',
    en: '{a} is {value}% of the sum of {names} (computed: {formula})',
  },
  ratioOf: { zh: '{a}是{b}的{value}%（计算：{formula}）', en: '{a} is {value}% of {b} (computed: {formula})' },
  ratioIn: {
    zh: '{year}年{a}是{b}的{value}%（计算：{formula}）',
    en: '{year}: {a} is {value}% of {b} (computed: {formula})',
  },
  sumOfNamed: {
    zh: '{names}合计{value}{measure}（计算：{formula}）',
    en: '{names}: total {value} {measure} (computed: {formula})',
  },
  sumOverYears: {
    zh: '{of}{years}年合计{value}{measure}（计算：{formula}）',
    en: '{of}, {years}: total {value} {measure} (computed: {formula})',
  },
  runningLast: {
    zh: '{of}是累计数，不能相加；到{year}年累计为{value}。',
    en: '{of}: cumulative figures must not be added up; by {year} the total is {value}.',
  },
  largestIs: { zh: '最大的是{name}：{value}', en: 'The largest is {name}: {value}' },
  smallestIs: { zh: '最小的是{name}：{value}', en: 'The smallest is {name}: {value}' },
  fastestIs: {
    zh: '{from}年到{to}年增长最快的是{name}：{value}%（计算：{formula}）',
    en: 'Growing most from {from} to {to}: {name}, {value}% (computed: {formula})',
  },
  slowestIs: {
    zh: '{from}年到{to}年增长最慢的是{name}：{value}%（计算：{formula}）',
    en: 'Growing least from {from} to {to}: {name}, {value}% (computed: {formula})',
  },
  byFastest: { zh: '{from}年到{to}年按增幅从大到小排', en: 'By growth from {from} to {to}, most first' },
  bySlowest: { zh: '{from}年到{to}年按增幅从小到大排', en: 'By growth from {from} to {to}, least first' },
  byLargest: { zh: '从大到小排', en: 'Largest first' },
  bySmallest: { zh: '从小到大排', en: 'Smallest first' },
  placesAre: { zh: '{order}，{places}是{name}', en: '{order}: {places} is {name}' },
  reachedIn: { zh: '{year}年。{of}{year}年为{value}。', en: '{year}. {of} is {value} in {year}.' },
  neverReached: {
    zh: '计划期内没有一年达到{asked}；{of}最高为{year}年的{value}。',
    en: 'No year of the plan reaches {asked}; {of} is highest in {year}: {value}.',
  },
  atLeast: { zh: '不少于{value}', en: 'at least {value}' },
  moreThan: { zh: '超过{value}', en: 'more than {value}' },
  atMost: { zh: '不超过{value}', en: 'at most {value}' },
  lessThan: { zh: '不到{value}', en: 'less than {value}' },
  about: { zh: '约{value}', en: 'about {value}' },
  yuanGloss: { zh: '{amount}（{printed}）', en: '{amount} ({printed})' },
  choice: { zh: '{mark}. {label}', en: '{mark}. {label}' },
} as const;

export type PhraseKey = keyof typeof PHRASES;
export type Say = (key: PhraseKey, values?: Readonly<Record<string, string | number>>) => string;

const templateOf = (key: PhraseKey, language: Language): string => {
  switch (language) {
    case 'en':
      return PHRASES[key].en;
    case 'zh-Hans':
      return PHRASES[key].zh;
    case 'zh-Hant':
      return TRADITIONAL[key];
  }
};

/** Slots that hold the labels of clauses; that of a choice is a name. */
const LABELS: readonly string[] = ['label', 'labels'];
const SLOT = /( ?)\{(\w+)\}/;

/** A template between its slots: text, then the blank before a slot and its name, then text again. */
const piecesOf = (key: PhraseKey, language: Language): readonly string[] => templateOf(key, language).split(SLOT);

/** The bot's own words in the asker's language. */
export const createSay = (language: Language): Say => {
  const known = new Map<PhraseKey, readonly string[]>();
  return (key, values = {}) => {
    const pieces = known.get(key) ?? piecesOf(key, language);
    known.set(key, pieces);
    let said = pieces[0] ?? '';
    for (let at = 1; at < pieces.length; at += 3) {
      const slot = pieces[at + 1] ?? '';
      const given = String(values[slot] ?? '');
      const value = key !== 'choice' && LABELS.includes(slot) ? labelIn(given, language) : given;
      if (value !== '' || language !== 'en') said += `${pieces[at]}${value}`;
      said += pieces[at + 2];
    }
    return said;
  };
};
