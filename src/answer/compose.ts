import type { Answer, Citation, ClauseId } from '../types.ts';
import type { Source } from './citation.ts';
import type { Desk, Draft } from './draft.ts';
import { type Entry, entriesOf, MARKS, marked, quoteOf } from './entries.ts';
import { folded } from './fold.ts';
import { citeFront } from './front.ts';
import { createOwnLines } from './own-lines.ts';
import { withVerdict } from './verdict-mark.ts';

const LONGEST = { single: 1600, list: 4000 };

/** Labels drawn together: 附件任务分解表第5、14项；正文三、（二）2.（1）、（2）. */
const gather = (labels: readonly string[]): string => {
  const groups = new Map<string, { readonly numbers: string[]; readonly end: string }>();
  for (const label of new Set(labels)) {
    const [, head = label, number = '', end = ''] =
      /^(.*第)(\d+)(项|行)$/.exec(label) ?? /^(.*）2\.)(（\d+）)()$/.exec(label) ?? [];
    const group = groups.get(head) ?? { numbers: [], end };
    if (number !== '') group.numbers.push(number);
    groups.set(head, group);
  }
  const rows = ([, { end }]: readonly [string, { readonly end: string }]): number => (end === '' ? 0 : 1);
  return [...groups]
    .sort((a, b) => rows(a) - rows(b))
    .map(([head, { numbers, end }]) => `${head}${numbers.join('、')}${end}`)
    .join('；');
};

/** The citation of the document's own number, which heads the sources; none where it has no number. */
const numberCitation = (desk: Desk): readonly Source[] => citeFront(desk, desk.plan.document.number);

/** The document's number, once at the foot; nothing where the answer says it or the document has none. */
const footer = (lines: readonly string[], { say, plan: { document } }: Desk): readonly string[] => {
  const line = say('docNumber', { value: document.number });
  return document.number === '' || lines.some((one) => one.includes(document.number)) ? [] : [line];
};

interface Marked {
  readonly mark: string;
  /** The lines of the answer, which need not be quoted again. */
  readonly said: readonly string[];
}

/** ① 正文三、（五）2.（3）“…”: an entry a clause, with a line of its quote. */
const entryLine = (entry: Entry, { mark, said }: Marked, { say }: Desk): string => {
  const quote = quoteOf(entry, said);
  const words = { mark, label: entry.label, quote };
  return say(quote === '' ? 'sourceNamed' : 'quote', words);
};

/** What an answer says, laid out: conclusion, what fits a phone, notes, the rest behind the fold, sources, footer. */
interface LaidOut {
  readonly lines: readonly string[];
  /** The clauses in the order of their marks; empty for a list, whose sources are named in one line. */
  readonly order: readonly string[];
}

/** What is to be laid out. */
interface Said {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly own: readonly Source[];
  readonly answers: number;
  /** The conclusion, and what must be said with it. */
  readonly kept: number;
  readonly clausesOf: Draft['clausesOf'];
}

const listOut = ({ lines, notes, own }: Said, desk: Desk): LaidOut => {
  const labels = own.filter(({ shown }) => shown !== '').map(({ label }) => label);
  const sources = desk.say('briefSources', { labels: gather(labels) });
  return { lines: [...lines, ...notes, sources, ...footer(lines, desk)], order: [] };
};

const topicOut = ({ lines: all, notes: notices, own, answers, kept, clausesOf }: Said, desk: Desk): LaidOut => {
  const { say, language } = desk;
  const { lines, notes, details } = folded(all, notices, { language, answers, kept });
  const laid = [...lines, ...details];
  const isOwn = createOwnLines(laid, desk.plan);
  const isSaid = (at: number, clause: ClauseId): boolean =>
    (at === 0 || at >= kept) && isOwn(at, clause) && (clausesOf?.get(laid[at] ?? '')?.has(clause) ?? true);
  const read = marked(laid, entriesOf(own), isSaid);
  const rest = read.lines.slice(lines.length);
  return {
    lines: [
      ...read.lines.slice(0, lines.length),
      ...notes,
      ...(rest.length > 0 ? [say('details'), ...rest] : []),
      say('sources'),
      ...read.entries.map((entry, at) => entryLine(entry, { mark: MARKS[at] ?? '', said: [...all, ...notices] }, desk)),
      ...footer(all, desk),
    ],
    order: read.entries.map(({ clause }) => clause),
  };
};

/** The citations of an answer in the order of the marks, those that no mark stands for behind. */
const ordered = (own: readonly Source[], order: readonly string[]): readonly Source[] => {
  const placeOf = ({ clause }: Source): number => (order.indexOf(clause) + order.length + 1) % (order.length + 1);
  return own.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** What leaves: the quote as it runs in the source, without the way it is shown. */
const plainCitation = ({ plan, clause, label, quote, lines }: Source): Citation => ({
  plan,
  clause,
  label,
  quote,
  lines,
});

const unique = (citations: readonly Source[]): readonly Source[] => [
  ...new Map(citations.map((citation) => [`${citation.clause} ${citation.quote}`, citation])).values(),
];

/** At most so many characters; never cut inside a figure, so that no other figure stands there. */
const within = (lines: readonly string[], most: number): string => {
  const text = lines.join('\n');
  return text.length <= most ? text : `${text.slice(0, most - 2).replace(/[\d.]+$/u, '')}……`;
};

/** How many lines stand before the fold whatever their length: the first, and notices that stand right behind it. */
const keptOf = ({ lines, notices = [] }: Draft): number => {
  const noted = new Set(notices.map(({ text }) => text));
  const other = lines.slice(1).findIndex((line) => !noted.has(line));
  return 1 + (other < 0 ? lines.length - 1 : other);
};

/** A list names its sources in one line; so does what has more of them than there are marks. */
const isList = (draft: Draft, own: readonly Source[]): boolean =>
  draft.brief === true || entriesOf(own).length > MARKS.length;

/** Draft → Answer: conclusion first, sources last. */
export const compose = (kind: string, draft: Draft, desk: Desk): Answer => {
  const { say, language } = desk;
  const notices = draft.notices ?? [];
  const said = withVerdict(draft);
  const notes = [...new Set(notices.map(({ text }) => text))]
    .filter((text) => !draft.lines.includes(text))
    .map((text) => say('note', { text }));
  const frame = {
    kind,
    language,
    tasks: draft.tasks ?? [],
    computed: draft.computed ?? [],
    notices: [...notices, ...(draft.saidBack ?? [])],
    suggestions: draft.suggestions ?? [],
    understood: draft.understood ?? { said: '', unread: [] },
    ...(draft.verdict !== undefined && { verdict: draft.verdict }),
  };
  switch (draft.status) {
    case 'answered': {
      const own = unique(draft.citations ?? []).filter(({ quote }) => quote !== '');
      if (own.length === 0) return compose(kind, { ...draft, status: 'not_found' }, desk);
      const { lines, order } = (isList(draft, own) ? listOut : topicOut)(
        { lines: said, notes, own, answers: draft.answers ?? 1, kept: keptOf(draft), clausesOf: draft.clausesOf },
        desk,
      );
      const text = within(lines, draft.brief ? LONGEST.list : LONGEST.single);
      const [first, ...rest] = [...ordered(own, order), ...numberCitation(desk)];
      if (!first) throw new Error('an answer without a source');
      return {
        ...frame,
        status: 'answered',
        text,
        citations: [plainCitation(first), ...rest.map(plainCitation)],
        choices: [],
        related: [],
      };
    }
    case 'clarify': {
      const choices = draft.choices ?? [];
      const text = [...said, ...choices.map(({ label }, at) => say('choice', { mark: at + 1, label })), ...notes].join(
        '\n',
      );
      return { ...frame, status: 'clarify', text, citations: [], choices, related: [] };
    }
    case 'not_found':
      return {
        ...frame,
        status: 'not_found',
        text: [...said, ...notes].join('\n'),
        citations: [],
        choices: [],
        related: draft.related ?? [],
      };
  }
};
