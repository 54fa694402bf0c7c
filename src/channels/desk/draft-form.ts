import { FIELDS } from '../../bring/changes.ts';
import { CodedError } from '../../errors.ts';
import type { Preview } from '../../import/preview/preview.ts';
import type { NamedBody } from '../../import/preview/units.ts';
import { isDate } from '../../plan/document.ts';
import { type Corrections, LEVELS } from '../../plan/schema.ts';
import type { PlanDocument } from '../../types.ts';
import type { Form } from './request.ts';

/** Corrections with one change, and how the history says it. */
export interface Change {
  readonly corrections: Corrections;
  readonly what: string;
}

type Field = keyof typeof FIELDS;

export const LEVEL_NAMES: Readonly<Record<(typeof LEVELS)[number], string>> = {
  part: '一、',
  section: '（一）',
  point: '1.',
  item: '（1）',
};

const LONGEST = 200;
const SHORTEST_TITLE = 4;
const SHORTEST_NAME = 2;
const LONGEST_NAME = 40;
const YEAR = /^(?:19|20|21)\d{2}$/;
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u;

const wrong = (detail: string): CodedError => new CodedError('correction_wrong', detail);

const textIn = (form: Form, name: string, what: string): string => {
  const text = (form[name] ?? '').trim();
  if (text.length > LONGEST) throw wrong(`${what}不能超过 ${LONGEST} 个字。`);
  if (CONTROL.test(text)) throw wrong(`${what}里有看不见的控制字符。`);
  return text;
};

const checkField = (field: Field, text: string): void => {
  if (field === 'title' && text.length < SHORTEST_TITLE) throw wrong(`标题至少 ${SHORTEST_TITLE} 个字。`);
  if ((field === 'dated' || field === 'printed') && text !== '' && !isDate(text))
    throw wrong(`${FIELDS[field]}请写成 2024年3月5日 这样，或留空。`);
};

const periodIn = (form: Form): readonly [number, number] => {
  const [from, to] = [(form.from ?? '').trim(), (form.to ?? '').trim()];
  if (from === '' && to === '') return [0, 0];
  if (!YEAR.test(from) || !YEAR.test(to) || from > to)
    throw wrong('计划期请写起止年份（四位数，先小后大），或都留空。');
  return [Number(from), Number(to)];
};

const shown = (text: string): string => text || '没有';

/** What a form says of the document against what was found in it; the same is no correction. */
export const correctDocument = ({ corrections, document, found }: Preview, form: Form): Change | undefined => {
  const said: string[] = [];
  const corrected: { -readonly [K in keyof Corrections['document']]: Corrections['document'][K] } = {};
  for (const [name, what] of Object.entries(FIELDS)) {
    const field = name as Field;
    const text = textIn(form, field, what);
    if (text !== document[field]) {
      checkField(field, text);
      said.push(`${what}：${shown(text)}`);
    }
    if (text !== found[field] && !(field === 'title' && text === document.title && !corrections.document.title))
      corrected[field] = text;
  }
  const period = periodIn(form);
  if (`${period}` !== `${document.period}`) said.push(`计划期：${period[0] > 0 ? period.join('—') : '没有'}`);
  if (`${period}` !== `${found.period}`) corrected.period = [...period];
  return said.length > 0 ? { corrections: { ...corrections, document: corrected }, what: said.join('；') } : undefined;
};

/** The level of the tasks that a form chooses; none: where the units stand. */
export const correctLevel = ({ corrections }: Preview, form: Form): Change | undefined => {
  const level = LEVELS.find((one) => one === form.level);
  if (level === corrections.level) return undefined;
  const { level: _, ...rest } = corrections;
  return level
    ? { corrections: { ...rest, level }, what: `任务层级：${LEVEL_NAMES[level]}` }
    : { corrections: rest, what: '任务层级：按单位所在处' };
};

interface Named {
  readonly names: Corrections['names'];
  readonly said: readonly string[];
}

const corrected = ({ name, prints }: NamedBody, form: Form, at: number): Named => {
  if (form[`x${at}`] !== undefined)
    return { names: [name, ...prints].map((printed) => ({ printed })), said: [`“${name}”不是单位`] };
  const means = textIn(form, `m${at}`, '单位名称');
  if (means === '' || means === name) return { names: [], said: [] };
  if (means.length < SHORTEST_NAME || means.length > LONGEST_NAME)
    throw wrong(`单位名称应为 ${SHORTEST_NAME}–${LONGEST_NAME} 个字：“${means.slice(0, LONGEST_NAME)}”。`);
  return { names: [{ printed: name, means }], said: [`“${name}”改作“${means}”`] };
};

/** Names that a form corrects: `m3` is what the fourth body is called, `x3` that it is none. */
export const correctNames = ({ corrections, bodies }: Preview, form: Form): Change | undefined => {
  const all = bodies.map((body, at) => corrected(body, form, at));
  const names = all.flatMap((one) => one.names);
  if (names.length === 0) return undefined;
  const again = new Set(names.map(({ printed }) => printed));
  const kept = corrections.names.filter(({ printed, means }) => means !== undefined || !again.has(printed));
  return {
    corrections: { ...corrections, names: [...kept, ...names] },
    what: all.flatMap((one) => one.said).join('；'),
  };
};

/** One correction taken back: `title`, `level`, or the place of a name. */
export const takeBack = ({ corrections }: Preview, form: Form): Change | undefined => {
  const { document, level, names } = corrections;
  const which = form.which ?? '';
  const field = Object.keys(document).find((name) => name === which);
  if (field !== undefined) {
    const kept = Object.fromEntries(Object.entries(document).filter(([name]) => name !== field));
    const what = `撤销${field === 'period' ? '计划期' : FIELDS[field as Field]}的更正`;
    return { corrections: { ...corrections, document: kept }, what };
  }
  if (which === 'level' && level !== undefined) return correctLevel({ corrections } as Preview, {});
  const name = /^\d{1,4}$/.test(which) ? names[Number(which)] : undefined;
  if (!name) return undefined;
  return {
    corrections: { ...corrections, names: names.filter((one) => one !== name) },
    what: `撤销“${name.printed}”的更正`,
  };
};

/** One correction, as the page lists it. */
export interface Correction {
  readonly which: string;
  readonly text: string;
}

const saidOf = (value: unknown): string =>
  Array.isArray(value) ? (value[0] > 0 ? value.join('—') : '没有') : shown(String(value));

/** The corrections of a draft, each with what takes it back. */
export const correctionsIn = ({ document, level, names }: Corrections, found: PlanDocument): readonly Correction[] => [
  ...Object.entries(document).map(([name, value]) => {
    const what = name === 'period' ? '计划期' : FIELDS[name as Field];
    const before: unknown = Reflect.get(found, name);
    return { which: name, text: `${what}：${saidOf(value)}（原读作 ${saidOf(before)}）` };
  }),
  ...(level === undefined ? [] : [{ which: 'level', text: `任务层级：${LEVEL_NAMES[level]}` }]),
  ...names.map(({ printed, means }, at) => ({
    which: `${at}`,
    text: means === undefined ? `“${printed}”不是单位` : `“${printed}”就是“${means}”`,
  })),
];
