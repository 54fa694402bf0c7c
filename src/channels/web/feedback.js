/**
 * 有用 and 有误 under an answer: two buttons beside 复制, a field for the reason, a line that says what became of it.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {{ verdict: 'useful' | 'wrong', reason?: string }} Judgement
 */
import { button, element } from './card.js';
import { WORDS } from './words.js';

/** As many as the server takes. */
const LONGEST_REASON = 200;

let fields = 0;

/** The field for the reason, with its label and button; put away until it is asked for. */
const reasonForm = (words) => {
  fields += 1;
  const id = `reason-${fields}`;
  const input = element('input', { id, type: 'text', maxlength: `${LONGEST_REASON}`, autocomplete: 'off' });
  const form = element(
    'form',
    { class: 'reason', hidden: '' },
    element('label', { for: id }, words.reason),
    input,
    element('button', { type: 'submit' }, words.send),
  );
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
  const said = element('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
  return { useful, wrong, group, said, ...reasonForm(words) };
};

/** Opens or closes the field; what was written in it stays. */
const unfold = ({ form, input, wrong }, open) => {
  const inside = form.contains(document.activeElement);
  form.hidden = !open;
  wrong.setAttribute('aria-expanded', `${open}`);
  if (open) input.focus();
  else if (inside) wrong.focus();
};

/** Sends one judgement at a time, and says how that ended. */
const sender = ({ group, said, form, useful, wrong }, judge, words) => {
  let sending = false;
  return async (judgement) => {
    if (sending) return false;
    sending = true;
    said.textContent = ''; // the same words a second time are then read aloud again
    for (const part of [group, form]) part.setAttribute('aria-busy', 'true');
    const sent = await judge(judgement);
    sending = false;
    for (const part of [group, form]) part.removeAttribute('aria-busy');
    said.classList.toggle('unsent', !sent);
    said.textContent = sent ? words.thanks[judgement.verdict] : words.unsent;
    if (sent) press(...(judgement.verdict === 'useful' ? [useful, wrong] : [wrong, useful]));
    return sent;
  };
};

/**
 * Adds the buttons to an answer's card. The last word counts: either can be pressed again.
 *
 * @param {HTMLElement} card
 * @param {Answer} answer
 * @param {(judgement: Judgement) => Promise<boolean>} judge whether it has been noted
 */
export const addFeedback = (card, answer, judge) => {
  const words = (WORDS[answer.language] ?? WORDS['zh-Hans']).feedback;
  const parts = partsOf(words);
  const { useful, wrong, group, form, input, said } = parts;
  const send = sender(parts, judge, words);

  useful.addEventListener('click', async () => {
    if (await send({ verdict: 'useful' })) unfold(parts, false);
  });
  wrong.addEventListener('click', () => unfold(parts, form.hidden));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const reason = input.value.trim();
    if (await send({ verdict: 'wrong', ...(reason && { reason }) })) unfold(parts, false);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) unfold(parts, false);
  });
  input.addEventListener('keydown', (event) => {
    // Enter that ends the composing of characters sends nothing; Safari says so by key code 229 only.
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });

  card.querySelector('.tools').prepend(group);
  card.append(form, said);
};
