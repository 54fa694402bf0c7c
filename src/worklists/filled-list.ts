import type { Row, Workbook, Worksheet } from 'exceljs';
import { yearsNamed } from '../read/list-request.ts';
import { canonical, clip } from '../text.ts';
import type { Plan, UnitName } from '../types.ts';
import { calledTask, FILLED } from './columns.ts';
import { PROGRESS, type Progress, progressIn } from './progress.ts';
import { footOf } from './task-sheet.ts';
import { unitsNamed } from './unit-named.ts';

/** What a unit filled in for a task; empty where it left the cell blank. */
export interface FilledRow {
  readonly task: number;
  readonly person: string;
  readonly progress: Progress | '';
}

/** A list that came back filled in: whose, of which year, and every task of it. */
export interface FilledList {
  readonly kind: 'filled';
  readonly unit: UnitName;
  /** Undefined for a list of all years. */
  readonly year: number | undefined;
  readonly rows: readonly FilledRow[];
}

/** Why a list cannot be taken; `message` names rows and remedies. */
export interface FilledFault {
  readonly kind: 'fault';
  readonly message: string;
}

/** The head is looked for in so many rows. */
const MOST_ROWS_ABOVE = 20;
const LONGEST_PERSON = 40;
const LONGEST_SHOWN = 30;
/** Faults that are named at a time. */
const MOST_FAULTS = 8;

const fault = (message: string): FilledFault => ({ kind: 'fault', message });
const shown = (text: string): string => clip(text.replace(/\s+/gu, ' '), LONGEST_SHOWN);

/** Where the columns stand that are read. */
type Places = Readonly<Record<keyof typeof FILLED, number>>;

const placesIn = (row: Row): Places | undefined => {
  const at = new Map<string, number>();
  row.eachCell((cell) => at.set(cell.text.trim(), Number(cell.col)));
  const [task, person, progress] = [FILLED.task, FILLED.person, FILLED.progress].map((head) => at.get(head));
  return task && person && progress ? { task, person, progress } : undefined;
};

interface Found {
  readonly sheet: Worksheet;
  readonly head: number;
  readonly places: Places;
}

/** The sheet whose heads are those of a work list. */
const findSheet = (book: Workbook): Found | undefined => {
  for (const sheet of book.worksheets)
    for (let head = 1; head <= Math.min(sheet.rowCount, MOST_ROWS_ABOVE); head += 1) {
      const places = placesIn(sheet.getRow(head));
      if (places) return { sheet, head, places };
    }
  return undefined;
};

const isLine = (row: Row): boolean => row.getCell(1).isMerged;

/** Lines over all columns, and their rows. */
const linesIn = ({ sheet }: Found): readonly string[] =>
  Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1))
    .filter(isLine)
    .map((row) => row.getCell(1).text);

/** Returns the texts above and below the table of a filled list, by which it is known of which plan it is. */
export const linesOfFilled = (book: Workbook): readonly string[] => {
  const found = findSheet(book);
  return found ? linesIn(found) : [];
};

type ReadRow = { readonly row: FilledRow } | { readonly fault: string } | undefined;

const readRow = (row: Row, { task, person, progress }: Places, tasks: ReadonlyMap<string, number>): ReadRow => {
  const [name = '', who = '', how = ''] = [task, person, progress].map((at) => row.getCell(at).text.trim());
  const at = `第${row.number}行`;
  if (name === '') {
    if (who === '' && how === '') return undefined;
    return { fault: `${at}没有任务，却填了“${shown(who || how)}”：请填在任务所在的那一行。` };
  }
  const number = tasks.get(canonical(name));
  if (number === undefined)
    return { fault: `${at}的任务“${shown(name)}”不在计划里，可能改过字：请照导出的原样写，或重新导出后再填。` };
  const said = how === '' ? '' : progressIn(how);
  if (said === undefined)
    return { fault: `${at}（第${number}项）的进展“${shown(how)}”不认得：请改为${PROGRESS.join('、')}中的一个。` };
  if ([...who].length > LONGEST_PERSON)
    return { fault: `${at}（第${number}项）的责任人太长：请不超过${LONGEST_PERSON}个字。` };
  return { row: { task: number, person: who, progress: said } };
};

const tasksByName = (plan: Plan): ReadonlyMap<string, number> =>
  new Map(plan.tasks.map(({ number, body }) => [canonical(calledTask({ task: number, title: body.title })), number]));

const twice = (rows: readonly FilledRow[]): readonly string[] => {
  const seen = new Set<number>();
  return rows.flatMap(({ task }) => {
    const again = seen.has(task);
    seen.add(task);
    return again ? [`第${task}项出现了两次：请只留一行。`] : [];
  });
};

const readRows = (found: Found, plan: Plan): readonly FilledRow[] | FilledFault => {
  const tasks = tasksByName(plan);
  const read = Array.from({ length: Math.max(0, found.sheet.rowCount - found.head) }, (_, at) =>
    found.sheet.getRow(found.head + 1 + at),
  )
    .filter((row) => !isLine(row))
    .flatMap((row) => readRow(row, found.places, tasks) ?? []);
  const rows = read.flatMap((one) => ('row' in one ? [one.row] : []));
  const faults = [...read.flatMap((one) => ('fault' in one ? [one.fault] : [])), ...twice(rows)];
  if (faults.length > 0) {
    const more = faults.length > MOST_FAULTS ? [`……另有${faults.length - MOST_FAULTS}处。`] : [];
    return fault([...faults.slice(0, MOST_FAULTS), ...more].join(''));
  }
  if (rows.every(({ person, progress }) => person === '' && progress === ''))
    return fault(`没有一行填了${FILLED.person}或${FILLED.progress}：请填好后再交。`);
  return rows;
};

/** Whose list it is: as the last line says, or as the caller does where the line names nobody. */
const unitIn = (lines: readonly string[], { registry }: Plan, given: string | undefined): UnitName | FilledFault => {
  const names = [...registry.units, ...registry.groups].map(({ name }) => name);
  const signed = names.find((name) => lines.some((line) => line.startsWith(footOf(name))));
  if (given === undefined) {
    return signed ?? fault('看不出是哪个单位填的：请保留末行的填报单位，或另外写明填报单位（unit）。');
  }
  const [unit, another] = unitsNamed(given, registry);
  if (unit === undefined || another !== undefined)
    return fault(`计划里没有“${shown(given)}”这个单位：请用计划列名的单位。`);
  return signed === undefined || signed === unit ? unit : fault(`清单是${signed}的，不是${unit}的：请核对单位。`);
};

/** Reads a work list that came back filled in: all of it, or why none of it can be taken. */
export const readFilledList = (book: Workbook, plan: Plan, given?: string): FilledList | FilledFault => {
  const found = findSheet(book);
  if (!found)
    return fault(
      `没有找到有“${FILLED.task}”“${FILLED.person}”“${FILLED.progress}”三列的表：请交问计导出的任务清单，表头照原样。`,
    );
  const lines = linesIn(found);
  const unit = unitIn(lines, plan, given);
  if (typeof unit === 'object') return unit;
  const rows = readRows(found, plan);
  if ('kind' in rows) return rows;
  const [year, another] = yearsNamed(lines[0] ?? '', plan);
  return { kind: 'filled', unit, year: another === undefined ? year : undefined, rows };
};
