/** The phrases about several plans in traditional characters. */
export const PLAN_TRADITIONAL = {
  planHead: '《{title}》：',
  planWhich: '有{count}個計劃寫到這一點，您問的是哪一個？',
  planWhichLeast: '至少有{count}個計劃寫到這一點，您問的是哪一個？',
  planUnclear: '您問的是哪一個計劃？',
  planNone: '已查{count}個計劃，都沒有寫這一點。',
  planList: '共{count}個計劃：',
  planListLeast: '至少有{count}個計劃，先列這些：',
  planListFirst: '共{count}個計劃，先列{listed}個：',
  planSeveral: '有{count}個計劃寫到，分別列出：',
  planItem: '{mark}. 《{title}》',
  planItemTasks: '{mark}. 《{title}》：{tasks}項任務',
  planHelp:
    '我回答{count}個計劃裏的問題：哪項任務由誰負責、誰支持，要達到什麼目標，原文怎麼寫、寫在哪一條。可以先説是哪個計劃，例如：',
  planAsk: '《{title}》：{asked}',
};
