import type { Source } from '../../answer/citation.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { parentOf, silent } from '../../answer/task-sources.ts';
import type { Shown, ThingList } from '../../execute/sets/result.ts';
import { actionNamed, clauseOf, indicatorNamed } from '../../library/named.ts';
import { typeOf } from '../../library/sets-in.ts';
import { clip } from '../../text.ts';
import type { Action, Computed, Indicator, Plan } from '../../types.ts';
import type { Query } from '../../values.ts';
import { headSet, measureOf } from '../describe.ts';
import type { ListFrame } from './frame.ts';
import { outsideNotices } from './notices.ts';
import { askedNumbers } from './parts.ts';

type Thing = ThingList['things'][number];

const LONGEST = 60;
const HEAD = /^[^。\n]+/u;

const valuesOf = (
  { row, shown }: { readonly row: Indicator; readonly shown: readonly Shown[] },
  { years }: Query,
  { plan, say }: Desk,
): string => {
  const [from] = plan.document.period;
  const own = row.values.filter(({ year, role }) =>
    shown.length > 0
      ? shown.some((one) => one.year === year)
      : years.length > 0
        ? years.includes(year)
        : role === 'target' || year >= from,
  );
  return own.map(({ year, printed }) => say('shownTable', { year, value: `${printed}${row.measure}` })).join('、');
};

/** The action whose heading a thing is. */
const actionAt = (ref: Thing['ref'], plan: Plan): Action | undefined =>
  actionNamed(ref, plan) ?? plan.actions.find(({ heading }) => ref.type === 'clause' && heading === ref.id);

const nameOf = ({ ref, shown }: Thing, query: Query, desk: Desk): string => {
  const { plan, name, say } = desk;
  const row = ref.type === 'indicator' ? indicatorNamed(ref, plan) : undefined;
  if (row) return say('thingShown', { name: name.indicator(row), values: valuesOf({ row, shown }, query, desk) });
  const action = actionNamed(ref, plan);
  if (action) return say('actionCount', { name: name.action(action), count: action.tasks.length });
  const text = desk.clause(clauseOf(ref, desk.plan))?.text ?? ref.id;
  const head = clip(HEAD.exec(text)?.[0] ?? text, LONGEST);
  const headed = actionAt(ref, plan);
  return headed ? say('actionCount', { name: head, count: headed.tasks.length }) : head;
};

const numberOf = ({ ref }: Thing, at: number): string => (ref.type === 'action' ? ref.id : String(at + 1));

const sourcesOf = (list: ThingList, desk: Desk): readonly Source[] => {
  const own = list.things.flatMap(({ ref }) => clauseOf(ref, desk.plan) ?? []);
  const clauses = own.length > 0 ? own : list.looked;
  const heads = [
    ...new Set(list.looked.filter((id) => desk.plan.indicators.some(({ clause }) => clause === id)).map(parentOf)),
  ];
  return [
    ...clauses.map((id) => desk.cite(id)),
    ...heads.filter((id) => desk.clause(id)).map((id) => silent(desk.cite(id))),
  ];
};

const countsOf = ({ things }: ThingList, { plan }: Desk): readonly Computed[] =>
  things.flatMap(({ ref }) => {
    const action = actionAt(ref, plan);
    return action
      ? [counted(action.tasks.length, '该行动下的任务数', [action.goal]), counted(action.number, '行动的序号', [])]
      : [];
  });

/** Returns the answer that lists actions, indicators, or paragraphs of the plan. */
export const phraseThings = (list: ThingList, { query, desk, prefix }: ListFrame): Draft => {
  const { say } = desk;
  const set = headSet(query.of, desk);
  const measure = measureOf(typeOf(query.of) ?? 'clause', desk);
  const count = list.things.length;
  return {
    status: 'answered',
    brief: true,
    lines: [
      count === 0 ? say('setNone', { prefix, set, measure }) : say('setHead', { prefix, set, count, measure }),
      ...list.things.map((thing, at) =>
        say('thingLine', { number: numberOf(thing, at), name: nameOf(thing, query, desk) }),
      ),
    ],
    citations: sourcesOf(list, desk),
    notices: list.things.some(({ ref }) => ref.type === 'indicator') ? [] : outsideNotices(query, desk),
    computed: [counted(count, '所列的个数', []), ...countsOf(list, desk), ...askedNumbers(query, desk)],
    tasks: [],
  };
};
