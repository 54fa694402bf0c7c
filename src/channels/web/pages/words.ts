import type { NamedUnit } from '../../../types.ts';
import { type Fill, type Html, html, unbroken } from '../html.ts';
import type { Site } from './site.ts';

/** What stands out in a text: figures that the other source does not have, forms that a reviewed note explains. */
export interface Marks {
  readonly figures: ReadonlySet<string>;
  readonly misprints: readonly string[];
}

export const NO_MARKS: Marks = { figures: new Set(), misprints: [] };

const FIGURE = '\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text as printed, letter by letter, with its marks. */
export const markedText = (text: string, { figures, misprints }: Marks): Fill => {
  const standsOut = new RegExp(`(${[...misprints.map(literally), FIGURE].join('|')})`);
  return unbroken(text, (whole) =>
    whole.split(standsOut).map((piece): Fill => {
      if (misprints.includes(piece)) return html`<span class="misprint">${piece}</span>`;
      return figures.has(piece) ? html`<span class="only">${piece}</span>` : piece;
    }),
  );
};

/** One printed name of a list, and whether the other source has that unit too. */
export interface ListedUnit {
  readonly named: NamedUnit;
  readonly only: boolean;
}

/** A name as printed, linked to the unit's page; two units printed as one name are no link. */
const linkedName = ({ to }: Site, { named: { printed, means, misprint }, only }: ListedUnit): Html => {
  const [unit = printed] = means;
  const sort = [only && 'only', misprint && 'misprint'].filter((name) => name !== false).join(' ');
  const sorted = sort !== '' && html` class="${sort}"`;
  return means.length > 1
    ? html`<span${sorted}>${printed}</span>`
    : html`<a href="${to.unit(unit)}"${sorted}>${printed}</a>`;
};

/** A printed list of units, letter by letter, with its names as links. */
export const linkedList = (site: Site, text: string, units: readonly ListedUnit[]): Fill => {
  const fills: Fill[] = [];
  let from = 0;
  for (const unit of units) {
    const at = text.indexOf(unit.named.printed, from);
    if (at < 0) continue;
    fills.push(text.slice(from, at), linkedName(site, unit));
    from = at + unit.named.printed.length;
  }
  return [...fills, text.slice(from)];
};
