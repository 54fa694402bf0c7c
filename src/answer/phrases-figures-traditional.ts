/** The phrases about figures in traditional characters. */
export const FIGURE_TRADITIONAL = {
  figurePlaces: '“{figure}”在計劃裏出現{count}處：',
  agreesBoth: '兩處數字一致。',
  witness: '{name}：表中{table}，{label}寫{other}，{verdict}。',
  noWitness: '{name}：只有主要指標規劃目標表寫了數，沒有另一處可以對照。',
  difference: '{to}年比{from}年{word}{value}{measure}（計算：{formula}）',
  ofQuantity: '{name}{line}',
  risesBy: '平均每年{word}{value}{measure}（計算：{formula}）',
  whenDiffer: '{years}年都寫到，各年的説法不同：',
} as const;
