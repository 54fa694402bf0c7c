/** What a spreadsheet may take for a formula, after white space and in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** True for text that a spreadsheet program may run when it is typed or read from a CSV. */
export const isFormulaLike = (text: string): boolean => FORMULA.test(text);
