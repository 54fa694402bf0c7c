import type { Desk } from '../../answer/draft.ts';
import { listOf, saidLabel } from '../../plan/marks/said.ts';
import { meantBy } from '../../plan/named-units.ts';
import type { MarkRole, Party, Task, UnitName } from '../../types.ts';
import type { Role } from '../../values.ts';

/** What of a task's units is shown: the roles asked for first, some units left aside. */
export interface MarksAsked {
  readonly roles: readonly Role[];
  readonly except: readonly UnitName[];
  readonly besides?: Role | 'lead';
}

/** The word of the plan for what these units do; ours where it has none. */
const labelOf = ({ said, role }: Party, { say }: Desk): string =>
  saidLabel(said) ?? say(role === 'supporting' ? 'rankSupporting' : 'rankResponsible');

const order = ({ roles, besides }: MarksAsked): readonly MarkRole[] => {
  const all: readonly MarkRole[] =
    roles[0] === 'supporting' ? ['supporting', 'lead', 'responsible'] : ['lead', 'responsible', 'supporting'];
  return all.filter((role) => role !== besides);
};

const namesOf = (units: Party['units'], except: readonly UnitName[]): readonly string[] =>
  units.filter((unit) => !meantBy([unit]).some((name) => except.includes(name))).map(({ printed }) => printed);

/** Who leads by a rule stands in one list with the others. */
const leftOutOf = ({ body }: Task, { except, besides }: MarksAsked): readonly UnitName[] =>
  besides === 'lead' ? [...except, ...meantBy(body.lead ?? [])] : except;

/** Returns a line for each word by which the plan says who does what, as printed; undefined where no marks were read. */
export const markLines = (task: Task, asked: MarksAsked, desk: Desk): readonly string[] | undefined => {
  const { marks } = task.body;
  if (!marks || marks.length === 0) return undefined;
  const except = leftOutOf(task, asked);
  const lines = new Map<string, { readonly names: Set<string>; readonly open: Set<string> }>();
  for (const role of order(asked))
    for (const mark of marks)
      for (const party of mark.parties.filter((one) => one.role === role)) {
        const label = labelOf(party, desk);
        const line = lines.get(label) ?? { names: new Set(), open: new Set() };
        for (const name of namesOf(party.units, except)) line.names.add(name);
        if (party.open !== undefined) line.open.add(party.open);
        lines.set(label, line);
      }
  const fields = marks.flatMap((mark) => mark.fields);
  const named = [...lines].filter(([, { names, open }]) => names.size + open.size > 0);
  const leftOut = asked.except.length > 0 || asked.besides !== undefined;
  return [
    ...(leftOut && named.length === 0 ? [desk.say('noOtherNamed')] : []),
    ...named.map(([role, { names, open }]) => desk.say('roleChange', { role, list: listOf([...names], [...open]) })),
    ...new Set(fields.map(({ name, text }) => desk.say('roleChange', { role: name, list: text }))),
  ];
};
