import type { Clause, ClauseKind, SourceLine } from '../../types.ts';
import type { Marked } from './pieces.ts';
import { purposeOf, type TextTask } from './tasks.ts';
import { above, type Node } from './tree.ts';

const textOf = (lines: readonly SourceLine[]): string => lines.map(({ text }) => text.trim()).join('\n');

/** Returns a clause of some source lines; none where there are none. */
export const clauseOf = (
  place: Pick<Clause, 'id' | 'kind' | 'label'>,
  source: readonly SourceLine[],
): readonly Clause[] => (source.length > 0 ? [{ ...place, text: textOf(source), source }] : []);

/** A heading says nothing but its title. */
const isHeading = ({ paragraphs, title, children }: Node): boolean => {
  const [first] = paragraphs;
  const rest = (first?.text ?? '').slice((first?.text ?? '').indexOf(title) + title.length).trim();
  return paragraphs.length === 1 && rest.length <= 1 && (children.length > 0 || title.length < 16);
};

const kindOf = (node: Node, tasks: ReadonlySet<Node>, over: ReadonlySet<Node>): ClauseKind => {
  if ([node, ...above(node)].some((one) => tasks.has(one))) return 'measure';
  if (isHeading(node)) return 'heading';
  const purpose = purposeOf(node);
  const ofTasks = purpose === 'goal' && node.parent !== undefined && over.has(node.parent);
  return ofTasks ? 'action-goal' : (purpose ?? 'paragraph');
};

const DASH = /^[—―]{2}/;

/** The —— paragraphs of a node are clauses of their own where it has no numbers below. */
const dashClauses = ({ id, label, paragraphs, children }: Node, kind: ClauseKind): readonly Clause[] | undefined => {
  const dashes = paragraphs.filter(({ text }) => DASH.test(text));
  if (dashes.length < 2 || kind === 'measure') return undefined;
  const rest = paragraphs.filter(({ text }) => !DASH.test(text)).flatMap(({ lines }) => lines);
  const mark = children.length > 0 ? 'd' : '';
  return [
    ...clauseOf({ id, label, kind: rest.length > 1 ? kind : 'heading' }, rest),
    ...dashes.flatMap(({ lines }, at) =>
      clauseOf({ id: `${id}.${mark}${at + 1}`, label: `${label}第${at + 1}段`, kind }, lines),
    ),
  ];
};

/** The clauses of a document's numbered parts: each node one, and one for each piece with marks of its own. */
export const nodeClauses = (
  nodes: readonly Node[],
  tasks: readonly TextTask[],
  marked: ReadonlyMap<Node, Marked>,
): readonly Clause[] => {
  const owners = new Set(tasks.filter(({ piece }) => piece === 0).map(({ node }) => node));
  const pieced = new Set(tasks.filter(({ piece }) => piece > 0).map(({ node }) => node));
  const over = new Set(tasks.flatMap(({ node }) => above(node)).filter(({ parent }) => parent !== undefined));
  return nodes.flatMap((node): readonly Clause[] => {
    const { id, label } = node;
    if (!pieced.has(node)) {
      const lines = node.paragraphs.flatMap(({ lines }) => lines);
      const kind = kindOf(node, owners, over);
      return dashClauses(node, kind) ?? clauseOf({ id, label, kind }, lines);
    }
    const { pieces = [], rest = [] } = marked.get(node) ?? {};
    const own = pieces.flatMap(({ lines }, at) =>
      clauseOf({ id: `${id}.s${at + 1}`, label: `${label}第${at + 1}段`, kind: 'measure' }, lines),
    );
    const kind = owners.has(node) ? 'measure' : rest.length > 1 ? 'paragraph' : 'heading';
    return [...clauseOf({ id, label, kind }, rest), ...own];
  });
};
