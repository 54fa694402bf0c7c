/**
 * The values of the centre, in the order in which they are made:
 *
 *   Plan ─library→ Library      text ─read→ Token[] ─compose→ Reading[] ─choose→ Query ─execute→ Result ─phrase→ Draft
 */
import type { ClauseId, Conflict, Language, Plan, UnitName } from './types.ts';

// ── Facts ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What can be named, listed and counted. `goal` and `safeguard` are the plan's parts besides the actions. */
export type EntityType = 'plan' | 'action' | 'task' | 'unit' | 'indicator' | 'goal' | 'safeguard' | 'clause';

/** A thing of a plan: a task's or action's number, a unit's name, a clause's id. */
export interface Ref {
  readonly type: EntityType;
  readonly id: string;
}

/** Where the plan says something: the text, the annex table, the table of indicators, the front page. */
export type Part = 'body' | 'annex' | 'table' | 'front';

export type Role = 'responsible' | 'supporting';

/** What a quantity is measured in; two can be compared only within one class. `none`: no unit was said. */
export type UnitClass = 'money' | 'percent' | 'count' | 'person' | 'times' | 'area' | 'length' | 'time' | 'none';

export type Relation = '=' | '≥' | '>' | '≤' | '<' | '≈';

/** An amount in the base unit of its class: yuan, per cent, one, square metre. */
export interface Quantity {
  readonly value: number;
  /** Upper end, when a range is meant: 2—3家. */
  readonly to?: number;
  readonly unit: UnitClass;
  /** As said: 亿元, 家, 家次, %; empty when none was. */
  readonly measure: string;
  /** Money that is not yuan: USD. */
  readonly currency?: string;
  readonly relation: Relation;
  /** The piece of text: 不低于300亿元. */
  readonly printed: string;
  /** Money that is paid out, or the most that is: 最高补助500万元. */
  readonly paid?: 'paid' | 'most';
}

/** A quantity that the plan prints, with what it counts and where it stands. */
export interface Figure extends Quantity {
  /** The noun that it counts: 境内外上市企业. */
  readonly of: string;
  /** 新增, not the total. */
  readonly added: boolean;
  /** 累计: runs on from year to year and must not be added up. */
  readonly running: boolean;
  /** Years that it is said of; empty when none is named. */
  readonly years: readonly number[];
  /** Years that a sentence before names for all that follows; it is of no other. */
  readonly implied?: readonly number[];
  /** That sentence, verbatim. */
  readonly opening?: string;
  /** For how many years together it is said: 1 of 每年3期, 3 of 3年10期; absent where the plan says no such thing. */
  readonly span?: number;
  /** The heading of the item of its text that it stands in: 1.甲地示范基地。 */
  readonly under?: string;
  /** A past figure of the table of indicators. */
  readonly past: boolean;
  readonly ref: Ref;
  readonly clause: ClauseId;
  readonly part: Part;
  /** The sentence in which it stands, verbatim. */
  readonly sentence: string;
}

/** Two places of the plan that do not say the same of one task. */
export type Difference =
  | {
      readonly kind: 'units';
      readonly task: number;
      readonly role: Role;
      /** Units that only one of the two means. */
      readonly onlyBody: readonly UnitName[];
      readonly onlyAnnex: readonly UnitName[];
      /** Printed forms that are no name of the unit that they mean. */
      readonly misprints: readonly string[];
    }
  | { readonly kind: 'title'; readonly task: number; readonly body: string; readonly annex: string }
  | {
      readonly kind: 'figures';
      readonly task: number;
      /** As printed, in printed order; a year is no figure. */
      readonly onlyBody: readonly string[];
      readonly onlyAnnex: readonly string[];
    };

/** Everything that a plan says, by thing and property. Built once, read only. */
export interface Library {
  readonly plan: Plan;
  /** Units and groups that a task names, in the order of the registry. */
  readonly units: readonly UnitName[];
  /** Units and groups in a role of a task: the body's and the annex' together, or of one part. */
  assigned(task: number, role: Role, part?: 'body' | 'annex'): readonly UnitName[];
  /** The task's number for a clause of its body or row. */
  taskOf(clause: ClauseId): number | undefined;
  /** Quantities of one thing, in printed order. */
  figures(of: Ref): readonly Figure[];
  readonly allFigures: readonly Figure[];
  readonly differences: readonly Difference[];
  /** Reviewed notes that explain differences; they find none. */
  readonly conflicts?: readonly Conflict[];
  /** Some task names who leads it. */
  readonly leads?: boolean;
}

// ── Tokens: what the question says, character by character ──────────────────────────────────────────────────────────

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

// ── Query: a set, conditions on it, and what is asked of it ─────────────────────────────────────────────────────────

export type Comparison = Pick<Quantity, 'value' | 'to' | 'unit' | 'measure' | 'relation' | 'currency'>;

/** How a figure moves from year to year; a number: so many times the first of them by the last. */
export type Move = 'up' | 'down' | 'level' | number;

/** Of those who are responsible: only who is called 牵头, or only the others; in plans that call some so. */
export type Leading = 'leads' | 'beside';

export type Test =
  /** Names a unit in a role: all of `units`, or any one of them; first-named, or alone. */
  | {
      readonly test: 'has';
      readonly role: Role | 'any';
      readonly units: readonly UnitName[];
      readonly every: boolean;
      readonly leading?: Leading;
      /** 牵头 was said, and the plan calls nobody so: those who are responsible are listed, and that is told. */
      readonly unled?: true;
      readonly place?: 'first' | 'only';
      /** Printed in these very characters. */
      readonly printed?: string;
      readonly part?: 'body' | 'annex';
    }
  /** The number of units in a role (of a task), of tasks in a role (of a unit), of tasks (of an action). */
  | {
      readonly test: 'count';
      readonly role: Role | 'any';
      readonly leading?: Leading;
      readonly is: Comparison;
      /** Of a unit or an action: what is demanded of the tasks that are counted. */
      readonly among?: Test;
      readonly part?: 'body' | 'annex';
    }
  | { readonly test: 'in'; readonly actions: readonly number[] }
  /** Holds the words, in its name or in the targets of some years where that was said; no piece of one of `outside`. */
  | {
      readonly test: 'mentions';
      readonly words: string;
      readonly field?: 'title' | 'deadline' | 'scope' | 'target';
      readonly years?: readonly number[];
      readonly part?: Part;
      readonly outside?: readonly string[];
    }
  /**
   * Prints a figure of a class, in some measure, comparing so; in some years, in one part. `each`: in each of the years,
   * in each of the plan's where none is named.
   */
  | {
      readonly test: 'figure';
      readonly figure: UnitClass | 'figure' | 'date';
      readonly is?: Comparison;
      readonly measure?: string;
      /** What it counts: 总投资. */
      readonly of?: string;
      readonly years: readonly number[];
      readonly each?: true;
      /** Of an action: in what it aims at, and not in its tasks. */
      readonly goal?: true;
      /** Of a date: this day or month. */
      readonly on?: { readonly month: number; readonly day?: number; readonly year?: number };
      readonly part?: Part;
      /** Its sentence says that it is paid out, or that no more is. */
      readonly paid?: 'paid' | 'most';
    }
  /** Targets word for word the same in these years (all, when none). */
  | { readonly test: 'same'; readonly years: readonly number[] }
  /** No two of these years (all, when none) have the same target. */
  | { readonly test: 'apart'; readonly years: readonly number[] }
  /** A figure of one thing moves so over these years, each set against the one before; over the plan's, when none. */
  | {
      readonly test: 'moves';
      readonly years: readonly number[];
      readonly by: Move;
      readonly unit?: UnitClass;
      readonly measure?: string;
    }
  /** Body and annex differ; `lacks` names the side on which something is missing, `units` what is missing there. */
  | {
      readonly test: 'differs';
      readonly what: 'units' | 'title' | 'figures' | 'any';
      readonly role?: Role;
      readonly lacks?: 'body' | 'annex';
      readonly units?: readonly UnitName[];
    }
  | { readonly test: 'misprint' }
  | { readonly test: 'not'; readonly of: Test }
  | { readonly test: 'all'; readonly of: readonly Test[] }
  | { readonly test: 'any'; readonly of: readonly Test[] };

export type SetOf =
  | { readonly set: 'all'; readonly type: EntityType; readonly sort?: string }
  | { readonly set: 'named'; readonly refs: readonly Ref[] }
  /** What words of the question mean; resolved by search before anything is executed. */
  | { readonly set: 'about'; readonly words: string; readonly type?: EntityType }
  | { readonly set: 'where'; readonly of: SetOf; readonly test: Test }
  /** Those with the most or the fewest of what they count. */
  | { readonly set: 'most'; readonly of: SetOf; readonly role: Role | 'any'; readonly least: boolean }
  | { readonly set: 'pick'; readonly of: SetOf; readonly positions: readonly number[] }
  /** The last first. */
  | { readonly set: 'reversed'; readonly of: SetOf }
  /** The units of tasks in a role, the tasks of actions, the actions of tasks. */
  | { readonly set: 'image'; readonly of: SetOf; readonly type: EntityType; readonly role?: Role | 'any' }
  | { readonly set: 'both' | 'either' | 'without'; readonly left: SetOf; readonly right: SetOf };

export type Share =
  | { readonly of: 'years'; readonly year: number }
  | { readonly of: 'kinds' }
  /** 存款占存贷款总和: one indicator of all that are named. */
  | { readonly of: 'named'; readonly part: number };

export type Ask =
  | { readonly ask: 'members' }
  /** `share`: and how large a part of all that was looked at. */
  /** `sum`: of several sets added up, how many each has and how many were counted twice. */
  | { readonly ask: 'count'; readonly share?: true; readonly sum?: true }
  /** Who: the units of each member in these roles; `lead` when a lead unit was asked for. */
  | {
      readonly ask: 'units';
      readonly roles: readonly Role[];
      readonly lead: boolean;
      /** 除了牵头单位: who stands in this role is left out. */
      readonly besides?: Role | 'lead';
      readonly part?: 'body' | 'annex';
      /** 由谁审核: what is done; who does it may be said in the text, and is no unit of the whole. */
      readonly doing?: string;
      /** The units of several members are set beside each other: said to be the same, or to differ. */
      readonly beside?: 'same' | 'shared' | 'differ';
    }
  | { readonly ask: 'content' }
  | { readonly ask: 'original' }
  | { readonly ask: 'sources' }
  /** What each year demands. */
  | { readonly ask: 'targets' }
  /** The 具体目标 of an action. */
  | { readonly ask: 'goal' }
  /** A figure: how many, how much; the measure that was asked in, when one was. */
  /** `grant`: only what is paid out: 补多少. */
  | { readonly ask: 'value'; readonly measure?: string; readonly unit?: UnitClass; readonly grant?: true }
  /** `often`: how many times in so long: 多久更新一次. `finished`: when it is done: 哪年完成. */
  | {
      readonly ask: 'when';
      readonly often?: true;
      readonly finished?: true;
      /** How long: so many years are asked for (参保几年), or any length where no time is told (多久). */
      readonly span?: 'years' | 'any';
    }
  | {
      readonly ask: 'reckon';
      readonly reckon: 'sum' | 'mean' | 'change' | 'growth' | 'ratio' | 'largest' | 'smallest';
      /** The mean of the amounts themselves, and not of their steps. */
      readonly level?: true;
      readonly measure?: string;
      /** The class that was asked in: 金额. */
      readonly unit?: UnitClass;
      /** Of a ratio: one year's part of all years asked for, or that of one thing of all beside it or named with it. */
      readonly share?: Share;
      /** 涨幅排第二: of the largest or smallest, those in these places. */
      readonly rank?: Places;
    }
  /** Members by action or unit, listed or counted. */
  | {
      readonly ask: 'group';
      readonly by: 'action' | 'unit' | 'task';
      readonly role?: Role | 'any';
      readonly show: 'members' | 'count' | 'units';
      /** By unit: these units alone, each with a row though it be empty; all units that stand in the role otherwise. */
      readonly units?: readonly UnitName[];
      /** How far the counts of two units lie apart: 多几项, 相差几项. */
      readonly apart?: 'more' | 'less' | 'same' | 'change';
      /** Of one unit the two roles, each with a row. */
      readonly byRole?: true;
      /** Only the unit that each member names first. */
      readonly lead?: boolean;
      /** Of each group only what stands in these places: 每个行动的最后一项. */
      readonly places?: readonly number[];
    }
  /** The members with the most or fewest of what they count; of tasks by units, of units and actions by tasks. */
  /** `units`: of actions by the units that stand in their tasks, each once. */
  | {
      readonly ask: 'extreme';
      readonly role: Role | 'any';
      readonly leading?: Leading;
      readonly least: boolean;
      readonly units?: true;
      readonly both?: true;
      /** 第二多, 前三名: in these places from the top, from the first to the last of them. */
      readonly rank?: Places;
    }
  | { readonly ask: 'document'; readonly property: Property }
  | { readonly ask: 'differences'; readonly what: 'units' | 'title' | 'figures' | 'any'; readonly role?: Role }
  | { readonly ask: 'definition'; readonly term?: string }
  | { readonly ask: 'summary' };

/** What may be so or not so. */
export type Claim =
  /** `year`: beside a claim about what is reckoned, so much in that year. */
  /** `reached`: 要做到9亿元, so much without a word of at least. `whole`: 是全市农户的80%, of all that there are. */
  | {
      readonly claim: 'quantity';
      readonly quantity: Quantity;
      readonly year?: number;
      readonly reached?: true;
      readonly whole?: true;
    }
  /** Each member passes. */
  | { readonly claim: 'test'; readonly test: Test }
  /** There is such a member. */
  | { readonly claim: 'exists' }
  | { readonly claim: 'year'; readonly years: readonly number[] }
  | {
      readonly claim: 'date';
      readonly month: number;
      readonly day?: number;
      readonly year?: number;
    }
  /** The later year is more than the earlier one, or less; the thing said first, than the one said next. */
  | { readonly claim: 'order'; readonly more: boolean }
  /** It is done so often: once in so many months. */
  | { readonly claim: 'interval'; readonly months: number }
  /** There are so many. */
  | { readonly claim: 'count'; readonly is: Comparison }
  | { readonly claim: 'words'; readonly words: string }
  /** Of one task: this unit stands in this place of those in a role, the last is -1; what is left out is asked. */
  | {
      readonly claim: 'place';
      readonly role: Role | 'any';
      readonly unit?: UnitName;
      readonly place?: number;
    }
  /** These years (all, when none) demand the same word for word, or `not`; `each`: no two of them. */
  | { readonly claim: 'alike'; readonly years: readonly number[]; readonly not: boolean; readonly each: boolean };

/** Places in an order, from one to another: [1, 3] are the first three. */
export type Places = readonly [from: number, to: number];

export interface Query {
  readonly of: SetOf;
  readonly asks: readonly [Ask, ...Ask[]];
  /** Years that were said; empty when none was. */
  readonly years: readonly number[];
  /** 各年, 三年, 分别每年. */
  readonly every: boolean;
  /** The question can be answered by 是 or 不是; what is claimed. */
  readonly confirm: boolean;
  readonly claims: readonly Claim[];
  /** Amounts that say which case is meant, and are neither asked for nor claimed: 低20%以上的返多少. */
  readonly given?: readonly Quantity[];
  /** Why it is so is asked. */
  readonly why?: boolean;
  /** Only what this part of the plan says. */
  readonly part?: Part;
  /** What the body says and what the annex says, each by itself. */
  readonly both?: true;
  /** The words by which a topic was found: where in it the answer stands. */
  readonly words: string;
}

/** What was filled in or chosen: said back to the asker. */
export interface Assumption {
  readonly what: 'topic' | 'unit' | 'year' | 'type' | 'role' | 'kind' | 'nearest' | 'plan';
  readonly value: string;
  /** Of `nearest`: the thing that was taken, and those that may have been meant instead, the nearest first. */
  readonly meant?: { readonly best: Ref; readonly others: readonly Ref[]; readonly ask: Ask };
}

/** One way to read a question. */
export interface Reading {
  readonly queries: readonly [Query, ...Query[]];
  readonly used: readonly Token[];
  readonly unread: readonly Token[];
  readonly assumed: readonly Assumption[];
  readonly score: number;
}
