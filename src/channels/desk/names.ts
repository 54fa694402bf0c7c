import { inChina } from '../../china-time.ts';
import type { Answer, Confidence, Mention } from '../../types.ts';

/** How the desk calls what the program names in English. Anything else keeps its own name. */
const KINDS: Readonly<Record<string, string>> = {
  absent: '计划不写的内容',
  action: '行动',
  'all-units': '全部单位',
  amount: '数额',
  'check-target': '核对目标',
  'check-unit': '核对单位',
  clarify: '话题不明',
  clause: '条款',
  'compare-indicators': '指标比较',
  content: '内容',
  dangling: '缺上文的追问',
  differ: '正文与附件的差异',
  document: '文件信息',
  empty: '空问题',
  figure: '数字出处',
  help: '用法',
  indicator: '指标',
  'indicator-table': '指标表',
  misprint: '印误',
  'missing-clause': '没有的条款',
  'missing-part': '没有的部分',
  'not-found': '计划没有',
  'other-place': '其他地方',
  'outside-period': '计划期以外',
  overall: '总负责',
  pair: '两个话题',
  part: '部分',
  'rank-indicators': '指标排序',
  ranking: '排序',
  reach: '经由合称',
  reconcile: '数字核对',
  responsible: '责任单位',
  supporting: '支持单位',
  target: '年度目标',
  'task-list': '任务清单',
  tied: '几项相近',
  'unclear-unit': '单位不明',
  'undefined-term': '未解释的用语',
  'unit-tasks': '单位的任务',
  'unknown-unit': '不认识的单位',
  'which-unit': '哪个单位',
};

export const kindName = (kind: string): string => KINDS[kind] ?? kind;

export const STATUS_NAMES: Readonly<Record<Answer['status'], string>> = {
  answered: '已回答',
  clarify: '反问',
  not_found: '答不了',
};

export const SORT_NAMES = { not_found: '答不了', clarify: '反问', wrong: '有误' } as const;

export const CHAT_NAMES: Readonly<Record<string, string>> = {
  group: '群聊',
  private: '私聊',
  page: '网页',
  api: '接口',
};

const CHANNELS: Readonly<Record<string, string>> = {
  feishu: '飞书',
  'wecom-bot': '企业微信机器人',
  'wecom-app': '企业微信应用',
  web: '网页',
  api: '接口',
  mcp: 'MCP',
};

export const channelName = (channel: string): string => CHANNELS[channel] ?? channel;

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  clear: '明确',
  tie: '几项不相上下',
  weak: '不太像',
  none: '没有找到',
};

export const MENTION_NAMES: Readonly<Record<Mention['kind'], string>> = {
  unit: '单位',
  'unit-unclear': '单位不明',
  'unit-unknown': '不认识的单位',
  indicator: '指标',
  beside: '指标（简称）',
  action: '行动',
  task: '任务',
  clause: '条款',
  word: '词语',
  term: '未解释的用语',
  place: '地方',
  year: '年份',
  period: '计划期',
  relative: '相对',
  pronoun: '指代',
  intent: '提问用语',
  filler: '套话',
};

/** 2026-01-31 09:05 in China. Milliseconds since the epoch. */
export const timeName = (at: number): string => inChina(at).toISOString().slice(0, 16).replace('T', ' ');
