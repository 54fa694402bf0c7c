import { remembering } from '../recent.ts';
import { createLacks } from '../search/holding.ts';
import { foldWidth } from '../text.ts';
import type { Plan } from '../types.ts';

/** A piece of a text that one task alone prints, word for word. */
export interface PrintedPiece {
  readonly from: number;
  readonly to: number;
  /** It begins where a clause of the plan begins, and ends where one ends. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The plan's text by the task that prints it. */
export interface Printed {
  /** The longest pieces of a text that one task alone prints, in order; marks and blanks aside. */
  readonly pieces: (text: string) => readonly PrintedPiece[];
  /** The number of the one task that prints these words; undefined when none or several do. */
  readonly taskOf: (words: string) => number | undefined;
  /** The one task that prints words, however short they are. */
  readonly onlyTask: (words: string) => number | undefined;
}

/** Shorter pieces are words that anybody may use. */
const SHORTEST = 8;
const MARK = /[\p{P}\p{S}\p{Z}\p{C}]/u;
/** Marks within figures and names. */
const KEPT = /[.%+&-]/u;
const BREAK = '\n';

/** Plans are written in fewer characters. */
const MOST_CHARACTERS = 20_000;
const stays = remembering((char) => !MARK.test(char) || KEPT.test(char), MOST_CHARACTERS);

/** A text without its marks, and where each character stood. */
const bare = (text: string): { readonly text: string; readonly at: readonly number[] } => {
  const at: number[] = [];
  let [kept, place] = ['', 0];
  for (const char of text) {
    if (stays(char)) {
      kept += char;
      for (let unit = 0; unit < char.length; unit += 1) at.push(place + unit);
    }
    place += char.length;
  }
  return { text: kept, at };
};

interface Source {
  readonly text: string;
  /** Places at which a clause begins. */
  readonly edges: ReadonlySet<number>;
  readonly taskAt: (place: number) => number;
}

const sourceOf = ({ tasks }: Plan): Source => {
  const edges = new Set<number>();
  const starts: { readonly from: number; readonly task: number }[] = [];
  let text = BREAK;
  for (const { number, body, row } of tasks) {
    starts.push({ from: text.length, task: number });
    for (const print of [body.title, body.text, row.title, ...row.targets.map((target) => target.text)]) {
      edges.add(text.length);
      const lower = foldWidth(print).toLowerCase();
      const { text: squeezed, at } = bare(lower);
      at.forEach((place, index) => {
        const before = index === 0 ? 0 : (at[index - 1] ?? 0) + 1;
        if (place > before && /[^\s]/.test(lower.slice(before, place))) edges.add(text.length + index);
      });
      text += squeezed;
      edges.add(text.length);
      text += BREAK;
    }
  }
  const taskAt = (place: number) => starts.findLast(({ from }) => from <= place)?.task ?? 0;
  return { text, edges, taskAt };
};

const placesOf = (piece: string, { text }: Source): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) found.push(at);
  return found;
};

/** Builds the finder of what one task alone prints. */
export const createPrinted = (plan: Plan): Printed => {
  const source = sourceOf(plan);
  const lacks = createLacks(source.text, 2);
  /** Behind the last pair of the shortest piece from here that is printed nowhere; here, where all of them are. */
  const behindUnprinted = (text: string, from: number): number => {
    for (let at = from + SHORTEST - 2; at >= from; at -= 1) if (lacks(text.slice(at, at + 2))) return at + 1;
    return from;
  };
  const tasksOf = (piece: string) => [...new Set(placesOf(piece, source).map(source.taskAt))];
  const longestAt = (text: string, from: number): number => {
    if (!source.text.includes(text.slice(from, from + SHORTEST))) return from;
    let to = from + SHORTEST;
    while (to < text.length && source.text.includes(text.slice(from, to + 1))) to += 1;
    return to;
  };
  const only = (tasks: readonly number[]) => (tasks.length === 1 ? tasks[0] : undefined);
  return {
    onlyTask: (words) => only(tasksOf(bare(words).text)),
    taskOf: (words) => {
      const { text } = bare(words);
      return text.length >= SHORTEST ? only(tasksOf(text)) : undefined;
    },
    pieces: (typed) => {
      const { text, at } = bare(typed);
      const found: PrintedPiece[] = [];
      for (let from = 0; from + SHORTEST <= text.length; ) {
        const next = behindUnprinted(text, from);
        if (next > from) {
          from = next;
          continue;
        }
        const to = longestAt(text, from);
        const piece = text.slice(from, to);
        if (to === from || tasksOf(piece).length !== 1) {
          from += 1;
          continue;
        }
        const places = placesOf(piece, source);
        found.push({
          from: at[from] ?? 0,
          to: (at[to - 1] ?? 0) + 1,
          opens: places.some((place) => source.edges.has(place)),
          closes: places.some((place) => source.edges.has(place + piece.length)),
        });
        from = to;
      }
      return found;
    },
  };
};
