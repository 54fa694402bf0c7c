import { clip } from '../text.ts';
import type { Plan, UnitName } from '../types.ts';
import { WORKLIST_FORMATS } from './worklist.ts';

/** Why a list cannot be made as asked. `message` says what is wrong and what there is instead; it may hold the asker's words. */
export interface WorklistFault {
  readonly kind: 'worklist_unit' | 'worklist_year' | 'worklist_action' | 'worklist_task' | 'worklist_format';
  readonly message: string;
  /** Units that may have been meant, nearest first. */
  readonly near: readonly UnitName[];
}

const LONGEST_SHOWN = 30;
const shown = (text: string): string => clip(text.replace(/\s+/g, ' ').trim(), LONGEST_SHOWN);

const fault = (kind: WorklistFault['kind'], message: string, near: readonly UnitName[] = []): WorklistFault => ({
  kind,
  message,
  near,
});

/** Nobody of that name in the registry. */
export const unknownUnit = (asked: string, near: readonly UnitName[]): WorklistFault =>
  fault(
    'worklist_unit',
    `计划里没有“${shown(asked)}”这个单位${near.length > 0 ? `，相近的有：${near.join('、')}` : ''}。`,
    near,
  );

/** A list is for one unit. */
export const severalUnits = (units: readonly UnitName[]): WorklistFault =>
  fault('worklist_unit', `一份清单只列一个单位，请分别导出：${units.join('、')}。`, units);

/** The plan has no targets for that year. */
export const unknownYear = (asked: number | string, { document }: Plan): WorklistFault =>
  fault('worklist_year', `计划只有${document.period.join('—')}年各年的目标，没有“${shown(String(asked))}”这一年。`);

/** The plan has no action of that number. */
export const unknownAction = (asked: number | string, { actions }: Plan): WorklistFault =>
  fault('worklist_action', `计划共有${actions.length}个行动，没有第“${shown(String(asked))}”个。`);

/** The plan has no task of that number. */
export const unknownTask = (asked: number | string, { tasks }: Plan): WorklistFault =>
  fault('worklist_task', `计划共有${tasks.length}项任务，没有第“${shown(String(asked))}”项。`);

/** A list is for one action, or for all. */
export const severalActions = (titles: readonly string[]): WorklistFault =>
  fault('worklist_action', `一份清单只列一个行动或全部行动，请分别导出：${titles.join('、')}。`);

/** A kind of file that is not made. */
export const unknownFormat = (asked: string): WorklistFault =>
  fault('worklist_format', `不能导出“${shown(asked)}”，可以导出的格式是${WORKLIST_FORMATS.join('、')}。`);
