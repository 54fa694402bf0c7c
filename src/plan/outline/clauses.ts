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

const kindOf = (node: Node, tasks: ReadonlySet<Node>): ClauseKind => {
  if ([node, ...above(node)].some((one) => tasks.has(one))) return 'measure';
  if (isHeading(node)) return 'heading';
  return purposeOf(node) ?? 'paragraph';
};

/** The clauses of a document's numbered parts: each node one, and one for each piece with marks of its own. */
export const nodeClauses = (
  nodes: readonly Node[],
  tasks: readonly TextTask[],
  marked: ReadonlyMap<Node, Marked>,
): readonly Clause[] => {
  const owners = new Set(tasks.filter(({ piece }) => piece === 0).map(({ node }) => node));
  const pieced = new Set(tasks.filter(({ piece }) => piece > 0).map(({ node }) => node));
  return nodes.flatMap((node): readonly Clause[] => {
    const { id, label } = node;
    if (!pieced.has(node)) {
      const lines = node.paragraphs.flatMap(({ lines }) => lines);
      return clauseOf({ id, label, kind: kindOf(node, owners) }, lines);
    }
    const { pieces = [], rest = [] } = marked.get(node) ?? {};
    const own = pieces.flatMap(({ lines }, at) =>
      clauseOf({ id: `${id}.s${at + 1}`, label: `${label}第${at + 1}段`, kind: 'measure' }, lines),
    );
    const kind = owners.has(node) ? 'measure' : rest.length > 1 ? 'paragraph' : 'heading';
    return [...clauseOf({ id, label, kind }, rest), ...own];
  });
};
