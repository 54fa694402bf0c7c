import type { SetOf, Test } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { conditions } from '../conditions.ts';
import { isOperator } from '../excepts.ts';
import type { Clause, Head, Parts } from '../parts.ts';
import { hasWords, headOf, indicatorsNamed, saysWords, tasksNamed, wants } from '../said.ts';
import { ground, where, without } from '../sets.ts';
import { clauseTests } from '../tests.ts';

/** 哪些行动, 没有财政局任务的行动有哪些: the actions that are asked for. */
const askedAction = (parts: Parts): Head | undefined => {
  const { heads } = parts;
  const named = heads.find(({ type, wanted }) => type === 'action' && wanted !== undefined);
  const last = heads.findLast(({ noun }) => noun);
  const open =
    heads.every(({ wanted }) => wanted === undefined) &&
    (parts.wanted.length === 0 || wants(parts, 'which', 'what', 'howMany'));
  return named ?? (open && last?.type === 'action' && !last.each && !last.inside ? last : undefined);
};

const asserted = (clause: Clause): Clause => ({ ...clause, not: false });

/** 哪些行动没有高新区负责的任务, 哪个行动一家支持单位也没有: no task of the action, and not some task of it that has not. */
const deniesAll = ({ clauses, figures, heads, tokens }: Parts, at: number): boolean => {
  if (clauses.length === 0 || clauses.some(({ not, is }) => !not || is) || figures.length > 0) return false;
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const not = said.findIndex((token) => isOperator(token, 'not', 'uninvolved'));
  const denied = said[not + 1];
  const denies = denied?.kind === 'unit' || (denied?.kind === 'type' && denied.type === 'task');
  const task = heads.find(({ type, noun }) => type === 'task' && noun);
  if (!task) return true;
  const behind = said[said.findIndex(({ from }) => from === task.at) + 1];
  return denies && (task.at > at || denied?.kind === 'type' || isOperator(behind, 'of'));
};

/** 哪个行动的任务全部都由金融局负责: every task of it, and not some. */
const meansEvery = ({ tokens, clauses, figures }: Parts, at: number): boolean => {
  const [clause, ...more] = clauses;
  if (!clause || more.length > 0 || clause.not || clause.units.length !== 1 || figures.length > 0) return false;
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const action = said.findIndex(({ from }) => from === at);
  const rest = said.slice(
    action + 1,
    said.findIndex(({ kind }) => kind === 'unit'),
  );
  return (
    rest.some((token) => token.kind === 'type' && token.type === 'task') && rest.some((one) => isOperator(one, 'all'))
  );
};

const denial = (of: Test): Test => ({ test: 'not', of });

/** 高新区负责的任务在哪几个行动: the actions of tasks under conditions. */
export const actionSet: Build = (parts) => {
  const head = headOf(parts) ?? parts.heads.find(({ wanted }) => wanted !== undefined);
  const asked = askedAction(parts);
  if (!asked || parts.properties.includes('goal') || (head?.type === 'task' && head.wanted !== undefined))
    return undefined;
  const tests = conditions(parts);
  const worded = saysWords(parts);
  if (tests.length === 0) return undefined;
  if ((hasWords(parts) && !worded) || tasksNamed(parts) || indicatorsNamed(parts)) return undefined;
  const denied = deniesAll(parts, asked.at);
  const whole = !denied && meansEvery(parts, asked.at);
  const of = without(
    where(ground(parts), denied ? clauseTests(parts.clauses.map(asserted)) : whole ? tests.map(denial) : tests),
    parts,
  );
  const actions: SetOf = { set: 'image', of, type: 'action' };
  const counted = asked.wanted === 'howMany' || (asked.wanted === undefined && wants(parts, 'howMany'));
  const ask = counted ? ({ ask: 'count' } as const) : ({ ask: 'members' } as const);
  return made(
    'action-set',
    query(parts, denied || whole ? { set: 'without', left: { set: 'all', type: 'action' }, right: actions } : actions, {
      asks: [ask],
    }),
    {
      uses: [
        ...(['clauses', 'heads', 'wanted', 'refs', 'excepted', 'figures', 'quantities', 'years'] as const),
        ...(['part', 'plan', 'roles'] as const),
        ...(worded ? (['words'] as const) : []),
      ],
      operators: ['not', 'only', 'all', 'together', 'first', 'except', 'mention', 'uninvolved', 'each'],
    },
  );
};
