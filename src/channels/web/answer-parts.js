/**
 * An answer taken apart for its card: what stands where, without DOM. The text comes laid out from the server: the
 * conclusion, lines, notes, 详细 with what waits behind a fold, 出处 with ①②, the document's number.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 */
import { shownText, WORDS } from './words.js';

const SOURCES = /^(?:出处|出處|Sources)$/u;
const DETAILS = /^(?:详细|詳細|Details)[：:]$/u;
const NOTE = /^(?:注意：|Note: )/u;
const NUMBER = /^(?:文号|文號|Document number)[：:] ?/u;
const MARKED = /^([①-⑳]) (.+?)(?: ?“(.*)”)?$/u;
const ENTRY = /^(\d+)\. (.*)$/u;
const HEADING = /[：:]$/u;

const isOfSeveral = ({ citations }) => new Set(citations.map(({ plan }) => plan)).size > 1;

/** A row of the table whose head has this label. */
const isRow = (label, head) => label.startsWith(head) && /^第\d/.test(label.slice(head.length));

/** The sources by clause, each with its mark and the line of its quote that is in sight. */
const sourcesOf = ({ citations, language }, marked, number) => {
  const words = WORDS[language] ?? WORDS['zh-Hans'];
  const groups = new Map();
  for (const citation of citations.filter(({ quote }) => number === '' || quote === '' || !number.endsWith(quote))) {
    const key = `${citation.plan} ${citation.clause} ${citation.label}`;
    groups.set(key, [...(groups.get(key) ?? []), citation]);
  }
  const within = (one, other, all) =>
    one !== other &&
    other.quote.includes(one.quote) &&
    (one.quote !== other.quote || all.indexOf(other) < all.indexOf(one));
  const all = [...groups.values()].map((own) => {
    const { label } = own[0];
    const line = marked.find((one) => one.label === label || one.label === words.label(label));
    const citations = own.filter((one) => !own.some((other) => within(one, other, own)));
    return { label, mark: line?.mark ?? '', seen: line?.seen ?? '', citations };
  });
  // The head of a table bears out what its rows say: it unfolds with the first of them.
  const rowOf = ({ label, mark }) =>
    mark === '' ? all.find((one) => one.mark !== '' && isRow(one.label, label)) : undefined;
  const headsOf = (row) => all.filter((one) => rowOf(one) === row);
  return all
    .filter((one) => rowOf(one) === undefined)
    .map((row) => ({ ...row, citations: [...row.citations, ...headsOf(row).flatMap(({ citations }) => citations)] }));
};

/** The lines of a list under their headings: tasks with the lines that continue them, or plain lines. */
const blocksOf = (lines) => {
  const blocks = [];
  lines.forEach((line, at) => {
    const entry = ENTRY.exec(line);
    const last = blocks.at(-1);
    const heads = HEADING.test(line) && ENTRY.test(lines[at + 1] ?? '');
    if (heads) blocks.push({ heading: line, tasks: [] });
    else if (entry) {
      const task = { number: Number(entry[1]), text: entry[2], more: [] };
      if (last?.tasks) last.tasks.push(task);
      else blocks.push({ heading: '', tasks: [task] });
    } else if (line.trim() === '') return;
    else if (/^\s/.test(line) && last?.tasks?.length) last.tasks.at(-1).more.push(line.trim());
    else blocks.push({ line });
  });
  return blocks;
};

/** @param {Answer} answer */
export const partsOf = (answer) => {
  const all = answer.text.split('\n');
  const several = isOfSeveral(answer);
  const from = several ? -1 : all.findIndex((line) => SOURCES.test(line));
  const end = all.at(-1) ?? '';
  const number = !several && NUMBER.test(end) && all.length > 1 ? end : '';
  const marked = (from < 0 ? [] : all.slice(from + 1)).flatMap((line) => {
    const [, mark, label, seen = ''] = MARKED.exec(line) ?? [];
    return mark ? [{ mark, label, seen }] : [];
  });
  const [head = '', ...shown] = shownText({
    ...answer,
    text: number === '' ? answer.text : all.slice(0, -1).join('\n'),
  }).split('\n');
  const fold = shown.findIndex((line) => DETAILS.test(line));
  const rest = fold < 0 ? shown : shown.slice(0, fold);
  return {
    head,
    blocks: blocksOf(rest.filter((line) => !NOTE.test(line))),
    notes: rest.filter((line) => NOTE.test(line)).map((line) => line.replace(NOTE, '')),
    details: fold < 0 ? [] : blocksOf(shown.slice(fold + 1)),
    sources: sourcesOf(answer, marked, number),
    isList: marked.length === 0,
    number,
  };
};

const ROW = /^(\d{4})(?:年|: ?)([\d.,]+)(\D*?) ?[（(](历史数|歷史數|目标|目標|past figure|target)[）)]$/u;
const PAST = /^(?:历史数|歷史數|past figure)$/u;
const FEWEST_ROWS = 3;

/**
 * What a line says of an indicator year by year, to be drawn: its name, its rows, what stands behind.
 *
 * @param {string} line 年保费收入：2018年479亿元（历史数）、2019年523亿元（历史数）、2020年560亿元（目标）。 ①
 */
export const seriesOf = (line) => {
  const [, marks = ''] = / ([①-⑳]+)$/u.exec(line) ?? [];
  const [, name, told = ''] = /^(.+?)[：:] ?(\d{4}.*?)[。.]?$/u.exec(line.replace(/ [①-⑳]+$/u, '')) ?? [];
  const rows = told.split(/[、；]|; |, /u).map((piece) => ROW.exec(piece));
  if (!name || rows.length < FEWEST_ROWS || rows.some((row) => row === null)) return undefined;
  return {
    name,
    marks,
    rows: rows.map(([, year, printed, measure, role]) => ({
      ...{ year, printed, measure, role },
      past: PAST.test(role),
      value: Number(printed.replaceAll(',', '')),
    })),
  };
};
