import { once } from '../once.ts';
import { meantBy } from '../plan/named-units.ts';
import { hasRow } from '../plan/pair.ts';
import { yearsOf } from '../plan/years.ts';
import type { Clause, ClauseId, Conflict, Plan, Task } from '../types.ts';
import type { Figure, Library, Ref } from '../values.ts';
import { differencesOf } from './differences.ts';
import { type FigureText, readFigures, readIndicatorFigures } from './figures.ts';

const keyOf = ({ type, id }: Ref): string => `${type}.${id}`;

const taskTexts = ({ number, body, row }: Task): readonly FigureText[] => {
  const ref: Ref = { type: 'task', id: String(number) };
  return [
    { text: body.text, ref, clause: body.clause, part: 'body' },
    ...row.targets.map(
      ({ year, text }): FigureText => ({ text, ref, clause: row.clause, part: 'annex', years: [year] }),
    ),
  ];
};

/** What a paragraph besides the tasks speaks of; undefined for structure, and for what is read elsewhere. */
const refOf = ({ id, kind }: Clause, actions: ReadonlyMap<ClauseId, number>): Ref | undefined => {
  switch (kind) {
    case 'action-goal':
      return { type: 'action', id: String(actions.get(id) ?? id) };
    case 'goal':
    case 'safeguard':
      return { type: kind, id };
    case 'opening':
    case 'guiding':
    case 'paragraph':
      return { type: 'clause', id };
    case 'front':
    case 'heading':
    case 'indicator':
    case 'measure':
    case 'row':
      return undefined;
  }
};

const paragraphs = (plan: Plan): readonly FigureText[] => {
  const actions = new Map(plan.actions.map(({ goal, number }) => [goal, number]));
  return plan.clauses.flatMap((clause) => {
    const ref = refOf(clause, actions);
    return ref ? [{ text: clause.text, ref, clause: clause.id, part: 'body' }] : [];
  });
};

const readAll = (plan: Plan): readonly Figure[] => {
  const all = yearsOf(plan);
  const texts = [...paragraphs(plan), ...plan.tasks.flatMap(taskTexts)];
  return [...readIndicatorFigures(plan), ...texts.flatMap((text) => readFigures(text, all))];
};

const grouped = (figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> => {
  const groups = new Map<string, Figure[]>();
  const put = (key: string, figure: Figure) => groups.set(key, [...(groups.get(key) ?? []), figure]);
  for (const figure of figures) {
    const [own, clause] = [keyOf(figure.ref), keyOf({ type: 'clause', id: figure.clause })];
    put(own, figure);
    if (clause !== own) put(clause, figure);
  }
  return groups;
};

type Assigned = Library['assigned'];

const assignments = (tasks: readonly Task[]): Assigned => {
  const names = new Map(
    tasks.flatMap(({ number, body, row }) =>
      (['responsible', 'supporting'] as const).map((role) => {
        const [inBody, inRow] = [meantBy(body[role]), meantBy(row[role])];
        return [
          `${number}.${role}`,
          { body: inBody, annex: inRow, both: [...new Set([...inBody, ...inRow])] },
        ] as const;
      }),
    ),
  );
  return (task, role, part) => names.get(`${task}.${role}`)?.[part ?? 'both'] ?? [];
};

/**
 * Returns everything that a plan says, by thing and property: who does what, figures with what they count, and where
 * body and annex differ. Differences are found by comparing; `conflicts` only explains them. Figures are read when one
 * is asked for.
 */
export const createLibrary = (plan: Plan, conflicts: readonly Conflict[]): Library => {
  const allFigures = once(() => readAll(plan));
  const groups = once(() => grouped(allFigures()));
  const assigned = assignments(plan.tasks);
  const numbers = plan.tasks.map(({ number }) => number);
  const named = new Set(numbers.flatMap((one) => [...assigned(one, 'responsible'), ...assigned(one, 'supporting')]));
  const clauses = new Map<ClauseId, number>(
    plan.tasks.flatMap(({ number, body, row }) => [
      [body.clause, number],
      [row.clause, number],
    ]),
  );
  const registered = [...plan.registry.units, ...plan.registry.groups].map(({ name }) => name);
  const figures = (of: Ref): readonly Figure[] => (of.type === 'plan' ? allFigures() : (groups().get(keyOf(of)) ?? []));
  const differences = once(() =>
    plan.tasks
      .filter(hasRow)
      .flatMap((task) => differencesOf(task, figures({ type: 'task', id: String(task.number) }))),
  );
  return {
    plan,
    units: [
      ...registered.filter((name) => named.has(name)),
      ...[...named].filter((name) => !registered.includes(name)),
    ],
    assigned,
    taskOf: (clause) => clauses.get(clause),
    figures,
    get allFigures() {
      return allFigures();
    },
    get differences() {
      return differences();
    },
    conflicts,
    leads: plan.tasks.some(({ body }) => (body.lead ?? []).length > 0),
  };
};
