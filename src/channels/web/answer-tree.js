/**
 * The card of an answer as a tree: `[tag, attributes, ...children]`, text as it is. The script makes nodes of it, the
 * server the page for those without scripts. `ask` is a question to be asked next, which each of them offers its own way.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {import('./answer-tree.d.ts').Tree} Tree
 */
import { partsOf, seriesOf } from './answer-parts.js';
import { clauseHref, computedLines, piecesOf, unitHref, WORDS } from './words.js';

const listed = (heading, items, className) =>
  items.length === 0
    ? []
    : [
        ['p', { class: 'heading' }, heading],
        ['ul', { class: className }, ...items.map((item) => ['li', {}, item])],
      ];

const marked = (mark, text, className) => [
  'p',
  { class: className },
  ['strong', { class: 'mark' }, mark],
  ['span', {}, ...text],
];

/** A text in which the names of units lead to their pages, and addresses of files are links. */
const linked = (text, { plan, units, file }) =>
  piecesOf(text, plan ? units : []).map((piece) => {
    if (piece.file) return ['a', { href: piece.file, class: 'file', download: '' }, file];
    if (piece.whole) return ['span', { class: 'whole-span' }, piece.text];
    return piece.unit ? ['a', { href: unitHref(plan, piece.unit), lang: 'zh-CN' }, piece.text] : piece.text;
  });

/** The clause of a task: its row, or the place of the list's own citation where no table breaks tasks down. */
const clauseOfTask = ({ citations, tasks }, number) => {
  const row = `annex.${number}`;
  if (citations.some(({ clause }) => clause === row)) return row;
  const clauses = [...new Set(citations.map(({ clause }) => clause).filter((clause) => clause !== '0'))];
  return clauses.length === tasks.length ? clauses[tasks.indexOf(number)] : undefined;
};

const taskTree = ({ number, text, more }, { answer, reading }) => {
  const clause = reading.plan && clauseOfTask(answer, number);
  const label = `${number}.`;
  return [
    'li',
    {},
    clause
      ? ['a', { href: clauseHref(reading.plan, clause), class: 'task' }, label]
      : ['span', { class: 'task' }, label],
    [
      'span',
      {},
      ' ',
      ...linked(text, reading),
      ...more.map((line) => ['span', { class: 'under' }, ...linked(line, reading)]),
    ],
  ];
};

/** A year of an indicator: its figure as printed, and how long it is beside the others. */
const barTree = ({ year, printed, measure, role, past, value }, most) => [
  'li',
  { class: past ? 'past' : 'goal' },
  ['span', {}, year],
  ['progress', { max: `${most}`, value: `${value}`, 'aria-hidden': 'true' }],
  ['span', {}, `${printed}${measure} ${role}`],
];

const seriesTree = ({ rows }) => [
  'ul',
  { class: 'bars' },
  ...rows.map((row) => barTree(row, Math.max(...rows.map(({ value }) => value)))),
];

const lineTree = (line, reading) => {
  const series = seriesOf(line);
  return series
    ? [['p', {}, ...linked(series.name, reading), ` ${series.marks}`], seriesTree(series)]
    : [['p', { class: 'line' }, ...linked(line, reading)]];
};

/** So many groups are read at a glance; each of more folds. */
const FEWEST_GROUPS = 3;

const blocksTree = (blocks, context) => {
  const folds = blocks.filter(({ tasks, heading }) => tasks && heading).length >= FEWEST_GROUPS;
  return blocks.flatMap(({ line, heading, tasks }) => {
    if (!tasks) return lineTree(line, context.reading);
    const list = ['ul', { class: 'tasks' }, ...tasks.map((task) => taskTree(task, context))];
    if (!heading) return [list];
    return folds
      ? [['details', { class: 'group', open: '' }, ['summary', {}, heading.replace(/[：:]$/u, '')], list]]
      : [['p', { class: 'heading' }, heading], list];
  });
};

/** A conclusion longer than this stands large only as far as it says what it is about. */
const LONGEST_LARGE = 48;
const SUBJECT = /^([^：:（(]+(?:：|: ))(.+[。.][ ①-⑳]*)$/u;

const largeOf = (head) => {
  const [, subject, said] = head.length > LONGEST_LARGE ? (SUBJECT.exec(head) ?? []) : [];
  return subject && said ? [subject, said] : [head, ''];
};

const headTree = (head, reading) => {
  const series = seriesOf(head);
  const said = series ? `${series.name} ${series.marks}`.trim() : head;
  const [large, rest] = largeOf(said);
  const small = rest ? [['span', { class: 'said' }, ...linked(rest, reading)]] : [];
  return [['p', { class: 'text' }, ...linked(large, reading), ...small], ...(series ? [seriesTree(series)] : [])];
};

const linkTo = (page, { clause, label }, words) => [
  'a',
  { href: clauseHref(page, clause), 'aria-label': `${words.inPlace}：${label}` },
  words.inPlace,
];

const quoteTree = ({ plan, clause, label, quote, lines }, { words, reading }) => {
  const page = reading.pagesOf(plan);
  const place = page ? [['span', { class: 'in-place' }, ' · ', linkTo(page, { clause, label }, words)]] : [];
  return [
    ['blockquote', { lang: 'zh-CN' }, quote],
    ['p', { class: 'lines' }, words.lines(lines), ...place],
  ];
};

const sourceTree = ({ mark, label, seen, citations }, context) => [
  'details',
  { class: 'source' },
  [
    'summary',
    {},
    ...(mark ? [['span', { class: 'number' }, mark]] : []),
    [
      'span',
      { lang: 'zh-CN' },
      context.words.label(label),
      ...(seen ? [['span', { class: 'seen' }, `“${seen}”`]] : []),
    ],
  ],
  ...citations.flatMap((citation) => quoteTree(citation, context)),
];

/** The clauses that marks stand for, in sight; those of a list fold away together. */
const sourcesTree = ({ sources, isList }, context) => {
  const { words } = context;
  const items = sources.map((source) => ['li', {}, sourceTree(source, context)]);
  if (items.length === 0) return [];
  const list = ['ul', { class: 'sources' }, ...items];
  return isList && items.length > 1
    ? [['details', { class: 'all-sources' }, ['summary', {}, words.allSources(items.length)], list]]
    : [['p', { class: 'heading' }, words.sources], list];
};

/**
 * @param {Answer} answer
 * @param {import('./answer-tree.d.ts').Reading} place where its plan is read
 * @returns {Tree[]}
 */
export const answerTree = (answer, place) => {
  const words = WORDS[answer.language] ?? WORDS['zh-Hans'];
  const reading = { ...place, file: words.file };
  const parts = partsOf(answer);
  const context = { answer, words, reading };
  const ask = (question, label) => ['ask', { question }, label];
  const related = ({ clause, label }) =>
    reading.plan
      ? ['a', { href: clauseHref(reading.plan, clause), lang: 'zh-CN' }, words.label(label)]
      : ['span', { lang: 'zh-CN' }, words.label(label)];
  return [
    ...headTree(parts.head, reading),
    ...blocksTree(parts.blocks, context),
    ...computedLines(answer).map((line) => marked(words.computed, [line], 'computed')),
    ...parts.notes.map((note) => marked(words.notice, [note], 'notice')),
    ...(parts.details.length > 0
      ? [['details', { class: 'more-text' }, ['summary', {}, words.details], ...blocksTree(parts.details, context)]]
      : []),
    ...listed(
      words.choices,
      answer.choices.map(({ label, question }, at) => ask(question, `${at + 1}. ${label}`)),
      'options',
    ),
    ...listed(words.related, answer.related.map(related), 'related'),
    ...sourcesTree(parts, context),
    ...(parts.number ? [['p', { class: 'number-of-document' }, parts.number]] : []),
    ...listed(
      words.suggestions,
      answer.suggestions.map((question) => ask(question, question)),
      'options small',
    ),
  ];
};
