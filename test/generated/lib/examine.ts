import type { Answer } from '../../../src/types.ts';

/** What a bot answers; both fields are promised by CONTRACT.md and looked at here whatever the types say. */
export type Reply = Answer & {
  readonly verdict?: boolean;
  readonly understood?: { readonly said: string; readonly unread: readonly string[] };
};

/** One generated question and what its answer must hold. */
export interface Case {
  /** By which it is counted: `list`, `indicator >`. */
  readonly kind: string;
  /** By which it is counted too: the wording, the role, the writing of a figure. */
  readonly tags: readonly string[];
  readonly question: string;
  readonly history: readonly string[];
  readonly year?: number;
  /** The right answer, short. */
  readonly expected: string;
  /** Returns what is wrong with a reply; undefined when it is right. */
  readonly fault: (reply: Reply) => string | undefined;
}

export interface Failure {
  readonly of: Case;
  readonly fault: string;
  readonly got: string;
}

export interface Score {
  readonly right: number;
  readonly total: number;
}

export interface Report {
  readonly cases: number;
  readonly kinds: ReadonlyMap<string, Score>;
  readonly tags: ReadonlyMap<string, Score>;
  readonly failures: readonly Failure[];
}

/** Any bot: the old one, the new one, a stand-in. */
export type AskBot = (question: { text: string; history: readonly string[]; year?: number }) => Answer;

const LONGEST = 14;

/** Returns a set of tasks, short: [9 11], [1 2 3 … 57; 56 in all]. */
export const listed = (tasks: readonly number[]): string =>
  tasks.length <= LONGEST
    ? `[${tasks.join(' ')}]`
    : `[${tasks.slice(0, LONGEST - 2).join(' ')} … ${tasks.at(-1)}; ${tasks.length} in all]`;

/** Returns one reply on a line: status, verdict, tasks, first line. */
export const shortOf = (reply: Reply): string => {
  const verdict = reply.verdict === undefined ? '' : ` ${reply.verdict ? '是' : '不是'}`;
  const [first = ''] = reply.text.split('\n');
  return `${reply.status}${verdict} ${listed(reply.tasks)} ${first.slice(0, 60)}`;
};

const add = (scores: Map<string, Score>, key: string, isRight: boolean): void => {
  const { right, total } = scores.get(key) ?? { right: 0, total: 0 };
  scores.set(key, { right: right + (isRight ? 1 : 0), total: total + 1 });
};

/** Asks every case and returns what was right by kind and tag, and each failure. */
export const examine = (cases: readonly Case[], ask: AskBot): Report => {
  const kinds = new Map<string, Score>();
  const tags = new Map<string, Score>();
  const failures: Failure[] = [];
  for (const one of cases) {
    const { question: text, history, year, kind } = one;
    const reply: Reply = ask({ text, history, ...(year !== undefined && { year }) });
    const fault = one.fault(reply);
    if (fault !== undefined) failures.push({ of: one, fault, got: shortOf(reply) });
    add(kinds, kind, fault === undefined);
    for (const tag of one.tags) add(tags, tag, fault === undefined);
  }
  return { cases: cases.length, kinds, tags, failures };
};

const spoken = ({ question, history }: Case): string => [...history, question].join(' ▸ ');

/** Returns failures as lines to read: of each kind the first `limit`, with question, expected and got. */
export const failureLines = ({ failures }: Report, limit: number): readonly string[] => {
  const kinds = [...new Set(failures.map(({ of }) => of.kind))];
  return kinds.flatMap((kind) => {
    const own = failures.filter(({ of }) => of.kind === kind);
    return [
      `── ${kind}: ${own.length} wrong`,
      ...own
        .slice(0, limit)
        .map(
          ({ of, fault, got }) => `${spoken(of)}\n     expected ${of.expected}\n     got      ${got}\n     ${fault}`,
        ),
    ];
  });
};

const row = (name: string, { right, total }: Score): string =>
  `${String(right).padStart(6)} of ${String(total).padStart(5)}  ${((100 * right) / total).toFixed(1).padStart(5)} %  ${name}`;

const worstFirst = ([, a]: [string, Score], [, b]: [string, Score]): number => a.right / a.total - b.right / b.total;

/** Returns the scores by kind, and by tag the worst `most`. */
export const scoreLines = ({ kinds, tags, cases, failures }: Report, most: number): readonly string[] => [
  ...[...kinds].map(([name, score]) => row(name, score)),
  row('all', { right: cases - failures.length, total: cases }),
  'worst by tag:',
  ...[...tags]
    .filter(([, { right, total }]) => right < total)
    .sort(worstFirst)
    .slice(0, most)
    .map(([name, score]) => row(name, score)),
];

/** Throws the failures as one text when there are any: what a test prints. */
export const mustHold = (report: Report, limit = 20): void => {
  if (report.failures.length === 0) return;
  throw new Error([`${report.failures.length} of ${report.cases} wrong`, ...failureLines(report, limit)].join('\n'));
};
