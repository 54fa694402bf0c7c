import type { Clause } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
import type { Site } from './site.ts';
import { misprintsIn } from './task-differences.ts';
import { type Marks, markedText, NO_MARKS } from './words.ts';

/** A clause line by line: a heading as printed, its repeated heads of columns once; anything else by paragraphs. */
export const linesOf = ({ kind, text, source }: Clause): readonly string[] =>
  kind === 'heading' ? [...new Set(source.map((line) => line.text))] : text.split('\n');

/** The cells of a line that are not empty; a line without cells is one. */
export const cellsIn = (line: string): readonly string[] =>
  line
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/** How a clause is cited, and a link to itself. */
export const labelOf = ({ id, label }: Clause): Html =>
  html`<p class="label"><a href="#${encodeURIComponent(id)}">${label}</a></p>`;

/** What stands out in a clause: forms that a reviewed note explains, and figures of its own. */
export const marksOf = (site: Site, clause: Clause, figures: Marks['figures'] = NO_MARKS.figures): Marks => ({
  figures,
  misprints: misprintsIn(site, clause).map(({ printed }) => printed),
});

/** The reviewed notes on a clause, beside it. */
export const notesOf = (site: Site, clause: Clause): Fill =>
  misprintsIn(site, clause).map(({ note }) => html`<p class="note"><strong>注</strong> ${note}</p>`);

/** A clause at its anchor: its label, its own words, its notes. */
export const clauseAt = (site: Site, clause: Clause, words: Fill): Html => html`
<div class="clause ${clause.kind}" id="${clause.id}" data-clause>
${labelOf(clause)}
${words}
${notesOf(site, clause)}
</div>`;

/** A paragraph of the plan's own words. */
export const paragraph = (site: Site, clause: Clause, text: string): Html =>
  html`<p class="words">${markedText(text, marksOf(site, clause))}</p>`;

/** The title page and the footer are one clause: a gap stands where the plan itself lies between two of its lines. */
const frontLines = (site: Site, clause: Clause): Fill =>
  clause.source.map(({ line, text }, at) => {
    const before = clause.source[at - 1]?.line ?? line;
    const apart = site.plan.clauses.some(({ source: [first] }) => first && before < first.line && first.line < line);
    return html`<p class="words${apart && ' apart'}">${text.trim()}</p>`;
  });

/** A clause that stands alone: a paragraph a line. */
export const plainClause = (site: Site, clause: Clause): Html => {
  const paragraphs = linesOf(clause).flatMap(cellsIn);
  const words =
    clause.kind === 'front' ? frontLines(site, clause) : paragraphs.map((text) => paragraph(site, clause, text));
  return html`<div data-entry>${clauseAt(site, clause, words)}</div>`;
};
