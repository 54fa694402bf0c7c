/** What is said to whoever finds an answer wrong. */
export const WRONG_PHRASES = {
  wrongWhat: { zh: '哪里有误？请选序号：', en: 'What is wrong? Reply with a number:' },
  wrongTopic: { zh: '问的是另一项', en: 'Not what I meant' },
  wrongUnits: { zh: '单位有误', en: 'Wrong unit' },
  wrongFigures: { zh: '数字有误', en: 'Wrong figure' },
  wrongOther: { zh: '其他有误', en: 'Otherwise wrong' },
  wrongWhich: { zh: '问的是哪一项？请选序号：', en: 'Which one did you mean? Reply with a number:' },
  wrongNoted: { zh: '已记下，管理员会看到。', en: 'Noted; the administrators will see it.' },
  wrongNotedThing: { zh: '已记下“{thing}”，管理员会看到。', en: 'Noted “{thing}”; the administrators will see it.' },
} as const;
