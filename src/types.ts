/**
 * The values between the stages, in the order in which they are made.
 *
 *   corpus folder ─parse→ Plan ─index→ Search
 *   Delivery ─receive→ Receipt → Question ─read, compose, execute, phrase→ Answer ─check→ Answer ─render→ message
 *
 * The values of the middle (tokens, queries, results) stand in values.ts.
 */

// ── Plan: what the text says, read once at the start ────────────────────────────────────────────────────────────────

/** The plan's own numbering with dots: `3.5.2.3`, `annex.21`, `2.table.1`. */
export type ClauseId = string;

/** First and last line in the source file, counted from 1. */
export type LineRange = readonly [from: number, to: number];

/** One line of the source file as it stands, and its number. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

export type ClauseKind =
  | 'front' // title page, notice, footer
  | 'heading' // a heading, a table's head: structure without content of its own
  | 'opening'
  | 'guiding'
  | 'goal'
  | 'indicator'
  | 'action-goal'
  | 'measure'
  | 'safeguard'
  | 'row' // of the annex table
  | 'paragraph'; // any other text of its own: a section that is no task, a box, a notice before the plan

/** A citable piece of the plan. Every non-empty line of the source belongs to exactly one clause. */
export interface Clause {
  readonly id: ClauseId;
  readonly kind: ClauseKind;
  /** How a person cites it: 正文三、（五）2.（3）. */
  readonly label: string;
  /** The clause's own words without numbering and responsibility bracket; lines broken inside a sentence are joined. */
  readonly text: string;
  /** The source lines, verbatim. */
  readonly source: readonly SourceLine[];
}

/** Canonical short name of a unit as the plan uses it: 市金融工作局. */
export type UnitName = string;

/** One name in a responsibility list: as printed, and whom it means. */
export interface NamedUnit {
  readonly printed: string;
  /** Units or groups meant; empty when the registry does not know the name; two when the print ran two together. */
  readonly means: readonly UnitName[];
  /** True when the printed form is explained by a reviewed note rather than being a name of the unit. */
  readonly misprint: boolean;
}

/** What a mark of responsibility makes of the units that it lists. */
export type MarkRole = 'lead' | 'responsible' | 'supporting';

/** One list of units inside a mark, with the word that the plan prints for what they do. */
export interface Party {
  readonly role: MarkRole;
  /** As printed: 牵头单位, 负责, 按职责分工负责, 会同; empty where the plan has no word for these. */
  readonly said: string;
  readonly units: readonly NamedUnit[];
  /** How the list stays open, as printed: 等, 等相关部门. Never a unit. */
  readonly open?: string;
}

/** A mark of responsibility: （A牵头，B配合）, a cell of a table, a line of its own. */
export interface Mark {
  /** Where it is printed. */
  readonly clause: ClauseId;
  /** As printed, without the brackets around it. */
  readonly printed: string;
  readonly parties: readonly Party[];
  /** What else it says: 完成时限, 适用范围. */
  readonly fields: readonly { readonly name: string; readonly text: string }[];
  /** What was added to it by a rule that the plan says once, as printed: 列第一位者为牵头单位，下同. */
  readonly rules: readonly string[];
}

/** Who does it. `lead` are those of `responsible` whom the plan calls 牵头; `marks` keep every role as printed. */
export interface Assignment {
  readonly responsible: readonly NamedUnit[];
  readonly supporting: readonly NamedUnit[];
  /** Absent where the plan calls nobody so. */
  readonly lead?: readonly NamedUnit[];
  /** Absent for plans of which only 责任 and 支持 are read. */
  readonly marks?: readonly Mark[];
}

/**
 * One task: a measure of the body and the annex row that breaks it down. One that stands in one place only has that
 * place in both (`hasRow` in `plan/pair.ts`); a task of a table has its row's clause and cells as its body.
 */
export interface Task {
  /** Its row's number in the annex; where there is none, its place among the tasks, from 1. */
  readonly number: number;
  /** When it must be done, as printed: 2022年底前. Absent where the plan does not say or only within the text. */
  readonly deadline?: string;
  readonly action: number;
  /** Place within the action, from 1. */
  readonly measure: number;
  readonly body: { readonly clause: ClauseId; readonly title: string; readonly text: string } & Assignment;
  readonly row: {
    readonly clause: ClauseId;
    readonly title: string;
    readonly targets: readonly YearTarget[];
  } & Assignment;
}

export interface YearTarget {
  readonly year: number;
  readonly text: string;
}

export interface Action {
  readonly number: number;
  readonly title: string;
  /** Clause of 具体目标; its heading where the plan has no such clause. */
  readonly goal: ClauseId;
  /** Clause of its heading, where the text was outlined as it stands. */
  readonly heading?: ClauseId;
  /** Numbers of its tasks, in order. */
  readonly tasks: readonly number[];
}

/** One row of the indicator table. */
export interface Indicator {
  readonly number: number;
  readonly clause: ClauseId;
  /** 金融业增加值 */
  readonly name: string;
  /** 亿元; empty where none is printed. */
  readonly measure: string;
  /** Empty for an indicator without figures. */
  readonly values: readonly IndicatorValue[];
}

export interface IndicatorValue {
  readonly year: number;
  /** As printed: `2.70`. */
  readonly printed: string;
  /** A figure of a past year, or a target. */
  readonly role: 'past' | 'target';
}

/** What a document says of itself; empty, and [0, 0] for the period, where it says nothing. */
export interface PlanDocument {
  readonly title: string;
  /** 文号 */
  readonly number: string;
  readonly issuer: string;
  /** 成文日期, as printed: 2020年3月25日. */
  readonly dated: string;
  /** 印发日期, as printed. */
  readonly printed: string;
  /** 主送: to whom it is addressed, as printed. */
  readonly addressees: string;
  /** 抄送, as printed. */
  readonly copies: readonly string[];
  /** First and last year of the plan. */
  readonly period: readonly [number, number];
  /** The text prints no title: `title` only tells it from others, by its first heading. */
  readonly untitled?: true;
  /** Who passed it on in a notice of their own, and when: 转发. */
  readonly forwarded?: { readonly issuer: string; readonly dated: string };
}

/** A registered unit: whom the plan's names mean. */
export interface Unit {
  readonly name: UnitName;
  readonly full: string;
  readonly others: readonly string[];
  readonly english: { readonly name: string; readonly others: readonly string[] };
  readonly kind: string;
}

/** A name that stands for several units: 各区县. Members only where the plan or plain geography supports them. */
export interface UnitGroup {
  readonly name: UnitName;
  readonly others: readonly string[];
  readonly english: { readonly name: string; readonly others: readonly string[] };
  readonly members: readonly UnitName[];
  /** On what the membership rests; shown to the reader. */
  readonly basis: string;
}

/** A reviewed note: a printed form that is not a name of the unit that it means. */
export interface Misprint {
  readonly printed: string;
  readonly means: readonly UnitName[];
  /** Clauses in which it is so read; everywhere when absent. */
  readonly where?: readonly ClauseId[] | undefined;
  /** Shown to the reader. */
  readonly note: string;
}

/** A reviewed note: two places of the plan that speak of the same thing and do not agree, or may seem not to. */
export type Conflict =
  /** An indicator's year-end totals against what a task adds in each year. */
  | {
      readonly kind: 'additions';
      readonly indicator: number;
      readonly task: number;
      readonly measure: string;
      /** How the task prints the addition: 新增. */
      readonly verb: string;
      readonly of: string;
    }
  /** A total in the body against the sum of the task's yearly targets. */
  | {
      readonly kind: 'sum';
      readonly task: number;
      readonly measure: string;
      readonly clause: ClauseId;
      readonly total: string;
      readonly of: string;
    }
  /** The same thing under two names, or two things that are easily taken for one. */
  | {
      readonly kind: 'places';
      readonly places: readonly { readonly clause: ClauseId; readonly words: string }[];
      readonly note: string;
    };

export interface Registry {
  readonly units: readonly Unit[];
  readonly groups: readonly UnitGroup[];
  readonly misprints: readonly Misprint[];
}

/** One of several documents in one file; the ids of its clauses begin with its number. */
export interface PlanPart {
  readonly number: number;
  readonly title: string;
  readonly lines: LineRange;
}

export interface Plan {
  readonly id: string;
  readonly document: PlanDocument;
  /** The documents of the file where it holds several; absent for one. */
  readonly parts?: readonly PlanPart[];
  readonly clauses: readonly Clause[];
  readonly indicators: readonly Indicator[];
  readonly actions: readonly Action[];
  readonly tasks: readonly Task[];
  readonly goals: readonly ClauseId[];
  readonly safeguards: readonly ClauseId[];
  readonly registry: Registry;
  /** Measures and annex rows that found no partner: no task of the plan, and for a person to look at. */
  readonly unpaired: readonly ClauseId[];
  /** Non-empty source lines that no rule could place; empty for a plan that may go live. */
  readonly unplaced: readonly SourceLine[];
}

// ── Search: which clause an unnamed topic belongs to ────────────────────────────────────────────────────────────────

/** A subject that the plan treats: a task, or a clause that stands for itself. */
export interface Topic {
  /** `task.21`, or the clause id. */
  readonly id: string;
  readonly kind: 'task' | 'indicator' | 'action-goal' | 'safeguard' | 'goal' | 'opening' | 'guiding' | 'clause';
  /** The task's number. */
  readonly task?: number;
  readonly clause: ClauseId;
}

export type Field = 'title' | 'body' | 'row' | 'words' | 'gloss' | 'english';

/** Clauses that come nearest to some words, the nearest first, and the words by which they were looked for. */
export interface Closest {
  readonly clauses: readonly Clause[];
  readonly words: readonly string[];
}

/** One sentence of a topic. `words`, `gloss` and `english` are other names from the corpus: they find, and are never quoted. */
export interface Passage {
  readonly topic: Topic;
  readonly field: Field;
  readonly clause: ClauseId;
  readonly year?: number;
  readonly text: string;
}

/** A term of the question that a topic bears out, and where. */
export interface FoundTerm {
  readonly term: string;
  readonly weight: number;
  readonly field: Field;
  /** The everyday word that led here, when it was not the term itself. */
  readonly via?: string;
}

export interface Hit {
  readonly topic: Topic;
  /** 0–1: the share of the question's weight that the topic bears out. */
  readonly score: number;
  readonly terms: readonly FoundTerm[];
}

/** A sentence with the share of the question's weight that it bears out. */
export interface PassageHit {
  readonly passage: Passage;
  readonly score: number;
}

export interface Search {
  /** Topics, best first. */
  topics(text: string): readonly Hit[];
  /** The topics that have a name in letters of just these words. */
  named(text: string): readonly Topic[];
  /** Does a topic's English description hold these words? */
  describes(text: string, topic: string): boolean;
  /** Sentences of one topic, best first, those that bear out nothing left out. */
  passages(text: string, topic: string): readonly PassageHit[];
  /** The nouns of a text, in order, that nothing in the plan or beside it bears out. */
  strangers(text: string): readonly string[];
  /** The nouns of a text, in order, that a topic nowhere bears out. */
  missing(text: string, topic: string): readonly string[];
  /** The nouns and verbs of a text, in order, that the plan nowhere prints and that mean nothing else in it. */
  unprinted(text: string): readonly string[];
  /** The nouns of a text, in order, that another text does not hold, by themselves or in an official wording. */
  unheld(text: string, evidence: string): readonly string[];
  /** A text with everyday words that another text does not print in the official wording that it prints. */
  asPrinted(text: string, evidence: string): string;
  /** Of a text that is one name, the nouns that the topic does not have: 汽车 in 新能源汽车补贴. */
  lacking(text: string, topic: string): readonly string[];
  readonly saying: Saying;
  /** The sentence that says to whom, and by when, something is reported. */
  readonly reporting: (text: string) => Passage | undefined;
}

/**
 * A piece of what was said: what was asked for need not be printed; `exact`: how its figures may be printed; `common`:
 * they tell nothing by themselves, as a year.
 */
export interface SaidPiece {
  readonly text: string;
  readonly asked: boolean;
  readonly exact?: readonly string[];
  readonly common?: true;
}

/** Returns the one sentence that holds most of what was said, where no other comes near. */
export type Saying = (pieces: readonly SaidPiece[]) => Passage | undefined;

/** Everyday wording and the official wordings that it may stand for. */
export interface LexiconEntry {
  readonly say: string;
  readonly mean: readonly string[];
  readonly weight: number;
  readonly type?: string | undefined;
}

// ── Channels: what comes in ─────────────────────────────────────────────────────────────────────────────────────────

/** One HTTP delivery of a chat platform: nothing in it is trusted yet. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/** The platform checks the address: it wants its own words back. */
export interface Challenge {
  readonly status: 'challenge';
  readonly challenge: string;
}

/** A delivery that is not what it claims to be, or cannot be read. */
export interface Refusal {
  readonly status: 'refused';
  readonly code: 'delivery_malformed' | 'delivery_forged' | 'delivery_stale';
  readonly reason: string;
}

/** What a delivery turned out to be; `Incoming` is what was verified: a question, a click, a recall (channels/work.ts). */
export type Receipt<Incoming> = Challenge | Refusal | Incoming;

// ── Question: where the terminal, the API, the page and the channels enter ──────────────────────────────────────────

/** What a language model returned for one text, as it came; it is checked against the plan each time it is used. */
export interface ModelText {
  /** The id of the plan that it is of, and the text as that was asked: of another text it says nothing. */
  readonly plan: string;
  readonly text: string;
  readonly reply: string;
}

export interface Question {
  readonly text: string;
  /** Earlier questions of the same person in the same chat, oldest first. */
  readonly history: readonly string[];
  /** The year in which it is asked, for 今年 and 明年; without it they mean no year. */
  readonly year?: number | undefined;
  /** Ids of the plans that may be asked; all of them without it. */
  readonly plans?: readonly string[] | undefined;
  /** What a model made of the earlier questions and of the text, in their order; none for those that it was not asked. */
  readonly readings?: readonly (ModelText | null)[] | undefined;
}

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';

// ── Answer: what leaves (CONTRACT: the same object for batch, HTTP and channels) ────────────────────────────────────

export interface Citation {
  readonly plan: string;
  readonly clause: ClauseId;
  readonly label: string;
  /** Verbatim, white space aside; an omission is written ……. */
  readonly quote: string;
  readonly lines: LineRange;
}

export interface Computed {
  readonly value: string;
  readonly formula: string;
  readonly from: readonly ClauseId[];
}

export type NoticeCode =
  | 'body_annex_differ'
  | 'source_misprint'
  | 'assumed'
  | 'group_member'
  | 'outside_period'
  | 'no_lead_unit'
  | 'corrected'
  | 'several_sources';

export interface Notice {
  readonly code: NoticeCode;
  readonly text: string;
  readonly clauses: readonly ClauseId[];
}

export interface Choice {
  readonly label: string;
  readonly question: string;
  readonly tasks: readonly number[];
}

export interface Related {
  readonly clause: ClauseId;
  readonly label: string;
}

/** How a question was read, and the pieces of it that no part of the answer accounts for. */
export interface Understanding {
  readonly said: string;
  readonly unread: readonly string[];
}

interface AnswerFrame {
  /** What was asked, why it was asked back, why it was refused: `responsible`, `unclear-topic`, `not-absent` … */
  readonly kind: string;
  readonly language: Language;
  readonly text: string;
  readonly tasks: readonly number[];
  readonly computed: readonly Computed[];
  readonly notices: readonly Notice[];
  readonly suggestions: readonly string[];
  /** The answer to a question that can be answered 是 or 不是. */
  readonly verdict?: boolean;
  /** The id of the plan that answers, where several may be asked and one does. */
  readonly plan?: string;
  readonly understood: Understanding;
}

export interface Answered extends AnswerFrame {
  readonly status: 'answered';
  readonly citations: readonly [Citation, ...Citation[]];
  readonly choices: readonly [];
  readonly related: readonly [];
}

export interface Clarify extends AnswerFrame {
  readonly status: 'clarify';
  readonly citations: readonly [];
  readonly choices: readonly Choice[];
  readonly related: readonly [];
}

export interface NotFound extends AnswerFrame {
  readonly status: 'not_found';
  readonly citations: readonly [];
  readonly choices: readonly [];
  readonly related: readonly Related[];
}

export type Answer = Answered | Clarify | NotFound;

/** The bot as everything outside sees it: pure and synchronous. */
export type Ask = (question: Question) => Answer;
