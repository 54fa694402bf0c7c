import type { Line } from './lines.ts';

/** What fits on one page. */
export interface Room {
  /** UTF-8 bytes. */
  readonly bytes: number;
  /** Entries of a list. */
  readonly items: number;
  /** Bytes of a line as it will stand there, line breaks included. */
  readonly sizeOf: (line: Line) => number;
}

/** A line is best cut behind these. */
const PAUSE = /[。；，、：！？;,!?\s]/u;
/** Bytes that the layout may add to a piece of a line. */
const DECORATION = 16;

/** The longest beginning within so many bytes, in whole code points; where it can be, to a pause in its second half. */
const cutAt = (text: string, bytes: number): number => {
  let left = bytes;
  let end = 0;
  let pause = 0;
  for (const point of text) {
    left -= Buffer.byteLength(point);
    if (left < 0) return pause > end / 2 ? pause : end;
    end += point.length;
    if (PAUSE.test(point)) pause = end;
  }
  return end;
};

/** A line in pieces that fit; only the first stands apart, begins a page or is an entry of a list. */
const pieces = (line: Line, bytes: number): readonly Line[] => {
  const rest: Omit<Line, 'text'> = { style: line.style, ...(line.choice && { choice: true }) };
  const cut: Line[] = [];
  let text = line.text;
  while (Buffer.byteLength(text) > bytes) {
    const end = cutAt(text, bytes);
    cut.push({ ...(cut.length === 0 ? line : rest), text: text.slice(0, end), withNext: false });
    text = text.slice(end);
  }
  return [...cut, { ...(cut.length === 0 ? line : rest), text, withNext: line.withNext === true }];
};

type Group = readonly Line[];

/** Lines that must stay together, as far as a page can hold them. */
const groupsOf = (lines: readonly Line[], room: Room): readonly Group[] => {
  const groups: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const last = groups.at(-1);
    if (open && last) last.push(line);
    else groups.push([line]);
    open = line.withNext === true;
  }
  return groups.flatMap((group) => (sizeOf(group, room) <= room.bytes ? [group] : group.map((line) => [line])));
};

const sizeOf = (group: Group, room: Room): number => group.reduce((size, line) => size + room.sizeOf(line), 0);
const itemsIn = (group: Group): number => group.filter(({ item }) => item).length;

/** Lays lines out on pages: none is lost, none stands twice, none is over the room. */
export const paginate = (lines: readonly Line[], room: Room): readonly (readonly Line[])[] => {
  const pages: Line[][] = [];
  let bytes = 0;
  let items = 0;
  const cut = lines.flatMap((line) => pieces(line, room.bytes - DECORATION));
  for (const group of groupsOf(cut, room)) {
    const size = sizeOf(group, room);
    const more = itemsIn(group);
    const full = bytes + size > room.bytes || (more > 0 && items + more > room.items);
    const page = pages.at(-1);
    if (page && !full && group[0]?.newPage !== true) page.push(...group);
    else {
      pages.push([...group]);
      bytes = 0;
      items = 0;
    }
    bytes += size;
    items += more;
  }
  return pages;
};
