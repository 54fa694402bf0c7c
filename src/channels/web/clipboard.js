/** The clipboard of a page served over plain HTTP, where `navigator.clipboard` does not exist. */
const copyBySelection = (text) => {
  const area = document.createElement('textarea');
  area.className = 'unseen';
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  area.value = text;
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  return done;
};

/**
 * Puts a text on the clipboard, by whatever way the browser allows.
 *
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export const copy = (text) => {
  if (!navigator.clipboard) return Promise.resolve(copyBySelection(text));
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
};
