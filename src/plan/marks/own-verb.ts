import type { Plan } from '../../types.ts';
import type { Role } from '../../values.ts';

const NOUN = /(?:单位|部门|处室|机构)$/u;
const LONGEST = 2;

const known = new WeakMap<Plan, string | undefined>();

const read = ({ tasks }: Plan): string | undefined => {
  const said = tasks.flatMap(({ body }) =>
    (body.marks ?? []).flatMap(({ parties }) =>
      parties.filter(({ role }) => role !== 'supporting').map((party) => party.said),
    ),
  );
  const [stem, ...more] = new Set(said.map((word) => word.replace(NOUN, '')));
  const isWord = stem !== undefined && more.length === 0 && said.every((word) => NOUN.test(word));
  return isWord && stem.length === LONGEST && stem !== '责任' && stem !== '负责' ? stem : undefined;
};

/** The one word by which a plan says what all of its responsible units do, where it is another than 负责: 指导. */
export const ownVerb = (plan: Plan, role: Role | 'any'): string | undefined => {
  if (role !== 'responsible') return undefined;
  if (!known.has(plan)) known.set(plan, read(plan));
  return known.get(plan);
};
