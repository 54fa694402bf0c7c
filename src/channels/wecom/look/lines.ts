import { type Parts, partsOf } from '../../../answer/parts.ts';
import { createSay } from '../../../answer/phrases.ts';
import type { Answer, Citation } from '../../../types.ts';
import { hintText } from '../../hints.ts';
import { listLines } from '../../list-asked.ts';
import type { Reply, Welcome } from '../../work.ts';
import { WORDS } from './words.ts';

/** One line of a reply, and how it may be laid out. */
export interface Line {
  readonly text: string;
  readonly style: 'head' | 'plain' | 'quote';
  /** Stands apart from the line before it. */
  readonly apart?: boolean;
  /** An entry of a list. */
  readonly item?: boolean;
  /** One of the choices. */
  readonly choice?: boolean;
  /** Must not stand alone at the end of a page. */
  readonly withNext?: boolean;
  /** Begins a page. */
  readonly newPage?: boolean;
  /** Our own address: goes out as it is, so that it can be opened. */
  readonly raw?: boolean;
}

/** A citation as lines; `mark` is its number in a circle. */
export type Cite = (mark: string, citation: Citation, answer: Answer) => readonly Line[];

const ITEM = /^\d+\. /;
/** More quotes than this are a second matter, which nobody has asked for yet. */
const MOST_QUOTES = 4;

const plain = (text: string, more: Omit<Line, 'text' | 'style'> = {}): Line => ({ text, style: 'plain', ...more });

/** ① … ⑳, then （21）. */
const markOf = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : `（${at + 1}）`);

/** A citation on one line: ① 附件任务分解表第21项“…”. */
export const citeInline: Cite = (mark, { label, quote }, { language }) => [
  plain(createSay(language)('quote', { mark, label, quote })),
];

/** A citation as its label and a block quote. */
export const citeAsBlock: Cite = (mark, { label, quote }) => [
  plain(`${mark} ${label}`, { apart: true, withNext: true }),
  { text: quote, style: 'quote' },
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

/** All citations but the document's own number where the heading has it. */
const quoted = ({ citations }: Answer, heading: string): readonly Citation[] => {
  const last = citations.at(-1);
  return last && citations.length > 1 && heading.includes(last.quote) ? citations.slice(0, -1) : citations;
};

const suggestionLines = ({ suggestions, language }: Answer): readonly Line[] =>
  listOf(WORDS[language].suggestions, suggestions);

/** The sources, and what else may be asked: in front of the quotes where these are a second matter. */
const endLines = (answer: Answer, { sources }: Parts, cite: Cite): readonly Line[] => {
  const suggestions = suggestionLines(answer);
  if (answer.citations.length === 0) return [...sources.map((text) => plain(text)), ...suggestions];
  const heading = sources[0] ?? WORDS[answer.language].sources;
  const citations = quoted(answer, heading);
  const quotes = citations.flatMap((citation, at) => cite(markOf(at), citation, answer));
  if (citations.length <= MOST_QUOTES)
    return [plain(heading, { apart: true, withNext: true }), ...quotes, ...suggestions];
  const rest = quotes.map((line, at) => (at === 0 ? { ...line, newPage: true } : line));
  return [plain(heading, { apart: true }), ...suggestions, ...rest];
};

const answerLines = (answer: Answer, cite: Cite): readonly Line[] => {
  const parts = partsOf(answer);
  return [
    { text: parts.head, style: 'head' },
    ...parts.lines.map((text, at) => plain(text, { apart: at === 0, item: ITEM.test(text) })),
    ...choiceLines(answer),
    ...parts.notes.map((text) => plain(text, { apart: true })),
    ...endLines(answer, parts, cite),
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
      return answerLines(reply.answer, cite);
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
