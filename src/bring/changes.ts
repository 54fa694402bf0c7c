import type { Preview, PreviewCounts } from '../import/preview/preview.ts';
import type { PlanDocument } from '../types.ts';

/** One thing that a correction changed in a preview. */
export interface PreviewChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** The fields of a document that a person may correct, as they are called. */
export const FIELDS = {
  title: '标题',
  number: '文号',
  issuer: '发文机关',
  dated: '成文日期',
  printed: '印发日期',
} as const;
const COUNTS = {
  tasks: '任务',
  attached: '归入任务的责任标注',
  units: '单位',
  unknown: '不像单位的名称',
  indicators: '指标',
  doubts: '待核对',
} as const satisfies Partial<Record<keyof PreviewCounts, string>>;
const MOST_NAMES = 8;

const periodOf = ({ period: [from, to] }: PlanDocument): string => (from > 0 ? `${from}—${to}` : '');

const list = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? `等${names.length}个` : '');

const namesOf = ({ bodies }: Preview): readonly string[] => bodies.map(({ name, count }) => `${name}×${count}`);

/** Returns what is different in a later preview of the same document. */
export const previewChanges = (before: Preview, after: Preview): readonly PreviewChange[] => {
  const rows: readonly (readonly [string, string, string])[] = [
    ...Object.entries(FIELDS).map(([name, what]) => {
      const field = name as keyof typeof FIELDS;
      return [what, before.document[field], after.document[field]] as const;
    }),
    ['计划期', periodOf(before.document), periodOf(after.document)],
    ['任务所在层级', before.levels, after.levels],
    ...Object.entries(COUNTS).map(([name, what]) => {
      const count = name as keyof typeof COUNTS;
      return [what, `${before.counts[count]}`, `${after.counts[count]}`] as const;
    }),
  ];
  const [old, fresh] = [namesOf(before), namesOf(after)];
  const names = [
    '单位及次数',
    list(old.filter((name) => !fresh.includes(name))),
    list(fresh.filter((name) => !old.includes(name))),
  ] as const;
  return [...rows, names]
    .filter(([, one, other]) => one !== other)
    .map(([what, one, other]) => ({ what, before: one || '没有', after: other || '没有' }));
};
