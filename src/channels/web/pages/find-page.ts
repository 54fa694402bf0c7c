import type { Clause } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
import { cellsIn, linesOf } from './clause.ts';
import { ROLE_NAMES, ROLES } from './facts.ts';
import { fold, isFound, rangesOf, termsOf } from './find.js';
import { findForm } from './find-form.ts';
import { readTerms } from './find-reading.ts';
import { pageOf } from './layout.ts';
import type { Site, SiteContent } from './site.ts';
import { cellWith } from './task-pair.ts';

/** Longer than any name or phrase of a plan. */
export const LONGEST_QUERY = 100;

const SEPARATED = ['row', 'indicator', 'heading'];

/** What is looked through: the label, then each line; each cell of a table by itself. */
export const piecesOf = (clause: Clause): readonly string[] => [
  clause.label,
  ...linesOf(clause).flatMap((line) => (SEPARATED.includes(clause.kind) ? cellsIn(line) : [line])),
];

/** What a query finds. */
export interface Found {
  readonly clauses: readonly Clause[];
  /** What is marked in them, folded. */
  readonly marks: readonly string[];
  /** How the query was read, where nothing has its words as they were typed. */
  readonly read?: string;
  /** What it finds besides as the chat reads it, where few have its words as they were typed. */
  readonly besides?: Found & { readonly read: string };
  /** True where nothing has all the words, and these are the clauses that come nearest, the nearest first. */
  readonly nearest?: true;
}

/** So many that have the words as they were typed may be too few. */
const FEW = 12;
const MOST_NEAREST = 5;

export type Finder = (query: string) => Found;

/** The years in which a row of the annex demands something stand at the head of its cells. */
const yearsIn = ({ plan }: Site, clause: Clause): readonly string[] =>
  plan.tasks
    .filter(({ row }) => row.clause === clause.id)
    .flatMap(({ row }) => row.targets.filter(({ text }) => text !== '').map(({ year }) => `${year}年`));

/**
 * Finds clauses that have all the words as they were typed; where there are few or none, those too that have what the chat
 * reads in them: 財政局, zhengjianju, a unit with a year; where there are none at all, those that come nearest. Clauses are
 * folded once.
 */
export const createFinder = (site: Site, { read, closest }: Pick<SiteContent, 'read' | 'closest'> = {}): Finder => {
  const folded = site.plan.clauses.map((clause) => {
    const pieces = piecesOf(clause).map((text) => fold(text).folded);
    return { clause, pieces, more: [...pieces, ...yearsIn(site, clause)] };
  });
  const asRead = (query: string): Found['besides'] => {
    const tokens = read?.(query);
    const terms = tokens ? readTerms(site.plan, tokens) : [];
    if (!tokens || terms.length === 0) return undefined;
    const has = (pieces: readonly string[], wordings: readonly string[]): boolean =>
      wordings.some((wording) => isFound(pieces, [wording]));
    const clauses = folded.filter(({ more }) => terms.every((wordings) => has(more, wordings)));
    return { clauses: clauses.map(({ clause }) => clause), marks: terms.flat(), read: tokens.text };
  };
  const nearest = (query: string, marks: readonly string[]): Found => {
    const found = closest?.(query, MOST_NEAREST);
    if (!found || found.clauses.length === 0) return { clauses: [], marks };
    return { clauses: found.clauses, marks: found.words.map((word) => fold(word).folded), nearest: true };
  };
  return (query) => {
    const marks = termsOf(query);
    if (marks.length === 0) return { clauses: [], marks };
    const clauses = folded.filter(({ pieces }) => isFound(pieces, marks)).map(({ clause }) => clause);
    if (clauses.length > FEW) return { clauses, marks };
    const read = asRead(query);
    if (clauses.length === 0) return read && read.clauses.length > 0 ? read : nearest(query, marks);
    const more = read?.clauses.filter((clause) => !clauses.includes(clause)) ?? [];
    return { clauses, marks, ...(read && more.length > 0 && { besides: { ...read, clauses: more } }) };
  };
};

const highlighted = (text: string, terms: readonly string[]): Fill => {
  const fills: Fill[] = [];
  let from = 0;
  for (const [start, end] of rangesOf(text, terms)) {
    fills.push(text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return [...fills, text.slice(from)];
};

const line = (text: string, terms: readonly string[]): Html => html`<p class="words">${highlighted(text, terms)}</p>`;

/** A row of the annex with its cells named; anything else a line after the other, a table's line in one. */
const wordsOf = (site: Site, clause: Clause, terms: readonly string[]): Fill => {
  const task = site.plan.tasks.find(({ row }) => row.clause === clause.id);
  if (!task) return linesOf(clause).map((text) => line(cellsIn(text).join('　'), terms));
  const { title, targets } = task.row;
  const cells = [
    ...targets.map(({ year, text }) => ({ head: `${year}年`, text })),
    ...ROLES.map((role) => ({ head: ROLE_NAMES[role], text: cellWith(clause, task.row[role]) })),
  ].filter(({ text }) => text !== '');
  return html`${line(`${task.number} ${title}`, terms)}
<dl class="cells">${cells.map(({ head, text }) => html`<div><dt>${highlighted(head, terms)}</dt><dd>${highlighted(text, terms)}</dd></div>`)}</dl>`;
};

const hit = (site: Site, clause: Clause, terms: readonly string[]): Html => html`
<li class="clause"><p class="label"><a href="${site.to.clause(clause.id)}">${highlighted(clause.label, terms)}</a></p>
${wordsOf(site, clause, terms)}</li>`;

/** What is found besides as the chat reads the words, below what was found as they were typed. */
const besidesList = (site: Site, asked: string, besides: Found['besides']): Fill =>
  besides &&
  html`
<h2>${fold(besides.read).folded === fold(asked).folded ? '按名称' : `读作“${besides.read}”`}，另有 ${besides.clauses.length} 条</h2>
<ol class="hits">${besides.clauses.map((clause) => hit(site, clause, besides.marks))}</ol>`;

/** Every clause that has all the words, in the plan's order, each linked to its place. */
export const findPage = (site: Site, find: Finder, asked: string): string => {
  const { clauses: found, marks: terms, read, besides, nearest } = find(asked);
  return pageOf(site, {
    title: `查找“${asked}”`,
    place: 'plan',
    above: [],
    main: html`
<h1>查找“${asked}”</h1>
${findForm(site, asked, false)}
<p class="lead">${
      nearest
        ? `没有一条同时有这些词。最接近的 ${found.length} 条：`
        : found.length > 0
          ? `${read !== undefined && fold(read).folded !== fold(asked).folded ? `读作“${read}”，` : ''}共 ${found.length} 条，点条款号看上下文。`
          : '计划全文没有这样的条款。请换一个词，或者少写几个字再查。'
    }</p>
<ol class="hits">${found.map((clause) => hit(site, clause, terms))}</ol>${besidesList(site, asked, besides)}
<p class="aside"><a href="${site.to.plan}">回到计划全文</a> <a href="${site.to.ask(asked)}">拿这句话去提问</a></p>`,
  });
};
