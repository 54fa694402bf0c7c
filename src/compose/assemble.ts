import type { Ask, Claim, Operator, Property, Query, Ref, Role, SetOf, Test } from '../values.ts';
import type { Clause, Head, Parts } from './parts.ts';
import { allOf, figureTests, testOf } from './tests.ts';

/** One way to put a question's parts together, and the parts that it accounts for. */
export interface Assembled {
  readonly name: string;
  readonly query: Query;
  readonly uses: ReadonlySet<Field>;
  readonly operators: ReadonlySet<Operator>;
}

/** The fields of `Parts` that carry something that was said. */
export type Field =
  | 'refs'
  | 'clauses'
  | 'excepted'
  | 'heads'
  | 'wanted'
  | 'roles'
  | 'properties'
  | 'years'
  | 'quantities'
  | 'dates'
  | 'figures'
  | 'positions'
  | 'words'
  | 'terms'
  | 'plan'
  | 'part';

export type Build = (parts: Parts) => Assembled | undefined;

const ROLES: readonly Role[] = ['responsible', 'supporting'];
const DOCUMENT: readonly Property[] = ['title', 'number', 'dated', 'issuer', 'copies', 'period', 'attachment'];
const ALL_TASKS: SetOf = { set: 'all', type: 'task' };

/** One character by itself names nothing. */
const isNaming = ({ text }: { readonly text: string }): boolean => text.length > 1 || /[^\p{Script=Han}]/u.test(text);

const joinsWords = (token: Parts['tokens'][number]): boolean =>
  token.kind === 'mark' ? /[、/]/.test(token.text) : token.kind === 'operator' && token.operator === 'and';

/** The words of the topic, terms of the plan among them, in the order in which they were said; 、 where they are joined. */
export const wordsOf = ({ tokens, words, terms }: Parts): string => {
  let joined = false;
  let said = '';
  for (const token of tokens) {
    if (joinsWords(token)) joined = true;
    const named = (token.kind === 'words' && words.includes(token)) || (token.kind === 'term' && terms.length > 0);
    if (!named || !isNaming(token)) continue;
    said += said === '' ? token.text : `${joined ? '、' : ' '}${token.text}`;
    joined = false;
  }
  return said;
};

const has = (parts: Parts, ...operators: readonly Operator[]): boolean =>
  operators.some((operator) => parts.operators.has(operator));
const wants = (parts: Parts, ...wanted: readonly string[]): boolean =>
  parts.wanted.some((one) => wanted.includes(one.wanted));

const rolesOf = (parts: Parts): readonly Role[] => {
  const there = parts.clauses.filter(({ units, is }) => units.length === 0 && is === undefined).map(({ role }) => role);
  const asked = [...parts.roles.map(({ role }) => role), ...there];
  if (asked.length === 0) return ['responsible'];
  return ROLES.filter((role) => asked.includes(role) || asked.includes('any'));
};

const where = (of: SetOf, tests: readonly Test[]): SetOf => {
  const test = allOf(tests);
  return test ? { set: 'where', of, test } : of;
};

/** The set without what 除了 leaves out: units of units; of tasks, those in which the units stand. */
export const without = (
  of: SetOf,
  { excepted: { refs, units, role } }: Parts,
  type: 'task' | 'unit' = 'task',
): SetOf => {
  const test: Test = { test: 'has', role: role ?? 'any', units, every: false };
  const named: readonly Ref[] =
    type === 'unit' ? [...refs, ...units.map((unit): Ref => ({ type: 'unit', id: unit }))] : refs;
  const left: SetOf = named.length > 0 ? { set: 'without', left: of, right: { set: 'named', refs: named } } : of;
  if (type === 'unit' || units.length === 0) return left;
  return { set: 'without', left, right: { set: 'where', of: ALL_TASKS, test } };
};

const pick = (of: SetOf, parts: Parts): SetOf => {
  const positions = parts.positions.flatMap((one) => one.positions);
  return positions.length > 0 ? { set: 'pick', of, positions } : of;
};

/** 对吗, or a statement with a question mark and nothing asked. */
const confirms = (parts: Parts): boolean =>
  wants(parts, 'whether') ||
  (parts.wanted.length === 0 &&
    parts.roles.length === 0 &&
    parts.tokens.some(({ kind, text }) => kind === 'mark' && /[?？]/.test(text)) &&
    (parts.quantities.length > 0 || parts.clauses.length > 0 || parts.dates.length > 0));

const query = (parts: Parts, of: SetOf, asks: readonly [Ask, ...Ask[]], claims: readonly Claim[] = []): Query => ({
  of,
  asks,
  years: parts.years,
  every: parts.every && parts.years.length === 0,
  confirm: confirms(parts),
  claims,
  ...(parts.part && { part: parts.part }),
  words: wordsOf(parts),
});

const made = (name: string, made: Query, uses: readonly Field[], operators: readonly Operator[] = []): Assembled => ({
  name,
  query: made,
  uses: new Set(uses),
  operators: new Set(operators),
});

/** What is listed or counted: what was asked for, else the last that is named and not only looked in. */
const headOf = (parts: Parts): Head | undefined =>
  parts.heads.find(({ wanted, inside }) => wanted !== undefined && !inside) ??
  parts.heads.findLast(({ inside }) => !inside);

const actionsIn = (parts: Parts): readonly number[] =>
  parts.refs.flatMap(({ type, id }) => (type === 'action' ? [Number(id)] : []));

const named = (parts: Parts): SetOf => ({ set: 'named', refs: parts.refs });
/** An indicator's name is only words in the annex, and beside others where units are asked for. */
const inAnnex = (parts: Parts): boolean =>
  (parts.part === 'annex' || (hasWords(parts) && asksOf(parts)[0]?.ask === 'units')) &&
  parts.refs.length > 0 &&
  parts.refs.every(({ type }) => type === 'indicator');

const about = (parts: Parts): SetOf => ({ set: 'about', words: wordsOf(parts) });
const hasWords = (parts: Parts): boolean => wordsOf(parts).replace(/\s/g, '').length > 0;
const onlyActions = (parts: Parts): boolean =>
  parts.refs.length > 0 && parts.refs.every(({ type }) => type === 'action');
const tasksNamed = (parts: Parts): boolean => parts.refs.some(({ type }) => type === 'task' || type === 'clause');
const indicatorsNamed = (parts: Parts): boolean => parts.refs.some(({ type }) => type === 'indicator');

/** The tasks that the question looks among: all, of some actions, or named ones. */
const ground = (parts: Parts): SetOf => {
  const actions = actionsIn(parts);
  if (tasksNamed(parts))
    return { set: 'named', refs: parts.refs.filter(({ type }) => type === 'task' || type === 'clause') };
  return actions.length > 0 ? { set: 'where', of: ALL_TASKS, test: { test: 'in', actions } } : ALL_TASKS;
};

/** Conditions on tasks that the question states, of every sort. */
export const conditions = (parts: Parts): readonly Test[] => [
  ...(isLacking(parts) ? [] : parts.clauses.map(testOf)),
  ...(has(parts, 'multiple') ? [] : figureTests(parts)),
  ...(has(parts, 'mention') && hasWords(parts) ? [mentions(parts)] : []),
  ...(has(parts, 'same') && !parts.parts.includes('body') ? [{ test: 'same', years: parts.years } as Test] : []),
  ...differTests(parts),
  ...multipleTests(parts),
];

/** 2022年的家数是2020年的两倍. */
const multipleTests = (parts: Parts): readonly Test[] => {
  const [to, from] = parts.years;
  if (!has(parts, 'multiple') || to === undefined || from === undefined) return [];
  const measure = parts.figures[0]?.measure;
  return [
    {
      test: 'multiple',
      from: Math.min(from, to),
      to: Math.max(from, to),
      times: parts.times ?? TWICE,
      ...(measure && { measure }),
    },
  ];
};

const TWICE = 2;

/** 提到期货的; 写到自贸区的, 自贸试验区也算: any of the words. */
const mentions = (parts: Parts): Test => {
  const each = parts.words.map(
    ({ text }): Test => ({
      test: 'mentions',
      words: text,
      ...(parts.part && { part: parts.part }),
    }),
  );
  return each[0] && each.length === 1 ? each[0] : { test: 'any', of: each };
};

/** 附件里比正文少了: one part set against the other. */
const isLacking = (parts: Parts): boolean =>
  parts.parts.includes('body') &&
  parts.parts.includes('annex') &&
  has(parts, 'than') &&
  has(parts, 'less', 'not', 'lack');

const differTests = (parts: Parts): readonly Test[] => {
  if (has(parts, 'misprint')) return [{ test: 'misprint' }];
  const lacking = isLacking(parts);
  if (!has(parts, 'differ') && !lacking) return [];
  const roles = [...parts.roles, ...parts.clauses.filter(({ units }) => units.length === 0)]
    .map(({ role }) => role)
    .filter((role): role is Role => role !== 'any' && role !== undefined);
  const what =
    roles.length > 0 || parts.heads.some(({ type }) => type === 'unit')
      ? 'units'
      : parts.properties.includes('title')
        ? 'title'
        : parts.figures.length > 0
          ? 'figures'
          : 'any';
  const first = parts.parts[0];
  return [
    {
      test: 'differs',
      what,
      ...(roles.length === 1 && roles[0] && { role: roles[0] }),
      ...(lacking && (first === 'body' || first === 'annex') && { lacks: first }),
    },
  ];
};

/** 多少: counted when things of a sort are asked for. */
export const setAskOf = (parts: Parts): Ask => {
  const head = headOf(parts);
  const listed =
    wants(parts, 'which', 'what') || parts.heads.some(({ wanted }) => wanted === 'which' || wanted === 'what');
  if (!listed && (head?.wanted === 'howMany' || (has(parts, 'total') && wants(parts, 'howMany', 'howMuch'))))
    return { ask: 'count' };
  return { ask: 'members' };
};

const SET_OPERATORS: readonly Operator[] = [
  'not',
  'only',
  'all',
  'together',
  'first',
  'total',
  'except',
  'other',
  'mention',
  'same',
  'differ',
  'misprint',
  'less',
  'than',
  'last',
  'multiple',
  'lack',
];

/** Units' bare names say nothing of a role: 高新区有哪些任务. */
const unitsOf = (parts: Parts): readonly string[] => [...new Set(parts.clauses.flatMap(({ units }) => units))];

// ── The ways of putting parts together ──────────────────────────────────────────────────────────────────────────────

const document: Build = (parts) => {
  const named = parts.properties.find((one) => DOCUMENT.includes(one));
  const property = named === 'title' && parts.parts.includes('annex') ? 'attachment' : named;
  if (!property || parts.clauses.length > 0 || (parts.refs.length > 0 && property !== 'dated')) return undefined;
  if (parts.refs.length > 0) return undefined;
  const claims: Claim[] = [
    ...(parts.years.length > 0 && confirms({ ...parts, quantities: parts.quantities })
      ? [{ claim: 'year', years: parts.years } as Claim]
      : []),
    ...(parts.years.length > 0 && wants(parts, 'whether') ? [] : []),
    ...parts.dates.map((date): Claim => ({ claim: 'date', ...date })),
  ];
  const asks = parts.properties
    .filter((one) => DOCUMENT.includes(one))
    .map((one): Ask => ({ ask: 'document', property: one === named ? property : one }));
  const [first = { ask: 'document', property }, ...rest] = asks;
  const statement = property === 'dated' && parts.years.length > 0;
  const base = query(
    parts,
    { set: 'all', type: 'plan' },
    [first, ...rest],
    statement && claims.length === 0 ? [{ claim: 'year', years: parts.years }] : claims,
  );
  return made('document', { ...base, confirm: base.confirm || (statement && parts.wanted.length === 0) }, [
    'properties',
    'plan',
    'years',
    'dates',
    'wanted',
    'heads',
    'part',
  ]);
};

const definition: Build = (parts) => {
  const [term] = parts.terms;
  const asked = parts.properties.includes('definition');
  if (!term && !asked) return undefined;
  const at = parts.tokens.findIndex(({ kind }) => kind === 'term');
  const before = parts.tokens.slice(0, Math.max(at, 0)).some(({ kind }) => kind === 'words');
  if (asked && parts.properties.some((one) => one === 'original' || one === 'source')) return undefined;
  if (term && parts.properties.some((one) => one === 'original' || one === 'source' || one === 'target'))
    return undefined;
  if (!asked && (parts.refs.length > 0 || before || !wants(parts, 'what', 'which', 'how'))) return undefined;
  if (parts.clauses.length > 0 || wants(parts, 'who', 'when')) return undefined;
  if (parts.roles.length > 0) return undefined;
  return made(
    'definition',
    query(parts, term ? { set: 'about', words: term } : parts.refs.length > 0 ? named(parts) : about(parts), [
      term ? { ask: 'definition', term } : { ask: 'content' },
    ]),
    ['terms', 'properties', 'wanted', 'words', 'refs', 'heads', 'plan', 'positions', 'quantities'],
    ['each', 'mention', 'all', 'total'],
  );
};

const summary: Build = (parts) => {
  if (parts.refs.length > 0 || parts.clauses.length > 0 || hasWords(parts)) return undefined;
  if (!parts.properties.includes('summary') && !(parts.plan && parts.properties.includes('content'))) return undefined;
  return made('summary', query(parts, { set: 'all', type: 'plan' }, [{ ask: 'summary' }]), [
    'properties',
    'plan',
    'wanted',
    'heads',
  ]);
};

const measured = (parts: Parts): Role | 'any' => {
  const roles = parts.roles.map(({ role }) => role);
  return roles.length === 1 ? (roles[0] ?? 'any') : 'any';
};

/** 任务最多的行动, 责任单位最多的是哪项, 哪个单位负责的任务最多. */
const extreme: Build = (parts) => {
  if (!has(parts, 'most', 'least') || indicatorsNamed(parts) || tasksNamed(parts)) return undefined;
  const types = parts.heads.filter(({ inside, wanted }) => !inside || wanted !== undefined).map(({ type }) => type);
  const role = measured(parts);
  const both = has(parts, 'most') && has(parts, 'least') ? { both: true as const } : {};
  const ask: Ask = { ask: 'extreme', role, least: has(parts, 'least') && !has(parts, 'most'), ...both };
  const inner = where(ground(parts), parts.clauses.map(testOf));
  const uses: readonly Field[] = ['heads', 'wanted', 'roles', 'clauses', 'excepted', 'refs', 'part'];
  const operators: readonly Operator[] = ['most', 'least', 'except', 'each', 'not', 'all', 'only', 'total'];
  const wanted =
    parts.heads.find(({ wanted: one }) => one !== undefined)?.type ?? (wants(parts, 'who') ? 'unit' : undefined);
  const sort = parts.heads.find(({ type }) => type === 'unit')?.sort;
  if (types.includes('action') && wanted !== 'unit' && wanted !== 'task')
    return made(
      'extreme',
      query(
        parts,
        parts.clauses.length > 0 ? { set: 'image', of: inner, type: 'action' } : { set: 'all', type: 'action' },
        [ask],
      ),
      uses,
      operators,
    );
  if (wanted === 'unit' || (types.includes('unit') && types.includes('task')))
    return made(
      'extreme',
      query(
        parts,
        without(
          actionsIn(parts).length > 0
            ? { set: 'image', of: inner, type: 'unit' }
            : { set: 'all', type: 'unit', ...(sort && { sort }) },
          parts,
          'unit',
        ),
        [ask],
      ),
      uses,
      operators,
    );
  if (types.includes('action'))
    return made('extreme', query(parts, { set: 'all', type: 'action' }, [ask]), uses, operators);
  if (parts.roles.length > 0 || types.includes('unit'))
    return made('extreme', query(parts, without(inner, parts), [ask]), uses, operators);
  return undefined;
};

/** 附件里金额最大的是哪项: the task with the largest figure of a class. */
const largest: Build = (parts) => {
  const figure = parts.figures[0];
  if (!has(parts, 'most', 'least') || (!figure && !parts.properties.includes('amount'))) return undefined;
  if (parts.refs.length > 0 || hasWords(parts)) return undefined;
  const measure = figure?.measure;
  return made(
    'largest',
    query(parts, ALL_TASKS, [
      { ask: 'reckon', reckon: has(parts, 'least') ? 'smallest' : 'largest', ...(measure && { measure }) },
    ]),
    ['figures', 'heads', 'wanted', 'properties', 'years', 'part'],
    ['most', 'least'],
  );
};

/** 15个行动分别有几项任务, 每个单位各有多少项任务, 57项任务分别是谁负责, 财政、科技各负责几项. */
const group: Build = (parts) => {
  const units = unitsOf(parts);
  const each = has(parts, 'each') || parts.heads.some((head) => head.each);
  const uses: readonly Field[] = ['heads', 'wanted', 'roles', 'clauses', 'refs', 'years', 'excepted'];
  const operators: readonly Operator[] = ['each', 'all', 'not', 'total', 'except'];
  const counted = parts.heads.some(({ wanted }) => wanted === 'howMany');
  const then = counted ? ('count' as const) : ('members' as const);
  const apart = units.length > 1 && !parts.clauses.some(({ every, not, only }) => every || not || only);
  if (apart && (each || counted) && parts.heads.length + parts.wanted.length > 0)
    return made(
      'group',
      query(parts, where(ground(parts), parts.clauses.map(testOf)), [
        { ask: 'group', by: 'unit', role: parts.clauses[0]?.role ?? 'any', then },
      ]),
      uses,
      operators,
    );
  if (!each && !has(parts, 'all')) return undefined;
  if (hasWords(parts)) return undefined;
  const by = parts.heads.find(
    ({ each: one, count, inside, type, wanted }) =>
      (one || count !== undefined || inside || type === 'action' || type === 'unit') && wanted === undefined,
  )?.type;
  if (!by || units.length > 0) return undefined;
  const asksUnits = wants(parts, 'who') || parts.roles.length > 0;
  if ((by === 'action' || by === 'unit') && each)
    return made(
      'group',
      query(parts, ground(parts), [
        {
          ask: 'group',
          by,
          ...(parts.roles[0] && { role: parts.roles[0].role }),
          then: by === 'action' && asksUnits && !counted ? 'units' : then,
        },
      ]),
      uses,
      operators,
    );
  if (by === 'task' && asksUnits)
    return made(
      'group',
      query(parts, ground(parts), [
        { ask: 'group', by: 'task', role: parts.roles[0]?.role ?? 'responsible', then: 'units' },
      ]),
      uses,
      operators,
    );
  return undefined;
};

/** A condition of its own on tasks; 涉及 says one only with words. */
const saysSet = (parts: Parts): boolean =>
  has(parts, 'differ', 'misprint', 'multiple') ||
  (has(parts, 'mention') && hasWords(parts)) ||
  (has(parts, 'same') && headOf(parts)?.type === 'task');

/** Tasks under conditions: listed, counted, or found to be there. */
const taskSet: Build = (parts) => {
  const head = headOf(parts);
  const tests = conditions(parts);
  const listing =
    head?.type === 'task' ||
    (parts.clauses.some(({ units }) => units.length > 0) &&
      (wants(parts, 'which', 'what', 'how') || parts.heads.length > 0)) ||
    (parts.clauses.length > 0 && wants(parts, 'which') && !hasWords(parts) && parts.roles.length === 0);
  const bare =
    parts.clauses.length > 0 &&
    parts.wanted.length === 0 &&
    parts.roles.length === 0 &&
    !hasWords(parts) &&
    !tasksNamed(parts);
  const stated = saysSet(parts) && !tasksNamed(parts) && !indicatorsNamed(parts);
  if (!listing && !bare && !stated && !(parts.clauses.length > 0 && parts.years.length > 0 && !hasWords(parts)))
    return undefined;
  if (head && head.type !== 'task' && head.type !== 'action' && !stated && !bare) return undefined;
  if (
    indicatorsNamed(parts) ||
    (confirms(parts) && hasWords(parts) && !stated && !has(parts, 'have') && !parts.heads.some(({ inside }) => inside))
  )
    return undefined;
  if (tests.length === 0 && actionsIn(parts).length === 0 && head?.type === 'task' && hasWords(parts)) return undefined;
  const filtered = hasWords(parts) && !has(parts, 'mention');
  const scope = parts.heads.some(({ inside }) => inside) ? ('action' as const) : ('task' as const);
  const of0 = without(where(ground(parts), tests), parts);
  const of = pick(
    filtered ? { set: 'both', left: of0, right: { set: 'about', words: wordsOf(parts), type: scope } } : of0,
    parts,
  );
  const exists = confirms(parts) && tests.length > 0;
  const claims: Claim[] = exists ? [{ claim: 'exists' }] : [];
  return made(
    'task-set',
    query(parts, of, [setAskOf(parts)], claims),
    [
      'clauses',
      'heads',
      'wanted',
      'refs',
      'excepted',
      'figures',
      'quantities',
      'years',
      'words',
      'positions',
      'part',
      'plan',
      'properties',
      ...(has(parts, 'differ', 'less') ? (['roles'] as const) : []),
    ],
    SET_OPERATORS,
  );
};

/** Units under conditions: 只支持不负责的单位, 负责超过10项的单位, 科技金融行动涉及哪些单位. */
const unitSet: Build = (parts) => {
  const head = headOf(parts);
  const ofPlan =
    has(parts, 'total', 'all', 'mention') || parts.plan || parts.parts.length > 0 || wants(parts, 'howMany');
  const whole0 = (parts.roles.some(({ form }) => form === 'noun') || wants(parts, 'who')) && ofPlan;
  const scoped0 = parts.clauses.length > 0 || actionsIn(parts).length > 0;
  const asksUnits = head?.type === 'unit' || (wants(parts, 'who') && scoped0) || whole0;
  if (!asksUnits || hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts)) return undefined;
  const units = unitsOf(parts);
  const roles = parts.roles.map(({ role }) => role);
  const role = new Set(roles).size === 1 ? roles[0] : undefined;
  const unitless = parts.clauses.filter((clause) => clause.units.length === 0);
  const withUnits = parts.clauses.filter((clause) => clause.units.length > 0);
  const scoped = actionsIn(parts).length > 0 || withUnits.length > 0;
  const counts = parts.quantities.map((is): Test => ({ test: 'count', role: role ?? 'any', is }));
  const base: SetOf = scoped
    ? { set: 'image', of: where(ground(parts), withUnits.map(testOf)), type: 'unit', ...(role && { role }) }
    : { set: 'all', type: 'unit', ...(head?.sort && { sort: head.sort }) };
  const roleTests: readonly Test[] =
    role && !scoped && counts.length === 0
      ? [{ test: 'count', role, is: { value: 1, unit: 'count', measure: '', relation: '≥' } }]
      : [];
  const without0: SetOf =
    units.length > 0
      ? {
          set: 'without',
          left: base,
          right: { set: 'named', refs: units.map((unit): Ref => ({ type: 'unit', id: unit })) },
        }
      : base;
  const of = without(where(without0, [...unitless.map(testOf), ...counts, ...roleTests]), parts, 'unit');
  return made(
    'unit-set',
    query(parts, of, [
      head?.wanted === 'howMany' || wants(parts, 'howMany', 'howMuch') ? { ask: 'count' } : { ask: 'members' },
    ]),
    ['clauses', 'heads', 'wanted', 'refs', 'excepted', 'roles', 'quantities', 'plan', 'part'],
    ['not', 'only', 'all', 'together', 'except', 'total', 'other', 'each', 'mention'],
  );
};

/** Things of one sort with nothing said of them: 有哪些行动, 一共几个指标, 实施保障有几条. */
const whole: Build = (parts) => {
  const head = headOf(parts);
  if (!head || parts.clauses.length > 0 || hasWords(parts) || parts.roles.length > 0) return undefined;
  const said =
    head.wanted !== undefined ||
    head.count !== undefined ||
    head.each ||
    parts.plan ||
    parts.wanted.length +
      parts.figures.length +
      parts.quantities.length +
      parts.positions.length +
      parts.refs.length +
      parts.years.length >
      0;
  if (!said && !has(parts, 'total', 'all', 'have')) return undefined;
  if (parts.refs.length > 0 && !(onlyActions(parts) && head.type === 'task')) return undefined;
  const tests: Test[] = head.type === 'indicator' || head.type === 'task' ? [...figureTests(parts)] : [];
  const listed: SetOf = head.type === 'task' ? ground(parts) : { set: 'all', type: head.type };
  const of = pick(where(without(listed, parts), tests), parts);
  const count: Claim[] =
    confirms(parts) && head.count !== undefined
      ? [{ claim: 'count', is: { value: head.count, unit: 'count', measure: '', relation: '=' } }]
      : [];
  return made(
    'whole',
    query(parts, of, [setAskOf(parts)], count),
    [
      'heads',
      'wanted',
      'plan',
      'figures',
      'quantities',
      'years',
      'positions',
      'excepted',
      'refs',
      'part',
      'properties',
    ],
    ['all', 'total', 'except'],
  );
};

const VALUE_MEASURES = /^(?:项|条|件|个)?$/;

/** What is asked of a topic or an indicator. */
export const asksOf = (parts: Parts): readonly Ask[] => {
  const asks: Ask[] = [];
  const measure = parts.wanted.find(({ wanted, measure: one }) => wanted === 'howMany' && one !== undefined)?.measure;
  const lead = parts.roles.some((role) => role.lead);
  const otherAsked = wants(parts, 'howMany', 'howMuch', 'when', 'what', 'how', 'where') || parts.properties.length > 0;
  const unitAsked =
    wants(parts, 'who') ||
    parts.roles.some(({ form }) => form === 'noun' || !otherAsked) ||
    parts.clauses.some(({ units, is }) => units.length === 0 && is === undefined) ||
    parts.heads.some(({ type, wanted }) => type === 'unit' && wanted !== undefined);
  const reckons = reckonsOf(parts);
  if (unitAsked) asks.push({ ask: 'units', roles: rolesOf(parts), lead });
  if (reckons.length > 0)
    asks.push(...reckons.map((reckon): Ask => ({ ask: 'reckon', reckon, ...(measure && { measure }) })));
  else if (wants(parts, 'howMany', 'howMuch') || parts.properties.includes('amount') || parts.figures.length > 0)
    asks.push({
      ask: 'value',
      ...(measure && !VALUE_MEASURES.test(measure) && { measure }),
      ...(parts.figures[0] &&
        parts.figures[0].figure !== 'figure' &&
        parts.figures[0].figure !== 'date' && { unit: parts.figures[0].figure }),
    });
  if (wants(parts, 'when') || parts.properties.includes('deadline')) asks.push({ ask: 'when' });
  if (parts.properties.includes('goal')) asks.push({ ask: 'goal' });
  if (parts.properties.includes('target') && asks.length === 0) asks.push({ ask: 'targets' });
  if (parts.properties.includes('original')) asks.push({ ask: 'original' });
  if ((parts.properties.includes('source') && !parts.plan) || wants(parts, 'where')) asks.push({ ask: 'sources' });
  if (asks.length === 0 && (parts.years.length > 0 || parts.every)) asks.push({ ask: 'targets' });
  if (asks.length === 0) asks.push({ ask: 'content' });
  return asks;
};

type Reckon = Extract<Ask, { ask: 'reckon' }>['reckon'];

const PERCENT = /百分|%|percent/u;

/** What is to be computed; growth goes with a mean or with the most, anything else alone. */
const reckonsOf = (parts: Parts): readonly Reckon[] => {
  const indicators = parts.refs.filter(({ type }) => type === 'indicator').length;
  if (indicators > 1 && parts.tokens.some(({ kind, text }) => kind === 'wanted' && PERCENT.test(text)))
    return ['ratio'];
  const extreme: readonly Reckon[] = has(parts, 'most') ? ['largest'] : has(parts, 'least') ? ['smallest'] : [];
  if (has(parts, 'growth')) return ['growth', ...(has(parts, 'mean') ? (['mean'] as const) : []), ...extreme];
  if (has(parts, 'total')) return ['sum'];
  if (has(parts, 'mean')) return ['mean'];
  if (has(parts, 'ratio')) return ['ratio'];
  if (has(parts, 'change')) return ['change'];
  if (has(parts, 'more', 'less') && (has(parts, 'than') || parts.refs.length > 1)) return ['change'];
  const several = parts.every && parts.years.length > 1 && wants(parts, 'howMany', 'howMuch');
  if (several && indicators === 0) return ['sum'];
  return extreme;
};

const claimsOf = (parts: Parts): readonly Claim[] => [
  ...parts.quantities.map((quantity): Claim => ({ claim: 'quantity', quantity })),
  ...parts.dates.map((date): Claim => ({ claim: 'date', ...date })),
  ...parts.clauses
    .filter(({ units }) => units.length > 0)
    .map((clause): Claim => ({ claim: 'test', test: testOf(clause) })),
];

const TOPIC_FIELDS: readonly Field[] = [
  'refs',
  'terms',
  'wanted',
  'roles',
  'properties',
  'years',
  'quantities',
  'dates',
  'figures',
  'words',
  'plan',
  'part',
  'heads',
  'positions',
];
const TOPIC_OPERATORS: readonly Operator[] = [
  'total',
  'growth',
  'mean',
  'ratio',
  'change',
  'more',
  'less',
  'than',
  'most',
  'least',
  'reach',
  'each',
  'all',
  'together',
  'first',
  'mention',
];

const allRoles = (clauses: readonly Clause[]): boolean => clauses.every(({ units }) => units.length > 0);

/** 西咸新区引进几家机构: units that stand beside the words and say of which thing they are. */
const besideWords = (parts: Parts): boolean =>
  (hasWords(parts) || parts.refs.length > 0) &&
  parts.clauses.length > 0 &&
  parts.clauses.every(
    ({ role, form, not, only, units }) =>
      (role === undefined || (form === 'verb' && wants(parts, 'howMany', 'howMuch', 'when'))) &&
      !not &&
      !only &&
      units.length > 0,
  );

/** The words by which a topic is looked for: names of indicators too, where they are only words. */
const topicWords = (parts: Parts): string =>
  besideWords(parts) && hasWords(parts) && !confirms(parts)
    ? parts.tokens
        .filter(({ kind }) => ['words', 'unit', 'term'].includes(kind))
        .map(({ text }) => text)
        .join(' ')
    : inAnnex(parts)
      ? parts.tokens
          .filter(({ kind }) => ['words', 'indicator', 'term'].includes(kind))
          .map(({ text }) => text)
          .join(' ')
      : wordsOf(parts);

/** Something asked of a topic, named or in words: who, how many, when, what it says; or a claim about it. */
const topic: Build = (parts) => {
  const named0 = parts.refs.length > 0 && !inAnnex(parts);
  if (!named0 && !hasWords(parts) && !inAnnex(parts)) return undefined;
  const both = named0 && hasWords(parts) && parts.joins;
  const refs: SetOf = { set: 'named', refs: parts.refs };
  const of: SetOf = both
    ? { set: 'either', left: refs, right: about(parts) }
    : named0
      ? refs
      : { set: 'about', words: topicWords(parts) };
  const premise =
    wants(parts, 'why') && parts.clauses.some(({ units, role }) => units.length > 0 && role !== undefined);
  const claims = confirms(parts) || premise ? claimsOf(parts) : [];
  const asks = asksOf(parts);
  const first: Ask =
    claims.length > 0 && claims.every(({ claim }) => claim === 'test')
      ? { ask: 'units', roles: ROLES, lead: false }
      : (asks[0] ?? { ask: 'content' });
  const rest = claims.length > 0 ? [] : asks.slice(1);
  const unclaimed =
    parts.quantities.some(({ relation }) => relation !== '=' || wants(parts, 'when')) && claims.length === 0;
  const asksWho = asks.some(({ ask }) => ask === 'units');
  const there =
    parts.clauses.length > 0 && parts.clauses.every(({ units, is }) => units.length === 0 && is === undefined);
  const clausesUsed =
    there ||
    claims.some(({ claim }) => claim === 'test') ||
    besideWords(parts) ||
    (asksWho &&
      parts.clauses.length > 0 &&
      allRoles(parts.clauses) &&
      parts.clauses.every(({ role }) => role === undefined));
  const base = query(
    parts,
    of,
    [first, ...rest],
    claims.length > 0 || !unclaimed
      ? claims
      : parts.quantities.map((quantity): Claim => ({ claim: 'quantity', quantity })),
  );
  const confirmWords =
    base.confirm &&
    claims.length === 0 &&
    first.ask === 'content' &&
    parts.wanted.every(({ wanted }) => wanted === 'whether');
  return made(
    'topic',
    confirmWords
      ? {
          ...base,
          claims:
            parts.years.length > 0
              ? [{ claim: 'year', years: parts.years }]
              : [{ claim: 'words', words: wordsOf(parts) }],
        }
      : base,
    [
      ...TOPIC_FIELDS,
      ...(clausesUsed ? (['clauses'] as const) : []),
      ...(parts.excepted.units.length > 0 && asksWho ? (['excepted'] as const) : []),
    ],
    [
      ...TOPIC_OPERATORS,
      ...(parts.notWords ? (['not'] as const) : []),
      ...(asksWho && parts.excepted.units.length > 0 ? (['except'] as const) : []),
      ...(parts.clauses.some(({ not }) => not) && clausesUsed ? (['not'] as const) : []),
      ...(clausesUsed ? (['only', 'except'] as const) : []),
    ],
  );
};

/** 指标表和任务表对得上吗, 第4项附件比正文少了谁: what two places say of one thing. */
const differences: Build = (parts) => {
  const compared = has(parts, 'same', 'differ', 'lack') || isLacking(parts);
  const head = headOf(parts);
  const listed = head?.type === 'task' && (head.wanted !== undefined || parts.refs.length === 0);
  const whole0 = has(parts, 'differ') && !head && parts.roles.length + parts.clauses.length === 0;
  const about0 = hasWords(parts) || parts.refs.length > 0;
  if (!compared || listed || (!about0 && !whole0) || onlyActions(parts)) return undefined;
  if (has(parts, 'lack') && parts.clauses.some(({ units }) => units.length > 0)) return undefined;
  const [test] = differTests({ ...parts, operators: new Set([...parts.operators, 'differ']) });
  const what = test?.test === 'differs' ? test.what : 'any';
  const of: SetOf = parts.refs.length > 0 ? named(parts) : hasWords(parts) ? about(parts) : ALL_TASKS;
  return made(
    'differences',
    query(parts, of, [{ ask: 'differences', what }]),
    [
      'refs',
      'words',
      'part',
      'years',
      'wanted',
      'roles',
      'properties',
      'figures',
      'heads',
      'plan',
      'clauses',
      'terms',
      'quantities',
    ],
    [
      'same',
      'differ',
      'not',
      'lack',
      'less',
      'than',
      'total',
      'growth',
      'change',
      'more',
      'each',
      'only',
      'reach',
      'all',
      'mention',
    ],
  );
};

/** 2020年12月30日前要完成什么: tasks that print a date. */
const dated: Build = (parts) => {
  const dates = parts.tokens.filter(({ kind }) => kind === 'date');
  if (dates.length === 0 || hasWords(parts) || parts.refs.length + parts.clauses.length > 0 || parts.plan)
    return undefined;
  if (parts.properties.some((one) => DOCUMENT.includes(one))) return undefined;
  const tests = dates.map(({ text }): Test => ({ test: 'mentions', words: text }));
  const test: Test = tests[0] && tests.length === 1 ? tests[0] : { test: 'any', of: tests };
  return made(
    'dated',
    query(parts, { set: 'where', of: ALL_TASKS, test }, [{ ask: 'members' }]),
    ['dates', 'wanted', 'heads', 'properties', 'years', 'figures'],
    ['reach', 'not'],
  );
};

/** 7000亿元说的是什么, 35家写在哪: where a figure stands. */
const places: Build = (parts) => {
  const [is] = parts.quantities;
  const located = wants(parts, 'where') && parts.quantities.length > 1;
  if (!is || (hasWords(parts) && !located) || parts.refs.length + parts.clauses.length + parts.figures.length > 0)
    return undefined;
  if (
    !wants(parts, 'what', 'where', 'which') &&
    !parts.properties.some((one) => ['definition', 'content', 'source'].includes(one))
  )
    return undefined;
  const test: Test = {
    test: 'any',
    of: parts.quantities.map(
      (one): Test => ({
        test: 'figure',
        figure: one.unit,
        is: one,
        years: [],
        ...(one.measure && { measure: one.measure }),
      }),
    ),
  };
  return made(
    'places',
    query(parts, { set: 'where', of: { set: 'all', type: 'clause' }, test }, [{ ask: 'sources' }]),
    ['quantities', 'wanted', 'properties', 'plan', 'part', 'heads', 'words', 'years'],
    ['each', 'mention'],
  );
};

/** 产灞生态区是哪里: a form that the plan misprints. */
const misprinted: Build = (parts) => {
  const [term] = parts.misprints;
  if (!term || parts.roles.length > 0 || parts.clauses.some(({ role }) => role !== undefined)) return undefined;
  if (parts.heads.some(({ type }) => type === 'task')) return undefined;
  return made(
    'misprinted',
    query(parts, { set: 'named', refs: [] }, [{ ask: 'definition', term }]),
    ['clauses', 'wanted', 'properties', 'part', 'heads', 'plan', 'words', 'refs', 'quantities'],
    ['same', 'differ', 'misprint', 'mention', 'not', 'lack'],
  );
};

/** 哪个指标增长最快. */
const fastest: Build = (parts) => {
  const table = parts.heads.some(({ type }) => type === 'indicator') || parts.parts.includes('table');
  if (!table || !has(parts, 'most', 'least') || parts.refs.length > 0 || hasWords(parts)) return undefined;
  const extreme: Ask = { ask: 'reckon', reckon: has(parts, 'least') ? 'smallest' : 'largest' };
  const growing = has(parts, 'growth', 'more', 'change');
  return made(
    'fastest',
    query(
      parts,
      { set: 'all', type: 'indicator' },
      growing ? [{ ask: 'reckon', reckon: 'growth' }, extreme] : [extreme],
    ),
    ['heads', 'part', 'wanted', 'years', 'properties', 'plan'],
    ['most', 'least', 'growth', 'more', 'change', 'than', 'all'],
  );
};

/** 市金融局是不是57项全都负责: said of every task that is looked at. */
const universal: Build = (parts) => {
  if (!confirms(parts) || !has(parts, 'all') || hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts))
    return undefined;
  const tests = parts.clauses.filter(({ units }) => units.length > 0);
  if (tests.length === 0 || headOf(parts)?.type !== 'task') return undefined;
  return made(
    'universal',
    query(
      parts,
      ground(parts),
      [{ ask: 'members' }],
      tests.map((clause) => ({ claim: 'test', test: testOf(clause) })),
    ),
    ['clauses', 'heads', 'wanted', 'refs', 'years'],
    ['all', 'not', 'each', 'only', 'total'],
  );
};

/** 指标表最后一行: a place in the table of indicators. */
const place: Build = (parts) => {
  if (parts.positions.length === 0 || parts.refs.length > 0 || hasWords(parts) || parts.clauses.length > 0)
    return undefined;
  const table =
    parts.parts.includes('table') ||
    parts.heads.some(({ type }) => type === 'indicator') ||
    parts.positions.some(({ of }) => of === 'indicator');
  if (!table) return undefined;
  return made(
    'place',
    query(parts, pick({ set: 'all', type: 'indicator' }, parts), [asksOf(parts)[0] ?? { ask: 'content' }]),
    ['positions', 'part', 'wanted', 'years', 'heads', 'properties'],
    ['last', 'first'],
  );
};

/** 整个计划谁牵头: who answers for the plan as a whole. */
const overall: Build = (parts) => {
  const asked = wants(parts, 'who') || parts.roles.length > 0;
  if (!parts.plan || !asked || parts.refs.length + parts.clauses.length > 0 || hasWords(parts)) return undefined;
  if (
    has(parts, 'total', 'mention', 'most', 'least') ||
    wants(parts, 'howMany', 'which') ||
    parts.heads.some(({ inside, type }) => !inside && type !== 'task')
  )
    return undefined;
  return made(
    'overall',
    query(parts, { set: 'all', type: 'safeguard' }, [{ ask: 'content' }]),
    ['plan', 'wanted', 'roles', 'heads'],
    ['all', 'together'],
  );
};

/** 计划的主要目标: what the plan as a whole aims at. */
const goals: Build = (parts) => {
  const asked = parts.properties.includes('target') || parts.properties.includes('goal');
  if (!asked || !parts.plan || parts.refs.length + parts.clauses.length + parts.years.length > 0 || hasWords(parts))
    return undefined;
  return made(
    'goals',
    query(parts, { set: 'all', type: 'goal' }, [{ ask: 'members' }]),
    ['properties', 'plan', 'wanted', 'heads'],
    ['all', 'total'],
  );
};

/** An action's tasks or goal; a part's entries. */
const section: Build = (parts) => {
  if (!onlyActions(parts) || parts.clauses.length > 0 || hasWords(parts) || parts.roles.length > 0) return undefined;
  const head = headOf(parts);
  if (head && head.type !== 'task' && head.type !== 'action') return undefined;
  if (wants(parts, 'when', 'where', 'howMuch') || parts.properties.includes('original')) return undefined;
  const aims = parts.properties.includes('target') || (has(parts, 'reach') && wants(parts, 'what'));
  const goal = parts.properties.includes('goal') || (aims && head?.type !== 'task');
  const ask: Ask = goal && (parts.years.length === 0 || has(parts, 'reach')) ? { ask: 'goal' } : setAskOf(parts);
  const of: SetOf = ask.ask === 'goal' ? named(parts) : pick(ground(parts), parts);
  return made(
    'section',
    query(parts, of, [ask]),
    ['refs', 'heads', 'wanted', 'properties', 'plan', 'years', 'positions'],
    ['total', 'all', 'each', 'reach'],
  );
};

export const BUILDS: readonly Build[] = [
  ...[
    document,
    misprinted,
    definition,
    summary,
    fastest,
    extreme,
    largest,
    differences,
    universal,
    group,
    place,
    places,
    dated,
  ],
  ...[overall, goals, taskSet, unitSet, whole, section, topic],
];

/** All ways in which the parts can be put together. */
export const assemble = (parts: Parts, builds: readonly Build[] = BUILDS): readonly Assembled[] =>
  builds.flatMap((build) => build(parts) ?? []);
