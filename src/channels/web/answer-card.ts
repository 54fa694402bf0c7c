import type { Answer } from '../../types.ts';
import { answerTree, type Tree } from './answer-tree.js';
import { escapeHtml, type Html, html, trusted } from './html.ts';
import { LANGS, WORDS } from './words.js';

/** What a card on a page of its own leads to. */
export interface CardLinks {
  /** The plan whose pages the names of units and clauses lead to, where there is one. */
  readonly plan: string | undefined;
  readonly units: readonly string[];
  /** The page that answers a question after the one on this page. */
  readonly ask: (question: string) => string;
}

/** Tags and attributes of ours. */
const NAME = /^[a-z][a-z-]*$/;

const written = (tree: Tree, links: CardLinks): string => {
  if (typeof tree === 'string') return escapeHtml(tree);
  const [tag, attributes, ...children] = tree;
  const inside = children.map((child) => written(child, links)).join('');
  if (tag === 'ask') return `<a href="${escapeHtml(links.ask(attributes.question ?? ''))}">${inside}</a>`;
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  if (![tag, ...Object.keys(attributes)].every((name) => NAME.test(name))) throw new Error(`no name of HTML: ${tag}`);
  return `<${tag}${given.join('')}>${inside}</${tag}>`;
};

/** An answer as a card that needs no script: the same tree as the script's. */
export const answerCardOf = (answer: Answer, links: CardLinks): Html => {
  const words = WORDS[answer.language];
  const trees = answerTree(answer, { plan: links.plan, units: links.units, pagesOf: (plan) => plan });
  return html`
<article class="card ${answer.status}" lang="${LANGS[answer.language]}" aria-label="${words.answer}">
${trees.map((tree) => trusted(written(tree, links)))}
</article>`;
};
