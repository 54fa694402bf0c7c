import { labelIn } from '../../../answer/labels.ts';
import { partsOf } from '../../../answer/parts.ts';
import { createSay } from '../../../answer/phrases.ts';
import { quotedOf, shownCitations } from '../../../answer/quotes.ts';
import type { Answer, Language } from '../../../types.ts';
import type { Chart } from '../../chart.ts';
import { hintText } from '../../hints.ts';
import { listLines } from '../../list-asked.ts';
import { taskLinks } from '../../task-links.ts';
import type { AnswerReply, Reply } from '../../work.ts';
import { blocksOf } from './blocks.ts';
import { oneLine } from './markdown.ts';
import { type Page, pagesFor } from './pages.ts';
import { cardWords } from './words.ts';

/** What a card shows, whatever the reply: words as they came, not yet clipped or escaped. */
export interface Sheet {
  /** The id that its buttons carry. */
  readonly reply: string;
  readonly language: Language;
  readonly template: 'blue' | 'orange' | 'grey' | 'turquoise';
  readonly head: string;
  /** At least one. */
  readonly pages: readonly Page[];
  /** How many clauses are cited. */
  readonly sources: number;
  /** ① with its clause and a line of the quote; empty where the text has no marks. */
  readonly marked: readonly string[];
  /** Where a task of the list stands in the plan's pages. */
  readonly linkOf: (task: number) => string | undefined;
  /** What waits behind a fold. */
  readonly details: readonly string[];
  /** The document's number. */
  readonly footer: string;
  readonly notes: readonly string[];
  readonly charts: readonly Chart[];
  readonly choices: readonly string[];
  readonly suggestions: readonly string[];
  /** What they are: something to go on with, or something to begin with. */
  readonly offer: 'suggestions' | 'examples';
  /** Things that may have been meant, of which one is to be chosen. */
  readonly others: readonly string[];
  /** It asks whether it was of use. */
  readonly judged: boolean;
}

/** The bot's own name, over a card without a conclusion. */
const NAME = '问计';
const MOST_CHOICES = 10;
const MOST_SUGGESTIONS = 3;
const MOST_EXAMPLES = 6;

const templateOf = ({ status }: Answer): Sheet['template'] => {
  switch (status) {
    case 'answered':
      return 'blue';
    case 'clarify':
      return 'orange';
    case 'not_found':
      return 'grey';
  }
};

/** Notes without the word that opens them: the card marks them otherwise. */
const bareNotes = (notes: readonly string[], language: Language): readonly string[] => {
  const opening = createSay(language)('note', { text: '' });
  return notes.map((note) => (note.startsWith(opening) ? note.slice(opening.length) : note));
};

/** Near clauses that the text does not name, and choices that are too many for buttons. */
const extraLines = ({ text, related, choices, language }: Answer): readonly string[] => {
  const unnamed = related.filter(({ label }) => !text.includes(label)).map(({ label }) => labelIn(label, language));
  const rest = choices.slice(MOST_CHOICES).map(({ label }, at) => `${MOST_CHOICES + at + 1}. ${label}`);
  return [...rest, ...(unnamed.length > 0 ? [cardWords(language).related, ...unnamed] : [])];
};

const answerSheet = ({ id, answer, charts, pages }: AnswerReply): Sheet => {
  const parts = partsOf(answer);
  const { head, lines, notes } = parts;
  const citations = shownCitations(answer);
  return {
    reply: id,
    language: answer.language,
    template: templateOf(answer),
    head: oneLine(head) === '' ? NAME : head,
    pages: pagesFor(blocksOf([...lines, ...extraLines(answer)]), { ...answer, citations }),
    sources: quotedOf(citations, () => '').length,
    marked: parts.sources.slice(1),
    linkOf: taskLinks(answer, pages),
    details: parts.details,
    footer: parts.footer,
    notes: bareNotes(notes, answer.language),
    charts,
    choices: answer.choices.slice(0, MOST_CHOICES).map(({ label }, at) => `${at + 1}. ${label}`),
    suggestions: answer.suggestions.slice(0, MOST_SUGGESTIONS),
    offer: 'suggestions',
    others: [],
    judged: answer.status !== 'clarify',
  };
};

/** A card with some lines and nothing else. */
const plainSheet = (lines: readonly string[]): Sheet => ({
  reply: '',
  language: 'zh-Hans',
  template: 'grey',
  head: NAME,
  pages: [{ blocks: blocksOf(lines), citations: [] }],
  sources: 0,
  marked: [],
  linkOf: () => undefined,
  details: [],
  footer: '',
  notes: [],
  charts: [],
  choices: [],
  suggestions: [],
  offer: 'examples',
  others: [],
  judged: false,
});

/** Takes a reply apart into what its card shows. */
export const sheetOf = (reply: Reply): Sheet => {
  switch (reply.kind) {
    case 'answer':
      return answerSheet(reply);
    case 'welcome': {
      const { text, examples } = reply.welcome;
      const suggestions = examples.slice(0, MOST_EXAMPLES);
      return { ...plainSheet(text.split('\n')), reply: reply.id, template: 'turquoise', suggestions };
    }
    case 'hint':
      return plainSheet([hintText(reply.hint)]);
    case 'line':
      return plainSheet([reply.text]);
    case 'list':
      return plainSheet(listLines(reply.list));
  }
};
