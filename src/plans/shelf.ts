import { canonical } from '../text.ts';
import type { Role } from '../values.ts';
import { type Bearings, createBearings } from './bearing.ts';
import type { Brief, BriefTask, BriefUnit } from './brief.ts';

/** A plan, by its place, and tasks of it, looked up when they are asked for. */
export interface Having {
  readonly at: number;
  readonly tasks: () => readonly BriefTask[];
}

/** What is known of some plans together. */
export interface Known {
  readonly bearings: Bearings;
  /** Plans that have a unit or a task of the longest such name in a text, in order. */
  readonly named: (text: string) => readonly number[];
  /** Plans in which a unit is called so, with its tasks in a role; in order, none of which it has no task. */
  readonly tasksOf: (unit: string, role: Role | 'any') => readonly Having[];
  /** Plans that have one task of this title, and somebody who is responsible for it; in order. */
  readonly titled: (title: string) => readonly Having[];
}

/**
 * An index over the briefs of all plans. A brief is taken in once and stays; which plans are looked at is chosen from
 * what is in it, so that plans come and go without making it anew.
 */
export type Shelf = (briefs: readonly Brief[]) => Known;

type Lists = Map<string, number[]>;

const put = (lists: Lists, key: string, value: number): void => {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
};

/** Plans by a pair of characters: by the first, then by the second, which is quicker than by both as one text. */
const createPairs = () => {
  const rows = new Map<number, Map<number, number[]>>();
  return {
    /** The pair that stands somewhere in a text. */
    put: (text: string, at: number, slot: number): void => {
      const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      const row = rows.get(first) ?? new Map<number, number[]>();
      if (row.size === 0) rows.set(first, row);
      const list = row.get(second);
      if (list) list.push(slot);
      else row.set(second, [slot]);
    },
    get: (pair: string): number[] | undefined => rows.get(pair.charCodeAt(0))?.get(pair.charCodeAt(1)),
  };
};

/** Names that are looked for in a question. */
const [SHORTEST_NAME, LONGEST_NAME] = [3, 60];

/** More units than any plan has: a unit is kept as its plan's slot and its place there, in one number. */
const MOST_UNITS = 4096;

/** The tasks of a unit in a role. */
const numbersOf = ({ responsible, supporting }: BriefUnit, role: Role | 'any'): readonly number[] => {
  if (role === 'any') return [...responsible, ...supporting];
  return role === 'responsible' ? responsible : supporting;
};

const ofTitle = ({ units, tasks }: Brief, title: string): readonly BriefTask[] => {
  const carried = new Set(units.flatMap(({ responsible }) => responsible));
  return tasks.filter(({ number, titles }) => titles.includes(title) && carried.has(number));
};

/** Returns an empty shelf. */
export const createShelf = (): Shelf => {
  const slots = new WeakMap<Brief, number>();
  let taken = 0;
  const pairs = createPairs();
  const units: Lists = new Map();
  const titles: Lists = new Map();
  const take = (brief: Brief): number => {
    const slot = taken;
    taken += 1;
    slots.set(brief, slot);
    for (let at = 0; at < brief.pairs.length; at += 2) pairs.put(brief.pairs, at, slot);
    brief.units.forEach(({ names }, at) => {
      for (const name of names) put(units, name, slot * MOST_UNITS + at);
    });
    for (const task of brief.tasks) for (const title of task.titles) put(titles, title, slot);
    return slot;
  };
  return (briefs) => {
    const places = new Map(briefs.map((brief, at) => [slots.get(brief) ?? take(brief), at]));
    const inPlace = [...places].every(([slot, at]) => slot === at) && places.size === taken;
    const among = (lists: { readonly get: Lists['get'] }, key: string): readonly number[] => {
      const all = lists.get(key) ?? [];
      return inPlace && places.size === taken
        ? all
        : all.flatMap((slot) => places.get(slot) ?? []).sort((a, b) => a - b);
    };
    /** The units that are called so, by their plans; two of one name in a plan are asked back, and left out. */
    const called = (name: string) => {
      const found = new Map<number, BriefUnit | undefined>();
      for (const code of units.get(name) ?? []) {
        const at = places.get(Math.floor(code / MOST_UNITS));
        const unit = at === undefined ? undefined : briefs[at]?.units[code % MOST_UNITS];
        if (at !== undefined) found.set(at, found.has(at) ? undefined : unit);
      }
      return [...found].sort(([a], [b]) => a - b);
    };
    const tasksOf: Known['tasksOf'] = (name, role) =>
      called(name).flatMap(([at, unit]) => {
        const numbers = unit ? numbersOf(unit, role) : [];
        const tasks = () => (briefs[at]?.tasks ?? []).filter(({ number }) => numbers.includes(number));
        return numbers.length > 0 ? [{ at, tasks }] : [];
      });
    const titled: Known['titled'] = (title) =>
      among(titles, title).flatMap((at) => {
        const brief = briefs[at];
        const tasks = brief ? ofTitle(brief, title) : [];
        return tasks.length === 1 ? [{ at, tasks: () => tasks }] : [];
      });
    const isName = (piece: string): boolean => units.has(piece) || titles.has(piece);
    return {
      named: (text) => {
        const said = canonical(text);
        for (let size = Math.min(said.length, LONGEST_NAME); size >= SHORTEST_NAME; size -= 1)
          for (let at = 0; at + size <= said.length; at += 1) {
            const piece = said.slice(at, at + size);
            const all = isName(piece) ? [...called(piece).map(([at]) => at), ...among(titles, piece)] : [];
            if (all.length > 0) return all;
          }
        return [];
      },
      bearings: createBearings({
        holding: (pair) => among(pairs, pair),
        prints: (at, piece) => briefs[at]?.text.includes(piece) ?? false,
        all: briefs.length,
      }),
      tasksOf,
      titled,
    };
  };
};
