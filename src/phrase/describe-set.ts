import type { PhraseKey } from '../answer/phrases.ts';
import { actionNamed, indicatorNamed, taskNamed } from '../library/named.ts';
import { typeOf as typeOfSet } from '../library/sets-in.ts';
import type { EntityType, Ref, Role, SetOf, Test } from '../values.ts';
import { describeTest, ROLE_NAME, TASKS, VERB, type Words } from './describe-test.ts';

/** What a thing of each type is called. */
export const THINGS: Readonly<Record<EntityType, PhraseKey>> = {
  plan: 'ofPlan',
  action: 'ofActions',
  task: 'ofTasks',
  unit: 'ofUnits',
  indicator: 'ofIndicators',
  goal: 'ofGoals',
  safeguard: 'ofSafeguards',
  clause: 'ofClauses',
};

/** Returns the type of what a set holds, tasks where nothing tells. */
export const typeOf = (set: SetOf): EntityType => typeOfSet(set) ?? 'task';

/** What stands between the parts of an enumeration. */
export const comma = ({ language }: Words): string => (language === 'en' ? ', ' : '、');

const SHORTEST_RUN = 3;

/** 3、5、20至30: numbers in their order, a run of them by its ends. */
export const runsOf = (numbers: readonly number[], { language }: Pick<Words, 'language'>): readonly string[] => {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === (run.at(-1) ?? 0) + 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) =>
    run.length < SHORTEST_RUN ? run.map(String) : [`${run[0]}${language === 'en' ? ' to ' : '至'}${run.at(-1)}`],
  );
};

const HEAD = /^[^。\n]{2,30}/u;

const nameOf = (ref: Ref, { plan, name }: Words): string => {
  if (ref.type === 'unit') return name.unit(ref.id);
  const action = actionNamed(ref, plan);
  if (action) return name.action(action);
  const row = indicatorNamed(ref, plan);
  if (row) return name.indicator(row);
  const clause = plan.clauses.find(({ id }) => id === ref.id);
  return clause ? (HEAD.exec(clause.label)?.[0] ?? clause.label) : ref.id;
};

/** A single task by its title, several by their numbers, other things by name. */
const namedText = (refs: readonly Ref[], words: Words): string => {
  const { plan, name, say } = words;
  const tasks = refs.filter(({ type }) => type === 'task');
  const [only] = tasks;
  const task = only && taskNamed(only, plan);
  const others = refs.filter(({ type }) => type !== 'task').map((ref) => nameOf(ref, words));
  const own =
    tasks.length === 0
      ? []
      : task && tasks.length === 1
        ? [say('itemTitle', { number: task.number, title: name.task(task) })]
        : [
            say('setNumbered', {
              numbers: runsOf(
                tasks.map(({ id }) => Number(id)),
                words,
              ).join('、'),
            }),
          ];
  return [...own, ...others].join(comma(words));
};

/** The condition that names an action stands before all others: 某行动里高新区负责的任务. */
const splitTest = (test: Test): { readonly within: readonly Test[]; readonly others: readonly Test[] } => {
  const all = test.test === 'all' ? test.of : [test];
  return { within: all.filter((one) => one.test === 'in'), others: all.filter((one) => one.test !== 'in') };
};

const ofAll = (set: SetOf): boolean => set.set === 'all';

/** A set under all conditions that lie on top of each other, as one. */
const flattened = (set: SetOf): { readonly base: SetOf; readonly tests: readonly Test[] } => {
  if (set.set !== 'where') return { base: set, tests: [] };
  const { base, tests } = flattened(set.of);
  return { base, tests: [...tests, ...(set.test.test === 'all' ? set.test.of : [set.test])] };
};

const whereText = (set: SetOf, words: Words): string => {
  const { say } = words;
  const { base, tests } = flattened(set);
  const type = typeOf(base);
  const { within, others } = splitTest({ test: 'all', of: tests });
  const things = ofAll(base) ? thingsOf(base, words) : describeSet(base, words);
  const said = others.map((test) => describeTest(test, { not: false, type }, words));
  const conditions = [...new Set(said)].join(comma(words));
  const actions = within.map((test) => describeTest(test, { not: false, type }, words)).join(comma(words));
  if (conditions === '') return say('setInActionPlain', { actions });
  const rest = say('setWhere', { conditions, things });
  return actions === '' ? rest : say('setInAction', { actions, rest });
};

const thingsOf = (set: SetOf, { say, name }: Words): string =>
  set.set === 'all' && set.sort !== undefined
    ? say('setSort', { sort: name.sort(set.sort) })
    : say(THINGS[typeOf(set)]);

const placesText = (positions: readonly number[], words: Words): string => {
  const { say } = words;
  const front = positions.filter((at) => at > 0);
  const back = positions.filter((at) => at < 0);
  return [
    ...(front.length > 0 ? [say('placeAt', { number: runsOf(front, words).join('、') })] : []),
    ...back.map((at) => (at === -1 ? say('placeLast') : say('placeFromEnd', { number: -at }))),
  ].join(comma(words));
};

const IMAGE_UNITS: Readonly<Record<Role | 'any', PhraseKey>> = {
  responsible: 'setResponsibleOf',
  supporting: 'setSupportingOf',
  any: 'setUnitsOf',
};

const imageText = ({ of, type, role = 'any' }: Extract<SetOf, { set: 'image' }>, words: Words): string => {
  const { say } = words;
  if (type === 'task' && of.set === 'named' && of.refs.every((ref) => ref.type === 'unit')) {
    const units = of.refs.map(({ id }) => id);
    const conditions = describeTest({ test: 'has', role, units, every: false }, { not: false, type }, words);
    return say('setWhere', { conditions, things: say('ofTasks') });
  }
  const set = describeSet(of, words);
  if (type === 'task' && role !== 'any' && typeOfSet(of) === 'unit')
    return say('setWhere', {
      conditions: say('condDoes', { units: set, verb: say(VERB[role]) }),
      things: say('ofTasks'),
    });
  if (type === 'unit') return say(IMAGE_UNITS[role], { set });
  return say(type === 'action' ? 'setActionsOf' : 'setTasksOf', { set });
};

/** Actions without those of some tasks: those that have no such task. */
const lacking = (
  set: Extract<SetOf, { set: 'without' | 'both' | 'either' }>,
): set is typeof set & { readonly right: Extract<SetOf, { set: 'image' }> } =>
  ofAll(set.left) && set.right.set === 'image' && set.right.of.set === 'where';

/** Returns what a set is of, in words: 高新区负责、市财政局不负责的任务. */
export const describeSet = (set: SetOf, words: Words): string => {
  const { say } = words;
  switch (set.set) {
    case 'all':
      return set.sort !== undefined
        ? thingsOf(set, words)
        : say(set.type === 'task' ? 'setPlainTasks' : 'setPlain', { things: thingsOf(set, words) });
    case 'named':
      return namedText(set.refs, words);
    case 'about':
      return say('setAbout', { words: set.words, things: say(THINGS[set.type ?? 'task']) });
    case 'where':
      return whereText(set, words);
    case 'most': {
      const what = say(typeOf(set) === 'task' ? ROLE_NAME[set.role] : TASKS[set.role]);
      return say(set.least ? 'setLeast' : 'setMost', { what, things: thingsOf(set.of, words) });
    }
    case 'pick':
      return say('setPick', { set: describeSet(set.of, words), places: placesText(set.positions, words) });
    case 'reversed':
      return say('setReversed', { set: describeSet(set.of, words) });
    case 'image':
      return imageText(set, words);
    case 'both':
      return say('setBoth', { left: describeSet(set.left, words), right: describeSet(set.right, words) });
    case 'either':
      return say('setEither', { left: describeSet(set.left, words), right: describeSet(set.right, words) });
    case 'without':
      if (lacking(set))
        return say('setLacking', { set: describeSet(set.right.of, words), things: say(THINGS[set.right.type]) });
      return say('setWithout', { left: describeSet(set.left, words), right: describeSet(set.right, words) });
  }
};

/** Returns what a set is of as it begins a line: in English with a capital letter. */
export const headSet = (set: SetOf, words: Words): string => {
  const said = describeSet(set, words);
  return words.language === 'en' ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : said;
};
