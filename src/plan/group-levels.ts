import type { UnitGroup, UnitName } from '../types.ts';

const LEVELS = /^各((?:省|市|县|区|州|旗|乡镇|、)+)(?:人民)?政府$/u;

/** 各市、县政府 → 市, 县; of other groups nothing is known. */
const levelsOf = (name: string): readonly string[] => LEVELS.exec(name)?.[1]?.match(/乡镇|[^、]/gu) ?? [];

/** Returns the groups that are part of another: 各市政府 of 各市、县政府, where the plan has both. */
export const partsOfGroup = (name: UnitName, groups: readonly UnitGroup[]): readonly UnitName[] => {
  const levels = levelsOf(name);
  return groups
    .filter(({ name: other, members }) => {
      const own = levelsOf(other);
      const within = own.length > 0 && own.every((level) => levels.includes(level));
      return members.length === 0 && within && own.length < levels.length;
    })
    .map(({ name: other }) => other);
};

/** Whoever has a standing in a group is called so without 各: 省级政府, 领导小组成员单位. */
const ALL_OF = /^各(?=省级.*政府$)/u;
const LEADING_GROUP = /^(?:省|市|县|区).+?(?=(?:领导小组|专班|指挥部)(?:办公室)?(?:各有关|各)?成员单位$)/u;

/** Returns how a group may be called beside its printed name: 各省级人民政府 → 省级政府; 各市、县政府 → 各县政府. */
export const groupNames = (name: string): readonly string[] => {
  const levels = levelsOf(name);
  const forms = [
    name,
    name.replace(ALL_OF, ''),
    name.replace(LEADING_GROUP, ''),
    name.replace(LEADING_GROUP, '').replace(/(?:办公室)?(?:各有关|各)?(?=成员单位$)/u, ''),
    ...(levels.length > 1 ? [`各${levels.join('')}政府`, ...levels.map((level) => `各${level}政府`)] : []),
  ];
  const short = forms.map((one) => one.replace(/人民政府$/u, '政府'));
  return [...new Set([...forms, ...short])].filter((one) => one !== name);
};
