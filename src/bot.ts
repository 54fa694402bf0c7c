import { fileURLToPath } from 'node:url';
import { createCheck } from './answer/check.ts';
import { createCiter } from './answer/citation.ts';
import { compose } from './answer/compose.ts';
import type { Desk } from './answer/draft.ts';
import { createNamer } from './answer/names.ts';
import { createSay } from './answer/phrases.ts';
import { createCentre, type Understood } from './centre.ts';
import { yearOf } from './china-time.ts';
import { refOf } from './compose/topic.ts';
import { type Corpus, planFolders, readCorpus } from './corpus.ts';
import { CodedError } from './errors.ts';
import { createGround } from './execute/ground.ts';
import { createBodies } from './library/bodies.ts';
import { createLibrary } from './library/library.ts';
import { createPrinted } from './library/printed.ts';
import { createWordings } from './library/wordings.ts';
import { once } from './once.ts';
import { phraseRefused } from './phrase/decisions/refused.ts';
import { parsePlan } from './plan/parse.ts';
import { type Lang, readLang } from './read/lang.ts';
import { createRead } from './read/read.ts';
import { createRecent } from './recent.ts';
import { createClosest } from './search/closest.ts';
import { type Cutter, createCutter } from './search/cut.ts';
import { passagesOf } from './search/passages.ts';
import { createSearch } from './search/search.ts';
import type { Answer, Ask, Closest, Language, Plan, Question } from './types.ts';
import type { Ref, Tokens } from './values.ts';
import { glossesOf, jiebaWords, lexiconOf, othersOf, saidOf } from './vocabulary.ts';

/** How a question was understood and answered, for `--why`. */
export interface Explanation extends Understood {
  readonly answer: Answer;
  /** What the check found; an answer with faults was replaced by a refusal. */
  readonly faults: readonly string[];
}

export interface Bot {
  readonly plan: Plan;
  readonly ask: Ask;
  readonly explain: (question: Question) => Explanation;
  /** What a text says by itself, nothing searched. */
  readonly read: (text: string) => Tokens;
  /** The things that the search finds for some words, best first. */
  readonly near: (words: string) => readonly Ref[];
  /** The clauses that come nearest to some words, so many at most. */
  readonly closest: (words: string, most: number) => Closest;
}

/** Everything a bot is made of, handed in: the corpus and the words of asking. */
export interface BotContent {
  readonly corpus: Corpus;
  readonly lang: Lang;
  /** Made before, where several bots speak of one plan: jieba's dictionary cannot forget a word. */
  readonly made?: { readonly plan: Plan; readonly cutter: Cutter };
  /** Called with what the check found, when an answer had to be replaced. */
  readonly onFault?: (kind: string, faults: readonly string[]) => void;
}

/** Returns a desk for each language, made when it is first asked in. */
const desksOf = (content: Pick<Desk, 'plan' | 'search' | 'conflicts' | 'glosses'>): ((language: Language) => Desk) => {
  const { plan, glosses } = content;
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  const cite = createCiter(plan);
  const desks = new Map<Language, Desk>();
  return (language) => {
    const desk = desks.get(language) ?? {
      ...content,
      clause: (id) => (id === undefined ? undefined : clauses.get(id)),
      language,
      cite,
      name: createNamer(plan, glosses, language),
      say: createSay(language),
    };
    desks.set(language, desk);
    return desk;
  };
};

/** Texts that are kept as they were read: what was just asked is read again by those who ask about it. */
const MOST_READ = 16;

/** What a model made of the last text is put aside: the rules read it. */
const withoutLast = (readings: Question['readings']): Question['readings'] =>
  readings && [...readings.slice(0, -1), null];

/** Question → checked Answer: pure and synchronous once built. */
export const createBot = ({ corpus, lang, made, onFault }: BotContent): Bot => {
  const plan = made?.plan ?? parsePlan(corpus);
  const cutter = made?.cutter ?? createCutter(jiebaWords(plan, corpus));
  const lexicon = lexiconOf(corpus);
  const search = createSearch({
    passages: passagesOf(plan, othersOf(corpus, plan)),
    lexicon,
    ...cutter,
  });
  const { conflicts, attributes } = corpus;
  const terms = corpus.terms.undefined.map(({ term }) => term);
  const wordings = createWordings(saidOf(corpus));
  const library = createLibrary(plan, conflicts);
  const bodies = createBodies(cutter.cut, corpus.bodies);
  const ground = createGround({
    library,
    search,
    conflicts,
    terms,
    attributes,
    wordings,
    bodies,
    actionNames: corpus.words.actions,
  });
  const source = plan.clauses.map(({ text }) => text.replace(/\s+/g, '')).join('\n');
  const printed = createPrinted(plan);
  const readAnew = createRead({
    plan,
    corpus,
    cutter,
    lang,
    lexicon,
    bears: (word) => source.includes(word),
    onlyBehind: (word, head) => source.includes(word) && !source.replaceAll(head + word, '').includes(word),
    printed,
  });
  const texts = createRecent<Tokens>(MOST_READ);
  const read = (text: string, now?: number): Tokens => texts(JSON.stringify([now, text]), () => readAnew(text, now));
  const centre = createCentre(ground, read, printed.taskOf);
  const check = createCheck(plan);
  const deskFor = desksOf({ plan, search, conflicts, glosses: glossesOf(corpus) });

  const explain = (question: Question): Explanation => {
    const understood = centre.understand(question, deskFor);
    const { composed, kind, draft, said } = understood;
    const desk = deskFor(composed.language);
    const unread = composed.unread.map(({ text }) => text);
    const made = compose(kind, { ...draft, understood: { said, unread } }, desk);
    const faults = check(made, question);
    if (faults.length === 0) return { ...understood, answer: made, faults };
    onFault?.(kind, faults);
    if (composed.byModel) return explain({ ...question, readings: withoutLast(question.readings) });
    const refused = phraseRefused({ decision: 'refuse', why: 'absent', about: '', near: [] }, desk);
    return { ...understood, answer: compose(kind, { ...refused, understood: { said, unread } }, desk), faults };
  };
  const near = (words: string): readonly Ref[] => search.topics(words).map(({ topic }) => refOf(topic));
  return {
    plan,
    explain,
    ask: (question) => explain(question).answer,
    read,
    near,
    closest: createClosest(plan.clauses, cutter.cut),
  };
};

/** An ask that knows what 今年 is. `now` gives milliseconds since the epoch. */
export const withClock =
  (ask: Ask, now: () => number): Ask =>
  (question) =>
    ask({ year: yearOf(now()), ...question });

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const LANG = fileURLToPath(new URL('../corpus/lang/', import.meta.url));

/** The words of asking that come with the program, read once. */
export const ownLang = once((): Lang => readLang(LANG));

const foldersIn = (corpusDir: string): readonly [string, ...string[]] => {
  const [first, ...rest] = planFolders(corpusDir);
  if (first === undefined) throw new CodedError('corpus_invalid', '语料目录里没有计划。');
  return [first, ...rest];
};

/** The bot on the first plan of a corpus folder. */
export const loadBot = async (
  options: { readonly corpusDir?: string; readonly onFault?: BotContent['onFault'] } = {},
): Promise<Bot> => {
  const [folder] = foldersIn(options.corpusDir ?? CORPUS);
  const { onFault } = options;
  return createBot({ corpus: readCorpus(folder), lang: ownLang(), ...(onFault && { onFault }) });
};
