import { looksLikeUnit, plainName } from '../../plan/marks/names.ts';
import type { Plan } from '../../types.ts';
import { counted, marksOf, type WordCount, wordList } from './marks.ts';
import type { PreviewSection } from './section.ts';

/** A name of the plan's lists, with how often it is printed there. */
export interface NamedBody {
  readonly name: string;
  readonly count: number;
  /** `unknown`: it looks like no body. `group`: it stands for several that it does not list. */
  readonly kind: 'unit' | 'group' | 'unknown';
  /** How it is printed, its name left out. */
  readonly prints: readonly string[];
}

/** The names of a plan's lists, those in doubt first, then the most frequent. */
export const bodiesOf = (plan: Plan): readonly NamedBody[] => {
  const groups = new Set(plan.registry.groups.map(({ name }) => name));
  const named = marksOf(plan).flatMap(({ parties }) => parties.flatMap(({ units }) => units));
  const found = new Map<string, { count: number; kind: NamedBody['kind']; prints: Set<string> }>();
  for (const { printed: full, means } of named) {
    const printed = plainName(full);
    for (const name of means.length > 0 ? means : [printed]) {
      const kind = means.length === 0 || !looksLikeUnit(name) ? 'unknown' : groups.has(name) ? 'group' : 'unit';
      const known = found.get(name) ?? { count: 0, kind, prints: new Set() };
      known.count += 1;
      if (printed !== name) known.prints.add(printed);
      found.set(name, known);
    }
  }
  const ORDER = { unknown: 0, unit: 1, group: 2 } as const;
  return [...found]
    .map(([name, { count, kind, prints }]) => ({ name, count, kind, prints: [...prints] }))
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.count - a.count);
};

const of = (bodies: readonly NamedBody[], kind: NamedBody['kind']): readonly WordCount[] =>
  bodies.filter((one) => one.kind === kind).map(({ name, count }) => [name, count]);

const rules = ({ tasks }: Plan): readonly string[] => [
  ...new Set(tasks.flatMap(({ body }) => (body.marks ?? []).flatMap((mark) => mark.rules))),
];

/** Who is named, with what looks like no body. */
export const unitLines = (plan: Plan, bodies: readonly NamedBody[]): PreviewSection => {
  const [units, groups] = [of(bodies, 'unit'), of(bodies, 'group')];
  const open = counted(
    marksOf(plan).flatMap(({ parties }) => parties.flatMap((party) => (party.open === undefined ? [] : [party.open]))),
  );
  return {
    id: 'units',
    title: '单位',
    lines: [
      { label: `${units.length}个`, text: wordList(units) || '没有' },
      ...(groups.length > 0 ? [{ label: '合称（没有名单）', text: wordList(groups) }] : []),
      ...(open.length > 0 ? [{ label: '没有列完', text: wordList(open) }] : []),
      ...rules(plan).map((rule) => ({ label: '说一次的规则', text: rule })),
    ],
    doubts: of(bodies, 'unknown').map(([name, count]) => ({ text: `不像单位：${name}×${count}` })),
  };
};
