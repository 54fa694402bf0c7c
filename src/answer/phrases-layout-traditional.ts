/** The phrases of an answer's layout in traditional characters. */
export const LAYOUT_TRADITIONAL = {
  details: '詳細：',
  sourceNamed: '{mark} {label}',
  onlyQuestion: '前面説的情況沒有用上，只答這一問：{text}',
  assumedNearest: '計劃的用詞不同，這是最接近的一項；如果問的不是它，請説出任務名稱。',
  assumedBeside: '計劃的用詞不同，這是最接近的一項；問的是別的，回覆序號：{others}。',
  identityUnsaid: '計劃沒有寫它們是不是一回事；有關的原文：',
  assumedFirst: '按{title}理解：{line}',
  readAs: '按“{said}”理解：{line}',
  readByModel: '問題的意思由語言模型選定，內容由計劃查得；問的不是這個，請換個説法。',
  assumedItself: '按最接近的一項理解：{line}',
  beside: '{mark} {title}',
  askUnitSupports: '{unit}支持哪些任務？',
};
