/**
 * 有用 and 有误 under an answer: two buttons beside 复制. 有误 asks by choices what is wrong; a line says what became of it.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {'topic' | 'units' | 'figures' | 'other'} About
 * @typedef {{ verdict: 'useful' | 'wrong', about?: About, meant?: string, reason?: string }} Judgement
 * @typedef {{ others: readonly { id: string, label: string }[] }} Noted
 */
import { button, element } from './card.js';
import { WORDS } from './words.js';

/** As many as the server takes. */
const LONGEST_REASON = 200;

let fields = 0;

/**
 * The field for the reason, with its label and button. It is made when it is asked for: browsers look through all that can
 * be filled in whenever a page changes, and a form a turn makes that slow.
 */
const reasonForm = (words) => {
  fields += 1;
  const id = `reason-${fields}`;
  const input = element('input', { id, type: 'text', maxlength: `${LONGEST_REASON}`, autocomplete: 'off' });
  input.addEventListener('keydown', (event) => {
    // Enter that ends the composing of characters sends nothing; Safari says so by key code 229 only.
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  const send = element('button', { type: 'submit' }, words.send);
  const form = element('form', { class: 'reason' }, element('label', { for: id }, words.reason), input, send);
  return { form, input };
};

const press = (chosen, other) => {
  chosen.setAttribute('aria-pressed', 'true');
  other.setAttribute('aria-pressed', 'false');
};

/** The parts as they stand before anything is pressed. */
const partsOf = (words) => {
  const [useful, wrong] = [words.useful, words.wrong].map((label) => button(label, () => {}, 'quiet'));
  for (const node of [useful, wrong]) node.setAttribute('aria-pressed', 'false');
  wrong.setAttribute('aria-expanded', 'false');
  const group = element('span', { class: 'judge', role: 'group', 'aria-label': words.judge }, useful, wrong);
  const choices = element('div', { class: 'why', role: 'group' });
  const panel = element('div', { hidden: '' }, choices);
  const said = element('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
  return { useful, wrong, group, choices, panel, said };
};

/** A question with a button for each of its answers; the first is where the keys are. */
const offer = ({ choices }, question, answers) => {
  choices.setAttribute('aria-label', question);
  choices.replaceChildren(
    element('p', {}, question),
    ...answers.map(({ label, choose }) => button(label, choose, 'choice-of-why')),
  );
  choices.querySelector('button').focus();
};

/** Opens or closes what is asked; what was written in the field stays. */
const unfold = ({ panel, choices, wrong }, open) => {
  const inside = panel.contains(document.activeElement);
  panel.hidden = !open;
  const form = choices.nextElementSibling;
  if (form) form.hidden = true;
  wrong.setAttribute('aria-expanded', `${open}`);
  if (!open && inside) wrong.focus();
};

/** Sends one judgement at a time, and says how that ended; what was noted, or nothing. */
const sender = ({ group, said, panel, useful, wrong }, judge, words) => {
  let sending = false;
  return async (judgement) => {
    if (sending) return undefined;
    sending = true;
    said.textContent = ''; // the same words a second time are then read aloud again
    for (const part of [group, panel]) part.setAttribute('aria-busy', 'true');
    const noted = await judge(judgement);
    sending = false;
    for (const part of [group, panel]) part.removeAttribute('aria-busy');
    said.classList.toggle('unsent', !noted);
    said.textContent = noted ? words.thanks[judgement.verdict] : words.unsent;
    if (noted) press(...(judgement.verdict === 'useful' ? [useful, wrong] : [wrong, useful]));
    return noted;
  };
};

/** What is wrong, asked step by step: another thing was meant, the units, the figures, or in the reader's own words. */
const asker = (parts, send, words) => {
  const close = () => unfold(parts, false);
  const wrong = (more) => send({ verdict: 'wrong', ...more });
  const tell = (more) => async () => {
    if (await wrong(more)) close();
  };
  /** @type {ReturnType<typeof reasonForm> | undefined} */
  let field;
  const newField = () => {
    const { form, input } = reasonForm(words);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const reason = input.value.trim();
      void tell({ about: 'other', ...(reason && { reason }) })();
    });
    parts.panel.append(form);
    return { form, input };
  };
  const other = () => {
    field ??= newField();
    field.form.hidden = false;
    field.input.focus();
  };
  const topic = async () => {
    const noted = await wrong({ about: 'topic' });
    if (!noted) return;
    if (noted.others.length === 0) return close();
    const others = noted.others.map(({ id, label }) => ({ label, choose: tell({ about: 'topic', meant: id }) }));
    offer(parts, words.which, [...others, { label: words.neither, choose: close }]);
  };
  const what = () => {
    const steps = { topic, units: tell({ about: 'units' }), figures: tell({ about: 'figures' }), other };
    const answers = Object.entries(steps).map(([about, choose]) => ({ label: words.about[about], choose }));
    unfold(parts, true);
    offer(parts, words.what, answers);
  };
  return { what, close };
};

/**
 * Adds the buttons to an answer's card. The last word counts: either can be pressed again.
 *
 * @param {HTMLElement} card
 * @param {Answer} answer
 * @param {(judgement: Judgement) => Promise<Noted | undefined>} judge what was noted, with what else may have been meant
 */
export const addFeedback = (card, answer, judge) => {
  const words = (WORDS[answer.language] ?? WORDS['zh-Hans']).feedback;
  const parts = partsOf(words);
  const { useful, wrong, group, panel, said } = parts;
  const send = sender(parts, judge, words);
  const { what, close } = asker(parts, send, words);

  useful.addEventListener('click', async () => {
    if (await send({ verdict: 'useful' })) close();
  });
  wrong.addEventListener('click', () => (panel.hidden ? what() : close()));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
  });

  card.querySelector('.tools').prepend(group);
  card.append(panel, said);
};
