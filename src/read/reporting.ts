/** 报哪个处, 几号前报, 往财政部报; 申报, 通报, 填报, 举报 are done to nobody above. */
const REPORT =
  /(?:往|向|给)[^,，]{1,9}(?<![申通填举])报|(?<![申通填举年])报(?:给|到|送|往|哪|谁|至)|上报|(?:几号|哪天|什么时候|啥时候?|时间)前?(?:之前)?报/u;

/** Returns whether a text asks, or claims, to whom or by when something is reported. */
export const asksReport = (text: string): boolean => REPORT.test(text);
