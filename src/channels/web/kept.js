/**
 * What the tab remembers of a conversation: each turn by itself, so that keeping one more does not write the others again.
 *
 * @typedef {import('./client.js').Turn} Turn
 */

const CONVERSATION = 'wenji.conversation';
/** Which turns are kept: `{ from, to }`; those before `from` made room. */
const RANGE = 'wenji.range';
const TURN = 'wenji.turn.';
/** Where the reader was, and what was unfolded. */
const PLACE = 'wenji.place';

/** The tab's storage; where the browser forbids it, nothing is remembered beyond this page. */
const storage = (() => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
})();

const isKept = (key, value) => {
  try {
    storage?.setItem(key, value);
    return true;
  } catch {
    return false; // full or forbidden
  }
};

const parsed = (key) => {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
};

const range = () => parsed(RANGE) ?? { from: 0, to: 0 };

const randomId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A new conversation: the server then knows no earlier question. */
export const newConversation = () => {
  const id = randomId();
  const { from, to } = range();
  for (let at = from; at < to; at += 1) storage?.removeItem(`${TURN}${at}`);
  for (const key of [RANGE, PLACE]) storage?.removeItem(key);
  isKept(CONVERSATION, id);
  return id;
};

/** The tab's conversation, the same after a reload. */
export const conversation = () => storage?.getItem(CONVERSATION) ?? newConversation();

/** @returns {{ turns: Turn[], lost: number }} the turns shown before a reload, oldest first, and how many are not kept */
export const keptTurns = () => {
  const { from, to } = range();
  const turns = Array.from({ length: to - from }, (_, at) => parsed(`${TURN}${from + at}`));
  const whole = turns.filter((turn) => turn !== null);
  return { turns: whole, lost: to - whole.length };
};

/** Keeps a turn; the oldest make room for it. @param {Turn} turn */
export const keepTurn = (turn) => {
  let { from, to } = range();
  const text = JSON.stringify(turn);
  while (!isKept(`${TURN}${to}`, text) && from < to) {
    storage?.removeItem(`${TURN}${from}`);
    from += 1;
  }
  to += 1;
  isKept(RANGE, JSON.stringify({ from, to }));
};

/** @typedef {{ turn: number, offset: number, open: number[] }} Place a turn, where its top stood, what was unfolded */

/** @param {Place} place */
export const keepPlace = (place) => isKept(PLACE, JSON.stringify(place));

/** @returns {Place | null} */
export const keptPlace = () => parsed(PLACE);
