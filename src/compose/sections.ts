import type { Ref, SetOf, Token } from '../values.ts';
import { asksWhichMore } from './compares.ts';
import type { ComposeContent } from './content.ts';
import { asGlue } from './said-as.ts';
import type { State } from './state.ts';
import { fieldAsked, nameOfTasks } from './tasks-of-name.ts';

/** 和, 、 between names. */
const joins = (token: Token | undefined): boolean =>
  token?.kind === 'mark' ? /[、,，]/.test(token.text) : token?.kind === 'operator' && token.operator === 'and';

/** 这两个, 的 between the names and the noun. */
const isCount = (token: Token | undefined): boolean =>
  token?.kind === 'glue' ||
  (token?.kind === 'operator' && token.operator === 'of') ||
  (token?.kind === 'quantity' && token.quantity.unit === 'count') ||
  (token?.kind === 'before' && (token.before === 'these' || token.before === 'it'));

const asCount = (token: Token): Token => asGlue(token, 'glue:count');

/** 那几项, 那些任务 */
const TASKS_OF = 'before:these/tasks';
/** 那三项 */
const THOSE = 'quantity:those';
const asTasks = ({ from, to, text }: Token): Token => ({
  from,
  to,
  text,
  rule: 'types:task',
  kind: 'type',
  type: 'task',
});

/** Where the names begin that lie before a place; it is the place itself when none do. */
const namesFrom = (tokens: readonly Token[], to: number): number => {
  let at = to;
  const isName = (token: Token | undefined) => token?.kind === 'words' || token?.kind === 'action';
  if (isName(tokens[at - 1])) at -= 1;
  while (at < to && joins(tokens[at - 1]) && isName(tokens[at - 2])) at -= 2;
  return at;
};

/** 去掉绿色金融的: what is left out of a list is called by a short name of an action. */
const withExcepted = (
  tokens: readonly Token[],
  actionsOf: (token: Token) => readonly Token[] | undefined,
): readonly Token[] =>
  tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    const left = token.kind === 'words' && before?.kind === 'operator' && before.operator === 'except';
    return (left ? actionsOf(token) : undefined) ?? [token];
  });

/** 剩下普惠那两项: so many of those shown belong to the action of that name. */
const withMembers = (
  tokens: readonly Token[],
  [before, count]: readonly [Token, Token],
  among: readonly Ref[],
): readonly Token[] => {
  const { from, to, text } = count;
  const named = among.flatMap(({ id }, at): Token[] => [
    ...(at > 0 ? [{ from, to, text: '', rule: 'operator:and', kind: 'operator', operator: 'and' } as const] : []),
    { from, to, text, rule: 'task:shown', kind: 'task', task: Number(id) },
  ]);
  const rest = tokens.filter((token) => !(token.kind === 'operator' && token.operator === 'other'));
  return rest.flatMap((token) => (token === before ? named : token === count ? [] : [token]));
};

/** 重点培育的集群: a name with the noun that its heading ends with is so long. */
const WITH_NOUN = 5;

/** 科技金融有几条, 重点培育的集群有几个: nothing but a name, and how many tasks it has or which. */
const countedOf = (tokens: readonly Token[]): Token | undefined => {
  const [name, ...rest] = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const has = rest[0]?.kind === 'operator' && ['have', 'total', 'in'].includes(rest[0].operator);
  const [asked, ...more] = has ? rest.slice(1) : rest;
  if (name?.kind !== 'words' || asked?.kind !== 'wanted' || more.length > 0) return undefined;
  const sort = asked.wanted === 'which' || asked.wanted === 'howMany';
  const ofTasks = asked.type === 'task' || (asked.type === undefined && name.text.length >= WITH_NOUN);
  return sort && ofTasks ? name : undefined;
};

/** 文旅金融和普惠金融哪边措施多: names that are set against each other by how many tasks they have. */
const comparedNames = (tokens: readonly Token[]): Token | undefined => {
  const [name, ...rest] = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const ofTasks = rest.some((token) => token.kind === 'type' && token.type === 'task');
  return name?.kind === 'words' && ofTasks && asksWhichMore(rest) ? name : undefined;
};

const ALL_TASKS: SetOf = { set: 'all', type: 'task' };

/** 绿色金融, which hardly any task prints but those of one action, and not 金融机构: the action is called so. */
const ofField = (
  name: Token | undefined,
  { sections, members, prints, title, titled }: ComposeContent,
): Token | undefined => {
  if (!name || titled(name.text)) return undefined;
  const [action, ...others] = sections(name.text);
  if (action === undefined || others.length > 0) return undefined;
  const own = members({ set: 'where', of: ALL_TASKS, test: { test: 'in', actions: [action] } }).map(({ id }) => id);
  const printing = members(ALL_TASKS).filter((ref) => prints(name.text, ref));
  const within = printing.filter(({ id }) => own.includes(id));
  return within.length * 2 >= printing.length && title({ type: 'action', id: String(action) }).includes(name.text)
    ? name
    : undefined;
};

/** 信用和空间建设这两个行动, 文旅金融和绿色金融行动: actions by short names that share one noun. */
export const withSections = (tokens: readonly Token[], { shown }: State, content: ComposeContent): readonly Token[] => {
  const { sections, listed, bears, members } = content;
  const actionsOf = (token: Token): readonly Token[] | undefined => {
    if (token.kind !== 'words') return [token];
    const found = listed(token.text).map((name) => sections(name));
    return found.every(({ length }) => length === 1)
      ? found.flat().map((action): Token => ({ ...token, rule: 'action:short', kind: 'action', action }))
      : undefined;
  };
  const at = tokens.findLastIndex(({ kind, ...token }) => kind === 'action' || (kind === 'type' && isAction(token)));
  const noun = tokens[at];
  /** 除了文化产权那条: one of the list before. */
  const shownOf = (token: Token): readonly Token[] | undefined => {
    const [ref, ...more] = shown.filter((one) => one.type === 'task' && bears(token.text, one));
    if (!ref || more.length > 0) return undefined;
    return [{ ...token, rule: 'task:shown', kind: 'task', task: Number(ref.id) }];
  };
  /** 农村金融那几项: the tasks of the action of that name, and none that were shown. */
  const several = tokens.findIndex((token, index) => token.rule === TASKS_OF && tokens[index - 1]?.kind === 'words');
  const section = tokens[several - 1];
  const [of, ...others] = (section && several > 0 ? actionsOf(section) : undefined) ?? [];
  if (!noun && section && of?.kind === 'action' && others.length === 0 && !shownOf(section))
    return tokens.flatMap((token, index) => (token === section ? [of] : [index === several ? asTasks(token) : token]));
  /** 跨境那三项: the action of that name has just so many tasks. */
  const counted = tokens.findIndex(
    (token, index) => token.kind === 'quantity' && token.counts === 'task' && tokens[index - 1]?.kind === 'words',
  );
  const [before, count] = [tokens[counted - 1], tokens[counted]];
  const [own, ...more] = (before?.kind === 'words' ? actionsOf(before) : undefined) ?? [];
  if (!noun && before && own?.kind === 'action' && more.length === 0 && count?.kind === 'quantity') {
    const all = members({ set: 'where', of: ALL_TASKS, test: { test: 'in', actions: [own.action] } });
    if (all.length === count.quantity.value)
      return tokens.flatMap((token) =>
        token === before ? [own] : [token === count && token.rule === THOSE ? asTasks(token) : token],
      );
    const among = shown.filter(({ type, id }) => all.some((one) => one.type === type && one.id === id));
    if (among.length === count.quantity.value) return withMembers(tokens, [before, count], among);
  }
  const sides = comparedNames(tokens);
  const opposed = (sides ? actionsOf(sides) : undefined) ?? [];
  if (sides && opposed.length > 1) return tokens.flatMap((token) => (token === sides ? opposed : [token]));
  const whole = noun ? undefined : countedOf(tokens);
  const [meant, ...rivals] = (whole ? actionsOf(whole) : undefined) ?? [];
  if (whole && meant?.kind === 'action' && rivals.length === 0)
    return tokens.map((token) => (token === whole ? meant : token));
  const field = noun ? undefined : (nameOfTasks(tokens) ?? ofField(fieldAsked(tokens), content));
  const [fields, ...other] = (field ? actionsOf(field) : undefined) ?? [];
  if (field && fields?.kind === 'action' && other.length === 0)
    return tokens.map((token) => (token === field ? fields : token));
  if (!noun) return withExcepted(tokens, (token) => actionsOf(token) ?? shownOf(token));
  let to = noun.kind === 'action' ? at + 1 : at;
  while (noun.kind !== 'action' && isCount(tokens[to - 1])) to -= 1;
  const from = namesFrom(tokens, to);
  const named = tokens.slice(from, to).map(actionsOf);
  const short = tokens.slice(from, to).some(({ kind }) => kind === 'words');
  if (!short || named.some((one) => one === undefined)) return tokens;
  const rest =
    noun.kind === 'action' ? tokens.slice(to) : [...tokens.slice(to, at + 1).map(asCount), ...tokens.slice(at + 1)];
  return [...tokens.slice(0, from), ...named.flatMap((one) => one ?? []), ...rest];
};

const isAction = (token: object): boolean => 'type' in token && token.type === 'action';
