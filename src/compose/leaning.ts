import { typeOf } from '../library/sets-in.ts';
import type { Operator, Property, Query, Token } from '../values.ts';
import { alikeBefore } from './alike.ts';
import { leavesOutRole } from './asks.ts';
import { shared } from './both-lists.ts';
import { against, differsEach } from './compared-before.ts';
import { ofList } from './listed.ts';
import { deniesUnits, lacksListed } from './narrow.ts';
import { oftenBefore } from './one-before.ts';
import type { Parts } from './parts.ts';
import { namesUnits } from './rewrite.ts';
import { confirms, countsInPart, has, wants, wordsOf } from './said.ts';
import { asksOthers } from './shown.ts';
import type { State } from './state.ts';
import { asksSomething, hasSubject, isList, isTaskList, unitsIn } from './subject.ts';
import { turned } from './turned.ts';
import { whatIsDone } from './what-is-done.ts';

/** Only a document has these, whatever was spoken of before: who issued it? */
const OF_DOCUMENT: readonly Property[] = ['number', 'issuer', 'copies', 'attachment'];

/** True for a question of what only the document as a whole has. */
export const isOfDocument = (parts: Parts): boolean =>
  parts.properties.some((one) => OF_DOCUMENT.includes(one)) && !hasSubject(parts);

/** A question with its own subject and its own way of asking takes nothing from before. */
export const leans = (parts: Parts, state: State): boolean => {
  if (!state.query || isOfDocument(parts)) return false;
  if (
    asksElse(parts, state.query) ||
    ofList(parts, state) ||
    shared(parts, state) ||
    differsEach(parts, state.query) ||
    oftenBefore(parts, state.query) ||
    isAmongListed(parts, state.query) ||
    leavesOutListed(parts, state.query) ||
    (asksOthers(parts, state.query) && unitsIn(parts).length > 0) ||
    alikeBefore(parts, state.query) ||
    turned(parts, state.query) ||
    whatIsDone(parts, state.query) ||
    parts.exceptBefore ||
    isOfSameAction(parts) ||
    (parts.roles.length > 0 && asksItsUnits(parts, state.query))
  )
    return true;
  const placed = parts.positions.some(({ of }) => of === undefined);
  if (placed && state.shown.length > 0 && !hasSubject(parts) && asksOfPlaced(parts)) return true;
  if (isBelonging(parts, state.query)) return true;
  if (
    differsFrom(parts, state.query) ||
    (state.query.asks[0].ask === 'units' && countsInPart(parts) && !hasSubject(parts)) ||
    (confirms(parts) && isOpenOf(parts, state.query))
  )
    return true;
  if (isOpen(parts) || ((isWithin(parts) || isRelated(parts)) && !isList(state.query))) return true;
  if (against(parts, state.query)) return true;
  if (ranksListed(parts, state.query) || (isList(state.query) && lacksListed(parts, state.query))) return true;
  if (
    parts.before.has('it') ||
    parts.before.has('these') ||
    parts.before.has('swap') ||
    (parts.before.has('choice') && state.shown.length > 0 && !hasSubject(parts)) ||
    (parts.acts.includes('correct') && !(hasSubject(parts) && asksSomething(parts))) ||
    parts.operators.has('add')
  )
    return true;
  const ofTasks = !hasSubject(parts) && parts.heads.some(({ type }) => type === 'task');
  if (ofTasks && (namesAction(state.query) || (listsAction(state.query) && isPlainList(parts)))) return true;
  if (!hasSubject(parts)) return !standsWhole(parts) || (isList(state.query) && bareHead(parts));
  return (
    !asksSomething(parts) ||
    (isList(state.query) &&
      parts.operators.has('together') &&
      !isTogether(parts) &&
      (bareHead(parts) || parts.heads.length === 0))
  );
};

/** 第二个差在哪, 第四条讲什么: of what was shown. */
const asksOfPlaced = ({ operators, properties }: Parts): boolean =>
  operators.has('differ') || properties.includes('summary');

/** 任务最多的是哪个, after actions or units were listed: of those. */
const ranksListed = (parts: Parts, query: Query): boolean =>
  isList(query) &&
  typeOf(query.of) === 'action' &&
  has(parts, 'most', 'least') &&
  !hasSubject(parts) &&
  parts.clauses.length + parts.figures.length === 0 &&
  parts.heads.every(({ type, wanted }) => type === 'task' && wanted === undefined);

/** 高新区负责吗, 是高新区吗: said of something that was named before. */
const isOpen = (parts: Parts): boolean =>
  parts.wanted.some(({ wanted }) => wanted === 'whether') &&
  parts.clauses.length > 0 &&
  parts.refs.length + parts.heads.length === 0 &&
  wordsOf(parts) === '';

/** 除了牵头的，还有哪几家: of the thing before, all who stand in another role. */
export const asksElse = (parts: Parts, query: Query): boolean =>
  leavesOutRole(parts) && namesThing(query) && !hasSubject(parts);

const PLAIN: readonly Operator[] = ['by', 'is', 'of', 'have', 'also', 'in', 'all'];

/** 哪个部门牵头: who does something, where one thing was named before. */
export const asksItsUnits = (parts: Parts, query: Query): boolean =>
  (namesThing(query) || listsTasks(query)) &&
  parts.heads.length === 1 &&
  parts.heads[0]?.type === 'unit' &&
  parts.heads[0].wanted !== undefined &&
  parts.roles.every(({ form }) => form === 'verb') &&
  parts.roles.length < 2 &&
  !hasSubject(parts) &&
  parts.clauses.length + parts.years.length + parts.figures.length + parts.quantities.length === 0 &&
  [...parts.operators].every((operator) => PLAIN.includes(operator));

/** Some tasks, and not all of them. */
const listsTasks = ({ of, asks: [{ ask }] }: Query): boolean =>
  (ask === 'members' || ask === 'count' || ask === 'group') &&
  of.set === 'where' &&
  of.of.set !== 'named' &&
  typeOf(of) === 'task';

/** 同一个行动里的另一项呢: another of the action of the thing before. */
const isOfSameAction = (parts: Parts): boolean =>
  parts.operators.has('same') && parts.heads.some(({ type }) => type === 'action') && !hasSubject(parts);

const namesThing = ({ of }: Query): boolean =>
  of.set === 'named' && of.refs.length > 0 && of.refs.every(({ type }) => type === 'task' || type === 'indicator');

/** 责任单位就金融局自己？: units in a role, said of the thing before. */
const isOpenOf = (parts: Parts, query: Query): boolean =>
  namesThing(query) &&
  parts.clauses.some(({ units, role }) => units.length > 0 && role !== undefined) &&
  parts.refs.length + parts.heads.length + parts.figures.length === 0 &&
  wordsOf(parts) === '';

/** 正文和附件有哪些不一致: asked of the two parts as a whole, and not whether one thing is alike in both. */
const comparesWhole = ({ parts, wanted }: Parts): boolean =>
  parts.length > 1 && wanted.some((one) => one.wanted !== 'whether');

/** 差在哪, 附件里是不是少了一家, 正文和附件一样吗: said of one thing that was named before. */
const differsFrom = (parts: Parts, query: Query): boolean =>
  namesThing(query) &&
  (parts.operators.has('differ') ||
    parts.operators.has('lack') ||
    (parts.operators.has('same') && parts.parts[0] !== undefined)) &&
  !comparesWhole(parts) &&
  !hasSubject(parts) &&
  !parts.operators.has('all') &&
  parts.heads.every(({ noun }) => !noun);

/** 算哪个区的, 归哪家单位: to whom the thing belongs that was named before. */
export const isBelonging = (parts: Parts, { of }: Query): boolean => {
  const named = of.set === 'named' && of.refs.length > 0 && of.refs.every(({ type }) => type === 'task');
  const asks = parts.heads.length === 1 && parts.heads[0]?.type === 'unit';
  const belongs = parts.operators.has('by') || (parts.operators.has('is') && parts.operators.has('of'));
  return named && asks && belongs && parts.clauses.length + parts.roles.length === 0 && !hasSubject(parts);
};

/** 我们的吗: nothing stands behind it that is ours. */
export const isOfEnd = (tokens: readonly Token[], at: number): boolean => {
  const [of, next] = [tokens[at], tokens[at + 1]];
  return (
    of?.kind === 'operator' &&
    of.operator === 'of' &&
    (next === undefined || next.kind === 'wanted' || next.kind === 'mark')
  );
};

/** 跟投资局有啥关系: the other side was named before. */
const isRelated = ({ tokens, clauses, refs }: Parts): boolean => {
  const [joint, unit] = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'before');
  const relation = tokens.some(({ rule }) => rule === 'roles:any/noun/relation');
  const bare = clauses.length === 1 && refs.length === 0;
  return bare && relation && joint?.kind === 'operator' && joint.operator === 'and' && unit?.kind === 'unit';
};

/** 市委组织部在里面算什么. */
const isWithin = (parts: Parts): boolean =>
  parts.clauses.length === 1 &&
  parts.clauses[0]?.role === undefined &&
  parts.operators.has('in') &&
  parts.operators.has('is') &&
  parts.heads.length + parts.refs.length === 0 &&
  wordsOf(parts) === '' &&
  parts.wanted.some(({ wanted }) => wanted === 'what');

/** 有几项是高新区负责的, 高新区负责的是哪几项, after tasks on some other condition: of those. */
export const isAmongListed = (parts: Parts, query: Query): boolean =>
  isOpenList(query) &&
  (bareHead(parts) || (parts.heads.length === 0 && wants(parts, 'which'))) &&
  has(parts, 'have', 'of') &&
  has(parts, 'is') &&
  parts.refs.length === 0 &&
  unitsIn(parts).length > 0 &&
  wordsOf(parts) === '';

/** 哪几项没有高新区, after a list: of those, the ones that do not name it. */
const leavesOutListed = (parts: Parts, query: Query): boolean =>
  isTaskList(query) && query.of.set !== 'all' && bareHead(parts) && deniesUnits(parts) && wordsOf(parts) === '';

/** A list of tasks on some condition, and none on units. */
export const isOpenList = ({ of, asks: [ask] }: Query): boolean =>
  (ask.ask === 'members' || ask.ask === 'count' || (ask.ask === 'group' && ask.by === 'task')) &&
  of.set === 'where' &&
  typeOf(of) === 'task' &&
  !namesUnits(of);

/** 高新区和市科技局一起负责的: units and what they do together, and nothing of what was before. */
const isTogether = (parts: Parts): boolean =>
  unitsIn(parts).length > 1 && parts.clauses.some(({ role }) => role !== undefined);

const bareHead = (parts: Parts): boolean => parts.heads.some(({ wanted, noun }) => wanted !== undefined && !noun);

const namesAction = ({ of }: Query): boolean =>
  of.set === 'named' && of.refs.length > 0 && of.refs.every(({ type }) => type === 'action');

/** The tasks of some actions, and no other condition. */
const listsAction = (query: Query): boolean =>
  isList(query) && query.of.set === 'where' && query.of.test.test === 'in' && query.of.of.set === 'all';

/** 有哪几项任务, 一共几项任务: no condition of its own. */
const isPlainList = (parts: Parts): boolean =>
  !parts.operators.has('most') &&
  !parts.operators.has('least') &&
  parts.figures.length + parts.quantities.length + parts.clauses.length === 0 &&
  !standsWhole({ ...parts, heads: [] });

/** Asked of the plan as a whole: 有哪些行动, 任务最多的单位, 正文和附件不一致的地方. */
const standsWhole = (parts: Parts): boolean =>
  parts.heads.some(({ noun, inside }) => noun && !inside) ||
  ['differ', 'misprint', 'mention', 'same'].some((one) => parts.operators.has(one as never)) ||
  parts.properties.some((one) =>
    ['number', 'dated', 'issuer', 'addressees', 'copies', 'period', 'attachment', 'summary'].includes(one),
  ) ||
  parts.clauses.some(({ units }) => units.length > 0);
