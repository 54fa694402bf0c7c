import { clip } from '../text.ts';
import type { Answer, Citation } from '../types.ts';
import type { Source } from './citation.ts';
import type { Desk, Draft } from './draft.ts';
import { citeFront } from './front.ts';

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩';
/** A phone shows so much of a quote without hiding the answer; the whole of it is in `citations`. */
const LONGEST_QUOTE = 160;
const MOST_QUOTES = 4;
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

const sources = (draft: Draft, citations: readonly Source[], desk: Desk): readonly string[] => {
  const { number } = desk.plan.document;
  const listed = citations.filter(({ shown }) => shown !== '');
  if (draft.brief || listed.length > MOST_QUOTES)
    return [
      desk.say(number === '' ? 'briefSourcesPlain' : 'briefSources', {
        number,
        labels: gather(listed.map(({ label }) => label)),
      }),
    ];
  return [
    desk.say(number === '' ? 'sourcesPlain' : 'sources', { number }),
    ...listed.map(({ label, shown }, at) =>
      desk.say('quote', { mark: MARKS[at] ?? '·', label, quote: clip(shown, LONGEST_QUOTE) }),
    ),
  ];
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

/** Draft → Answer: conclusion, notices, sources last. */
export const compose = (kind: string, draft: Draft, desk: Desk): Answer => {
  const { say, language } = desk;
  const notices = draft.notices ?? [];
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
      const [first, ...rest] = [...own, ...numberCitation(desk)];
      if (!first || own.length === 0) return compose(kind, { ...draft, status: 'not_found' }, desk);
      const text = within(
        [...draft.lines, ...notes, ...sources(draft, own, desk)],
        draft.brief ? LONGEST.list : LONGEST.single,
      );
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
      const text = [
        ...draft.lines,
        ...choices.map(({ label }, at) => say('choice', { mark: at + 1, label })),
        ...notes,
      ].join('\n');
      return { ...frame, status: 'clarify', text, citations: [], choices, related: [] };
    }
    case 'not_found':
      return {
        ...frame,
        status: 'not_found',
        text: [...draft.lines, ...notes].join('\n'),
        citations: [],
        choices: [],
        related: draft.related ?? [],
      };
  }
};
