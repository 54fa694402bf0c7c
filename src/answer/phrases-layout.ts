/** How an answer is laid out: its fold, its sources, what else may have been meant, what may be asked next. */
export const LAYOUT_PHRASES = {
  details: { zh: '详细：', en: 'Details:' },
  sourceNamed: { zh: '{mark} {label}', en: '{mark} {label}' },
  onlyQuestion: {
    zh: '前面说的情况没有用上，只答这一问：{text}',
    en: 'What you told before was not used; this is what was answered: {text}',
  },
  assumedNearest: {
    zh: '计划的用词不同，这是最接近的一项；如果问的不是它，请说出任务名称。',
    en: 'The plan uses other words; this is the nearest item. If you mean another, please name it.',
  },
  assumedBeside: {
    zh: '计划的用词不同，这是最接近的一项；问的是别的，回复序号：{others}。',
    en: 'The plan uses other words; this is the nearest item. If you mean another, reply its number: {others}.',
  },
  identityUnsaid: {
    zh: '计划没有写它们是不是一回事；有关的原文：',
    en: 'The plan does not say whether they are the same; what it says:',
  },
  assumedFirst: { zh: '按{title}理解：{line}', en: 'Taken as {title}: {line}' },
  readAs: { zh: '按“{said}”理解：{line}', en: 'Taken as “{said}”: {line}' },
  readByModel: {
    zh: '问题的意思由语言模型选定，内容由计划查得；问的不是这个，请换个说法。',
    en: 'A language model chose what the question means; what is said is looked up in the plan. If it is something else, please put it in other words.',
  },
  assumedItself: { zh: '按最接近的一项理解：{line}', en: 'Taken as the nearest item: {line}' },
  beside: { zh: '{mark} {title}', en: '{mark} {title}' },
  askUnitSupports: { zh: '{unit}支持哪些任务？', en: 'Which tasks does {unit} support?' },
} as const;
