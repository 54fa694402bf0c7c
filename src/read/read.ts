import type { Corpus } from '../corpus.ts';
import type { Printed } from '../library/printed.ts';
import { oncePer } from '../once.ts';
import { periodOf } from '../plan/years.ts';
import type { Cutter } from '../search/cut.ts';
import type { Plan } from '../types.ts';
import type { Tokens } from '../values.ts';
import { settleAsides, withoutLastAside } from './asides.ts';
import { joinedAskers, politeVerbs, questionsByDenial } from './asking.ts';
import { type Borders, bordersOf, createFinder } from './borders.ts';
import type { Candidate } from './candidate.ts';
import { settleChoices } from './choices.ts';
import { isStatement, statementIn } from './claimed.ts';
import { createClauses } from './clauses.ts';
import { createComplements } from './complements.ts';
import { joinedVerbs, outermost, withoutCutting, withoutInner, withoutPointing, wordsIn } from './content.ts';
import { countedIn } from './counted.ts';
import { settleDenials } from './denials.ts';
import { createDocuments, datesIn } from './documents.ts';
import { fill, joinWords } from './fill.ts';
import { settleOften } from './how-often.ts';
import { claimedIntervals } from './intervals.ts';
import type { Lang } from './lang.ts';
import { settleLookedFor } from './looked-for.ts';
import { measuredIn } from './measured.ts';
import { createNames } from './names.ts';
import { settlePaid } from './paid.ts';
import { payersIn } from './payers.ts';
import { namesOf, partsOf } from './plan-names.ts';
import { positionsIn } from './positions.ts';
import { printedIn } from './printed.ts';
import { quantitiesIn } from './quantities.ts';
import { quotesIn } from './quotes.ts';
import { createRowIndex } from './rows.ts';
import { createScopes } from './scopes.ts';
import { settle } from './settle.ts';
import { createShortUnits, markShortUnits } from './short-units.ts';
import { createSpelling } from './spelling.ts';
import { settleStems } from './stems.ts';
import { isOwnPlace, markStrangers } from './strangers.ts';
import { createTalk } from './talk.ts';
import { tile } from './tiling.ts';
import { yearsIn } from './years.ts';

/** Everything that a question is read by, handed in. */
export interface ReadContent {
  readonly plan: Plan;
  readonly corpus: Corpus;
  readonly cutter: Cutter;
  readonly lang: Lang;
  /** Everyday words for what the plan prints. */
  readonly lexicon: Corpus['lexicon'];
  /** Does the plan's text hold these words? */
  readonly bears: (word: string) => boolean;
  /** Does the plan's text hold these words only with this before them? */
  readonly onlyBehind: (word: string, head: string) => boolean;
  readonly printed: Printed;
}

/** A question's text → its tokens, which lie end to end over the text as it was read. */
export type Read = (text: string, now?: number) => Tokens;

/** A shorter expression may be cut by words of asking. */
const SHORTEST_SPOKEN = 4;

const spokenWords = new WeakMap<Corpus['lexicon'], ReadonlySet<string>>();

/** Expressions of the lexicon that words of asking do not cut apart; one set for all plans that share it. */
const spokenIn = (lexicon: Corpus['lexicon'], isAsking: (word: string) => boolean): ReadonlySet<string> => {
  const words =
    spokenWords.get(lexicon) ??
    new Set(lexicon.map(({ say }) => say).filter((say) => say.length >= SHORTEST_SPOKEN && !isAsking(say)));
  spokenWords.set(lexicon, words);
  return words;
};

/** What depends on the words of asking alone: one for all plans. */
const sharedOf = oncePer(({ talk, complements, rows }: Lang) => ({
  settleTalk: createTalk(
    talk,
    rows.flatMap(({ meaning, word }) => (meaning.kind === 'glue' ? [word] : [])),
  ),
  complements: createComplements(complements, createRowIndex(rows).isRow),
}));

const spanKey = (from: number, to: number): number => from * 1_000_000 + to;

/** The units and groups that stand in a list of some task. */
const namedIn = ({ tasks }: ReadContent['plan']): ReadonlySet<string> =>
  new Set(
    tasks
      .flatMap(({ body, row }) => [...body.responsible, ...body.supporting, ...row.responsible, ...row.supporting])
      .flatMap(({ means }) => means),
  );

/** What is asked of a statement that somebody made. */
const IS_IT_SO = '，对吗';

type Rows = ReturnType<typeof createRowIndex>;

/**
 * The names that name something of the plan wherever they stand. 开发区 alone asks for a sort of unit; where it stands as
 * one, `markShortUnits` takes it for all of them. 重大行动 are the actions, though the part that holds all of them is
 * headed so; 组织实施 is what somebody does.
 */
const nameable = (plan: Plan, corpus: Corpus, rows: Rows) => {
  const holdsAll = (clause: string): boolean =>
    plan.actions.every(({ goal, heading = goal }) => heading.startsWith(`${clause}.`));
  const isAsked = (name: string, clause: string): boolean =>
    rows
      .find(name)
      .some(
        ({ from, to, meaning }) =>
          from === 0 &&
          to === name.length &&
          ((meaning.kind === 'type' && meaning.type === 'action' && holdsAll(clause)) ||
            (meaning.kind === 'role' && meaning.form === 'verb')),
      );
  return namesOf(plan, corpus).filter(
    ({ name, means }) =>
      !(means.kind === 'unit' ? rows.isRow(name) : means.kind === 'clause' && isAsked(name, means.clause)),
  );
};

/** Returns the reader of things that the plan has or that are written as such: names, clauses, dates, amounts. */
const createThings = (named: ReturnType<typeof nameable>, { plan, corpus, lang }: ReadContent) => {
  const names = createNames(named, { plan, corpus });
  const documents = createDocuments(plan.document.number);
  const clauses = createClauses({
    clauses: new Set(plan.clauses.map(({ id }) => id)),
    tasks: new Set(plan.tasks.map(({ body }) => body.clause)),
    actionPart: corpus.shape.parts?.actions ?? 0,
    parts: partsOf(plan, corpus),
  });
  const scopes = createScopes(plan);
  const [period, late] = [periodOf(plan), plan.clauses.some(({ text }) => LATE.test(text))];

  return (text: string, now: number | undefined): readonly Candidate[] => {
    const found = [
      ...names(text),
      ...documents(text),
      ...datesIn(text),
      ...clauses(text),
      ...scopes(text),
      ...positionsIn(text, plan.tasks.length),
      ...yearsIn(text, { period, late, now }),
      ...quantitiesIn(text, lang.measures),
      ...measuredIn(text),
    ];
    return outermost(found);
  };
};

const LATE = /(?<!\d)203\d\s*年/u;

/** What is asked in a text. */
const askingIn = (text: string, measures: Lang['measures'], rows: Rows) => [
  ...joinedAskers(text, { measures, rows }),
  ...questionsByDenial(text, rows),
  ...politeVerbs(text),
  ...payersIn(text),
  ...countedIn(text),
  ...withoutLastAside(text, rows.find(text)),
];

/** Returns the reader of the words that stand between things and what is asked. */
const createWords = ({
  lang,
  lexicon,
  bears,
  rows,
}: Pick<ReadContent, 'lang' | 'lexicon' | 'bears'> & { readonly rows: Rows }) => {
  /** What people say for what the plan prints: 自己的钱 is one wording, whatever stands in it. */
  const spoken = createFinder(spokenIn(lexicon, rows.isRow));
  const plainWords = createFinder(lang.plain);
  const plainIn = (text: string) => plainWords(text).filter(([from, to]) => to - from > 1);

  return (text: string, { asking, borders }: { readonly asking: readonly Candidate[]; readonly borders: Borders }) => {
    const spans = new Set(asking.map(({ from, to }) => spanKey(from, to)));
    const own = asking.filter(({ from, to }) => borders.startOf[from] === from && borders.endOf[to - 1] === to);
    const cutSpoken = spoken(text).filter(([from, to]) => own.some((one) => one.from >= from && one.to <= to));
    return wordsIn(text, { ...borders, words: [...borders.words, ...plainIn(text), ...cutSpoken] }, (from, to) => {
      const word = text.slice(from, to);
      return (
        spans.has(spanKey(from, to)) ||
        lang.never.has(word) ||
        (!lang.plain.has(word) && !bears(word) && rows.isMadeOf(word))
      );
    });
  };
};

/** Returns what settles the tokens of a text among themselves. */
const createSettling = ({ plan, corpus, lang, bears }: ReadContent, rows: Rows) => {
  const unitsOf = createShortUnits({ ...corpus.registry, named: namedIn(plan) }, rows.isRow);
  const places = corpus.places.filter((place) => !isOwnPlace(place, bears));
  const strangers = { bodies: lang.bodies, places, bears };
  const stems = { bodies: lang.bodies, sorts: lang.sorts, bears };

  const { settleTalk } = sharedOf(lang);
  return (text: string, chosen: readonly Candidate[]) => {
    const weak = new Map(chosen.map((one) => [one.from, one.weak]));
    const plain = settle(fill(text, chosen), { weakness: ({ from }) => weak.get(from), bears });
    const worded = settleOften(joinWords(settleDenials(joinWords(settleAsides(plain), text)), text));
    const marked = settleStems(markStrangers(markShortUnits(worded, unitsOf), strangers), stems);
    return settleChoices(settlePaid(settleTalk(settleLookedFor(marked))), text);
  };
};

/** Builds the reader of questions about a plan. `now` is the year of asking; without it 今年 is no year. */
export const createRead = (content: ReadContent): Read => {
  const { plan, corpus, cutter, lang, lexicon, bears, onlyBehind, printed } = content;
  const rows = createRowIndex(lang.rows);
  const named = nameable(plan, corpus, rows);
  const spell = createSpelling({ plan, corpus, cutter, names: named, asking: lang.rows.map(({ word }) => word) });
  const thingsIn = createThings(named, content);

  const { complements } = sharedOf(lang);
  const wordsBeside = createWords({ lang, lexicon, bears, rows });
  const settleAll = createSettling(content, rows);

  const readOnce: Read = (typed, now) => {
    const { text, language, condensed } = spell(typed);
    const borders = bordersOf(text);
    const asking = askingIn(text, lang.measures, rows);
    const named = [...thingsIn(text, now), ...claimedIntervals(text, asking)];
    const found = withoutCutting(withoutPointing(outermost(named), asking), asking);
    const apart = [
      ...quotesIn(text, { things: found, asking }),
      ...printedIn(text, { things: found, asking, borders }, printed),
    ];
    const things = outermost([...apart, ...found]);
    const said = { bears, onlyBehind };
    const verbs = joinedVerbs(text, asking, said);
    const candidates = withoutInner(text, [...things, ...verbs, ...complements(text, borders), ...asking], said);
    const words = wordsBeside(text, { asking, borders });
    const chosen = tile([...candidates, ...words], text.length, borders);
    const tokens = settleAll(text, chosen);
    return condensed ? { text, language, tokens, condensed } : { text, language, tokens };
  };

  return (typed, now) => {
    const read = readOnce(typed, now);
    const said = statementIn(read);
    const claim = said === undefined ? undefined : readOnce(`${said}${IS_IT_SO}`, now);
    return claim && isStatement(claim) ? claim : read;
  };
};
