import type { Ref } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import type { State } from './state.ts';

/** 计划里21年怎么说, after one thing: what the plan says of that. */
export const inThePlan = (parts: Parts, { query }: State): Parts => {
  const { length } = query?.of.set === 'named' ? query.of.refs : [];
  const bare = parts.refs.length + parts.heads.length + parts.clauses.length + parts.words.length === 0;
  const asks = parts.wanted.some(({ wanted }) => wanted === 'how' || wanted === 'what') && parts.years.length > 0;
  return parts.plan && length === 1 && bare && asks && parts.operators.has('in') ? { ...parts, plan: false } : parts;
};

/** 第二条呢, after （一） of a part: the clause in that place beside it. */
export const withSibling = (parts: Parts, { query, shown }: State, { exists }: ComposeContent): Parts => {
  const [ref, ...others] = query?.of.set === 'named' ? query.of.refs : [];
  const [place, ...more] = parts.positions.flatMap(({ of, positions }) => (of === undefined ? positions : []));
  const part = ref?.type === 'clause' && others.length + shown.length === 0 ? ref.id.replace(/\.\d+$/, '') : '';
  if (part === '' || part === ref?.id || place === undefined || more.length > 0 || parts.refs.length > 0) return parts;
  const id = `${part}.${place}`;
  return exists(id) ? { ...parts, refs: [{ type: 'clause', id }], positions: [] } : parts;
};

/** 第三个有几项任务, after actions were listed: the third of them, and not the third task. */
export const withShownActions = (parts: Parts, { shown }: State): Parts => {
  const places = parts.positions.flatMap(({ of, positions }) => (of === undefined ? positions : []));
  const bare = parts.refs.length + parts.clauses.length === 0 && parts.heads.some(({ type }) => type === 'task');
  const actions = shown.length > 0 && shown.every(({ type }) => type === 'action');
  const refs = places.flatMap((place) => shown.at(place > 0 ? place - 1 : place) ?? []);
  if (!bare || !actions || refs.length === 0 || refs.length < places.length) return parts;
  return { ...parts, refs, positions: parts.positions.filter(({ of }) => of !== undefined) };
};

/** 第一项, in words: a place in what is shown, where no task of that number is shown. */
const SAID = 'position:nth/said';

/** 第一项是什么, after a list of tasks that has no first task of the plan in it: the first of the list. */
export const withAsShown = (parts: Parts, { shown, list }: State): Parts => {
  const said = parts.tokens.flatMap((token) =>
    token.kind === 'position' && token.rule === SAID && token.of === 'task' ? token.positions : [],
  );
  const isShown = (place: number): boolean => shown.some(({ id }) => id === String(place));
  const places = said.filter((place) => place <= shown.length && !isShown(place));
  const whole = list !== undefined && shown.length > 0 && shown.every(({ type }) => type === 'task');
  if (!whole || places.length === 0 || places.length < said.length || parts.refs.length !== said.length) return parts;
  const isSaid = ({ type, id }: Ref): boolean => type === 'task' && said.includes(Number(id));
  if (!parts.refs.every(isSaid) || parts.clauses.length > 0 || parts.words.length > 0) return parts;
  return { ...parts, refs: [], positions: [...parts.positions, { positions: places }] };
};
