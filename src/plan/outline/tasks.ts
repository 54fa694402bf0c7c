import { isOffice, readNameList } from '../marks/names.ts';
import type { ReadMark } from '../marks/read-mark.ts';
import type { PlanShape } from '../schema.ts';
import { type Marked, readMarked } from './pieces.ts';
import { above, type Node, withChildren } from './tree.ts';

/** A task as it stands in the text. */
export interface TextTask {
  readonly id: string;
  readonly title: string;
  /** Verbatim, without number, title and the bracket that closes it. */
  readonly text: string;
  readonly marks: readonly ReadMark[];
  readonly node: Node;
  /** Which piece of its node, from 1; 0 for the whole node. */
  readonly piece: number;
}

const GUIDING = /指导思想|总体要求|总体思路|发展思路|基本原则|基本思路|工作原则|总体目标|重要意义/;
const GOALS = /目标/;
const SAFEGUARDS = /保障|组织领导|组织实施|工作要求|加强领导|有关要求|组织落实/;
const TASKS = /任务|举措|措施|行动|重点|政策|内容|工程/;
const CLOSING = /附则|^其他/;
/** Share of the numbers of one level that have marks, from which on the others are tasks too. */
const MOST = 0.5;
const LONGEST_PIECE_TITLE = 56;

/** What a part of the outline is for, by its heading and those above. */
export const purposeOf = (node: Node): 'guiding' | 'goal' | 'safeguard' | undefined => {
  const titles = [node, ...above(node)].map(({ title }) => title);
  if (titles.some((title) => GOALS.test(title) && title.length < 16)) return 'goal';
  if (titles.some((title) => GUIDING.test(title) && title.length < 16)) return 'guiding';
  return SAFEGUARDS.test(titles.at(-1) ?? '') ? 'safeguard' : undefined;
};

const partOf = (node: Node): Node => above(node).at(-1) ?? node;

const pieceTitle = (text: string): string => {
  const [first = text] = /^.{4,}?(?=[，。；：,;])/s.exec(text) ?? [];
  return first.length <= LONGEST_PIECE_TITLE ? first : first.slice(0, LONGEST_PIECE_TITLE);
};

const bodyOf = (node: Node): string => {
  const [first, ...others] = node.paragraphs.map(({ text }) => text);
  const after = (first ?? '').slice((first ?? '').indexOf(node.title) + node.title.length).replace(/^[。，；：]/, '');
  return [after, ...others, ...node.children.flatMap((child) => [textOf(child)])]
    .filter((text) => text !== '')
    .join('\n');
};

const textOf = (node: Node): string =>
  withChildren(node)
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join('\n');

/** The closing bracket is no part of what is to be done. */
const withoutMark = (text: string, marks: readonly ReadMark[]): string => {
  const last = marks.at(-1)?.printed;
  const at = last === undefined ? -1 : text.lastIndexOf(last);
  const closes = at > 0 && /^[）)]?。?$/.test(text.slice(at + (last?.length ?? 0)).trim());
  return closes
    ? text
        .slice(0, at)
        .replace(/[（(]\s*$/, '')
        .trim()
    : text;
};

const wholeTask = (node: Node, marks: readonly ReadMark[]): TextTask => {
  const text = withoutMark(bodyOf(node), marks);
  return { id: node.id, title: node.title, text: text === '' ? node.title : text, marks, node, piece: 0 };
};

const NUMBER_BEFORE = /^[（(]?[\d一二三四五六七八九十]+[）)、.．]+\s*/;

const pieceTasks = (node: Node, { pieces }: Marked): readonly TextTask[] =>
  pieces.map(({ text, marks }, at) => ({
    id: `${node.id}.s${at + 1}`,
    title: pieceTitle(text.replace(NUMBER_BEFORE, '')),
    text,
    marks,
    node,
    piece: at + 1,
  }));

const isOffices = ({ title }: Node): boolean => {
  const { names } = readNameList(title);
  return names.length > 0 && names.every(isOffice);
};

/** 省教育厅 as a heading beside others of its sort: who it names does what stands under it. */
const headingMark = (node: Node, nodes: readonly Node[]): ReadMark | undefined => {
  const beside = nodes.filter(({ parent, rank }) => parent === node.parent && rank === node.rank);
  if (beside.length < 2 || !beside.every(isOffices)) return undefined;
  const { names } = readNameList(node.title);
  return { printed: node.title, parties: [{ role: 'responsible', said: '', names }], fields: [], states: {} };
};

/** Numbers of a level at which most have marks, that have none themselves: tasks without units. */
const unmarkedBeside = (nodes: readonly Node[], owners: ReadonlySet<Node>): readonly Node[] => {
  const near = (node: Node) =>
    above(node).some((one) => owners.has(one)) || withChildren(node).some((one) => owners.has(one));
  const parts = new Set([...owners].map(partOf));
  return [...parts].flatMap((part) => {
    const own = nodes.filter((node) => partOf(node) === part && node !== part);
    return (['section', 'point', 'item'] as const).flatMap((rank) => {
      const level = own.filter((node) => node.rank === rank);
      const marked = level.filter((node) => owners.has(node));
      return marked.length < level.length * MOST
        ? []
        : level.filter((node) => !near(node) && purposeOf(node) === undefined);
    });
  });
};

const isLeaf = ({ children, rank }: Node): boolean => rank !== 'box' && children.every((child) => child.rank === 'box');

/**
 * Parts that speak of tasks, and in which nobody is named: their lowest numbers are the tasks; those of any part, where
 * units stand nowhere but in what safeguards the plan.
 */
const leavesOf = (nodes: readonly Node[], owners: ReadonlySet<Node>): readonly Node[] => {
  const parts = nodes.filter(({ parent }) => parent === undefined);
  const free = parts.filter(
    (part) => !withChildren(part).some((one) => owners.has(one)) && !purposeOf(part) && !CLOSING.test(part.title),
  );
  const named = free.filter(({ title }) => TASKS.test(title));
  const elsewhere = [...owners].every((node) => purposeOf(partOf(node)) === 'safeguard');
  const own = named.length > 0 ? named : elsewhere ? free : [];
  return own
    .flatMap((part) =>
      withChildren(part).filter((node) => isLeaf(node) && above(node).every(({ rank }) => rank !== 'box')),
    )
    .filter((node) => node.parent !== undefined && purposeOf(node) === undefined);
};

/** The same number again and again in one place: cells of a table that lost their rows. */
const hasLostTable = (nodes: readonly Node[]): boolean => nodes.filter(({ id }) => /-\d+$/.test(id)).length > 5;

const atLevel = (nodes: readonly Node[], level: string, marked: ReadonlyMap<Node, Marked>): readonly TextTask[] => {
  const all = (node: Node) => {
    const { whole = [], pieces = [] } = marked.get(node) ?? {};
    return [...whole, ...pieces.flatMap(({ marks }) => marks)];
  };
  return nodes
    .filter((node) => node.rank === level && purposeOf(node) === undefined)
    .map((node) => {
      const own = withChildren(node).flatMap(all);
      return wholeTask(
        node,
        own.length > 0
          ? own
          : (above(node)
              .map(all)
              .find((list) => list.length > 0) ?? []),
      );
    });
};

/** The tasks of one document, and the marks of each of its nodes. */
export interface TasksFound {
  readonly tasks: readonly TextTask[];
  readonly marked: ReadonlyMap<Node, Marked>;
}

/** Finds the tasks where the units stand, or at the level that `plan.json` names. */
export const findTasks = (nodes: readonly Node[], shape: Pick<PlanShape, 'tasks'>): TasksFound => {
  const marked = new Map(nodes.map((node) => [node, readMarked(node)]));
  if (shape.tasks) return { tasks: atLevel(nodes, shape.tasks.level, marked), marked };
  const owners = new Set(
    [...marked].filter(([, { whole, pieces }]) => whole.length + pieces.length > 0).map(([node]) => node),
  );
  const headed = nodes.filter((node) => !withChildren(node).some((one) => owners.has(one)) && headingMark(node, nodes));
  for (const node of headed) owners.add(node);
  const leaves = hasLostTable(nodes) ? [] : leavesOf(nodes, owners);
  const plain = new Set([...unmarkedBeside(nodes, owners), ...leaves]);
  const tasks = nodes.flatMap((node): readonly TextTask[] => {
    const own = marked.get(node);
    if (!owners.has(node)) return plain.has(node) ? [wholeTask(node, [])] : [];
    const mark = headed.includes(node) ? headingMark(node, nodes) : undefined;
    if (mark)
      return node.children.length > 0 ? node.children.map((one) => wholeTask(one, [mark])) : [wholeTask(node, [mark])];
    return [
      ...(own && own.whole.length > 0 ? [wholeTask(node, own.whole)] : []),
      ...(own ? pieceTasks(node, own) : []),
    ];
  });
  return { tasks, marked };
};
