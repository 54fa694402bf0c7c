import type { Operator, Role, Test, Token } from '../values.ts';
import { SET_OPERATORS } from './assembled.ts';
import { MOVING, moveTests, targetTests } from './moves.ts';
import type { Clause, Parts } from './parts.ts';
import { has, hasWords, headOf, saysWords, wants, wordsSaid } from './said.ts';
import { clauseTests, dateTests, figureTests, partAsked, testOf } from './tests.ts';

/** Conditions on tasks that the question states, of every sort. */
export const conditions = (parts: Parts): readonly Test[] => {
  const moves = moveTests(parts);
  const targets = moves.length > 0 ? [] : targetTests(parts);
  return [
    ...(isLacking(parts) ? [] : namesUnits(parts) ? parts.clauses.map(namedAnywhere) : clauseTests(parts.clauses)),
    ...(moves.length > 0 ? moves : figureTests(parts)),
    ...dateTests(parts),
    ...deadlineTests(parts),
    ...scopeTests(parts),
    ...(saysWords(parts) ? [mentions(parts)] : []),
    ...targets,
    ...(targets.length > 0 ? [] : agreeing(parts) ? differTests(differing(parts)).map(denied) : differTests(parts)),
  ];
};

/** 提到, 写到, and not 涉及. */
const PRINT = 'operators:mention/print';

/** 提到秦农银行的: in the text too, and not only among the units that stand in a role. */
const namesUnits = ({ clauses, tokens, heads, parts, words }: Parts): boolean =>
  tokens.some(({ rule }) => rule === PRINT) &&
  words.length === 0 &&
  clauses.length === 1 &&
  clauses.every(
    ({ units, role, not, only, first, is }) => units.length === 1 && !role && !not && !only && !first && !is,
  ) &&
  parts.length === 0 &&
  heads.some(({ type }) => type === 'task');

const namedAnywhere = (clause: Clause): Test => ({
  test: 'any',
  of: [testOf(clause), ...clause.units.map((words): Test => ({ test: 'mentions', words }))],
});

/** 完成时限是2022年的有几条: a year that a task is due in. */
const deadlineTests = (parts: Parts): readonly Test[] => {
  const due = isDue(parts) ? parts.years : [];
  const each = due.map((year): Test => ({ test: 'mentions', words: `${year}年`, field: 'deadline', years: [year] }));
  return each.length > 1 ? [{ test: 'any', of: each }] : each;
};

/** 推广范围是全国的, 在全国推广的, 不是全国推的. */
export const scopeTests = ({ scope, otherScope }: Parts): readonly Test[] => {
  if (scope === undefined) return [];
  const there: Test = { test: 'mentions', words: scope, field: 'scope' };
  return [otherScope ? { test: 'not', of: there } : there];
};

/** The deadline is a condition: things that have it are listed or counted. */
export const isDue = (parts: Parts): boolean =>
  parts.properties.includes('deadline') &&
  parts.refs.length === 0 &&
  !hasWords(parts) &&
  (headOf(parts)?.type === 'task' || wants(parts, 'which', 'howMany', 'where'));

/** 正文和附件一致: nothing in which the two differ. */
const agreeing = (parts: Parts): boolean =>
  has(parts, 'same') && !has(parts, 'differ') && parts.parts.includes('body') && parts.parts.includes('annex');
const differing = (parts: Parts): Parts => ({ ...parts, operators: new Set([...parts.operators, 'differ']) });
const denied = (of: Test): Test => ({ test: 'not', of });

/** The operators that the conditions act upon. */
export const conditionOperators = (parts: Parts): readonly Operator[] => [
  ...(moveTests(parts).length > 0 ? MOVING : isLacking(parts) || has(parts, 'lack') ? LACKING : []),
  ...(parts.clauses.some(({ alternative }) => alternative) ? (['add'] as const) : []),
  ...(targetTests(parts).length > 0 ? (['each', 'change'] as const) : []),
  ...SET_OPERATORS,
];

const LACKING: readonly Operator[] = ['less', 'more', 'than'];

/** an office in Singapore: words of one phrase, with others between them. */
const LATIN = /^[a-z]/;

/** 既提到基金又提到保险, an office in Singapore: all of the words, in one task. */
const isOfAll = (parts: Parts, words: readonly Token[]): boolean =>
  !has(parts, 'or') &&
  (has(parts, 'but', 'together') || (words.every(({ text }) => LATIN.test(text)) && !has(parts, 'also', 'and')));

/** 提到期货的; 写到自贸区的, 自贸试验区也算: any of the words; 交通大学不算: not within these, and not these. */
export const mentions = (parts: Parts): Test => {
  const { years, properties, excepted } = parts;
  const part = partAsked(parts);
  const words = wordsSaid(parts).filter(({ text }) => !parts.denied.includes(text));
  const field = properties.includes('title')
    ? ('title' as const)
    : properties.includes('target') && (part === undefined || part === 'annex')
      ? ('target' as const)
      : undefined;
  const of = (text: string): Test => {
    const outside = excepted.words.filter((word) => word !== text && word.includes(text));
    return {
      test: 'mentions',
      words: text,
      ...(field && { field }),
      ...(field !== 'title' && years[0] && { years }),
      ...(part && field !== 'target' && { part }),
      ...(outside[0] && { outside }),
    };
  };
  const each = words.map(({ text }) => of(text));
  const any: readonly Test[] = each[1] ? [{ test: isOfAll(parts, words) ? 'all' : 'any', of: each }] : each;
  const others = excepted.words.filter((word) => words.every(({ text }) => !word.includes(text)));
  const all = [...any, ...[...others, ...parts.denied].map((word): Test => ({ test: 'not', of: of(word) }))];
  return all[0] && all.length === 1 ? all[0] : { test: 'all', of: all };
};

/** 附件里比正文少了, 正文写了附件没写: one part set against the other. */
export const isLacking = (parts: Parts): boolean => lackingIn(parts) !== undefined;

/** The part that lacks something: said of it, or of the other one, that has more. */
const lackingIn = (parts: Parts): 'body' | 'annex' | undefined => {
  const [first] = parts.parts;
  if (parts.lacking) return parts.lacking;
  if (first !== 'body' && first !== 'annex') return undefined;
  if (isLess(parts)) return first;
  const units = parts.heads.some(({ type, wanted }) => type === 'unit' && wanted !== undefined);
  return has(parts, 'more') && (units || parts.roles.length > 0) ? (first === 'body' ? 'annex' : 'body') : undefined;
};

const isLess = (parts: Parts): boolean =>
  parts.parts.includes('body') &&
  parts.parts.includes('annex') &&
  has(parts, 'than') &&
  has(parts, 'less', 'not', 'lack');

export const differTests = (parts: Parts): readonly Test[] => {
  if (has(parts, 'misprint')) return [{ test: 'misprint' }];
  const lacking = lackingIn(parts);
  if (!has(parts, 'differ') && !lacking) return [];
  const named = [...parts.roles, ...parts.clauses.filter(({ units }) => units.length === 0)].map(({ role }) => role);
  const roles = named.filter((role): role is Role => role !== 'any' && role !== undefined);
  const what =
    named.some((role) => role !== undefined) || parts.heads.some(({ type }) => type === 'unit')
      ? 'units'
      : parts.properties.includes('title')
        ? 'title'
        : parts.figures.length > 0
          ? 'figures'
          : 'any';
  const units = parts.clauses.flatMap((clause) => clause.units);
  return [
    {
      test: 'differs',
      what,
      ...(roles.length === 1 && roles[0] && { role: roles[0] }),
      ...(lacking && units.length > 0 && { units }),
      ...(lacking && { lacks: lacking }),
    },
  ];
};

/** A condition of its own on tasks; 涉及 says one only with words. */
export const saysSet = (parts: Parts): boolean =>
  has(parts, 'differ', 'misprint') ||
  isLacking(parts) ||
  (parts.figures.length > 0 && parts.properties.includes('target') && !hasWords(parts) && !headOf(parts)) ||
  (moveTests(parts).length > 0 && headOf(parts)?.type !== 'indicator') ||
  (has(parts, 'mention') && hasWords(parts)) ||
  (has(parts, 'same') && headOf(parts)?.type === 'task');
