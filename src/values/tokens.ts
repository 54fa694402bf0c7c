import type { ClauseId, Language, UnitName } from '../types.ts';
import type { EntityType, Part, Quantity, Role, UnitClass } from './facts.ts';

export type Operator =
  | 'not' // 不 没有 非 未
  | 'only' // 只 仅 单独 唯一
  | 'each' // 各 分别 每个
  | 'all' // 都 全部 所有 均
  | 'except' // 除了 之外
  | 'and' // 和 与 、 以及
  | 'or' // 或者 还是
  | 'but' // 但 而 却
  | 'also' // 还 也 又 另外
  | 'other' // 别的 其他
  | 'add' // 加上 算上
  | 'lack' // 漏 少列
  | 'uninvolved' // 没份 无关
  | 'together' // 共同 一起
  | 'mutual' // 互相 彼此
  | 'most'
  | 'least'
  | 'first' // 排第一 首位
  | 'last'
  | 'same' // 一样 相同
  | 'differ' // 不一致 不一样 对不上 矛盾
  | 'misprint' // 印错 错字
  | 'have' // 有 含 列 写
  | 'mention' // 提到 写到 涉及
  | 'more' // 多 高 大
  | 'less' // 少 低
  | 'than' // 比
  | 'multiple' // 倍
  | 'order' // 排序 从多到少
  | 'total' // 一共 合计 加起来
  | 'mean' // 平均 年均
  | 'growth' // 增长 增速 增幅
  | 'change' // 变化 净增 相差
  | 'ratio' // 占 比例
  | 'reach' // 达到 突破
  | 'in' // 里 中 下面
  | 'of' // 的
  | 'by' // 由 归
  | 'is'; // 是 为

export type Wanted =
  | 'who' // 谁, 哪个单位
  | 'which' // 哪些 哪几 哪个
  | 'what' // 什么
  | 'howMany' // 几家, 多少项
  | 'howMuch' // 多少
  | 'when' // 哪年, 什么时候
  | 'whether' // 吗 是不是 对吗
  | 'why'
  | 'how' // 怎么
  | 'where'; // 在哪一条, 出处

/** What is asked of a thing. */
export type Property =
  | 'title'
  | 'content' // 内容 讲什么
  | 'original' // 原文
  | 'source' // 出处 依据
  | 'target' // 目标 任务目标
  | 'goal' // 具体目标
  | 'measures' // 推进措施
  | 'amount' // 金额 规模 数额
  | 'deadline' // 时限
  | 'number' // 文号
  | 'dated' // 印发日期
  | 'issuer'
  | 'addressees' // 主送
  | 'copies' // 抄送
  | 'period' // 计划期
  | 'attachment' // 附件名称
  | 'scope' // 推广范围, 适用范围
  | 'forwarded' // 转发日期, 转发单位
  | 'definition' // 什么意思
  | 'summary'; // 讲了什么, 概括

/** What documents of this kind do not say. */
export type Unsaid =
  | 'result'
  | 'builder'
  | 'contact'
  | 'person'
  | 'money'
  | 'rule'
  | 'reason'
  | 'part-of-year'
  | 'rank'
  | 'identity' // 是一回事吗
  | 'share'
  | 'outside';

/** What is done by talking, not asked of a plan. */
export type Act =
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'yes'
  | 'no'
  | 'complain'
  | 'identity' // 你是谁
  | 'help' // 怎么用
  | 'shorter'
  | 'again' // 再说一遍
  | 'correct' // 不是, 我问的是
  | 'more' // 还有吗
  | 'export'; // 发个表

export type Token = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The rule or row that found it: `unit:name`, `operator:not`. */
  readonly rule: string;
} /** `misprint`: the name was typed as the plan misprints it. */ & (
  | { readonly kind: 'unit'; readonly unit: UnitName; readonly misprint?: string }
  /** A name that several units share. */
  | { readonly kind: 'units'; readonly units: readonly UnitName[] }
  | { readonly kind: 'stranger'; readonly what: 'unit' | 'place' | 'document' }
  | { readonly kind: 'task'; readonly task: number }
  | { readonly kind: 'action'; readonly action: number }
  | { readonly kind: 'indicator'; readonly indicator: number; readonly sure: boolean }
  /** `others`: those of a range behind the first: （五）到（十六）. */
  | {
      readonly kind: 'clause';
      readonly clause: ClauseId;
      readonly exists: boolean;
      readonly others?: readonly ClauseId[];
    }
  /** A term that the plan uses and nowhere explains. */
  | { readonly kind: 'term'; readonly term: string }
  /** The plan itself: 本计划, its title, its number. */
  | { readonly kind: 'plan' }
  | { readonly kind: 'type'; readonly type: EntityType; readonly sort?: string }
  | { readonly kind: 'role'; readonly role: Role | 'any' | 'lead'; readonly form: 'verb' | 'noun' }
  /** `value`: what a field is said to be: 推广范围是全国的. */
  | { readonly kind: 'property'; readonly property: Property; readonly value?: string }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'figure'; readonly figure: UnitClass | 'figure' | 'date'; readonly measure?: string }
  | { readonly kind: 'year'; readonly years: readonly number[]; readonly every: boolean }
  /** 每季度, 每两年: how often, in months. */
  | { readonly kind: 'interval'; readonly months: number }
  /** 12月30日, 3月底 */
  | { readonly kind: 'date'; readonly month: number; readonly day?: number; readonly year?: number }
  /** `counts`: what its measure word counts: 57项 counts tasks; `times` for 两倍. */
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly counts?: 'task' | 'times' }
  /** Places in a list: first 5, 3 and 7; from the end when negative: -1 is the last. `of` says of what. */
  | { readonly kind: 'position'; readonly positions: readonly number[]; readonly of?: EntityType }
  /** 下一项, 再往后一年. */
  | { readonly kind: 'relative'; readonly of: 'year' | 'task' | 'action'; readonly by: number }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'wanted'; readonly wanted: Wanted; readonly measure?: string; readonly type?: EntityType }
  | { readonly kind: 'unsaid'; readonly unsaid: Unsaid }
  | { readonly kind: 'act'; readonly act: Act }
  /** it: 它 这项; these: 其中 这些; we: 我们局; choice: 上面第一个; then: 那, 呢 of a question that bends the last. */
  | {
      readonly kind: 'before';
      readonly before: 'it' | 'these' | 'we' | 'choice' | 'then' | 'new' | 'swap' | 'back';
      /** 这三项: so many of what was said before. */
      readonly count?: number;
    }
  | { readonly kind: 'glue' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'words' }
);

/** A question read: every character belongs to a token. */
export interface Tokens {
  /** The text as it was read: simplified, half width. */
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** Of a very long text only the pieces that ask were read. */
  readonly condensed?: true;
}
