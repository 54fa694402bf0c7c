/**
 * The chat page: the box, the keys, the log. The answer's card is card.js, what readers say of it
 * feedback.js, the server client.js, what the tab remembers kept.js, the wording words.js.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 */
import { fetchAhead } from './ahead.js';
import { answerCard, element, failureCard, waitingCard } from './card.js';
import { ask, judge, readingOf } from './client.js';
import { addFeedback } from './feedback.js';
import { conversation, keepPlace, keepTurn, keptPlace, keptTurns, newConversation } from './kept.js';
import { startSources } from './source.js';
import { dayIn, historyFor, questionFor } from './words.js';

const [form, box, send, log, restart] = ['form', 'question', 'send', 'log', 'restart'].map((id) =>
  document.getElementById(id),
);
const finePointer = window.matchMedia('(hover: hover) and (pointer: fine)').matches;
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Longer than any question that a page hands over. */
const LONGEST_HANDED_OVER = 200;

let conversationId = conversation();
/** @type {AbortController | undefined} the question under way */
let underWay;
/** @type {Answer | undefined} */
let lastAnswer;
let lastQuestion = '';
/** @type {{ turn: HTMLElement, question: string } | undefined} */
let failed;
/** @type {{ question: string, at?: number }[]} the questions of this conversation that were answered, oldest first */
let asked = [];

const grow = () => {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
};

const fill = (text) => {
  box.value = text;
  grow();
};

/** On a phone the keyboard would cover the answer, so the box is left alone there. */
const focusBox = () => {
  if (finePointer) box.focus({ preventScroll: true });
};

const put = (turn, card) => turn.lastElementChild.replaceWith(card);

const show = (turn, card) => {
  put(turn, card);
  turn.scrollIntoView({ block: 'start', behavior: calm.matches ? 'auto' : 'smooth' });
};

const setBusy = (controller) => {
  underWay = controller;
  log.setAttribute('aria-busy', `${Boolean(controller)}`);
  send.setAttribute('aria-disabled', `${Boolean(controller)}`);
};

const addTurn = (question, at = Date.now()) => {
  const asked = element('p', { class: 'asked-on' }, dayIn(at));
  const turn = element(
    'section',
    { class: 'turn' },
    asked,
    element('p', { class: 'bubble' }, question),
    element('div', {}),
  );
  log.append(turn);
  restart.hidden = false;
  return turn;
};

/** The card of an answer; what asks back is no answer yet, and is not judged. */
const judgedCard = ({ question, answer, at }, reading) => {
  const card = answerCard(answer, reading, begin);
  if (answer.status === 'clarify') return card;
  const [history, reader] = [historyFor(asked, at), conversationId];
  addFeedback(card, answer, (judgement) => judge({ question, history, ...judgement, reader }));
  return card;
};

/** Its card, once it is remembered as the last one that was answered. */
const cardOf = (turn, reading) => {
  const { question, answer, at } = turn;
  lastAnswer = answer;
  lastQuestion = question;
  const card = judgedCard(turn, reading);
  asked.push({ question, at });
  return card;
};

const notAnswered = (turn, question, failure) => {
  failed = { turn, question };
  if (box.value.trim() === '') fill(question);
  show(
    turn,
    failureCard(failure, () => begin(question)),
  );
};

const settle = (turn, question, { outcome, reading }) => {
  if ('failure' in outcome) return notAnswered(turn, question, outcome.failure);
  const kept = { question, answer: outcome.answer, at: Date.now() };
  show(turn, cardOf(kept, reading));
  keepTurn(kept);
};

const run = async (turn, question) => {
  const controller = new AbortController();
  setBusy(controller);
  show(turn, waitingCard());
  const outcome = await ask({ question, conversation: conversationId }, controller);
  const reading = 'failure' in outcome ? undefined : await readingOf(outcome.answer);
  // A new conversation was begun meanwhile.
  if (underWay !== controller) return;
  try {
    settle(turn, question, { outcome, reading });
  } finally {
    setBusy(undefined);
  }
};

/** Asks a question, in place of the same one that failed just before. */
const begin = (question) => {
  if (underWay) return;
  if (failed?.question === question) failed.turn.remove();
  failed = undefined;
  lastQuestion = question;
  if (box.value.trim() === question) fill('');
  focusBox();
  run(addTurn(question), question);
};

const submit = async () => {
  await restored; // a question comes after those before it
  const question = questionFor(box.value, lastAnswer);
  if (underWay || question === '') return box.focus();
  fill('');
  begin(question);
};

/** Enter that ends the composing of Chinese characters is no Enter; Safari says so by key code 229 only. */
const composing = (event) => event.isComposing || event.keyCode === 229;

const onKey = (event) => {
  if (composing(event)) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    submit();
  }
  if (event.key === 'ArrowUp' && box.value === '' && lastQuestion) {
    event.preventDefault();
    fill(lastQuestion);
  }
};

const startOver = () => {
  underWay?.abort();
  setBusy(undefined);
  [lastAnswer, failed, lastQuestion, asked] = [undefined, undefined, '', []];
  conversationId = newConversation();
  log.replaceChildren();
  restart.hidden = true;
  window.scrollTo(0, 0);
  box.focus();
};

/** The first turn in the window and where it stands, and what is unfolded: heights before it may be others next time. */
const place = () => {
  const turns = [...document.querySelectorAll('.turn')];
  const turn = turns.findIndex((node) => node.getBoundingClientRect().bottom > 0);
  const open = [...log.querySelectorAll('details')].flatMap((node, at) => (node.open ? [at] : []));
  return { turn, offset: turns[turn]?.getBoundingClientRect().top ?? 0, open };
};

/** Where the reader was when the page was left; else the last turn. */
const toPlace = () => {
  const kept = keptPlace();
  const details = log.querySelectorAll('details');
  for (const at of kept?.open ?? []) if (details[at]) details[at].open = true;
  const turn = document.querySelectorAll('.turn')[kept?.turn ?? -1] ?? log.lastElementChild;
  turn.scrollIntoView({ block: 'start' });
  if (kept) window.scrollBy(0, turn.getBoundingClientRect().top - kept.offset);
};

/** All that is kept, drawn at once. */
const restore = async () => {
  try {
    const { turns, lost } = keptTurns();
    const readings = await Promise.all(turns.map(({ answer }) => readingOf(answer)));
    if (lost > 0)
      log.append(element('p', { class: 'lost' }, `更早的 ${lost} 问没有保留，下面是最近的 ${turns.length} 问。`));
    turns.forEach((turn, at) => {
      put(addTurn(turn.question, turn.at), cardOf(turn, readings[at]));
    });
    if (turns.length > 0) toPlace();
  } catch {
    startOver();
  }
};

form.noValidate = true; // an empty box is only looked at
form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener('keydown', onKey);
box.addEventListener('input', grow);
restart.addEventListener('click', startOver);
for (const example of document.querySelectorAll('.welcome .options a'))
  example.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // in a window of its own
    event.preventDefault();
    void restored.then(() => begin(example.textContent));
  });

/** A question handed over in the address stands in the box, to be sent or changed; a reload does not bring it back. */
const takeHandedOver = () => {
  const question = new URLSearchParams(window.location.search).get('q')?.slice(0, LONGEST_HANDED_OVER);
  if (!question) return;
  fill(question);
  window.history.replaceState(null, '', window.location.pathname);
};

window.history.scrollRestoration = 'manual';
window.addEventListener('pagehide', () => keepPlace(place()));
const restored = restore();
takeHandedOver();
await restored;
startSources(log);
focusBox();
fetchAhead();
