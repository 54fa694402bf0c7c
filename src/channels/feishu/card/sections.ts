import { labelIn } from '../../../answer/labels.ts';
import { createSay } from '../../../answer/phrases.ts';
import { marksOf, type Quoted, quotedOf } from '../../../answer/quotes.ts';
import type { Language } from '../../../types.ts';
import { REASONS, type Reason } from '../../reasons.ts';
import { reasonName } from '../../wrong.ts';
import type { Block } from './blocks.ts';
import { chartElements, linesInTable } from './chart.ts';
import { type CardElement, type Markdown, markdown, panel, row, smallButton, wideButton } from './elements.ts';
import { clipTo } from './fit.ts';
import { cleanText, escapeMarkdown, oneLine } from './markdown.ts';
import type { Page } from './pages.ts';
import type { Sheet } from './sheet.ts';
import { cardWords } from './words.ts';

/** How much of each part stands in a card, in bytes of the request. */
export interface Limits {
  readonly quote: number;
  readonly label: number;
  readonly notes: number;
  readonly suggestions: number;
  readonly charts: boolean;
}

/** One page of a card that is laid out. */
export interface Leaf {
  readonly sheet: Sheet;
  /** From 1. */
  readonly number: number;
  readonly page: Page;
  readonly limits: Limits;
}

type Section = (leaf: Leaf) => readonly CardElement[];

/** Bytes of the lines of a page: all of them, unless one line is longer than a page. */
const BODY_BYTES = 9_000;
/** Bytes of the heading of a group. */
const TITLE_BYTES = 200;
/** Bytes of a conclusion that is too long for a title. */
const HEAD_BYTES = 1_500;

const SUBJECT = /^([^：:]+)(?:：|: )(.+)$/u;

/** What a conclusion is about, and what is said of it; the whole where it is not put so. */
export const splitSubject = (head: string): readonly [string] | readonly [string, string] => {
  const [, subject, said] = SUBJECT.exec(head) ?? [];
  return subject !== undefined && said !== undefined ? [subject, said] : [head];
};

const isBlank = (text: string): boolean => cleanText(text).trim() === '';

/** Text of any length as one Markdown element, or none. */
const paragraph = (text: string, bytes: number): readonly Markdown[] =>
  isBlank(text) ? [] : [markdown(escapeMarkdown(clipTo(cleanText(text).replace(/^\s*\n/, ''), bytes, escapeMarkdown)))];

/** The whole conclusion where the title had to be cut; the rest of it where the title is what it is about. */
const conclusion =
  (title: string): Section =>
  ({ sheet }) => {
    const head = oneLine(sheet.head);
    if (head === title) return [];
    const [subject = '', said] = splitSubject(head);
    return paragraph(subject === title && said !== undefined ? said : sheet.head, HEAD_BYTES);
  };

const hasCharts = ({ number, limits }: Leaf): boolean => number === 1 && limits.charts;

const charts: Section = (leaf) => {
  const { language, charts: drawn } = leaf.sheet;
  if (!hasCharts(leaf)) return [];
  return drawn.flatMap((chart) => chartElements(chart, cardWords(language), createSay(language)));
};

/** So many groups of a list are read at a glance; more of them fold. */
const FEWEST_GROUPS = 3;

const LIST_NUMBER = /^(\d+)\. /;

/** A line in Markdown; the number of a task leads to its clause. */
const written = (line: string, { linkOf }: Sheet): string => {
  const [whole = '', number = ''] = LIST_NUMBER.exec(line) ?? [];
  const link = number === '' ? undefined : linkOf(Number(number));
  return link === undefined
    ? escapeMarkdown(line)
    : `[${number}](${link})&#46; ${escapeMarkdown(line.slice(whole.length))}`;
};

const listed = (lines: readonly string[], sheet: Sheet): readonly Markdown[] => {
  const write = (words: string): string =>
    words
      .split('\n')
      .map((line) => written(line, sheet))
      .join('\n');
  const words = cleanText(lines.join('\n')).replace(/^\s*\n/, '');
  return isBlank(words) ? [] : [markdown(write(clipTo(words, BODY_BYTES, write)))];
};

/** The groups of a list with their headings, each to be folded; lines that belong to none stand by themselves. */
const folding = (blocks: readonly Block[], sheet: Sheet): readonly CardElement[] => {
  const groups: { readonly under: string | undefined; readonly lines: string[] }[] = [];
  for (const { under, lines } of blocks) {
    const own = lines.filter((line) => line !== '' && line !== under);
    const last = groups.at(-1);
    if (last && last.under === under) last.lines.push(...own);
    else groups.push({ under, lines: [...own] });
  }
  return groups.flatMap(({ under, lines }): readonly CardElement[] => {
    const elements = listed(lines, sheet);
    if (under === undefined) return elements;
    const title = clipTo(oneLine(under.replace(/[：:]$/u, '')), TITLE_BYTES, escapeMarkdown);
    return [panel(`**${escapeMarkdown(title)}**`, elements, true)];
  });
};

const text: Section = (leaf) => {
  const { sheet, page } = leaf;
  const say = createSay(sheet.language);
  const parts = new Set(sheet.pages.flatMap(({ blocks }) => blocks.flatMap(({ under }) => under ?? [])));
  if (parts.size >= FEWEST_GROUPS) return folding(page.blocks, sheet);
  const shown = new Set(hasCharts(leaf) ? sheet.charts.flatMap((chart) => linesInTable(chart, say)) : []);
  const lines = page.blocks.flatMap((block) => block.lines).filter((line) => !shown.has(line));
  return listed(lines, sheet);
};

const notes: Section = ({ sheet, limits }) => {
  const tag = `<text_tag color='orange'>${cardWords(sheet.language).note}</text_tag> `;
  const write = (words: string): string =>
    words
      .split('\n')
      .map((line) => tag + escapeMarkdown(line))
      .join('\n');
  const words = sheet.notes.map(oneLine).filter((note) => note !== '');
  return words.length === 0 ? [] : [markdown(write(clipTo(words.join('\n'), limits.notes, write)))];
};

const details: Section = ({ sheet, number }) => {
  const elements = number === 1 ? paragraph(sheet.details.join('\n'), BODY_BYTES) : [];
  return elements.length === 0 ? [] : [panel(`**${cardWords(sheet.language).details}**`, elements, false)];
};

/** Bytes of the clauses with a line of their quotes. */
const MARKED_BYTES = 3_000;

/** The clauses that the marks stand for, in sight while their quotes are folded. */
const marked: Section = ({ sheet, number }) =>
  number === 1
    ? paragraph(sheet.marked.join('\n'), MARKED_BYTES).map(({ content }) => markdown(content, 'notation'))
    : [];

const source = ({ mark, label, citations }: Quoted, limits: Limits, language: Language): readonly Markdown[] => {
  const name = clipTo(oneLine(`${mark} ${labelIn(label, language)}`), limits.label, escapeMarkdown);
  const quotes = citations.map(({ quote }) => clipTo(cleanText(quote).trim(), limits.quote, escapeMarkdown));
  const lines = [
    name === '' ? [] : [`**${escapeMarkdown(name)}**`],
    quotes.filter((words) => words !== '').map((words) => `“${escapeMarkdown(words)}”`),
  ];
  return lines.flat().length === 0 ? [] : [markdown(lines.flat().join('\n'), 'notation')];
};

const sources: Section = ({ sheet, number, page, limits }) => {
  const quoted = quotedOf(page.citations, marksOf({ sources: sheet.marked }));
  const elements = quoted.flatMap((one) => source(one, limits, sheet.language));
  if (elements.length === 0) return [];
  const title = cardWords(sheet.language).sources(quoted.length, sheet.sources);
  return [panel(`**${title}**`, elements, number > 1 && page.blocks.length === 0)];
};

const footer: Section = ({ sheet }) =>
  isBlank(sheet.footer) ? [] : [markdown(escapeMarkdown(oneLine(sheet.footer)), 'notation')];

const choices: Section = ({ sheet: { reply, choices: labels } }) =>
  labels.map((label, at) => wideButton(label, { kind: 'choice', reply, at }));

const suggestions: Section = ({ sheet, limits }) => {
  const { reply, language } = sheet;
  const buttons = sheet.suggestions
    .slice(0, limits.suggestions)
    .flatMap((question, at) => (isBlank(question) ? [] : [wideButton(question, { kind: 'suggestion', reply, at })]));
  return buttons.length === 0 ? [] : [markdown(cardWords(language)[sheet.offer], 'notation'), ...buttons];
};

const pager: Section = ({ sheet: { reply, language, pages }, number }) => {
  if (pages.length === 1) return [];
  const words = cardWords(language);
  const turn = (label: string, page: number) => smallButton(label, { kind: 'page', reply, page });
  return [
    row([
      ...(number > 1 ? [turn(words.previous, number - 1)] : []),
      markdown(words.page(number, pages.length), 'notation'),
      ...(number < pages.length ? [turn(words.next, number + 1)] : []),
    ]),
  ];
};

/** What else may have been meant, one of which the reader is asked to choose. */
const which: Section = ({ sheet: { reply, language, others } }) => {
  const button = (label: string, meant: number) =>
    wideButton(label, { kind: 'verdict', reply, verdict: 'wrong', reason: 'topic', meant });
  return others.length === 0 ? [] : [markdown(cardWords(language).which, 'notation'), ...others.map(button)];
};

const verdicts: Section = ({ sheet: { reply, language, judged } }) => {
  const words = cardWords(language);
  const wrong = (reason: Reason) =>
    smallButton(reasonName(reason, language), { kind: 'verdict', reply, verdict: 'wrong', reason });
  const useful = smallButton(words.useful, { kind: 'verdict', reply, verdict: 'useful' });
  return judged ? [row([useful, ...REASONS.map(wrong)])] : [];
};

/** Everything under the title, in the order in which it is read; at least one element, as a card must have. */
export const sectionsOf = (leaf: Leaf, title: string): readonly CardElement[] => {
  const order = [
    ...[conclusion(title), charts, text, notes, details, marked, sources, footer],
    ...[choices, pager, suggestions, verdicts, which],
  ];
  const elements = order.flatMap((section) => section(leaf));
  return elements.length > 0 ? elements : paragraph(title, HEAD_BYTES);
};
