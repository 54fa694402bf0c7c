const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in an attribute too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const MARKUP = Symbol('markup');

/** A piece of HTML made by `html`: everything that was filled in is escaped. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may be filled in: text is escaped, HTML stands as it is, a list is joined, nothing prints nothing. */
export type Fill = Html | string | number | undefined | false | readonly Fill[];

const isList = (value: Fill): value is readonly Fill[] => Array.isArray(value);

const written = (value: Fill): string => {
  if (value === undefined || value === false) return '';
  if (isList(value)) return value.map(written).join('');
  return typeof value === 'object' ? value[MARKUP] : escapeHtml(`${value}`);
};

/** HTML whose own words are the template; every value is escaped. Attributes must be quoted. */
export const html = (template: TemplateStringsArray, ...values: readonly Fill[]): Html => ({
  [MARKUP]: template.map((text, at) => `${text}${written(values[at])}`).join(''),
});

/** Markup that this program made by other means, and that holds nothing from outside. */
export const trusted = (markup: string): Html => ({ [MARKUP]: markup });

/** Fills with something between each two. */
export const joined = (fills: readonly Fill[], between: Fill): readonly Fill[] =>
  fills.flatMap((fill, at) => (at === 0 ? [fill] : [between, fill]));

/** The markup itself, ready to send. */
export const textOf = (value: Html): string => value[MARKUP];

/** 2020—2022年, 2020-2022: years that belong together. */
const SPAN_OF_YEARS = /(\d{4}年?\s*[—–-]{1,2}\s*\d{4}年?)/;

/** A text in which no line ends within a span of years. `print` gives what stands for each piece. */
export const unbroken = (text: string, print: (piece: string) => Fill = (piece) => piece): Fill =>
  text
    .split(SPAN_OF_YEARS)
    .map((piece, at) => (at % 2 === 1 ? html`<span class="whole-span">${print(piece)}</span>` : print(piece)));
