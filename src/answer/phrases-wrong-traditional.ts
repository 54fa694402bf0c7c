/** What is said to whoever finds an answer wrong, in traditional characters. */
export const WRONG_TRADITIONAL = {
  wrongWhat: '哪裏有誤？請選序號：',
  wrongTopic: '問的是另一項',
  wrongUnits: '單位有誤',
  wrongFigures: '數字有誤',
  wrongOther: '其他有誤',
  wrongWhich: '問的是哪一項？請選序號：',
  wrongNoted: '已記下，管理員會看到。',
  wrongNotedThing: '已記下“{thing}”，管理員會看到。',
};
