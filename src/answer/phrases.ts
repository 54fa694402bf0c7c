import type { Language } from '../types.ts';
import { TRADITIONAL } from './phrases-traditional.ts';

/** What the bot says around the plan's own words. `{}` are filled with names and quotes, which are never converted. */
export const PHRASES = {
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
  isResponsible: { zh: '是。{unit}是责任单位之一。', en: 'Yes. {unit} is one of the responsible units.' },
  isOnlyResponsible: { zh: '是。{unit}是唯一的责任单位。', en: 'Yes. {unit} is the only responsible unit.' },
  isSupporting: { zh: '{unit}是支持单位，不是责任单位。', en: '{unit} is a supporting unit, not a responsible one.' },
  isSupportingYes: { zh: '是。{unit}是支持单位。', en: 'Yes. {unit} is a supporting unit.' },
  isResponsibleNotSupporting: {
    zh: '{unit}是责任单位，不是支持单位。',
    en: '{unit} is a responsible unit, not a supporting one.',
  },
  isNeither: {
    zh: '不是。{unit}既不是这项任务的责任单位，也不是支持单位。',
    en: 'No. {unit} is neither responsible for nor supporting this task.',
  },
  isByGroup: {
    zh: '{unit}没有单独列名，经“{group}”列为责任单位。',
    en: '{unit} is not named itself; it is responsible through “{group}”.',
  },
  unitResponsible: { zh: '{unit}是责任单位的任务共{count}项：', en: '{unit} is responsible for {count} task(s):' },
  unitSupporting: { zh: '{unit}是支持单位的任务共{count}项：', en: '{unit} supports {count} task(s):' },
  unitNotResponsible: {
    zh: '{unit}不是责任单位的任务共{count}项：',
    en: '{unit} is not a responsible unit of {count} task(s):',
  },
  unitNotSupporting: {
    zh: '{unit}不是支持单位的任务共{count}项：',
    en: '{unit} is not a supporting unit of {count} task(s):',
  },
  unitBoth: {
    zh: '{units}同为责任单位的任务共{count}项：',
    en: '{units} are jointly responsible for {count} task(s):',
  },
  unitBothSupporting: { zh: '{units}同为支持单位的任务共{count}项：', en: '{units} jointly support {count} task(s):' },
  inAll: { zh: '{unit}在计划中共有{count}项任务。', en: '{unit} has {count} task(s) in the plan.' },
  roleAny: { zh: '责任单位或支持单位', en: 'a responsible or supporting unit' },
  conditionWith: { zh: '{unit}是{role}', en: '{unit} is {role}' },
  conditionWithout: { zh: '{unit}不是{role}', en: '{unit} is not {role}' },
  conditionFirst: { zh: '{unit}在责任单位中排在第一位', en: '{unit} is the first-named responsible unit' },
  conditionAlone: { zh: '{unit}是唯一的责任单位', en: '{unit} is the only responsible unit' },
  conditionNotFirst: {
    zh: '责任单位中排在第一位的不是{unit}',
    en: 'the first-named responsible unit is not {unit}',
  },
  conditionAloneSupporting: { zh: '{unit}是唯一的支持单位', en: '{unit} is the only supporting unit' },
  conditionCount: { zh: '{role}有{number}个', en: 'there are {number} of {role}' },
  conditionAtLeast: { zh: '{role}不少于{number}个', en: 'there are at least {number} of {role}' },
  conditionAtMost: { zh: '{role}不多于{number}个', en: 'there are at most {number} of {role}' },
  conditionNoSupport: { zh: '没有写支持单位', en: 'no supporting unit is named' },
  conditionMentions: { zh: '写到“{word}”', en: 'the text has “{word}”' },
  targetsAllSame: { zh: '三年目标文字相同', en: 'the target is the same every year' },
  targetsAllDiffer: { zh: '三年目标文字各不相同', en: 'the targets differ in every year' },
  targetsTwoSame: { zh: '{years}年目标文字相同', en: 'the targets of {years} are the same' },
  targetsTwoDiffer: { zh: '{years}年目标文字不同', en: 'the targets of {years} differ' },
  targetsNoFigures: { zh: '附件{years}年目标没有写数字', en: 'the annex target of {years} has no figure' },
  targetsDate: { zh: '附件{years}年目标写有日期', en: 'the annex target of {years} has a date' },
  targetsMoney: { zh: '附件{years}年目标写有金额', en: 'the annex target of {years} has an amount of money' },
  targetsPercent: { zh: '附件{years}年目标写有百分比', en: 'the annex target of {years} has a percentage' },
  targetsFloor: { zh: '附件{years}年目标写有下限', en: 'the annex target of {years} has a lower limit' },
  targetsTotal: { zh: '附件{years}年目标写有累计数', en: 'the annex target of {years} has a cumulative figure' },
  targetsFigures: { zh: '附件{years}年目标写有数字', en: 'the annex target of {years} has a figure' },
  targetsMeasure: {
    zh: '附件{years}年目标写有以“{measure}”计的数',
    en: 'the annex target of {years} has a figure in “{measure}”',
  },
  conditionTasks: { zh: '{conditions}的任务共{count}项：', en: '{count} task(s) where {conditions}:' },
  conditionNoTasks: {
    zh: '{conditions}的任务：任务分解表里一项也没有。',
    en: 'No task of the plan is one where {conditions}.',
  },
  firstIsNotLead: {
    zh: '计划没有写牵头单位；这里按正文责任单位的印出次序。',
    en: 'The plan names no lead unit; this goes by the printed order in the main text.',
  },
  inAction: { zh: '范围：{action}', en: 'Within: {action}' },
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
  rankSupporting: { zh: '支持单位', en: 'supporting units' },
  rankMost: { zh: '{of}最多的是{names}，{count}{measure}', en: 'Most {of}: {names} ({count}{measure})' },
  rankLeast: { zh: '{of}最少的是{names}，{count}{measure}', en: 'Fewest {of}: {names} ({count}{measure})' },
  rankNext: { zh: '其次：', en: 'Next:' },
  rankLine: { zh: '{name}：{count}{measure}', en: '{name}: {count}{measure}' },
  measureTasks: { zh: '项', en: '' },
  measureUnits: { zh: '个', en: '' },
  allUnits: {
    zh: '计划列名的{role}共{count}个（正文和附件合并；“各区县”一类的合称各算一个）：',
    en: 'The plan names {count} {role} (main text and annex together; a collective name counts as one):',
  },
  unitCount: { zh: '{unit}（{count}项）', en: '{unit} ({count})' },
  reconcileHead: { zh: '{of}：两处数字对照', en: '{of}: the two sources side by side' },
  reconcileYear: {
    zh: '{year}年：表中年末累计数增加{gap}{measure}（{formula}），附件第{task}项写{verb}{added}{measure}，{verdict}。',
    en: '{year}: the year-end totals rise by {gap} {measure} ({formula}); annex item {task} has {verb} {added} {measure}: {verdict}.',
  },
  reconcileSum: {
    zh: '{label}写{of}{total}{measure}；附件第{task}项分年为{formula}，{verdict}。',
    en: '{label} gives {total} {measure} of {of}; annex item {task} by year: {formula}: {verdict}.',
  },
  agrees: { zh: '一致', en: 'they agree' },
  disagrees: { zh: '不一致', en: 'they do not agree' },
  agreesAll: { zh: '两处数字一致。', en: 'The figures agree.' },
  disagreesSome: {
    zh: '两处数字不一致，计划没有说明原因。',
    en: 'The figures do not agree; the plan does not say why.',
  },
  placeWords: { zh: '{label}写“{words}”', en: '{label}: “{words}”' },
  figureAt: { zh: '{label}{year}：{text}', en: '{label}{year}: {text}' },
  figureHead: { zh: '“{figure}”在计划里出现在：', en: '“{figure}” stands in:' },
  noFigure: { zh: '计划没有给出具体数字，原文是：', en: 'The plan gives no figure; it says:' },
  partHead: { zh: '{label}{title}共{count}条：', en: '{label} {title} has {count} part(s):' },
  askUnitYear: { zh: '{unit}{year}年要做什么？', en: 'What does {unit} have to do in {year}?' },
  askWho: { zh: '{title}由谁负责？', en: 'Who is responsible for {title}?' },
  askSupport: { zh: '{title}的支持单位是谁？', en: 'Which units support {title}?' },
  askContent: { zh: '{title}的内容是什么？', en: 'What does the plan say about {title}?' },
  askTarget: { zh: '{title}{year}年的目标是什么？', en: 'What is the {year} target of {title}?' },
  askText: { zh: '{title}的原文是什么？', en: 'What does the plan say about {title}?' },
  askTasks: { zh: '{title}有哪几项任务？', en: 'Which tasks are in {title}?' },
  askItem: { zh: '第{number}项由谁负责？', en: 'Who is responsible for item {number}?' },
  askGrowth: { zh: '{name}{to}年比{from}年增长多少？', en: 'How much does {name} grow from {from} to {to}?' },
  taskLine: { zh: '{number}. {title}{mark}', en: '{number}. {title}{mark}' },
  targetLine: { zh: '{year}年：{text}', en: '{year}: {text}' },
  indicatorValue: { zh: '{name}{year}年{role}：{value}{measure}', en: '{name}, {year} {role}: {value} {measure}' },
  indicatorRow: { zh: '{year}年{value}{measure}（{role}）', en: '{year}: {value} {measure} ({role})' },
  past: { zh: '数', en: 'figure' },
  target: { zh: '目标', en: 'target' },
  pastMark: { zh: '历史数', en: 'past figure' },
  targetMark: { zh: '目标', en: 'target' },
  unitOfMeasure: { zh: '{name}（单位：{measure}）', en: '{name} (in {measure})' },
  difference: {
    zh: '{from}→{to}：{sign}{value}{measure}（计算：{formula}）',
    en: '{from} → {to}: {sign}{value} {measure} (computed: {formula})',
  },
  growth: { zh: '增长{value}%（计算：{formula}）', en: 'growth {value}% (computed: {formula})' },
  sum: { zh: '合计{value}{measure}（计算：{formula}）', en: 'total {value} {measure} (computed: {formula})' },
  sumOfEnds: {
    zh: '各年数是年末累计数，不能相加；最后一年即为累计。',
    en: 'These are cumulative year-end figures and must not be added up; the last year is the total.',
  },
  runningFigures: {
    zh: '这些是累计数，不能相加；最后一年即为累计。',
    en: 'These figures are cumulative and must not be added up; the last year is the total.',
  },
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
  gap: { zh: '相差（计算：{formula}）', en: 'difference (computed: {formula})' },
  more: { zh: '多', en: 'more by ' },
  less: { zh: '少', en: 'less by ' },
  larger: {
    zh: '{year}年{a}比{b}{word}{value}{measure}（计算：{formula}）',
    en: '{year}: {a} vs {b}: {word}{value} {measure} (computed: {formula})',
  },
  highestGrowth: {
    zh: '{from}年到{to}年增长百分比{word}的是{name}。',
    en: 'The indicator with the {word} growth from {from} to {to} is {name}.',
  },
  highest: { zh: '最高', en: 'highest' },
  lowest: { zh: '最低', en: 'lowest' },
  reaches: {
    zh: '{name}在{year}年{word}{figure}：{year}年{value}{measure}（{role}）。',
    en: '{name} {word} {figure} in {year}: {value} {measure} ({role}).',
  },
  reachesWord: { zh: '达到或超过', en: 'reaches' },
  neverReaches: {
    zh: '计划期内{name}没有达到{figure}的目标；最高为{year}年{value}{measure}。',
    en: '{name} never reaches {figure} in the plan; the highest is {value} {measure} in {year}.',
  },
  figureRight: { zh: '对。', en: 'Yes.' },
  figureWrong: { zh: '不对。计划写的是{value}{measure}。', en: 'No. The plan says {value} {measure}.' },
  premiseOther: { zh: '不对。计划写的是：', en: 'No. The plan says:' },
  titlesDifferHead: {
    zh: '正文与附件任务名称不一致的共{count}项：',
    en: '{count} task(s) have different titles in main text and annex:',
  },
  titlePair: { zh: '{number}. 正文“{body}”；附件“{annex}”', en: '{number}. main text “{body}”; annex “{annex}”' },
  indicatorList: { zh: '{table}共有{count}个指标：', en: '{table} has {count} indicators:' },
  indicatorMark: { zh: '（{measure}；{values}）', en: ' ({measure}; {values})' },
  goalOf: { zh: '{action}的具体目标：', en: 'Specific goal of {action}:' },
  measuresOf: { zh: '{action}共有{count}项任务：', en: '{action} has {count} task(s):' },
  says: { zh: '{label}写道：', en: '{label} says:' },
  bodySays: { zh: '正文：', en: 'Main text: ' },
  annexSays: { zh: '附件分年目标：', en: 'Targets by year (annex):' },
  onlyInYear: { zh: '写在{years}年的目标任务里。', en: 'It stands in the target(s) of {years}.' },
  notInYear: {
    zh: '{year}年不在计划期（{from}—{to}年）内，计划没有写。',
    en: '{year} is outside the plan period ({from}–{to}); the plan does not say.',
  },
  clauseMissing: { zh: '计划里没有“{clause}”。', en: 'The plan has no “{clause}”.' },
  docTitle: { zh: '文件全称：{value}', en: 'Full title: {value}' },
  docNumber: { zh: '文号：{value}', en: 'Document number: {value}' },
  docDated: { zh: '成文日期：{value}；印发日期：{printed}', en: 'Dated {value}; issued {printed}' },
  docIssuer: { zh: '印发单位：{value}', en: 'Issued by: {value}' },
  docCopies: { zh: '抄送：{value}', en: 'Copied to: {value}' },
  docPeriod: { zh: '计划期：{from}—{to}年', en: 'Plan period: {from}–{to}' },
  docOverview: {
    zh: '全文共有{actions}个行动、{tasks}项任务、{indicators}个主要指标、{safeguards}条实施保障。',
    en: 'The plan has {actions} actions, {tasks} tasks, {indicators} main indicators and {safeguards} safeguards.',
  },
  noDifference: {
    zh: '这项任务的正文与附件所列单位一致。',
    en: 'Main text and annex name the same units for this task.',
  },
  bodyList: { zh: '正文：{units}', en: 'Main text: {units}' },
  annexList: { zh: '附件：{units}', en: 'Annex: {units}' },
  differenceTasks: { zh: '{what}的任务共{count}项：', en: '{what}: {count} task(s):' },
  unitOnlyBody: { zh: '正文列了{unit}、附件没有列', en: 'Main text names {unit}, annex does not' },
  unitOnlyAnnex: { zh: '附件列了{unit}、正文没有列', en: 'Annex names {unit}, main text does not' },
  anyDifference: { zh: '正文与附件所列单位不一致', en: 'Main text and annex name different units' },
  note: { zh: '注意：{text}', en: 'Note: {text}' },
  shortened: {
    zh: '文字较长，只读了其中像问题的部分：{text}',
    en: 'The text is long; only what looks like the question was read: {text}',
  },
  assumedTopic: { zh: '按上文理解为：{value}。', en: 'Taken from your earlier question: {value}.' },
  assumedNearest: {
    zh: '问题与计划的用词不同，按最接近的一项理解；如果问的不是它，请说出任务名称。',
    en: 'The plan uses other words; this is the nearest task. If you mean another, please name it.',
  },
  assumedKind: { zh: '按上一个问题的问法回答。', en: 'Answered in the way of your last question.' },
  noYear: {
    zh: '“今年”“明年”不作推算，按计划期各年列出。',
    en: 'Relative years are not guessed; every year of the plan is listed.',
  },
  sources: { zh: '出处（{number}）', en: 'Sources ({number})' },
  briefSources: { zh: '出处（{number}）：{labels}', en: 'Sources ({number}): {labels}' },
  quote: { zh: '{mark} {label}“{quote}”', en: '{mark} {label} “{quote}”' },
  notFound: { zh: '计划里没有写“{asked}”。', en: 'The plan does not say: {asked}' },
  notFoundPlain: { zh: '计划里没有写这一点。', en: 'The plan does not say this.' },
  unitWithout: { zh: '计划里没有出现“{unit}”。', en: 'The plan names no unit “{unit}”.' },
  otherPlace: { zh: '这是《{title}》，没有写{place}的情况。', en: 'This plan ({title}) says nothing about {place}.' },
  noAttribute: {
    zh: '计划提到“{title}”，但没有写“{asked}”。',
    en: 'The plan mentions “{title}” but does not say: {asked}',
  },
  unitUnnamed: {
    zh: '计划没有单独列出{unit}。以“{group}”为责任单位的任务共{count}项：',
    en: 'The plan does not name {unit} itself. {count} task(s) name “{group}”:',
  },
  noPart: {
    zh: '计划提到相近的“{title}”，但没有写“{part}”。',
    en: 'The plan mentions “{title}”, but nowhere “{part}”.',
  },
  noReason: {
    zh: '“{title}”的单位里有{units}，但计划没有写原因。',
    en: '{title} does name {units}, but the plan does not say why.',
  },
  termUndefined: {
    zh: '计划用到“{term}”，但没有说明它的具体内容。',
    en: 'The plan uses “{term}” but nowhere says what it consists of.',
  },
  searched: {
    zh: '已查：{tasks}项任务（正文和附件）、{indicators}个指标、{actions}个行动、实施保障。',
    en: 'Searched: {tasks} tasks (main text and annex), {indicators} indicators, {actions} actions and the safeguards.',
  },
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

/** The bot's own words in the asker's language. */
export const createSay =
  (language: Language): Say =>
  (key, values = {}) =>
    templateOf(key, language).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
