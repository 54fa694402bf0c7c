import type { UnitName } from '../types.ts';
import type {
  Act,
  Comparison,
  EntityType,
  Leading,
  Operator,
  Part,
  Places,
  Property,
  Quantity,
  Ref,
  Role,
  Token,
  UnitClass,
  Unsaid,
  Wanted,
} from '../values.ts';

/** 由高新区牵头, 市财政局不负责, 没有支持单位: units in a role, or a role that is there or not. */
export interface Clause {
  readonly units: readonly UnitName[];
  readonly role: Role | 'any' | undefined;
  readonly lead: boolean;
  readonly leading: Leading | undefined;
  readonly not: boolean;
  readonly only: boolean;
  readonly first: boolean;
  /** 其中一家: any one of the units. */
  readonly one: boolean;
  /** 都, 共同: of all units together. */
  readonly every: boolean;
  /** 各, 分别: each unit by itself. */
  readonly each: boolean;
  /** 互相: each of two units for the tasks of the other. */
  readonly mutual: boolean;
  /** 做什么: what is done is asked, and no condition. */
  readonly asked: boolean;
  /** The role came behind the units: another unit begins another condition. */
  readonly closed: boolean;
  /** 高新区是…: what they are comes behind. */
  readonly copula: boolean;
  /** 或支持: this condition or the one before. */
  readonly alternative: boolean;
  /** 但负责: of the units before it. */
  readonly but: boolean;
  /** 支持高新区: those whose tasks are supported. */
  readonly object: boolean;
  /** Where the words stand that say the role. */
  readonly rolesAt: readonly number[];
  /** 漏, 少列: missing in the part that is named. */
  readonly lack: boolean;
  /** 写了, 有: of the part that is named. */
  readonly stated: boolean;
  /** A form of the unit's name that the plan misprints: 印作灞桥生态区. */
  readonly printed: string | undefined;
  /** 有, 列: said to be there. */
  readonly exists: boolean;
  /** 责任单位超过三个. */
  readonly is: Comparison | undefined;
  readonly part: 'body' | 'annex' | undefined;
  /** 负责: a verb; 责任单位: a noun. */
  readonly form: 'verb' | 'noun' | undefined;
  readonly at: number;
}

/** A sort of thing that is asked for or counted: 任务, 哪个行动, 57项. */
export interface Head {
  readonly type: EntityType;
  readonly sort: string | undefined;
  /** 任务, not only 哪项. */
  readonly noun: boolean;
  readonly wanted: Wanted | undefined;
  readonly each: boolean;
  /** 15个行动里: only where it is looked. */
  readonly inside: boolean;
  /** 57项 */
  readonly count: number | undefined;
  readonly at: number;
}

export interface WantedPart {
  readonly wanted: Wanted;
  readonly measure: string | undefined;
  readonly at: number;
}

/** 写了金额的, 没有数字的, 超过一百亿的. */
export interface FigurePart {
  readonly figure: UnitClass | 'figure' | 'date';
  readonly measure: string | undefined;
  readonly not: boolean;
  readonly at: number;
}

/** 责任单位, 支持的: a role that no unit stands in. */
export interface RolePart {
  readonly role: Role | 'any';
  readonly lead: boolean;
  readonly leading: Leading | undefined;
  readonly form: 'verb' | 'noun';
  readonly rolesAt: readonly number[];
  readonly at: number;
}

/** 任务最多的单位, 负责任务最多的单位: those with the most or the fewest, as a set of which something else is asked. */
export interface Superlative {
  readonly type: EntityType;
  readonly sort: string | undefined;
  readonly role: Role | 'any';
  readonly least: boolean;
  /** The tokens that say it, [from, to). */
  readonly from: number;
  readonly to: number;
}

/** How many tasks an action or a unit has: 正好三项任务的行动, 只负责一项任务的单位. */
export interface GroupSize {
  readonly is: Quantity;
  readonly of: 'action' | 'unit';
  /** 三项或者四项: this many or the number before. */
  readonly alternative: boolean;
  readonly at: number;
}

/** What a question says, sorted by what it is; nothing decided yet. */
export interface Parts {
  readonly refs: readonly Ref[];
  readonly missing: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly excepted: {
    readonly units: readonly UnitName[];
    readonly refs: readonly Ref[];
    readonly words: readonly string[];
    /** 除了牵头单位: where no units are named, all who stand in the role. */
    readonly role: Role | 'any' | undefined;
    readonly lead: boolean;
  };
  readonly heads: readonly Head[];
  readonly wanted: readonly WantedPart[];
  readonly roles: readonly RolePart[];
  readonly properties: readonly Property[];
  readonly years: readonly number[];
  readonly every: boolean;
  readonly relative: readonly { readonly of: 'year' | 'task' | 'action'; readonly by: number }[];
  readonly quantities: readonly Quantity[];
  /** 正好三项任务的行动: by how many tasks actions or units are told apart. */
  readonly sizes: readonly GroupSize[];
  /** 每季度: how often, in months. */
  readonly interval: number | undefined;
  readonly dates: readonly { readonly month: number; readonly day?: number; readonly year?: number }[];
  readonly figures: readonly FigurePart[];
  readonly positions: readonly { readonly positions: readonly number[]; readonly of?: EntityType }[];
  /** 第二多, 排第二, 前三名: places by what is counted. */
  readonly rank: { readonly places: Places; readonly least: boolean } | undefined;
  readonly operators: ReadonlySet<Operator>;
  readonly words: readonly Token[];
  readonly strangers: readonly Extract<Token, { kind: 'stranger' }>[];
  readonly terms: readonly string[];
  readonly unsaid: readonly { readonly unsaid: Unsaid; readonly text: string }[];
  readonly acts: readonly Act[];
  readonly before: ReadonlySet<'it' | 'these' | 'we' | 'choice' | 'then' | 'new' | 'swap' | 'back'>;
  readonly unclear: readonly (readonly UnitName[])[];
  readonly plan: boolean;
  readonly part: Part | undefined;
  readonly parts: readonly Part[];
  /** 除了这些: what was shown before is left out. */
  readonly exceptBefore: boolean;
  /** 按行动, 各责任单位: what the set is told by. */
  readonly groupBy: { readonly by: 'action' | 'unit'; readonly role: Role | 'any' | undefined } | undefined;
  /** 没网点, 不守信用: a denial that belongs to the words behind it. */
  readonly notWords: boolean;
  /** 没提到绿色债券: words that something is said not to hold. */
  readonly denied: readonly string[];
  /** The part that lacks what the other has: 正文写了附件没写, 只在正文. */
  readonly lacking: 'body' | 'annex' | undefined;
  /** 任务最多的单位, of which something else is asked. */
  readonly superlative: Superlative | undefined;
  /** 两倍: so many times. */
  readonly times: number | undefined;
  /** What a task's scope is said to be: 推广范围是全国的. */
  readonly scope: string | undefined;
  /** 不是全国推广: it is said not to be that. */
  readonly otherScope: boolean;
  /** A form of a unit's name that the plan misprints. */
  readonly misprints: readonly string[];
  /** 甲和乙: something joins two things. */
  readonly joins: boolean;
  /** 不, 没有 with nothing that it denies. */
  readonly openNot: boolean;
  readonly tokens: readonly Token[];
}
