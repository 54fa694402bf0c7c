import type { Ref, SetOf, Token } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { isOperator } from '../excepts.ts';
import type { Parts } from '../parts.ts';
import { has, hasWords, headOf, indicatorsNamed, wants } from '../said.ts';
import { ground, where, without } from '../sets.ts';
import { clauseTests } from '../tests.ts';

const isWho = (token: Token | undefined): boolean => token?.kind === 'wanted' && token.wanted === 'who';

/** 跟高新区一起, 高新区跟谁一起: one of the two that are joined is asked for. */
const joinsOne = (said: readonly Token[]): boolean =>
  said.some((token, at) => {
    if (!isOperator(token, 'and')) return false;
    const [before, next] = [said[at - 1], said[at + 1]];
    return isWho(next) || (next?.kind === 'unit' && before?.kind !== 'unit' && !isWho(before));
  });

/** 跟甲一起负责的还有谁, 甲还跟谁一起负责, 跟甲一起当责任单位的: the units beside one in a role. */
export const partners: Build = (parts: Parts) => {
  const named = parts.clauses.filter(({ units }) => units.length > 0);
  const [clause, ...more] = named;
  const role = clause?.role ?? parts.roles[0]?.role;
  const said = parts.tokens.filter(({ kind }) => kind !== 'glue');
  if (!clause || more.length > 0 || clause.not || !role || role === 'any' || !has(parts, 'together')) return undefined;
  const noun = parts.roles.some(({ form }) => form === 'noun') || clause.form === 'noun';
  const others = parts.excepted.units.length > 0 && wants(parts, 'which');
  const asked = wants(parts, 'who') || noun || others || parts.heads.some(({ type }) => type === 'unit');
  const tasks = headOf(parts)?.type === 'task' && headOf(parts)?.wanted !== undefined;
  if (!asked || tasks || !joinsOne(said) || hasWords(parts) || indicatorsNamed(parts)) return undefined;
  const of = where(ground(parts), clauseTests([{ ...clause, role, every: true, only: false }]));
  const beside: SetOf = {
    set: 'without',
    left: { set: 'image', of, type: 'unit', role },
    right: { set: 'named', refs: clause.units.map((unit): Ref => ({ type: 'unit', id: unit })) },
  };
  const counted = wants(parts, 'howMany') || headOf(parts)?.wanted === 'howMany';
  return made(
    'partners',
    query(parts, without(beside, parts, 'unit'), { asks: [{ ask: counted ? 'count' : 'members' }] }),
    {
      uses: ['clauses', 'heads', 'wanted', 'refs', 'excepted', 'roles', 'part', 'plan'],
      operators: ['together', 'except', 'other', 'all', 'total'],
    },
  );
};
