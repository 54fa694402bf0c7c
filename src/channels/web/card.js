/**
 * An answer as a card. Text from the server and from the asker becomes text nodes only: `append` and `textContent`.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {import('../../types.ts').Citation} Citation
 * @typedef {(question: string) => void} AskAgain
 */
import { copy } from './clipboard.js';
import { clauseHref, computedLines, LANGS, piecesOf, shownText, unitHref, WORDS } from './words.js';

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

/** A text in which the names of units lead to their pages, and addresses of files are links. */
const linked = (text, { words, reading: { plan, units } }) =>
  piecesOf(text, units).map((piece) => {
    if (piece.file) return element('a', { href: piece.file, class: 'file', download: '' }, words.file);
    if (piece.whole) return element('span', { class: 'whole-span' }, piece.text);
    return piece.unit ? element('a', { href: unitHref(plan, piece.unit), lang: 'zh-CN' }, piece.text) : piece.text;
  });

/** The way from a quote to its clause in the plan. */
const inPlace = (plan, { clause, label }, words) =>
  plan
    ? [
        ' · ',
        element('a', { href: clauseHref(plan, clause), 'aria-label': `${words.inPlace}：${label}` }, words.inPlace),
      ]
    : [];

/** A clause by its label, linked to its place in the plan. */
const placed = (plan, { clause, label }) =>
  plan
    ? element('a', { href: clauseHref(plan, clause), lang: 'zh-CN' }, label)
    : element('span', { lang: 'zh-CN' }, label);

/** @param {Citation} citation */
const source = ({ plan, clause, label, quote, lines }, at, { words, reading }) =>
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
    element('p', { class: 'lines' }, words.lines(lines), ...inPlace(reading.pagesOf(plan), { clause, label }, words)),
  );

/** The first sources, most important first, and the others folded away together. */
const sourceList = (citations, { words, reading }) => {
  const items = citations.map((citation, at) => source(citation, at, { words, reading }));
  if (items.length <= SOURCES_IN_SIGHT + 1) return listed(words.sources, items, 'sources');
  const rest = items.splice(SOURCES_IN_SIGHT).map((item) => element('li', {}, item));
  const summary = element('summary', {}, words.moreSources(rest.length));
  return listed(words.sources, [...items, element('details', {}, summary, element('ul', {}, ...rest))], 'sources');
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
const cardParts = (answer, askAgain, { words, reading }) => {
  const asks = (questions, label = (text) => text) =>
    questions.map((item, at) => button(label(item, at), () => askAgain(item.question ?? item)));
  return [
    element('p', { class: 'text' }, ...linked(shownText(answer), { words, reading })),
    ...computedLines(answer).map((line) => marked(words.computed, line, 'computed')),
    ...answer.notices.map(({ text }) => marked(words.notice, text, 'notice')),
    ...listed(
      words.choices,
      asks(answer.choices, ({ label }, at) => `${at + 1}. ${label}`),
      'options',
    ),
    ...listed(
      words.related,
      answer.related.map((related) => placed(reading.plan, related)),
      'related',
    ),
    ...sourceList(answer.citations, { words, reading }),
    ...listed(words.suggestions, asks(answer.suggestions), 'options small'),
    element('p', { class: 'tools' }, copyButton(answer.text, words)),
  ];
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
  return element('article', attributes, ...cardParts(answer, askAgain, { words, reading }));
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
