import { canonical } from '../text.ts';
import type { Registry, Unit, UnitGroup } from '../types.ts';
import { groupNames } from './group-levels.ts';
import { isGroupName, looksLikeUnit, plainName } from './marks/names.ts';

/** How bodies are called, whatever the place: 工业和信息化 → 工信. */
export type BodyNames = Readonly<Record<string, readonly string[]>>;

const LEVEL = /^(?:省|市|区|县|州|国家|中国|国务院)(?=.{2,})/;
/** 省委编办: of the party's body at that level, or of the government there. */
const DEEP_LEVEL = /^(?:(?:中共)?[省市区县州]委|[省市县]政府)(?=.{2,})/;
/** What a level leaves of 省委编办 or 省委 is no name. */
const BROKEN = /^委/;
/** 河北省财政厅: the name of the place is left out where everybody is of it. */
const OF_PLACE = /^\p{Script=Han}{2,3}(?=(?:省|市|县|区)\p{Script=Han}{2,})/u;
const ENDS = /(?:委员会|管理局|管理厅|办公室|厅|局|委|办|部|总局|会|检察院|党校)$/;
/** 外办, 妇联, 科协: of two characters, and yet no word of anything else. */
const SHORT_BODY = /^\p{Script=Han}[办联协]$|^党校$/u;
const isBare = (name: string): boolean => (name.length > 2 && ENDS.test(name)) || SHORT_BODY.test(name);
/** 某某满族自治县政府: called by its place alone. */
const OF_PEOPLES = /^(\p{Script=Han}{2,4}?)(?:\p{Script=Han}{1,4}族)+自治([县州旗])(?:人民)?(?:政府)?$/u;
const NO_ENGLISH = { name: '', others: [] } as const;

/** The same name with each known wording of its field: 省工业和信息化厅 → 省工信厅. */
const reworded = (name: string, bodies: BodyNames): readonly string[] =>
  Object.entries(bodies).flatMap(([long, shorts]) => {
    const all = [long, ...shorts];
    const held = all.filter((one) => name.includes(one)).sort((a, b) => b.length - a.length)[0];
    return held === undefined ? [] : all.filter((one) => one !== held).map((one) => name.replace(held, one));
  });

/** Two prints of one body: wordings of its field and of 委员会 are the same. */
const keyOf = (name: string, bodies: BodyNames): string => {
  let key = canonical(name)
    .replace(/委员会$/, '委')
    .replace(/办公室$/, '办')
    .replace(/人民政府$/, '政府');
  for (const [long, shorts] of Object.entries(bodies)) {
    const held = [long, ...shorts].sort((a, b) => b.length - a.length).find((one) => key.includes(one));
    if (held !== undefined) key = key.replace(held, long);
  }
  return key;
};

const othersOf = (name: string, prints: readonly string[], bodies: BodyNames): readonly string[] => {
  const printed = [name, ...prints].flatMap((one) => [one, one.replace(OF_PLACE, '')]);
  const forms = [...printed, ...printed.flatMap((one) => reworded(one, bodies))];
  const bare = forms
    .flatMap((one) => [one.replace(LEVEL, ''), one.replace(DEEP_LEVEL, '')])
    .filter((one) => isBare(one) && !BROKEN.test(one));
  const place = forms.flatMap((one) => OF_PEOPLES.exec(one)?.slice(1).join('') ?? []);
  return [...new Set([...forms, ...bare, ...place, ...place.map((one) => `${one}政府`)])].filter(
    (one) => one !== name && one.length > 1,
  );
};

const kindOf = (name: string): string => {
  if (/^省(?!级)/.test(name)) return '省级';
  if (/^市/.test(name)) return '市级';
  if (/(?:区|县|市|州|旗)$|政府$|管委会$/.test(name)) return '地方';
  if (/(?:处|室|科)$/.test(name)) return '内设机构';
  return '单位';
};

/** A body of which nothing but its name is known. */
export const newUnit = (name: string, kind = kindOf(name)): Unit & { does: string[]; named: boolean } => ({
  name,
  full: name,
  others: [],
  english: NO_ENGLISH,
  kind,
  does: [],
  named: true,
});

interface Named {
  readonly name: string;
  readonly prints: readonly string[];
}

/** Names as printed, those of one body together; the most frequent names it. */
const together = (printed: readonly string[], bodies: BodyNames): readonly Named[] => {
  const counts = new Map<string, number>();
  for (const name of printed.map(plainName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const groups = new Map<string, string[]>();
  for (const name of counts.keys()) {
    const key = keyOf(name, bodies);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()].map((names) => {
    const [name = '', ...prints] = names.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    return { name, prints };
  });
};

const namesIn = ({ units, groups, misprints }: Registry): ReadonlySet<string> =>
  new Set(
    [
      ...units.flatMap(({ name, full, others }) => [name, full, ...others]),
      ...groups.flatMap(({ name, others }) => [name, ...others]),
      ...misprints.map(({ printed }) => printed),
    ].map(canonical),
  );

/** A short form belongs to one body only; a name that is printed is nobody else's. */
const withoutClashes = (
  units: readonly Unit[],
  groups: readonly UnitGroup[],
  known: ReadonlySet<string>,
): readonly Unit[] => {
  const owners = new Map<string, number>();
  for (const { others } of units)
    for (const one of others) owners.set(canonical(one), (owners.get(canonical(one)) ?? 0) + 1);
  const names = new Set([...units, ...groups].map(({ name }) => canonical(name)));
  const free = (one: string) =>
    owners.get(canonical(one)) === 1 && !names.has(canonical(one)) && !known.has(canonical(one));
  return units.map((unit) => ({ ...unit, others: unit.others.filter(free) }));
};

/** A form of a group that is the name of something else is not its. */
const withoutTaken = (
  groups: readonly UnitGroup[],
  units: readonly Unit[],
  known: ReadonlySet<string>,
): readonly UnitGroup[] => {
  const names = new Set([...units, ...groups].map(({ name }) => canonical(name)));
  const uses = (one: string) => groups.filter(({ others }) => others.some((other) => canonical(other) === one)).length;
  const free = (one: string): boolean => !names.has(one) && !known.has(one) && uses(one) === 1;
  return groups.map((group) => ({ ...group, others: group.others.filter((one) => free(canonical(one))) }));
};

/** The registry of a plan: what the folder says, and for every other printed name what common knowledge makes of it. */
export const completeRegistry = <T extends Registry>(given: T, printed: readonly string[], bodies: BodyNames): T => {
  const known = namesIn(given);
  const fresh = together(printed, bodies).filter(
    ({ name, prints }) => ![name, ...prints].some((one) => known.has(canonical(one))),
  );
  const groups = fresh
    .filter(({ name }) => isGroupName(name))
    .map(
      ({ name, prints }): UnitGroup => ({
        name,
        others: [...new Set([...prints, ...[name, ...prints].flatMap(groupNames)])],
        english: NO_ENGLISH,
        members: [],
        basis: `原文写作“${name}”，没有列出名单，故不列成员。`,
      }),
    );
  const units = fresh
    .filter(({ name }) => !isGroupName(name) && looksLikeUnit(name))
    .map(({ name, prints }) => ({ ...newUnit(name), others: othersOf(name, prints, bodies) }));
  const own = withoutClashes(units, groups, known);
  return { ...given, units: [...given.units, ...own], groups: [...given.groups, ...withoutTaken(groups, own, known)] };
};
