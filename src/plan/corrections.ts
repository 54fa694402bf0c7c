import { canonical, squeeze } from '../text.ts';
import type { Clause, PlanDocument, Registry, SourceLine, Unit, UnitGroup, UnitName } from '../types.ts';
import { plainName } from './marks/names.ts';
import type { ReadMark } from './marks/read-mark.ts';
import { newUnit } from './registry.ts';
import type { Corrections, NameCorrection, PlanShape } from './schema.ts';

interface Named {
  readonly name: UnitName;
  readonly others: readonly string[];
}

const isCalled = ({ name, others }: Named, printed: string): boolean =>
  [name, ...others].some((one) => canonical(one) === canonical(printed));

/** The body is called by both names, each once. */
const joined = <T extends Named>(into: T, names: readonly string[]): T => {
  const others = [...new Set([...into.others, ...names])].filter((one) => canonical(one) !== canonical(into.name));
  return { ...into, others };
};

const withoutName = <T extends Named>(list: readonly T[], printed: string): readonly T[] =>
  list
    .filter(({ name }) => canonical(name) !== canonical(printed))
    .map((one) => ({ ...one, others: one.others.filter((other) => canonical(other) !== canonical(printed)) }));

/** The body of that name is called as printed too; where there is none, the one that is printed is renamed. */
const correctName = <T extends Registry>(registry: T, { printed, means }: NameCorrection): T => {
  const { units, groups } = registry;
  if (means === undefined) {
    return { ...registry, units: withoutName(units, printed), groups: withoutName(groups, printed) };
  }
  const all: readonly (Unit | UnitGroup)[] = [...units, ...groups];
  const source = all.find((one) => isCalled(one, printed));
  const others = all.filter((one) => one !== source);
  const target =
    all.find(({ name }) => canonical(name) === canonical(means)) ?? others.find((one) => isCalled(one, means));
  const names = source ? [source.name, ...source.others] : [printed];
  const rest = <O extends Named>(list: readonly O[]): readonly O[] =>
    list
      .filter(({ name }) => name === target?.name || name !== source?.name)
      .map((one) => (one.name === target?.name ? joined(one, names) : one));
  if (target) return { ...registry, units: rest(units), groups: rest(groups) };
  const kind = source && 'kind' in source ? source.kind : undefined;
  const renamed = joined(newUnit(means, kind), names);
  return { ...registry, units: [...rest(units), renamed], groups: rest(groups) };
};

/** Returns the registry as a person corrected it. The same corrections once more change nothing. */
export const correctRegistry = <T extends Registry>(registry: T, names: Corrections['names']): T =>
  names.reduce((corrected, name) => correctName(corrected, name), registry);

/** Takes out of a mark the names of which a person says that they are no body. What is printed stays. */
export const markCorrector = (names: Corrections['names']): ((mark: ReadMark) => ReadMark) => {
  const none = new Set(names.filter(({ means }) => means === undefined).map(({ printed }) => canonical(printed)));
  if (none.size === 0) return (mark) => mark;
  return (mark) => ({
    ...mark,
    parties: mark.parties
      .map((party) => ({ ...party, names: party.names.filter((name) => !none.has(canonical(plainName(name)))) }))
      .filter((party) => party.names.length > 0 || party.open !== undefined),
  });
};

/** Returns the shape of a plan with what a person corrected in it. */
export const correctShape = (shape: PlanShape): PlanShape => {
  const { document, level } = shape.corrections;
  const corrected = { ...shape, document: { ...shape.document, ...document } };
  return level === undefined ? corrected : { ...corrected, tasks: { level } };
};

/** How each field of the document is written down, in the words in which answers cite it. */
const written = ({ title, number, issuer, dated, printed, period }: PlanDocument) => ({
  title: title === '' ? '' : `标题：${title}`,
  number: number === '' ? '' : `文号：${number}`,
  issuer: issuer === '' ? '' : `发文机关：${issuer}`,
  dated: dated === '' ? '' : `成文日期：${dated}`,
  printed: printed === '' ? '' : `${printed}印发`,
  period: period[0] > 0 ? `计划期：（${period[0]}—${period[1]}年）` : '',
});

/** What a person says of the document, and what was found in it. */
export interface SaidDocument {
  readonly document: PlanDocument;
  readonly found: PlanDocument | undefined;
  /** The fields that a person writes. */
  readonly fields: readonly string[];
}

/**
 * Returns the clause of what a person says of the document and the text does not print, so that answers can cite it for
 * what it is; none where all is printed. Its lines come behind the text's last.
 */
export const saidClause = (
  { document, found, fields }: SaidDocument,
  clauses: readonly Clause[],
): readonly Clause[] => {
  const text = squeeze(clauses.map((clause) => clause.text).join(''));
  const last = Math.max(0, ...clauses.flatMap(({ source }) => source.map(({ line }) => line)));
  const before: object = found ? written(found) : {};
  const source = Object.entries(written(document))
    .filter(([name, line]) => fields.includes(name) && line !== '' && line !== Reflect.get(before, name))
    .filter(([, line]) => !text.includes(squeeze(line.replace(/^.*：/, ''))))
    .map(([, line], at): SourceLine => ({ line: last + 1 + at, text: line }));
  if (source.length === 0) return [];
  const label = '管理员写明';
  return [{ id: 'said', kind: 'front', label, text: source.map((line) => line.text).join('\n'), source }];
};
