import type { MarkRole } from '../../types.ts';
import { splitOutside, withoutBrackets } from './brackets.ts';
import { looksLikeUnit, type NameList, readNameList } from './names.ts';

/** One list of a mark before its names are known. */
export interface ReadParty extends NameList {
  readonly role: MarkRole;
  readonly said: string;
}

/** A mark as printed, read. */
export interface ReadMark {
  readonly printed: string;
  readonly parties: readonly ReadParty[];
  readonly fields: readonly { readonly name: string; readonly text: string }[];
  /** Rules that it states for the marks after it. */
  readonly states: Rules;
}

/** What a plan says once for all marks after it, as printed. */
export interface Rules {
  /** 列第一位者为牵头单位，下同 */
  readonly first?: string;
  /** 以下均含…，不再单独列出 */
  readonly also?: { readonly printed: string; readonly names: readonly string[] };
}

const DUTY = '牵头|责任|负责|主办|承办|实施|落实|组织|主管|指导|配合|协办|协助|参与|参加|支持|联系|协同|推进';
const LABEL = new RegExp(
  `((?:第一|主要)?(?:${DUTY})(?:责任|负责|实施|落实|组织|配合)?(?:单位|部门|处室|机构|地区|主体|市县))\\s*[:：]`,
  'g',
);
const FIELD =
  /((?:完成|办结|实施|推进)?(?:时限|时间|期限)(?:要求|进度|节点|安排)?|进度安排|(?:适用|推广|实施|试点)范围|(?:责任|牵头|分管)领导|责任人|联系人|备注)\s*[:：]/g;
const BETWEEN = /[，,；;。]/;
const BY_DUTY =
  '按(?:照)?(?:各自)?(?:职责|职能|分工|权限)[^，,。；;]{0,10}?(?:负责|落实|配合|推进|实施|分工)(?:落实|实施|推进)?';
const DOES =
  '(?:共同|分别|具体|协同|统筹|组织|联合)?(?:牵头负责|牵头组织|牵头落实|牵头推进|牵头|负责落实|负责组织实施|负责实施|负责|组织实施|抓好落实|督查落实|督促落实|督导落实|配合|参与|参加|协助|落实|主办|协办|承办)';
const AT_END = new RegExp(`(?:${BY_DUTY}|${DOES})$`);
const INSIDE = /牵头(?:负责)?|会同/;
const FIRST =
  /[，,。；;]?\s*(?:责任单位中)?(?:排|列|位列|排名|排序)(?:名)?在?(?:第一位?|首位)(?:者|的单位|的部门|的)?均?(?:为|是)(?:牵头|责任|第一责任)(?:单位|部门)?(?:[，,]下同)?/;
const ALSO =
  /[，,；;。]?\s*以下(?:任务|各项|各条|措施)?均(?:含|包括|包含|需)([^。；;]+?)(?:负责|落实)*[，,]?(?:不再(?:单独|另行|一一|逐一)?(?:列出|列示|赘述)|下同)/;
const OTHER = /[，,；;。]\s*[^，,。；;]{2,12}为[^，,。；;]{2,24}[，,]下同(?=$|[，,；;。）)])/;
const SAME = /[，,]?\s*下同(?=$|[，,；;。）)])/g;

const roleOf = (said: string): MarkRole => {
  if (/牵头|主办/.test(said)) return 'lead';
  return /配合|协办|协助|参与|参加|支持|协同|联系/.test(said) ? 'supporting' : 'responsible';
};

const party = (list: string, said: string): readonly ReadParty[] => {
  const read = readNameList(list);
  return read.names.length === 0 && read.open === undefined ? [] : [{ ...read, role: roleOf(said), said }];
};

/** A会同B、C负责 → A 负责, B and C 会同; A牵头B配合 → A 牵头, B 配合. */
const partiesOf = (list: string, said: string): readonly ReadParty[] => {
  const inside = INSIDE.exec(withoutBrackets(list));
  if (!inside || inside.index === 0) return party(list, said);
  const [before, after] = [list.slice(0, inside.index), list.slice(inside.index + inside[0].length)];
  if (!looksLikeUnit(readNameList(before).names.at(-1) ?? '')) return party(list, said);
  return inside[0].startsWith('牵头')
    ? [...party(before, inside[0]), ...partiesOf(after, said)]
    : [...party(before, said), ...party(after, inside[0])];
};

/** 牵头部门：A、B按职责分工负责: a word that fits any role leaves the label's. */
const saidOf = (does: string, label: string): string =>
  label !== '' && roleOf(does) === 'responsible' && roleOf(label) !== 'responsible' ? label : does;

/** Prose: names gather until a word says what they do; those left over do what the label says. */
const readProse = (text: string, label: string): readonly ReadParty[] => {
  const done: ReadParty[] = [];
  let list = '';
  for (const piece of splitOutside(text, BETWEEN)) {
    const does = AT_END.exec(withoutBrackets(piece).trimEnd());
    const names = does ? piece.trimEnd().slice(0, does.index) : piece;
    list = list === '' ? names : names === '' ? list : `${list}，${names}`;
    if (!does) continue;
    done.push(...partiesOf(list, saidOf(does[0], label)));
    list = '';
  }
  return [...done, ...partiesOf(list, label)];
};

interface Piece {
  readonly name: string;
  readonly field: boolean;
  readonly text: string;
}

/** The parts of a mark, each with the label in front of it; the first may have none. */
const piecesOf = (text: string): readonly Piece[] => {
  const bare = withoutBrackets(text);
  const found = [
    ...[...bare.matchAll(LABEL)].map((label) => ({ label, field: false })),
    ...[...bare.matchAll(FIELD)].map((label) => ({ label, field: true })),
  ].sort((a, b) => a.label.index - b.label.index);
  const cut = (from: number, to?: number) =>
    text
      .slice(from, to)
      .replace(/[；;。，,、\s]+$/, '')
      .trim();
  const first = { name: '', field: false, text: cut(0, found[0]?.label.index) };
  return [
    ...(first.text === '' ? [] : [first]),
    ...found.map(({ label, field }, at) => ({
      name: label[1] ?? '',
      field,
      text: cut(label.index + label[0].length, found[at + 1]?.label.index),
    })),
  ];
};

/** Returns the rules that a text states, and the text without them. */
export const takeRules = (text: string): { readonly rest: string; readonly states: Rules } => {
  const first = FIRST.exec(text);
  const also = ALSO.exec(text);
  const rest = text.replace(FIRST, '').replace(ALSO, '').replace(OTHER, '').replace(SAME, '');
  const trim = (printed: string) => printed.replace(/^[，,。；;\s]+/, '');
  return {
    rest,
    states: {
      ...(first && { first: trim(first[0]) }),
      ...(also && { also: { printed: trim(also[0]), names: readNameList(also[1] ?? '').names } }),
    },
  };
};

const isMark = (parties: readonly ReadParty[], labelled: boolean): boolean => {
  const all = parties.flatMap(({ names }) => names);
  if (labelled) return parties.length > 0;
  return parties.some(({ said }) => said !== '') && all.length > 0 && all.every(looksLikeUnit);
};

/** Reads what stands in a bracket, a cell or a line as a mark of responsibility; undefined for anything else. */
export const readMark = (printed: string): ReadMark | undefined => {
  const { rest, states } = takeRules(printed);
  const pieces = piecesOf(rest);
  const parties = pieces.filter(({ field }) => !field).flatMap(({ text, name }) => readProse(text, name));
  if (
    !isMark(
      parties,
      pieces.some(({ field, name }) => !field && name !== ''),
    )
  )
    return undefined;
  const fields = pieces.filter(({ field }) => field).map(({ name, text }) => ({ name, text }));
  return { printed: printed.trim(), parties, fields, states };
};

/** Reads a cell under a head that names the duty: the whole cell is a list, or prose. */
export const readCell = (cell: string, head: string): ReadMark | undefined => {
  const labelled = readMark(cell);
  if (labelled) return labelled;
  const parties = readProse(takeRules(cell).rest, head);
  return parties.length > 0 ? { printed: cell.trim(), parties, fields: [], states: {} } : undefined;
};

/** True for a bracket, line or cell in which words of responsibility stand: what a loose search finds. */
export const mentionsDuty = (text: string): boolean => /责任|牵头|负责|配合/.test(text);
