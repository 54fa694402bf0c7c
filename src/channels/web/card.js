/**
 * An answer as a card. Text from the server and from the asker becomes text nodes only: `append` and `textContent`.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {(question: string) => void} AskAgain
 */
import { answerTree } from './answer-tree.js';
import { copy } from './clipboard.js';
import { LANGS, WORDS } from './words.js';

const COPIED_MS = 2_000;

/**
 * An element with its attributes and children; strings become text nodes.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export const element = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

/** @param {string} label @param {() => void} act */
export const button = (label, act, className = '') => {
  const node = element('button', { type: 'button', class: className }, label);
  node.addEventListener('click', act);
  return node;
};

/** A tree of answer-tree.js as a node; a question that it offers as a button. */
const grown = (tree, askAgain) => {
  if (typeof tree === 'string') return tree;
  const [tag, attributes, ...children] = tree;
  if (tag === 'ask') return button(children[0], () => askAgain(attributes.question));
  return element(tag, attributes, ...children.map((child) => grown(child, askAgain)));
};

const copyButton = (text, words) => {
  const node = button(
    words.copy,
    async () => {
      if (!(await copy(text))) return;
      node.textContent = words.copied;
      setTimeout(() => {
        node.textContent = words.copy;
      }, COPIED_MS);
    },
    'quiet',
  );
  return node;
};

/**
 * @param {Answer} answer
 * @param {import('./client.js').Reading} reading where its plan is read
 * @param {AskAgain} askAgain asks one of the answer's choices or suggestions
 */
export const answerCard = (answer, reading, askAgain) => {
  const words = WORDS[answer.language] ?? WORDS['zh-Hans'];
  const attributes = {
    class: `card ${answer.status}`,
    lang: LANGS[answer.language] ?? 'zh-CN',
    'aria-label': words.answer,
  };
  const parts = answerTree(answer, reading).map((tree) => grown(tree, askAgain));
  return element('article', attributes, ...parts, element('p', { class: 'tools' }, copyButton(answer.text, words)));
};

/** Shown until the answer is there. */
export const waitingCard = () =>
  element('article', { class: 'card waiting' }, element('p', { class: 'text' }, '正在查找条款…'));

/** @param {import('./client.js').Failure} failure @param {() => void} retry */
export const failureCard = ({ message, retry: again }, retry) =>
  element(
    'article',
    { class: 'card failed', 'aria-label': '没有得到回答' },
    element('p', { class: 'text' }, message),
    ...(again ? [element('p', { class: 'tools' }, button('重试', retry))] : []),
  );
