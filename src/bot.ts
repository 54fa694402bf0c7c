import { fileURLToPath } from 'node:url';
import { createCheck } from './answer/check.ts';
import { createCiter } from './answer/citation.ts';
import { compose } from './answer/compose.ts';
import type { Desk, Draft } from './answer/draft.ts';
import { createNamer } from './answer/names.ts';
import { createSay } from './answer/phrases.ts';
import { yearOf } from './china-time.ts';
import { chosen } from './chosen.ts';
import { type Corpus, planFolders, readCorpus } from './corpus.ts';
import { CodedError } from './errors.ts';
import { parsePlan } from './plan/parse.ts';
import type { Kind } from './questions/kind.ts';
import { KINDS } from './questions/kinds.ts';
import { askedOf, refusal } from './questions/refusal.ts';
import { type Cutter, createCutter } from './search/cut.ts';
import { passagesOf } from './search/passages.ts';
import { createSearch } from './search/search.ts';
import type { Answer, Ask, Language, Mention, Notice, Plan, Query, Question, Reading } from './types.ts';
import { createCondense, LONGEST, pairsOf } from './understand/condense.ts';
import { createMisheard } from './understand/misheard.ts';
import { createNormalise } from './understand/normalise.ts';
import { createRecogniser } from './understand/recognise.ts';
import { createRomanised } from './understand/romanised.ts';
import { createUnderstand } from './understand/understand.ts';
import { glossesOf, jiebaWords, namesOf, othersOf, partsOf, spokenOf } from './vocabulary.ts';

/** How a question was understood and answered, for `--why`. */
export interface Explanation {
  readonly query: Query;
  readonly kind: string;
  readonly answer: Answer;
  /** What the check found; an answer with faults was replaced by a refusal. */
  readonly faults: readonly string[];
}

export interface Bot {
  readonly plan: Plan;
  readonly ask: Ask;
  readonly explain: (question: Question) => Explanation;
  /** What a text says by itself, nothing searched. */
  readonly read: (text: string) => Reading;
}

/** What was filled in or taken on trust is said: an earlier question, a year that only a clock could tell, a far wording. */
const assumedNotices = (asked: Question, query: Query, draft: Draft, desk: Desk): readonly Notice[] => {
  const values = query.assumed.map(({ value }) => value).filter((value) => value !== '');
  const relative = query.reading.mentions.some(({ rule }) => rule === 'year:relative');
  const far =
    draft.status === 'answered' &&
    draft.tasks?.length === 1 &&
    query.tasks.length === 0 &&
    query.topic?.kind === 'task' &&
    query.confidence === 'weak';
  const texts = [
    ...(asked.text.length > LONGEST ? [desk.say('shortened', { text: askedOf(query, query.reading.text) })] : []),
    ...(relative ? [desk.say('noYear')] : []),
    ...(far ? [desk.say('assumedNearest')] : []),
    ...(query.assumed.length > 0
      ? [values.length > 0 ? desk.say('assumedTopic', { value: values.join('，') }) : desk.say('assumedKind')]
      : []),
  ];
  return texts.map((text) => ({ code: 'assumed', text, clauses: [] }));
};

/** Words that point at an earlier question. */
const LEANING: readonly Mention['kind'][] = ['pronoun', 'relative'];

/** Everything a bot is made of, handed in: the corpus and the kinds of question. */
export interface BotContent {
  readonly corpus: Corpus;
  readonly kinds: readonly Kind[];
  /** Made before, where several bots speak of one plan: jieba's dictionary cannot forget a word. */
  readonly made?: { readonly plan: Plan; readonly cutter: Cutter };
  /** Called with what the check found, when an answer had to be replaced. */
  readonly onFault?: (kind: string, faults: readonly string[]) => void;
}

/** Question → checked Answer: pure and synchronous once built. */
export const createBot = ({ corpus, kinds, made, onFault }: BotContent): Bot => {
  const plan = made?.plan ?? parsePlan(corpus);
  const cutter = made?.cutter ?? createCutter(jiebaWords(plan, corpus));
  const search = createSearch({
    passages: passagesOf(plan, othersOf(corpus, plan)),
    lexicon: corpus.lexicon,
    ...cutter,
  });
  const names = namesOf(plan, corpus);
  const recognise = createRecogniser(names, {
    plan,
    actionPart: corpus.shape.parts.actions,
    parts: partsOf(plan, corpus),
    places: corpus.places,
    bodies: corpus.bodies,
  });
  const normalise = createNormalise(corpus.variants);
  const misheard = createMisheard(corpus.asking, (piece) => corpus.source.includes(piece));
  const condense = createCondense(new Set(names.flatMap(({ name }) => pairsOf(name))));
  const romanised = createRomanised(spokenOf(plan, corpus, cutter.cut));
  const read = (typed: string) => {
    const { text, language } = normalise(typed);
    return romanised({ text: condense(language === 'en' ? text : misheard(text)), language });
  };
  const understand = createUnderstand({ normalise: read, recognise, plan, search });
  const check = createCheck(plan);
  const glosses = glossesOf(corpus);
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  const cite = createCiter(plan);
  const desks = new Map<Language, Desk>();
  const deskFor = (language: Language): Desk => {
    const known = desks.get(language);
    if (known) return known;
    const desk: Desk = {
      plan,
      clause: (id) => (id === undefined ? undefined : clauses.get(id)),
      search,
      conflicts: corpus.conflicts,
      language,
      glosses,
      cite,
      name: createNamer(plan, glosses, language),
      say: createSay(language),
    };
    desks.set(language, desk);
    return desk;
  };
  const draftOf = (query: Query, desk: Desk): { readonly kind: string; readonly draft: Draft } => {
    for (const kind of kinds) {
      const draft = kind.answer(query, desk);
      if (draft && (draft.status !== 'answered' || (draft.citations ?? []).length > 0))
        return { kind: kind.name, draft };
    }
    return { kind: 'not-found', draft: refusal(desk.say('notFoundPlain'), query, desk) };
  };
  /** 责任单位最多的是哪一项, after anything: asked of the whole plan, it takes nothing from before. */
  const standingAlone = (question: Question): Query | undefined => {
    if (question.history.length === 0) return undefined;
    const query = understand({ ...question, history: [] });
    const leans = query.reading.mentions.some(({ kind }) => LEANING.includes(kind));
    const desk = deskFor(query.language);
    const whole = !leans && kinds.find((kind) => kind.answer(query, desk))?.whole?.(query) === true;
    return whole ? query : undefined;
  };
  const explain = (asked: Question): Explanation => {
    const question = chosen(asked, answerOf);
    const query = standingAlone(question) ?? understand(question);
    const desk = deskFor(query.language);
    const { kind, draft } = draftOf(query, desk);
    const answer = compose(
      kind,
      {
        ...draft,
        notices: [...assumedNotices(question, query, draft, desk), ...(draft.notices ?? [])],
        suggestions: (draft.suggestions ?? []).filter((next) => next !== question.text),
      },
      desk,
    );
    const faults = check(answer, { ...question, history: [...question.history, ...asked.history] });
    if (faults.length === 0) return { query, kind, answer, faults };
    onFault?.(kind, faults);
    return {
      query,
      kind,
      answer: compose(kind, refusal(desk.say('notFoundPlain'), { ...query, hits: [] }, desk), desk),
      faults,
    };
  };
  const answerOf: Ask = (question) => explain(question).answer;
  return { plan, explain, ask: answerOf, read: (text) => recognise(read(text)) };
};

/** An ask that knows what 今年 is. `now` gives milliseconds since the epoch. */
export const withClock =
  (ask: Ask, now: () => number): Ask =>
  (question) =>
    ask({ year: yearOf(now()), ...question });

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));

/** The bot on the plan of a corpus folder. */
export const loadBot = async (
  options: { readonly corpusDir?: string; readonly onFault?: BotContent['onFault'] } = {},
): Promise<Bot> => {
  const [folder] = planFolders(options.corpusDir ?? CORPUS);
  if (!folder) throw new CodedError('corpus_invalid', '语料目录里没有计划。');
  return createBot({ corpus: readCorpus(folder), kinds: KINDS, ...(options.onFault && { onFault: options.onFault }) });
};
