import { inChina } from '../../china-time.ts';
import type { Decision, Refusal } from '../../compose/decision.ts';
import type { Answer } from '../../types.ts';
import type { Act, Assumption, Token } from '../../values.ts';

/** What was asked, by an answer's label. */
const ASKED = {
  check: '核对',
  responsible: '责任单位',
  supporting: '支持单位',
  list: '清单',
  count: '计数',
  group: '分组',
  extreme: '最多最少',
  content: '内容',
  original: '原文',
  sources: '出处',
  target: '年度目标',
  goal: '具体目标',
  amount: '数额',
  when: '时间',
  reckon: '计算',
  document: '文件信息',
  differences: '正文与附件的差异',
  definition: '用语含义',
  summary: '计划概要',
} as const;

type Unclear = Extract<Decision, { readonly decision: 'ask-back' }>['why'];

/** Why it was asked back. */
const UNCLEAR: Readonly<Record<Unclear, string>> = {
  topic: '话题不明',
  unit: '单位不明',
  dangling: '缺上文的追问',
  we: '不知是哪个单位',
  unread: '有没读懂的词',
};

/** Why nothing was answered. */
const REFUSED: Readonly<Record<Refusal, string>> = {
  absent: '计划没有',
  unsaid: '计划不写的内容',
  stranger: '不认识的单位',
  place: '其他地方',
  document: '其他文件',
  part: '没有的部分',
  missing: '没有的条款',
  unread: '没读懂',
};

const TALKED: Readonly<Record<Act, string>> = {
  hello: '问候',
  thanks: '道谢',
  bye: '告别',
  yes: '肯定',
  no: '否定',
  complain: '抱怨',
  identity: '问身份',
  help: '用法',
  shorter: '要求简短',
  again: '再说一遍',
  correct: '更正',
  more: '还有吗',
  export: '要表格',
};

const labelled = (before: string, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([name, chinese]) => [`${before}${name}`, chinese]));

/** How the desk calls what the program names in English. */
const KINDS: Readonly<Record<string, string>> = {
  ...ASKED,
  ...labelled('unclear-', UNCLEAR),
  ...labelled('not-', REFUSED),
  ...labelled('talk-', TALKED),
};

/** Every label that an answer may have. */
export const KIND_LABELS: readonly string[] = Object.keys(KINDS);

export const kindName = (kind: string): string => KINDS[kind] ?? '别的';

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
  '': '未记来处',
};

export const channelName = (channel: string): string => CHANNELS[channel] ?? channel;

/** What a piece of a question was taken for. */
export const TOKEN_NAMES: Readonly<Record<Token['kind'], string>> = {
  unit: '单位',
  units: '单位不明',
  stranger: '计划没有的名称',
  task: '任务',
  action: '行动',
  indicator: '指标',
  clause: '条款',
  term: '未解释的用语',
  plan: '本计划',
  type: '类别',
  role: '责任关系',
  property: '问的方面',
  part: '正文或附件',
  figure: '哪类数字',
  year: '年份',
  interval: '时间跨度',
  date: '日期',
  quantity: '数量',
  position: '次序',
  relative: '相对位置',
  operator: '条件',
  wanted: '问什么',
  unsaid: '计划不写的内容',
  act: '客套或应答',
  before: '指上文',
  glue: '虚词',
  mark: '标点',
  words: '所问的事',
};

/** What was filled in without being said, for people; `value` are words of the question or of the plan. */
export const assumedName = ({ what, value }: Assumption): string => {
  switch (what) {
    case 'topic':
      return value === '' ? '接着上一问的事' : `接着上一问的“${value}”`;
    case 'nearest':
      return `计划里没有“${value}”这个说法，取了最接近的一项`;
    case 'kind':
      return `“${value}”只看作泛指`;
    case 'unit':
      return `单位：${value}`;
    case 'year':
      return `年份：${value}`;
    case 'question':
      return `只当问的是：${value}`;
    case 'plan':
      return `计划：${value}`;
    case 'type':
    case 'role':
      return `没说全的部分`;
  }
};

/** 2026-01-31 09:05 in China. Milliseconds since the epoch. */
export const timeName = (at: number): string => inChina(at).toISOString().slice(0, 16).replace('T', ' ');
