import { outerBrackets, splitOutside, withoutBrackets } from './brackets.ts';

/** Names of a list, one by one, and how the list stays open. */
export interface NameList {
  readonly names: readonly string[];
  readonly open?: string;
}

const BETWEEN = /[、，,；;。]+/;
/** White space divides names where one has ended; elsewhere it stands inside of one by mistake. */
const tidySpaces = (list: string): string =>
  list.replace(/(?<=[厅局委部办府会院社署行])[ \u3000\t]+(?=[\p{Script=Han}])/gu, '、').replace(/\s+/g, '');
/** How names of bodies end. */
const BODY = new RegExp(
  [
    '(?:部|委|厅|局|办|院|会|署|行|社|处|室|站|所|队|校|馆|库|台|园|集团|公司|中心|政府|法院|海关|关|联|协|学院|大学',
    '林场|农场|军区|机关|总队|支队|机构|企业|单位|部门|组织|工委|党组|指挥部|领导小组|专班|小组|组|管委|基地|总社',
    '联盟|支行|分行|处室|科|港|厂|矿|段|处|庭|司|(?<=税|审)关)$',
  ].join('|'),
);
const PLACE = /^[\p{Script=Han}]{1,12}(?:省|市|区|县|州|旗|镇|乡|街道|盟)$/u;
/** A level of government without its noun: 各市 in 各市、县政府. */
const BARE_LEVEL = /^(?:各|省|有关)?(?:级)?(?:省|市|区|县|州|设区市|地级市|乡镇|自治区|直辖市)(?:级)?$/;
const LEVEL_NEXT =
  /^(?:省|市|区|县|州|乡镇|直辖市|自治区|自治州|旗|镇|乡|新区)(?=$|[（(、■]|级|人民政府|政府|党委|管委会|（市)/;
/** 等 and what stands with it: the list goes on. */
const OPEN_END = /等(?:(?:[^等]{0,8}(?:有关|相关|各)?[^等]{0,6})?(?:部门|单位|机构|厅局|委办局|地区|企业|成员))?$/;
const JOINED = /和|以及|及|与|暨/g;
const GROUP_START = /^(?:各|有关|相关|其他|其它|所有|全[省市县区]|属地|当地|所在地|项目)/;
const GROUP =
  /有关|相关|成员单位|^各|各(?:部门|单位|市|县|区|地|级|处室|成员)|^其[他它]|各有关|^(?:省|市|县|区|乡镇|地方|旗|州|级|人民|、|（|）|\(|\)|■)+政府$|属地|所在地|当地/;

/** A name without what it says in brackets: 各市（含辛集市，下同）政府 → 各市政府. */
export const plainName = (printed: string): string =>
  outerBrackets(printed)
    .toReversed()
    .reduce(
      (rest, { from, to, inside }) => (keepsBracket(inside) ? rest : rest.slice(0, from) + rest.slice(to)),
      printed,
    )
    .replace(/\s+/g, '');

/** 县（市、区）政府: what stands in the bracket belongs to the name. */
const keepsBracket = (inside: string): boolean => /^[省市区县州旗、]+$/.test(inside);

/** True for a name that stands for several bodies which it does not list: 有关部门, 各地区. */
export const isGroupName = (printed: string): boolean => GROUP.test(plainName(printed));

/** True for what looks like the name of a body, a place or a group of them. */
export const looksLikeUnit = (printed: string): boolean => {
  const name = plainName(printed);
  if (name.length < 2 || name.length > 40 || /[：:“”《》]|时限|负责|下同|以下|不再/.test(name)) return false;
  return BODY.test(name) || PLACE.test(name) || isGroupName(name);
};

const OFFICE =
  /^(?:省|市|区|县|州|国家|中央|各).{1,24}(?:厅|局|委|部|办|政府|委员会|管委会|办公室|法院|检察院|银行|海关|社)$/;

/** True for the whole name of an office, by how it begins and ends, where no label says that it is one. */
export const isOffice = (name: string): boolean => OFFICE.test(name);

const isBody = (name: string): boolean => plainName(name).length >= 3 && looksLikeUnit(name);

/** 省国资委和省国防科工局 → two; 省工业和信息化厅 → one. */
const splitJoined = (piece: string): readonly string[] => {
  const joints = [...withoutBrackets(piece).matchAll(JOINED)].toReversed();
  for (const { index, 0: mark } of joints) {
    const [left, right] = [piece.slice(0, index), piece.slice(index + mark.length)];
    if (/^(?:单位|部门)/.test(right)) continue;
    const opens = isBody(right) || (GROUP_START.test(right) && right.length > 2);
    if (opens && (isBody(left) || OPEN_END.test(left))) return [...splitJoined(left), right];
  }
  return [piece];
};

/** 各市、县政府: a level without its noun belongs to what follows. */
const joinLevels = (pieces: readonly string[]): readonly string[] => {
  const done: string[] = [];
  for (const piece of pieces) {
    const before = done.at(-1);
    const joins = before !== undefined && isBareLevel(before) && LEVEL_NEXT.test(withoutBrackets(piece));
    if (joins) done[done.length - 1] = `${before}、${piece}`;
    else done.push(piece);
  }
  return done;
};

const isBareLevel = (name: string): boolean =>
  plainName(name)
    .split('、')
    .every((one) => BARE_LEVEL.test(one));

/** Returns the names of a printed list; what keeps it open is told apart and is no name. */
export const readNameList = (list: string): NameList => {
  const pieces = joinLevels(splitOutside(tidySpaces(list), BETWEEN).filter((piece) => piece.trim() !== '')).flatMap(
    splitJoined,
  );
  const opens: string[] = [];
  const names = pieces.flatMap((piece) => {
    const open = OPEN_END.exec(withoutBrackets(piece));
    const before = open ? piece.slice(0, open.index) : piece;
    if (!open || !(looksLikeUnit(before) || before === '')) return [piece.replace(/^(?:分别)?由(?=.{2})/, '').trim()];
    opens.push(piece.slice(open.index));
    return before === '' ? [] : [before.trim()];
  });
  const kept = names.filter((name) => name.length > 1);
  return opens.length > 0 ? { names: kept, open: opens.join('、') } : { names: kept };
};
