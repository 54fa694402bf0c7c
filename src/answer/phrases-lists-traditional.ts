/** The phrases about work lists in traditional characters. */
export const LIST_TRADITIONAL = {
  listFile: '{title}（{contents}），下載：',
  listWhich: '要導出哪份清單？請先問出一份清單，再説“導出”；或者直接説，例如：',
  reportedOne: '{unit}{day}填報：第{task}項“{title}”{progress}{person}。',
  reportedBy: '，責任人{person}',
  reportedNothing: '沒有填進展',
  reportedList: '各單位填報為“{progress}”的任務共{count}項：',
  reportedAll: '各單位填報了進展的任務共{count}項：',
  reportedLine: '{task}. {title}：{unit}{day}填報{progress}{person}',
  reportedNone: '各單位的填報裏，所問的任務沒有“{progress}”的（共填報{count}項）。',
  reportedNotice: '以上是單位填報的情況，計劃本身沒有寫進展。',
};
