import { mendRun } from '../repair/recognised.ts';
import { withDash } from './dash.ts';
import type { Recognise, Recognised } from './engine.ts';
import { type Area, cutOut, hasInk, inkedArea, type Picture } from './picture.ts';

/** Reads areas of one page. */
export interface LinesReader {
  readonly readCell: (area: Area) => Promise<void>;
  /** Text outside tables, where paragraphs may begin with a dash. */
  readonly readText: (area: Area) => Promise<void>;
  /** What was read so far. */
  readonly runs: readonly Recognised[];
  /** Lines at whose ends something was passed over. */
  readonly cut: readonly string[];
}

/** In parts of a line's height: how far beside it a mark may stand that belongs to it, and what stands closer. */
const BESIDE = 1.1;
const ABOVE = 0.25;
/** What was read badly is enlarged so often. */
const LARGER = 2;
/** How much of a line is read again, in parts of its height: what was passed over and some characters. */
const PART = 4.5;
/** What is less sure must be looked at. */
const SURE = 0.8;

const isSure = ({ sure }: Recognised): boolean => sure >= SURE;

/** What is read together with a line. */
interface Around {
  readonly others: readonly Recognised[];
  readonly area: Area;
}

/** Which sides of a line are meant. */
interface Sides {
  readonly left: boolean;
  readonly right: boolean;
}

const within = (area: Area, { left, top, right, bottom }: Area): Area => ({
  left: Math.max(area.left, Math.floor(left)),
  top: Math.max(area.top, Math.floor(top)),
  right: Math.min(area.right, Math.ceil(right)),
  bottom: Math.min(area.bottom, Math.ceil(bottom)),
});

/** White around a sign that stands alone, as far as its cell reaches; in pixels. */
const ALONE = 40;

const around = ({ left, top, right, bottom }: Area, area: Area): Area =>
  within(area, { left: left - ALONE, top: top - ALONE, right: right + ALONE, bottom: bottom + ALONE });

const overlaps = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Narrower than this is dirt on the sheet, in pixels. */
const SPECK = 3;
/** Columns without ink that divide a mark from the character beside it, in pixels. */
const APART = 2;
/** What ends nearer than this, in parts of a line's height, is of the character itself: boxes are drawn narrowly. */
const OWN = 0.22;

/** True where something stands beside a line, apart from its last character: a bracket or a comma. */
const standsBeside = (ink: (step: number) => boolean, height: number): boolean => {
  let [apart, wide] = [0, 0];
  for (let step = 0; step < BESIDE * height; step++) {
    if (!ink(step)) {
      apart += 1;
      wide = 0;
    } else if (apart >= APART && step > OWN * height) {
      wide += 1;
      if (wide >= SPECK) return true;
    } else apart = apart >= APART ? apart : 0;
  }
  return false;
};

/** The texts of one line as one. */
const joined = (runs: readonly Recognised[]): string =>
  runs
    .filter(isSure)
    .toSorted((a, b) => a.left - b.left)
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '');

/** A line's text with what its beginning, read again, has before it; the last character may be cut through. */
export const withStart = (text: string, start: string): string => {
  for (const seen of [start, start.slice(0, -1)]) {
    for (let at = 1; at <= seen.length - 2; at++) if (text.startsWith(seen.slice(at))) return seen.slice(0, at) + text;
  }
  return text;
};

/** A line's text with what its end, read again, has behind it; the first character may be cut through. */
export const withEnd = (text: string, end: string): string => {
  for (const seen of [end, end.slice(1)]) {
    for (let at = seen.length - 1; at >= 2; at--) if (text.endsWith(seen.slice(0, at))) return text + seen.slice(at);
  }
  return text;
};

/** Returns what reads the areas of a picture, each line once more where ink beside it was passed over. */
export const linesReader = (picture: Picture, recognise: Recognise): LinesReader => {
  const runs: Recognised[] = [];
  const cut: string[] = [];
  const { width } = picture.canvas;

  const recogniseIn = async (area: Area, times = 1): Promise<readonly Recognised[]> => {
    const { png, left: x, top: y } = cutOut(picture, area, times);
    return (await recognise(png)).map(({ text, sure, left, top, right, bottom }) => ({
      ...{ text: mendRun(text), sure },
      ...{ left: left / times + x, right: right / times + x, top: top / times + y, bottom: bottom / times + y },
    }));
  };

  /** Whether something stands to the left and to the right of a line that was passed over. */
  const cutSides = (run: Recognised, others: readonly Recognised[], area: Area): Sides => {
    const { top, bottom } = run;
    const inkAt = (x: number): boolean => {
      const column = within(area, { left: x, right: x + 1, top, bottom });
      if (column.left >= column.right || others.some((other) => other !== run && overlaps(other, column))) return false;
      return hasInk(picture, column);
    };
    return {
      left: standsBeside((step) => inkAt(Math.floor(run.left) - 1 - step), bottom - top),
      right: standsBeside((step) => inkAt(Math.ceil(run.right) + step), bottom - top),
    };
  };

  /** Reads the beginning or the end of a line alone, as far as the next ones beside it. */
  const again = async (run: Recognised, sides: Sides, { others, area }: Around): Promise<Recognised> => {
    const { top, bottom } = run;
    const height = bottom - top;
    const beside = others.filter((other) => other !== run && other.top < bottom && top < other.bottom);
    const most = Math.max(0, ...beside.filter((other) => other.left < run.left).map((other) => other.right));
    const least = Math.min(width, ...beside.filter((other) => other.left > run.left).map((other) => other.left));
    const readPart = async (left: number, right: number): Promise<string> => {
      const part = within(area, { left, right, top: top - height * ABOVE, bottom: bottom + height * ABOVE });
      const inked = inkedArea(picture, part);
      return inked ? joined(await recogniseIn(inked)) : '';
    };
    const [from, to] = [Math.max(most, run.left - PART * height), Math.min(least, run.right + PART * height)];
    const start = sides.left ? await readPart(from, run.left + PART * height) : '';
    const end = sides.right ? await readPart(run.right - PART * height, to) : '';
    const [before, whole] = [withStart(run.text, start), withEnd(run.text, end)];
    const added = [before, whole].map((text) => [...text].length - [...run.text].length) as [number, number];
    const wide = (run.right - run.left) / [...run.text].length;
    return Object.assign({}, run, {
      text: before.slice(0, before.length - run.text.length) + whole,
      left: run.left - added[0] * wide,
      right: run.right + added[1] * wide,
    });
  };

  const read = async (area: Area, mend: (run: Recognised) => Recognised): Promise<void> => {
    const inked = inkedArea(picture, area);
    if (!inked) return;
    const first = await recogniseIn(inked);
    const found = first.length > 0 ? first.map(mend) : (await recogniseIn(around(inked, area), LARGER)).filter(isSure);
    if (found.length === 0) cut.push('（有一处没有认出）');
    for (const run of found) {
      const sides = cutSides(run, found, inked);
      const mended = sides.left || sides.right ? await again(run, sides, { others: found, area }) : run;
      if (!isSure(mended) || ((sides.left || sides.right) && mended.text === run.text)) cut.push(mended.text);
      runs.push(mended);
    }
  };

  return {
    readCell: (area) => read(area, (run) => run),
    readText: (area) => read(area, (run) => withDash(run, picture)),
    runs,
    cut,
  };
};
