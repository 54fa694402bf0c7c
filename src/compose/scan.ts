import { remembering } from '../recent.ts';
import type { UnitName } from '../types.ts';
import type { Ref, Role, Token } from '../values.ts';
import { addsSets } from './adding.ts';
import { withSole, withUnitChoice } from './among-units.ts';
import { asWords, isTopic } from './as-words.ts';
import { type Builder, flush, isConnector, openClause } from './builder.ts';
import { emptyParts } from './empty-parts.ts';
import { exceptSpans, withLeftOut } from './excepts.ts';
import { sizesIn } from './group-size.ts';
import { asSole, inherit, isCondition } from './inherit.ts';
import { withConditionsTurned } from './left-out-conditions.ts';
import type { Head, Parts } from './parts.ts';
import { superlativeIn } from './superlatives.ts';
import { roleOf, takeAt } from './take.ts';
import { ref } from './take-position.ts';

/** A question has fewer parts that are scanned. */
const MOST_SCANNED = 16;

/** What is left out of the things that are asked for. */
interface LeftOut {
  readonly units: UnitName[];
  readonly refs: Ref[];
  readonly words: string[];
  role: Role | 'any' | undefined;
  lead: boolean;
}

const leaveOut = (left: LeftOut, token: Token): void => {
  if (token.kind === 'unit') left.units.push(token.unit);
  else if (token.kind === 'words') left.words.push(token.text);
  else if (token.kind === 'role') Object.assign(left, { role: roleOf(token), lead: token.role === 'lead' });
  else if (token.kind === 'task') left.refs.push(ref('task', token.task));
  else if (token.kind === 'clause') left.refs.push(ref('clause', token.clause));
  else if (token.kind === 'action') left.refs.push(ref('action', token.action));
  else if (token.kind === 'indicator') left.refs.push(ref('indicator', token.indicator));
  else if (token.kind === 'position') left.refs.push(...token.positions.map((place) => ref(token.of ?? 'task', place)));
};

/** Which clauses are conditions of what is asked for, and which say the role that is asked after. */
const conditionsOf = (
  { clauses: said, parts }: Builder,
  meaningful: readonly Token[],
): Pick<Parts, 'clauses' | 'roles'> => {
  const asksWho = meaningful.some(
    (token) => token.kind === 'wanted' && (token.wanted === 'who' || token.wanted === 'which'),
  );
  const who = meaningful.some((token) => token.kind === 'wanted' && token.wanted === 'who');
  const { heads: all } = parts;
  const asked = all.find(({ wanted }) => wanted !== undefined) ?? all.at(-1);
  const ofUnits = who || asked?.type === 'unit';
  const inherited = inherit(said, asksWho);
  const clauses = asked?.type === 'task' && !who ? inherited.map(asSole) : inherited;
  const conditional = isCondition(ofUnits);
  return {
    clauses: clauses.filter(conditional),
    roles: clauses
      .filter((clause) => !conditional(clause))
      .map(({ role, lead, leading, form, rolesAt, at }) => ({
        role: role ?? 'any',
        lead,
        leading,
        form: form ?? 'verb',
        rolesAt,
        at,
      })),
  };
};

/** Tokens → what they say, sorted. Glue says nothing. A question is cut into its parts by what they say: once each. */
export const scan = remembering((tokens: readonly Token[]): Parts => {
  const worded = withUnitChoice(withSole(withConditionsTurned(withLeftOut(asWords(tokens)))));
  const meaningful = worded.filter(({ kind }) => kind !== 'glue');
  const excepts = exceptSpans(meaningful);
  const superlative = superlativeIn(meaningful);
  const isExcepted = (index: number) => excepts.some(([from, to]) => index >= from && index < to);
  const claiming = meaningful.some((token) => token.kind === 'wanted' && token.wanted === 'whether');
  const builder: Builder = {
    clauses: [],
    parts: { ...emptyParts(worded), sizes: [...sizesIn(meaningful)] },
    clause: openClause(0),
    claiming,
    adding: addsSets(meaningful),
  };
  const left: LeftOut = { units: [], refs: [], words: [], role: undefined, lead: false };
  meaningful.forEach((token, index) => {
    if (superlative && index >= superlative.from && index < superlative.to) return;
    if (!isExcepted(index)) {
      takeAt(builder, meaningful, index);
      return;
    }
    leaveOut(left, token);
    builder.parts.operators = new Set([...builder.parts.operators, 'except']);
  });
  flush(builder, Number.POSITIVE_INFINITY);
  const insideEnds = meaningful.flatMap((token, index) =>
    token.kind === 'operator' && token.operator === 'in' ? [meaningful[index - 1]?.from ?? -1] : [],
  );
  const heads: readonly Head[] = builder.parts.heads.map((head) => ({ ...head, inside: insideEnds.includes(head.at) }));
  return {
    ...builder.parts,
    superlative,
    heads,
    excepted: left,
    ...conditionsOf(builder, meaningful),
    joins: meaningful.some(
      (token, index) => isConnector(token) && isTopic(meaningful[index - 1]) && isTopic(meaningful[index + 1]),
    ),
    part: builder.parts.parts.length === 1 ? builder.parts.parts[0] : undefined,
  };
}, MOST_SCANNED);
