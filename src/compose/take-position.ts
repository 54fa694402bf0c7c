import type { EntityType, Ref, Token } from '../values.ts';
import type { Builder } from './builder.ts';
import { isOperator } from './excepts.ts';
import { BARE_HEAD } from './heads.ts';

export const ref = (type: EntityType, id: string | number): Ref => ({ type, id: String(id) });

/** The plan's own numbers name things; other places are places in what is listed. */
const NUMBERED: readonly EntityType[] = ['task', 'action', 'indicator'];

const FROM_EDGE = 'position:edge';

const COUNTING = 'position:bare';

const RANKS: readonly string[] = ['position:rank', 'position:rank/least'];

/** the second task of action 9: the action stands behind its task. */
const isOfAction = ([joint, behind]: readonly Token[]): boolean =>
  isOperator(joint, 'of', 'in') &&
  (behind?.kind === 'action' || (behind?.kind === 'position' && behind.of === 'action'));

/** A number as a name, or as a place in what is listed; `behind` is what follows it. */
export const takePosition = (
  { parts, claiming }: Builder,
  token: Extract<Token, { kind: 'position' }>,
  behind: readonly Token[],
): void => {
  const { of, positions, rule } = token;
  const [place, last] = [positions[0], positions.at(-1)];
  if (RANKS.includes(rule) && place !== undefined && last !== undefined) {
    parts.rank = { places: [place, last], least: rule !== RANKS[0] };
    if (of) parts.heads.push({ ...BARE_HEAD, type: of, noun: true, at: token.from, count: undefined });
    return;
  }
  if (rule === COUNTING && claiming) {
    parts.heads.push({ ...BARE_HEAD, count: positions[0], at: token.from });
    return;
  }
  const inAction =
    of === 'task' && (parts.refs.at(-1)?.type === 'action' || parts.groupBy?.by === 'action' || isOfAction(behind));
  if (of && !inAction && NUMBERED.includes(of) && rule !== FROM_EDGE && positions.every((place) => place > 0))
    parts.refs.push(...positions.map((place) => ref(of, place)));
  else parts.positions.push({ positions, ...(of && { of }) });
};
