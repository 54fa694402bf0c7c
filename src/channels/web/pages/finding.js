/** Finding as one types: what is on the page is filtered, counted and marked. The rule is find.js. */
import { fold, isFound, rangesOf, termsOf } from './find.js';

/** So many that have the words as they were typed may be too few. */
const FEW = 12;

const form = document.querySelector('[data-find]');
const box = form?.querySelector('input');
const output = form?.querySelector('output');
const link = form?.querySelector('.ask-this');

/** Every clause with its pieces, as they stand before anything is marked. */
const read = () =>
  [...document.querySelectorAll('[data-clause]')].map((node) => {
    const label = node.querySelector('.label');
    const words = [...node.querySelectorAll('.words')].filter((piece) => piece.closest('[data-clause]') === node);
    const parts = [label.querySelector('a'), ...words];
    return { node, parts, pieces: parts.map((part) => fold(part.textContent).folded) };
  });

const textNodes = (part) => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};

/** Puts a mark around the letters [from, to) of one text node. */
const markIn = (node, from, to) => {
  const found = node.splitText(from);
  found.splitText(to - from);
  const mark = document.createElement('mark');
  found.replaceWith(mark);
  mark.append(found);
};

/** A range may run over links: each text node gets its share, from the end, so that earlier places stay true. */
const mark = (part, terms) => {
  const nodes = textNodes(part);
  const ranges = rangesOf(nodes.map(({ data }) => data).join(''), terms);
  let end = nodes.reduce((sum, { length }) => sum + length, 0);
  for (const node of nodes.toReversed()) {
    const start = end - node.length;
    for (const [from, to] of ranges.toReversed())
      if (from < end && to > start) markIn(node, Math.max(from, start) - start, Math.min(to, end) - start);
    end = start;
  }
};

const unmark = () => {
  for (const node of document.querySelectorAll('[data-clause] mark')) {
    const parent = node.parentNode;
    node.replaceWith(...node.childNodes);
    parent.normalize();
  }
};

const holdsFound = (node) => node.matches('[data-found]') || node.querySelector('[data-found]') !== null;

/** Shows what was found and nothing else; everything where nothing is looked for. */
const display = (clauses, found, terms) => {
  const asked = box.value.trim() !== '' && terms.length > 0;
  unmark();
  for (const { node } of clauses) delete node.dataset.found;
  for (const { node, parts } of found) {
    node.dataset.found = '';
    for (const part of parts) mark(part, terms);
  }
  for (const node of document.querySelectorAll('[data-entry], [data-section]'))
    node.hidden = asked && !holdsFound(node);
  document.body.classList.toggle('finding', asked);
};

const say = (words, nothing) => {
  output.textContent = words;
  if (!link) return;
  link.hidden = !nothing;
  link.href = link.dataset.ask.replace(link.dataset.here, encodeURIComponent(box.value.trim()));
};

/** What the chat reads in the words, which only the server knows. @returns {Promise<{ ids, marks, read } | undefined>} */
const readByServer = async (asked) => {
  try {
    const response = await fetch(
      `${window.location.pathname.replace(/\/$/, '')}/find.json?${new URLSearchParams({ q: asked })}`,
    );
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
};

/** What the chat reads in the words is found besides the few, or none, that have them as they were typed. */
const readOn = async (clauses, asked, typed) => {
  const answer = await readByServer(asked);
  if (box.value !== asked) return; // typed on meanwhile
  const found = clauses.filter(({ node }) => answer?.ids.includes(node.id));
  if (found.length <= typed) return say(typed > 0 ? `${typed} 条` : '没有这样的条款', typed === 0);
  display(clauses, found, answer.marks);
  if (answer.nearest) return say(`没有这样的条款，最接近的 ${found.length} 条`, true);
  const read = fold(answer.read).folded === fold(asked).folded ? '' : `读作“${answer.read}”`;
  if (typed > 0) return say(`${typed} 条，${read || '按名称'}另有 ${found.length - typed} 条`, false);
  say(`${found.length} 条${read && `（${read}）`}`, false);
};

/** The address says what is looked for, so that it can be handed on. */
const keepInAddress = () => {
  const { pathname, hash } = window.location;
  const asked = box.value.trim();
  const query = asked === '' ? '' : `?${new URLSearchParams({ q: asked })}`;
  window.history.replaceState(window.history.state, '', `${pathname}${query}${hash}`);
};

const filter = (clauses) => {
  const terms = termsOf(box.value);
  const found = terms.length > 0 ? clauses.filter(({ pieces }) => isFound(pieces, terms)) : [];
  display(clauses, found, terms);
  keepInAddress();
  if (terms.length === 0) return say('', false);
  if (found.length > FEW) return say(`${found.length} 条`, false);
  say(found.length > 0 ? `${found.length} 条，正在查找…` : '正在查找…', false);
  void readOn(clauses, box.value, found.length);
};

const clear = (clauses) => {
  box.value = '';
  filter(clauses);
};

/** A link into the page leads to its clause, found or not. */
const showTarget = (clauses) => {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target?.matches('[data-clause]') || box.value === '') return;
  clear(clauses);
  target.scrollIntoView();
};

const isTyping = ({ target }) => target.closest('input, textarea, select') !== null;

const onKey = (event, clauses) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/' && !isTyping(event)) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === 'Escape' && box.value !== '') {
    event.preventDefault();
    clear(clauses);
    box.focus();
  }
};

/** Enter leads to the first clause that was found. */
const toFirst = (event) => {
  event.preventDefault();
  const first = document.querySelector('[data-found]');
  first?.querySelector('.label a').focus({ preventScroll: true });
  first?.scrollIntoView();
};

export const startFinding = () => {
  if (!form) return;
  const clauses = read();
  box.setAttribute('aria-keyshortcuts', '/');
  form.classList.add('live');
  box.addEventListener('input', () => filter(clauses));
  form.addEventListener('submit', toFirst);
  document.addEventListener('keydown', (event) => onKey(event, clauses));
  window.addEventListener('hashchange', () => showTarget(clauses));
  if (box.value !== '') filter(clauses);
};
