import type { Plan } from '../types.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';

const FIELD = /范围$/u;
const NAMES = '(?:(?:推广|适用|实施|试点)范围|范围)';
const DENIES = '(?:(?<!是)不是|(?<!是)不|(?<!有)没有|(?<!有)没|非)';
const SAYS = '(?:里|中|上)?(?:都|只|仅)?(?:写|填|列|限|定|注明|标)?(?:的)?(?:都|只|仅)?(?:是|为|着|明|了|在|于|到)?';
const DOES = '(?:范围)?(?:内|里)?(?:推广|适用|实施|试点|推开|推)';

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the plan's marks print as the scope of a task: 全国, 8个改革试验区域. */
export const scopesOf = ({ tasks }: Plan): readonly string[] => [
  ...new Set(
    tasks.flatMap(({ body }) =>
      (body.marks ?? []).flatMap(({ fields }) =>
        fields.filter(({ name }) => FIELD.test(name)).map(({ text }) => text.normalize('NFKC')),
      ),
    ),
  ),
];

/** The rule of a scope that is denied: 不是全国推广. */
const OTHER_SCOPE = 'property:scope/other';

/** Builds the reader of scopes that a question says: 推广范围只写全国的, 在全国推广, 不是全国推的. */
export const createScopes = (plan: Plan): ((text: string) => readonly Candidate[]) => {
  const values = scopesOf(plan)
    .toSorted((a, b) => b.length - a.length)
    .map(quoted)
    .join('|');
  if (values === '') return () => [];
  const field = `${NAMES}(?<no>${DENIES})?${SAYS}[“"]?(?<in>${values})[”"]?`;
  const done = `(?<none>${DENIES})?(?:面向|在|向|到)?(?<there>${values})${DOES}`;
  const said = new RegExp(`${field}|${done}`, 'gu');
  return (text) =>
    [...text.matchAll(said)].map((match) => {
      const { no, none = no, in: field = '', there = field } = match.groups ?? {};
      const scope = { kind: 'property', property: 'scope', value: there } as const;
      return thing(spanOf(match), none === undefined ? 'property:scope' : OTHER_SCOPE, scope);
    });
};
