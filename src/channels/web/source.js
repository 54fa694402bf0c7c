/**
 * A source beside the chat: at the side of a wide window, as a drawer on a phone. It is the clause's own page, without the
 * page around it. Back, Escape and the button close it; the reader is then where he was.
 */
import { button, element } from './card.js';

const CLAUSE = /^\/plans\/([^/#]+)#(.+)$/;

const wide = window.matchMedia('(min-width: 1000px)');
const title = element('h2', { id: 'source-title', tabindex: '-1' });
const body = element('div', { class: 'source-body' });
const panel = element('dialog', { class: 'source-panel', 'aria-labelledby': 'source-title' });

/** What led to the source, to which the focus returns. */
let opener;

/** @param {string} href where the clause stands in the plan: /plans/某计划#annex.21 */
const pageOf = (href) => {
  const [, plan, clause] = CLAUSE.exec(href) ?? [];
  return { page: `/plans/${plan}`, clause: decodeURIComponent(clause), part: `/plans/${plan}/clauses/${clause}` };
};

/** The clause as the plan's pages show it; its own links lead there. */
const read = async (href) => {
  const { page, clause, part } = pageOf(href);
  const response = await fetch(part);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const read = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = read.querySelector('[data-source]');
  for (const link of found.querySelectorAll('a[href^="#"]'))
    link.setAttribute('href', `${page}${link.getAttribute('href')}`);
  for (const node of found.querySelectorAll('[id]')) {
    node.classList.toggle('pointed', node.id === clause);
    node.removeAttribute('id');
  }
  return { name: read.querySelector('h1').textContent, found, href };
};

/** Does something that moves the text about, and leaves a node where the reader sees it. */
const holding = (node, change) => {
  const before = node?.getBoundingClientRect().top ?? 0;
  change();
  if (node?.isConnected) window.scrollBy(0, node.getBoundingClientRect().top - before);
};

const fill = ({ name, found, href }) => {
  title.textContent = name;
  const whole = element('a', { href, class: 'whole' }, '在全文中查看');
  body.replaceChildren(...found.childNodes, element('p', {}, whole));
  body.scrollTop = 0;
};

/** Beside the chat where there is room; else above it, and the chat waits. */
const open = () => {
  if (panel.open) return;
  holding(opener, () => {
    if (wide.matches) panel.show();
    else panel.showModal();
    document.body.classList.toggle('beside-source', wide.matches);
  });
};

const shut = () => {
  if (!panel.open) return;
  holding(opener, () => {
    panel.close();
    document.body.classList.remove('beside-source');
  });
  if (opener?.isConnected) opener.focus({ preventScroll: true });
};

/** Shows a source; one that comes after the reader went back, or on to another, stays away. */
const show = async (href) => {
  const isWanted = () => window.history.state?.source === href;
  try {
    const source = await read(href);
    if (!isWanted()) return;
    fill(source);
    open();
    title.focus({ preventScroll: true });
    body.querySelector('.pointed')?.scrollIntoView({ block: 'nearest' });
  } catch {
    if (isWanted()) window.location.assign(href); // the plan's page says what is wrong
  }
};

const isPlain = ({ button: pressed, ctrlKey, metaKey, shiftKey, altKey }) =>
  pressed === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

const onLink = (event) => {
  const link = event.target.closest('a[href^="/plans/"]');
  const href = link?.getAttribute('href') ?? '';
  if (!CLAUSE.test(href) || !isPlain(event) || link.matches('.whole')) return;
  event.preventDefault();
  if (!panel.contains(link)) opener = link;
  const state = { source: href };
  if (panel.open) window.history.replaceState(state, '');
  else window.history.pushState(state, '');
  void show(href);
};

const back = () => window.history.back();

const follow = ({ state }) => {
  if (state?.source) void show(state.source);
  else shut();
};

/** @param {HTMLElement} log whose links to clauses open beside it */
export const startSources = (log) => {
  const close = button('关闭', back, 'quiet');
  panel.append(element('div', { class: 'source-head' }, title, close), body);
  document.body.append(panel);
  log.addEventListener('click', onLink);
  panel.addEventListener('click', (event) => {
    if (event.target === panel)
      back(); // beside the drawer
    else onLink(event);
  });
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    back();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !panel.open || !wide.matches) return;
    event.preventDefault();
    back();
  });
  window.addEventListener('popstate', follow);
  wide.addEventListener('change', () => {
    if (!panel.open) return;
    panel.close();
    open();
  });
  if (window.history.state?.source) void show(window.history.state.source);
};
