/**
 * What a script adds to the reading pages: the outline open where there is room, a button that copies a clause's
 * address, and finding as one types. Every page works without it.
 */
import { fetchAhead } from './ahead.js';
import { copy } from './clipboard.js';
import { startFinding } from './finding.js';

const COPIED_MS = 2_000;

const outline = document.querySelector('.outline');
const roomy = window.matchMedia('(min-width: 1000px)');

const setOutline = () => {
  if (outline) outline.open = roomy.matches;
};

/** On a phone the outline folds away again once it has led somewhere. */
const foldOutline = (event) => {
  if (!roomy.matches && event.target.closest('a')) outline.open = false;
};

const say = (button, words) => {
  button.textContent = words;
  setTimeout(() => {
    button.textContent = '复制链接';
  }, COPIED_MS);
};

const addCopyButton = (clause) => {
  const label = clause.querySelector('.label');
  if (!label) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-link';
  button.textContent = '复制链接';
  button.setAttribute('aria-label', `复制链接：${label.textContent.trim()}`);
  button.addEventListener('click', async () => {
    const { origin, pathname } = window.location;
    const address = `${origin}${pathname}${new URL(label.querySelector('a').href).hash}`;
    say(button, (await copy(address)) ? '已复制' : '没有复制成');
  });
  label.append(button);
};

/** 目录 at the foot of the window opens it. */
const openOutline = () => {
  outline.open = true;
};

setOutline();
roomy.addEventListener('change', setOutline);
outline?.addEventListener('click', foldOutline);
document.querySelector('.pinned [href="#outline"]')?.addEventListener('click', openOutline);
startFinding();
for (const clause of document.querySelectorAll('[data-clause]')) addCopyButton(clause);
fetchAhead();
