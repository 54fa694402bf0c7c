import type { Sql } from './database.ts';
import { groupsOf } from './likeness.ts';

/** Where a question was asked; never by whom. */
export interface Place {
  /** `feishu`, `wecom-bot`, `api` … */
  readonly channel: string;
  readonly chat: 'group' | 'private' | 'page' | 'api';
}

/** What became of a group: nobody has seen to it, somebody has, or a word has mended it since. */
export type State = 'open' | 'settled' | 'mended';

export type Sort = 'not_found' | 'clarify' | 'wrong';

/** Questions alike that were not answered well. */
export interface Unanswered {
  /** Stays as long as the first of them is kept. */
  readonly id: number;
  /** The last one asked, and others of the group in other words, latest first. */
  readonly question: string;
  readonly others: readonly string[];
  readonly count: number;
  readonly sorts: Readonly<Record<Sort, number>>;
  /** Kinds of answer that were given, channels and kinds of chat in which it was asked, reasons for 有误. */
  readonly kinds: readonly string[];
  readonly channels: readonly string[];
  readonly chats: readonly string[];
  readonly reasons: readonly string[];
  /** Things of the plan that readers had in mind instead, most often said first: `task:21`. */
  readonly meant: readonly string[];
  /** Ids of the plans that were asked, where it is known which. */
  readonly plans: readonly string[];
  /** Milliseconds since the epoch. */
  readonly first: number;
  readonly last: number;
}

/** One time at which a question was not answered well. */
export interface Miss extends Place {
  readonly sort: Sort;
  readonly question: string;
  readonly kind: string;
  readonly plan?: string | undefined;
  readonly reason?: string | undefined;
  readonly meant?: string | undefined;
  readonly judge?: string;
  readonly work?: number | undefined;
  readonly at: number;
}

const MOST_OTHERS = 5;

/** A group, and the rows that it is made of. */
export type Group = Unanswered & { readonly state: State; readonly ids: readonly number[] };
type MissRow = Miss & { readonly id: number; readonly norm: string; readonly count: number; readonly state: State };

const distinct = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== undefined && value !== '') as string[]),
];

const mostFirst = (values: readonly string[]): readonly string[] => {
  const times = (value: string): number => values.filter((other) => other === value).length;
  return distinct(values).toSorted((one, other) => times(other) - times(one));
};

/** By the number under which they are kept. */
const STATES: readonly State[] = ['open', 'settled', 'mended'];

/** The number under which a state is kept. */
export const numberOfState = (state: State): number => STATES.indexOf(state);

/** Asked once more, the whole is open again. */
const stateOf = (states: readonly State[]): State =>
  (['open', 'settled'] as const).find((state) => states.includes(state)) ?? 'mended';

const groupOf = (rows: readonly MissRow[]): Group => {
  const latest = rows.toSorted((a, b) => b.at - a.at || b.id - a.id);
  const [question = '', ...others] = distinct(latest.map((row) => row.question));
  const counted = (of: readonly MissRow[]) => of.reduce((sum, { count }) => sum + count, 0);
  const ofSort = (sort: Sort) => counted(rows.filter((row) => row.sort === sort));
  return {
    id: rows[0]?.id ?? 0,
    ids: rows.map(({ id }) => id),
    question,
    others: others.slice(0, MOST_OTHERS),
    count: counted(rows),
    sorts: { not_found: ofSort('not_found'), clarify: ofSort('clarify'), wrong: ofSort('wrong') },
    kinds: distinct(latest.map(({ kind }) => kind)),
    channels: distinct(latest.map(({ channel }) => channel)),
    chats: distinct(latest.map(({ chat }) => chat)),
    reasons: distinct(latest.map(({ reason }) => reason)),
    meant: mostFirst(latest.flatMap(({ meant }) => meant ?? [])),
    plans: distinct(latest.map(({ plan }) => plan)),
    first: Math.min(...rows.map(({ at }) => at)),
    last: latest[0]?.at ?? 0,
    state: stateOf(rows.map(({ state }) => state)),
  };
};

const rowsIn = async (read: Sql): Promise<readonly MissRow[]> =>
  (await read.all('SELECT * FROM miss ORDER BY id')).map((row) => ({
    id: Number(row.id),
    sort: String(row.sort) as Sort,
    question: String(row.question),
    norm: String(row.norm),
    kind: String(row.kind),
    channel: String(row.channel),
    chat: String(row.chat) as Place['chat'],
    plan: typeof row.plan === 'string' ? row.plan : undefined,
    reason: typeof row.reason === 'string' ? row.reason : undefined,
    meant: typeof row.meant === 'string' ? row.meant : undefined,
    count: Number(row.count),
    state: STATES[Number(row.settled)] ?? 'open',
    at: Number(row.at),
  }));

/** Groups among all rows, in the order of their first. */
export const groupsIn = async (read: Sql): Promise<readonly Group[]> => {
  const all = await rowsIn(read);
  const places = groupsOf(all.map(({ norm }) => norm));
  const groups = new Map<number, MissRow[]>();
  all.forEach((row, at) => {
    const place = places[at] ?? 0;
    const rows = groups.get(place);
    if (rows) rows.push(row);
    else groups.set(place, [row]);
  });
  return [...groups.values()].map(groupOf);
};

export const withoutIds = ({ ids: _, ...group }: Group): Unanswered & { readonly state: State } => group;
