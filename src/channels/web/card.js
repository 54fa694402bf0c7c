/**
 * An answer as a card. Text from the server and from the asker becomes text nodes only: `append` and `textContent`.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {import('../../types.ts').Citation} Citation
 * @typedef {(question: string) => void} AskAgain
 */
import { computedLines, LANGS, shownText, WORDS } from './words.js';

const COPIED_MS = 2_000;
/** A list of tasks cites a hundred clauses; so many are in sight. */
const SOURCES_IN_SIGHT = 4;

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

/** A headed list, or nothing when there is nothing in it. */
const listed = (heading, items, className) =>
  items.length === 0
    ? []
    : [
        element('p', { class: 'heading' }, heading),
        element('ul', { class: className }, ...items.map((item) => element('li', {}, item))),
      ];

const marked = (mark, text, className) =>
  element('p', { class: className }, element('strong', { class: 'mark' }, mark), element('span', {}, text));

/** @param {Citation} citation */
const source = ({ label, quote, lines }, at, words) =>
  element(
    'details',
    { class: 'source' },
    element(
      'summary',
      {},
      element('span', { class: 'number' }, `${at + 1}`),
      element('span', { lang: 'zh-CN' }, label),
    ),
    element('blockquote', { lang: 'zh-CN' }, quote),
    element('p', { class: 'lines' }, words.lines(lines)),
  );

/** The first sources, most important first, and the others folded away together. */
const sourceList = (citations, words) => {
  const items = citations.map((citation, at) => source(citation, at, words));
  if (items.length <= SOURCES_IN_SIGHT + 1) return listed(words.sources, items, 'sources');
  const rest = items.splice(SOURCES_IN_SIGHT).map((item) => element('li', {}, item));
  const summary = element('summary', {}, words.moreSources(rest.length));
  return listed(words.sources, [...items, element('details', {}, summary, element('ul', {}, ...rest))], 'sources');
};

/** The clipboard of a page served over plain HTTP, where `navigator.clipboard` does not exist. */
const copyBySelection = (text) => {
  const area = element('textarea', { class: 'unseen', readonly: '', 'aria-hidden': 'true' });
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  return done;
};

const copy = (text) => {
  if (!navigator.clipboard) return Promise.resolve(copyBySelection(text));
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
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

/** @param {Answer} answer @param {AskAgain} askAgain */
const cardParts = (answer, askAgain, words) => {
  const asks = (questions, label = (text) => text) =>
    questions.map((item, at) => button(label(item, at), () => askAgain(item.question ?? item)));
  return [
    element('p', { class: 'text' }, shownText(answer)),
    ...computedLines(answer).map((line) => marked(words.computed, line, 'computed')),
    ...answer.notices.map(({ text }) => marked(words.notice, text, 'notice')),
    ...listed(
      words.choices,
      asks(answer.choices, ({ label }, at) => `${at + 1}. ${label}`),
      'options',
    ),
    ...listed(
      words.related,
      answer.related.map(({ label }) => element('span', { lang: 'zh-CN' }, label)),
      'related',
    ),
    ...sourceList(answer.citations, words),
    ...listed(words.suggestions, asks(answer.suggestions), 'options small'),
    element('p', { class: 'tools' }, copyButton(answer.text, words)),
  ];
};

/**
 * @param {Answer} answer
 * @param {AskAgain} askAgain asks one of the answer's choices or suggestions
 */
export const answerCard = (answer, askAgain) => {
  const words = WORDS[answer.language] ?? WORDS['zh-Hans'];
  const attributes = {
    class: `card ${answer.status}`,
    lang: LANGS[answer.language] ?? 'zh-CN',
    'aria-label': words.answer,
  };
  return element('article', attributes, ...cardParts(answer, askAgain, words));
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
