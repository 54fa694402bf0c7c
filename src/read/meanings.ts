import type { Act, EntityType, Operator, Part, Property, Unsaid, Wanted } from '../values.ts';
import type { Meaning } from './candidate.ts';

type Before = (Meaning & { kind: 'before' })['before'];

const names = <T extends string>(list: Readonly<Record<T, true>>): ReadonlySet<string> => new Set(Object.keys(list));

const OPERATORS = names<Operator>({
  ...{ not: true, only: true, each: true, all: true, except: true, and: true, or: true, but: true, also: true },
  ...{
    other: true,
    add: true,
    together: true,
    mutual: true,
    most: true,
    least: true,
    first: true,
    last: true,
    same: true,
    differ: true,
  },
  ...{
    lack: true,
    uninvolved: true,
    misprint: true,
    have: true,
    mention: true,
    more: true,
    less: true,
    than: true,
    multiple: true,
    order: true,
    total: true,
  },
  ...{
    mean: true,
    growth: true,
    change: true,
    ratio: true,
    reach: true,
    in: true,
    of: true,
    by: true,
    is: true,
    add: true,
  },
});
const WANTED = names<Wanted>({
  ...{ who: true, which: true, what: true, howMany: true, howMuch: true, when: true, whether: true, why: true },
  ...{ how: true, where: true },
});
const PROPERTIES = names<Property>({
  ...{ title: true, content: true, original: true, source: true, target: true, goal: true, measures: true },
  ...{
    amount: true,
    deadline: true,
    number: true,
    dated: true,
    issuer: true,
    addressees: true,
    copies: true,
    period: true,
  },
  ...{ attachment: true, scope: true, forwarded: true, definition: true, summary: true },
});
const UNSAID = names<Unsaid>({
  ...{ result: true, builder: true, contact: true, person: true, money: true, rule: true, reason: true },
  ...{ 'part-of-year': true, rank: true, identity: true, share: true, outside: true },
});
const ACTS = names<Act>({
  ...{ hello: true, thanks: true, bye: true, yes: true, no: true, complain: true, identity: true, help: true },
  ...{ shorter: true, again: true, correct: true, more: true, export: true },
});
const TYPES = names<EntityType>({
  ...{ plan: true, action: true, task: true, unit: true, indicator: true, goal: true, safeguard: true, clause: true },
});
const PARTS = names<Part>({ body: true, annex: true, table: true, front: true });
const FIGURES = names<(Meaning & { kind: 'figure' })['figure']>({
  ...{ money: true, percent: true, count: true, person: true, times: true, area: true, length: true, time: true },
  ...{ none: true, figure: true, date: true },
});
const BEFORE_KINDS: readonly Before[] = ['it', 'these', 'we', 'choice', 'then', 'new', 'swap', 'back'];
const BEFORE: ReadonlySet<string> = new Set(BEFORE_KINDS);

const isOne = <T extends string>(list: ReadonlySet<string>, value: string): value is T => list.has(value);

const RELATIVE = /^(year|task|action)\/(-?\d)$/;

/** `year/-1` → the year before. */
const relativeOf = (value: string): Meaning | undefined => {
  const [, of, by] = RELATIVE.exec(value) ?? [];
  return of === 'year' || of === 'task' || of === 'action' ? { kind: 'relative', of, by: Number(by) } : undefined;
};

const roleOf = (role: string, form: string): Meaning | undefined => {
  const formed = form === 'verb' || form === 'noun' ? form : undefined;
  const known = role === 'responsible' || role === 'supporting' || role === 'any' || role === 'lead' ? role : undefined;
  return formed && known ? { kind: 'role', role: known, form: formed } : undefined;
};

const typeOf = (type: string, sort: string): Meaning | undefined => {
  if (!isOne<EntityType>(TYPES, type)) return undefined;
  const [own = ''] = sort.split('/');
  return own === '' ? { kind: 'type', type } : { kind: 'type', type, sort: own };
};

const figureOf = (figure: string, measure: string): Meaning | undefined => {
  if (!isOne<(Meaning & { kind: 'figure' })['figure']>(FIGURES, figure)) return undefined;
  return measure === '' ? { kind: 'figure', figure } : { kind: 'figure', figure, measure };
};

/**
 * Returns what a row means: the file's name and the row's key, whose parts are set off by a stroke: `lead/noun`. What
 * follows an operator (`reach/least`), a pronoun (`then/idle`), a wanted (`which/list`), an unsaid or a role's form
 * (`lead/noun/first`) only names the row's rule, by which its neighbours are read.
 */
export const meaningOf = (file: string, value: string): Meaning | undefined => {
  const [head = '', rest = ''] = value.split('/');
  switch (file) {
    case 'operators':
      return isOne<Operator>(OPERATORS, head) ? { kind: 'operator', operator: head } : undefined;
    case 'wanted':
      return isOne<Wanted>(WANTED, head) ? { kind: 'wanted', wanted: head } : undefined;
    case 'properties':
      return isOne<Property>(PROPERTIES, value) ? { kind: 'property', property: value } : undefined;
    case 'unsaid':
      return isOne<Unsaid>(UNSAID, head) ? { kind: 'unsaid', unsaid: head } : undefined;
    case 'acts':
      return isOne<Act>(ACTS, value) ? { kind: 'act', act: value } : undefined;
    case 'parts':
      return isOne<Part>(PARTS, value) ? { kind: 'part', part: value } : undefined;
    case 'before':
      return isOne<Before>(BEFORE, head) ? { kind: 'before', before: head } : undefined;
    case 'roles':
      return roleOf(head, rest.split('/')[0] ?? '');
    case 'types':
      return typeOf(head, rest);
    case 'figures':
      return figureOf(head, rest);
    case 'years':
      return head === 'every' ? { kind: 'year', years: [], every: true } : undefined;
    case 'relatives':
      return relativeOf(value);
    case 'plan':
      return { kind: 'plan' };
    case 'glue':
      return { kind: 'glue' };
    default:
      return undefined;
  }
};
