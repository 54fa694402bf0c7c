import { labelIn } from '../../../answer/labels.ts';
import { type Parts, partsOf } from '../../../answer/parts.ts';
import { createSay } from '../../../answer/phrases.ts';
import { marksOf, type Quoted, quotedOf, shownCitations } from '../../../answer/quotes.ts';
import type { Answer } from '../../../types.ts';
import { hintText } from '../../hints.ts';
import { listLines } from '../../list-asked.ts';
import { taskLinks } from '../../task-links.ts';
import type { AnswerReply, Reply, Welcome } from '../../work.ts';
import { WORDS } from './words.ts';

/** One line of a reply, and how it may be laid out. */
export interface Line {
  readonly text: string;
  readonly style: 'head' | 'plain' | 'quote';
  /** Stands apart from the line before it. */
  readonly apart?: boolean;
  /** An entry of a list. */
  readonly item?: boolean;
  /** Where the task that the line begins with stands in the plan's pages. */
  readonly link?: string;
  /** One of the choices. */
  readonly choice?: boolean;
  /** Must not stand alone at the end of a page. */
  readonly withNext?: boolean;
  /** Begins a page. */
  readonly newPage?: boolean;
  /** Our own address: goes out as it is, so that it can be opened. */
  readonly raw?: boolean;
}

/** A clause among the sources as lines, with everything that is quoted of it. */
export type Cite = (quoted: Quoted, answer: Answer) => readonly Line[];

const ITEM = /^\d+\. /;
/** 金融机构壮大行动（4项）： over the entries of a group. */
const HEADING = /[（(]\d+项?[）)][：:]$/u;
const plain = (text: string, more: Omit<Line, 'text' | 'style'> = {}): Line => ({ text, style: 'plain', ...more });

const nameOf = ({ mark, label }: Quoted, { language }: Answer): string => `${mark} ${labelIn(label, language)}`.trim();

/** A clause on one line: 附件任务分解表第21项“…”. */
export const citeInline: Cite = (quoted, { language }) =>
  quoted.citations.map(({ label, quote }, at) =>
    plain(createSay(language)('quote', { mark: at === 0 ? quoted.mark : '', label, quote }).trim()),
  );

/** A clause by its label, with a block for each quote. */
export const citeAsBlock: Cite = (quoted, answer) => [
  plain(nameOf(quoted, answer), { apart: true, withNext: true }),
  ...quoted.citations.map(({ quote }): Line => ({ text: quote, style: 'quote' })),
];

const choiceLines = ({ choices, language }: Answer): readonly Line[] => {
  if (choices.length === 0) return [];
  const say = createSay(language);
  return [
    ...choices.map(({ label }, at) =>
      plain(say('choice', { mark: at + 1, label }), { apart: at === 0, item: true, choice: true }),
    ),
    plain(WORDS[language].pick, { apart: true }),
  ];
};

const listOf = (title: string, entries: readonly string[]): readonly Line[] =>
  entries.length === 0
    ? []
    : [
        plain(title, { apart: true, withNext: true }),
        ...entries.map((entry, at) => plain(`· ${entry}`, { withNext: at < entries.length - 1 })),
      ];

const suggestionLines = ({ suggestions, language }: Answer): readonly Line[] =>
  listOf(WORDS[language].suggestions, suggestions);

/** Small talk and what asks back are not judged. */
const wrongLines = ({ citations, language }: Answer): readonly Line[] =>
  citations.length === 0 ? [] : [plain(WORDS[language].wrong, { apart: true })];

const onNewPage = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, at) => (at === 0 ? { ...line, newPage: true } : line));

/** What is behind the fold: the details, then every quote in full. */
const foldedLines = (answer: Answer, { details, sources }: Parts, cite: Cite): readonly Line[] => {
  const quoted = quotedOf(shownCitations(answer), marksOf({ sources }));
  return onNewPage([...details.map((text) => plain(text)), ...quoted.flatMap((one) => cite(one, answer))]);
};

/** The clauses of the marks, each with a line of its quote, then the document's number. */
const sourceLines = ({ sources, footer }: Parts): readonly Line[] => [
  ...(sources.length > 1 ? sources : []).map((text, at) => plain(text, { apart: at === 0, withNext: at === 0 })),
  ...(footer === '' ? [] : [plain(footer, { apart: sources.length < 2 })]),
];

/** An entry of a list leads to its clause. */
const entryLine = (text: string, at: number, linkOf: (task: number) => string | undefined): Line => {
  const item = ITEM.test(text);
  const link = item ? linkOf(Number.parseInt(text, 10)) : undefined;
  return plain(text, { apart: at === 0 || HEADING.test(text), item, ...(link !== undefined && { link }) });
};

const answerLines = ({ answer, pages }: AnswerReply, cite: Cite): readonly Line[] => {
  const parts = partsOf(answer);
  const linkOf = taskLinks(answer, pages);
  return [
    { text: parts.head, style: 'head' },
    ...parts.lines.map((text, at) => entryLine(text, at, linkOf)),
    ...choiceLines(answer),
    ...parts.notes.map((text) => plain(text, { apart: true })),
    ...sourceLines(parts),
    ...suggestionLines(answer),
    ...wrongLines(answer),
    ...foldedLines(answer, parts, cite),
  ];
};

const welcomeLines = ({ text, examples }: Welcome): readonly Line[] => [
  ...text.split('\n').map((line) => plain(line)),
  ...listOf(WORDS['zh-Hans'].examples, examples),
];

/** Everything that a reply says, in order, each thing once. */
export const linesOf = (reply: Reply, cite: Cite): readonly Line[] => {
  switch (reply.kind) {
    case 'answer':
      return answerLines(reply, cite);
    case 'hint':
      return [plain(hintText(reply.hint))];
    case 'line':
      return [plain(reply.text)];
    case 'list':
      return listLines(reply.list).map((text) => plain(text, { raw: text === reply.list.url }));
    case 'welcome':
      return welcomeLines(reply.welcome);
  }
};
