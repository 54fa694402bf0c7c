import type { Operator, Token } from '../values.ts';
import { type Builder, flush } from './builder.ts';
import { closeInside } from './clauses.ts';
import { isOperator } from './excepts.ts';
import type { Clause } from './parts.ts';

const BETWEEN: readonly Operator[] = ['each', 'all', 'is', 'of', 'by'];

/** 是不是每一项: what stands between some tasks and who is asked about. */
const isBetween = (token: Token): boolean =>
  token.kind === 'mark' ||
  token.kind === 'quantity' ||
  (token.kind === 'wanted' && token.wanted === 'whether') ||
  isOperator(token, ...BETWEEN);

const isVerb = (token: Token): boolean => token.kind === 'role' && token.form === 'verb';

/**
 * 人社局的任务组织部都支持吗, 教育局那几项，谁支持: of the tasks of one unit it is asked what others do there. What they do is no
 * condition on the unit whose tasks they are.
 */
export const closeAskedOf = (builder: Builder, tokens: readonly Token[], index: number): void => {
  const before = tokens[index - 1];
  const own = isOperator(before, 'of') ? tokens[index - 2] : before;
  const [type, ...rest] = tokens.slice(index);
  if (type?.kind !== 'type' || type.type !== 'task' || own?.kind !== 'unit' || rest[0]?.text === '、') return;
  const next = rest.find((token) => !isBetween(token));
  if (next?.kind === 'unit' && rest.some(isVerb)) closeOwn(builder, type.from);
  else if ((next?.kind === 'wanted' && next.wanted === 'who') || (next?.kind === 'role' && next.form === 'noun'))
    flush(builder, type.from);
};

/** The unit stands in any role; 的 has closed its clause. */
const closeOwn = (builder: Builder, at: number): void => {
  const last = builder.clauses.at(-1);
  if (builder.clause.units.length > 0) closeInside(builder, at);
  else if (last && last.role === undefined) builder.clauses.splice(-1, 1, { ...last, role: 'any' });
};

/** 人社局负责的: what closes with 的. */
const closesWithOf = ({ rolesAt }: Clause, tokens: readonly Token[]): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const role = said.findIndex(({ from }) => from === rolesAt.at(-1));
  return role >= 0 && isOperator(said[role + 1], 'of');
};

/** Returns the clauses that say whose tasks are looked at, where others say what is claimed of these. */
export const ownersIn = (clauses: readonly Clause[], tokens: readonly Token[]): readonly Clause[] =>
  clauses
    .slice(0, -1)
    .filter(
      (clause) =>
        !clause.not && ((clause.role === 'any' && clause.rolesAt.length === 0) || closesWithOf(clause, tokens)),
    );
