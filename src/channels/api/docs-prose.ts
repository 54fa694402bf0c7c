import { type Fill, type Html, html } from '../web/html.ts';

const CODE = /`([^`]+)`/;

const withCode = (text: string): readonly Fill[] =>
  text.split(CODE).map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece));

/** A description as the document has it: a paragraph a line, `- ` for a list, back quotes for code. */
export const prose = (text: string): Html => {
  const lines = text.split('\n').filter((line) => line !== '');
  const items = lines.filter((line) => line.startsWith('- '));
  const paragraphs = lines.filter((line) => !line.startsWith('- '));
  return html`${paragraphs.map((line) => html`<p>${withCode(line)}</p>`)}${
    items.length > 0 && html`<ul>${items.map((line) => html`<li>${withCode(line.slice(2))}</li>`)}</ul>`
  }`;
};
