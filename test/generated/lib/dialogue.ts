import type { Base, Source } from './dialogue-edit.ts';
import { EDITS } from './dialogue-edits.ts';
import * as W from './dialogue-wordings.ts';
import { type Case, listed } from './examine.ts';
import type { Oracle, RoleSaid } from './oracle.ts';
import { createRandom } from './random.ts';
import { setFault } from './sets.ts';

const ROLES: readonly RoleSaid[] = ['responsible', 'supporting', 'any'];
/** An edit may need another draw of units; after so many there is none. */
const DRAWS = 5;

/** Lists of one task only when there are no others: nothing can be taken out of those. */
const basesOf = ({ oracle, random }: Source, most: number): readonly Base[] =>
  random
    .shuffled(
      ROLES.flatMap((role) => oracle.units.map((unit) => ({ unit, role, tasks: [...oracle.named(unit, role)] }))),
    )
    .filter(({ tasks }) => tasks.length > 0)
    .sort((a, b) => Number(b.tasks.length > 1) - Number(a.tasks.length > 1))
    .slice(0, most);

const editsOf = (base: Base, source: Source) =>
  EDITS.flatMap((make) => {
    for (let at = 0; at < DRAWS; at += 1) {
      const edit = make(base, source);
      if (edit) return [edit];
    }
    return [];
  });

const editCase = (base: Base, first: string, edit: ReturnType<typeof editsOf>[number]): Case => ({
  kind: edit.kind,
  tags: [`edit ${edit.wording}`, `first ${base.role}`],
  question: edit.said,
  history: [first],
  expected: listed(edit.tasks),
  fault: edit.fault,
});

/** 那X呢, and then 支持的呢, 一共几项: the second edit is of what the first made. */
const chainOf = (base: Base, first: string, { oracle, random }: Source): readonly Case[] => {
  const others = oracle.units.filter((unit) => unit !== base.unit && oracle.named(unit, base.role).size > 0);
  const x = random.pick(others);
  const then = base.role === 'responsible' ? 'supporting' : 'responsible';
  const history = [first, random.pick(W.OTHER_UNIT).replace('{x}', x)];
  const count = random.pick(W.COUNT);
  const role = random.pick(W.OTHER_ROLE[then]);
  const ends = [
    { said: count, tasks: [...oracle.named(x, base.role)] },
    { said: role, tasks: [...oracle.named(x, then)] },
  ];
  return ends.map(({ said, tasks }) => ({
    kind: 'second edit',
    tags: [`second ${said}`],
    question: said,
    history,
    expected: listed(tasks),
    fault: (reply) => setFault(reply, tasks),
  }));
};

/** Returns `most` lists, each followed by every edit; and by two edits on end. */
export const dialogueCases = (oracle: Oracle, seed: number, most = 60): readonly Case[] => {
  const random = createRandom(seed);
  const source = { oracle, random };
  return basesOf(source, most).flatMap((base) => {
    const name = random.once(4) ? random.pick(oracle.namesOf(base.unit)) : base.unit;
    const first = random.pick(W.FIRST[base.role]).replace('{u}', name);
    const opening: Case = {
      kind: 'first',
      tags: [`first ${base.role}`],
      question: first,
      history: [],
      expected: listed(base.tasks),
      fault: (reply) => setFault(reply, base.tasks),
    };
    return [
      opening,
      ...editsOf(base, source).map((edit) => editCase(base, first, edit)),
      ...chainOf(base, first, source),
    ];
  });
};
