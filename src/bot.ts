import { fileURLToPath } from 'node:url';
import { createCheck } from './answer/check.ts';
import { createCiter } from './answer/citation.ts';
import { compose } from './answer/compose.ts';
import type { Desk, Draft } from './answer/draft.ts';
import { createNamer, type Glosses } from './answer/names.ts';
import { createSay } from './answer/phrases.ts';
import { type Corpus, planFolders, readCorpus } from './corpus.ts';
import { CodedError } from './errors.ts';
import { parsePlan } from './plan/parse.ts';
import type { Kind } from './questions/kind.ts';
import { KINDS } from './questions/kinds.ts';
import { refusal } from './questions/not-found.ts';
import { createCutter } from './search/cut.ts';
import { type OtherWords, passagesOf } from './search/passages.ts';
import { createSearch } from './search/search.ts';
import type { Answer, Ask, Language, Notice, Plan, Query, Question } from './types.ts';
import type { Name } from './understand/names.ts';
import { createNormalise } from './understand/normalise.ts';
import { createRecogniser, type Named } from './understand/recognise.ts';
import { createUnderstand } from './understand/understand.ts';

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
}

const LEADING_VERB =
  /^(?:加快|加大|大力|全面|推动|推进|促进|支持|鼓励|完善|优化|建立|建设|创新|拓宽|拓展|提升|加强|深化|开展|组织开展|发布|举办|培育发展|培育|发展|申请创建|高水平建设|抢滩发力|利用|发挥|扩大|降低|整合优化|整合|打造|引进)+/;
const SHORTEST_TITLE = 5;

/** A title, and the title without the verb in front of it: 推动设立天然气交易中心, 天然气交易中心. */
const titleNames = (title: string): readonly string[] => {
  const bare = title.replace(LEADING_VERB, '').replace(/^设立/, '');
  return bare.length >= SHORTEST_TITLE && bare !== title ? [title, bare] : [title];
};

/** What an indicator measures, without how: 金融机构年末累计数, 金融机构. */
const indicatorNames = (name: string): readonly string[] => [
  ...new Set([name, name.replace(/^年(?!末)/, ''), name.replace(/年末累计数$|余额$/, '')]),
];

const namesOf = (plan: Plan, corpus: Corpus): readonly Name<Named>[] => {
  const named = (names: readonly string[], means: Named, sounds = true): readonly Name<Named>[] =>
    names.map((name) => ({ name, means, sounds }));
  const english = (entry: { english: { name: string; others: readonly string[] } }) => [
    entry.english.name,
    ...entry.english.others,
  ];
  const { registry, words, terms, english: glosses } = corpus;
  return [
    ...terms.undefined.flatMap(({ term, others }) => named([term, ...others], { kind: 'term', term }, false)),
    ...registry.units.flatMap((unit) => [
      ...named([unit.name, unit.full, ...unit.others], { kind: 'unit', unit: unit.name }),
      ...named(english(unit), { kind: 'unit', unit: unit.name }, false),
    ]),
    ...registry.groups.flatMap((group) =>
      named([group.name, ...english(group)], { kind: 'unit', unit: group.name }, false),
    ),
    ...registry.misprints
      .filter(({ means, where }) => means.length === 1 && where !== undefined)
      .flatMap(({ printed, means }) =>
        printed.length > 3 ? named([printed], { kind: 'unit', unit: means[0] ?? '' }, false) : [],
      ),
    ...registry.ambiguous.flatMap(({ say, units }) => named([say], { kind: 'unit-unclear', units }, false)),
    ...plan.indicators.flatMap(({ number, name }) =>
      named(
        [
          ...indicatorNames(name),
          ...(words.indicators[number] ?? []),
          ...[glosses.indicators[number]].flatMap((gloss) => (gloss ? [gloss.name, ...gloss.others] : [])),
        ],
        { kind: 'indicator', indicator: number },
      ),
    ),
    ...plan.actions.flatMap(({ number, title }) =>
      named(
        [
          title,
          ...(words.actions[number] ?? []),
          ...[glosses.actions[number]].flatMap((gloss) => (gloss ? [gloss.name, ...gloss.others] : [])),
        ],
        { kind: 'action', action: number },
      ),
    ),
    ...plan.clauses
      .filter(({ kind, id }) => (kind === 'heading' || kind === 'guiding') && /^\d+$/.test(id))
      .flatMap(({ id, text }) =>
        named([text.split('\n')[0]?.replace(/^.+?、/, '') ?? ''], { kind: 'clause', clause: id, exists: true }, false),
      ),
    ...plan.tasks.flatMap(({ number, body, row }) =>
      named([...titleNames(body.title), ...titleNames(row.title)], { kind: 'task', task: number }),
    ),
    ...plan.tasks.flatMap(({ number }) =>
      named([glosses.tasks[number]?.title ?? ''], { kind: 'task', task: number }, false),
    ),
  ];
};

const othersOf = ({ words, english }: Corpus, plan: Plan): OtherWords => {
  const tasks = (numbered: (number: number) => readonly string[]) =>
    plan.tasks.map(({ number }) => [`task.${number}`, numbered(number)] as const);
  const rows = plan.indicators.map(({ number, clause }) => [clause, words.indicators[number] ?? []] as const);
  return {
    words: new Map([...tasks((number) => words.tasks[number] ?? []), ...rows, ...Object.entries(words.safeguards)]),
    english: new Map([
      ...tasks((number) =>
        [english.tasks[number]].flatMap((gloss) => (gloss ? [gloss.title, ...gloss.others, gloss.about] : [])),
      ),
      ...plan.indicators.map(
        ({ number, clause }) =>
          [
            clause,
            [english.indicators[number]].flatMap((gloss) => (gloss ? [gloss.name, ...gloss.others] : [])),
          ] as const,
      ),
      ...Object.entries(english.clauses).map(([clause, text]) => [clause, [text]] as const),
    ]),
  };
};

const glossesOf = ({ english }: Corpus): Glosses => ({
  tasks: new Map(Object.entries(english.tasks).map(([number, { title }]) => [Number(number), title])),
  actions: new Map(Object.entries(english.actions).map(([number, { name }]) => [Number(number), name])),
  indicators: new Map(Object.entries(english.indicators).map(([number, gloss]) => [Number(number), gloss])),
});

const jiebaWords = (plan: Plan, corpus: Corpus): readonly string[] => [
  ...corpus.jieba,
  ...corpus.registry.units.flatMap(({ name, full, others }) => [name, full, ...others]),
  ...plan.indicators.map(({ name }) => name),
  ...plan.actions.map(({ title }) => title),
];

const assumedNotices = (query: Query, desk: Desk): readonly Notice[] => {
  const values = query.assumed.map(({ value }) => value).filter((value) => value !== '');
  if (query.assumed.length === 0) return [];
  return [
    {
      code: 'assumed',
      text: values.length > 0 ? desk.say('assumedTopic', { value: values.join('，') }) : desk.say('assumedKind'),
      clauses: [],
    },
  ];
};

/** Everything a bot is made of, handed in: the corpus and the kinds of question. */
export interface BotContent {
  readonly corpus: Corpus;
  readonly kinds: readonly Kind[];
  /** Called with what the check found, when an answer had to be replaced. */
  readonly onFault?: (kind: string, faults: readonly string[]) => void;
}

/** Question → checked Answer: pure and synchronous once built. */
export const createBot = ({ corpus, kinds, onFault }: BotContent): Bot => {
  const plan = parsePlan(corpus);
  const cutter = createCutter(jiebaWords(plan, corpus));
  const search = createSearch({
    passages: passagesOf(plan, othersOf(corpus, plan)),
    lexicon: corpus.lexicon,
    ...cutter,
  });
  const recognise = createRecogniser(namesOf(plan, corpus), {
    plan,
    actionPart: corpus.shape.parts.actions,
    places: corpus.places,
  });
  const understand = createUnderstand({ normalise: createNormalise(corpus.variants), recognise, plan, search });
  const check = createCheck(plan);
  const glosses = glossesOf(corpus);
  const desks = new Map<Language, Desk>();
  const deskFor = (language: Language): Desk => {
    const known = desks.get(language);
    if (known) return known;
    const desk: Desk = {
      plan,
      search,
      language,
      glosses,
      cite: createCiter(plan),
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
  const explain = (question: Question): Explanation => {
    const query = understand(question);
    const desk = deskFor(query.language);
    const { kind, draft } = draftOf(query, desk);
    const answer = compose(
      kind,
      { ...draft, notices: [...assumedNotices(query, desk), ...(draft.notices ?? [])] },
      desk,
    );
    const faults = check(answer, question);
    if (faults.length === 0) return { query, kind, answer, faults };
    onFault?.(kind, faults);
    return {
      query,
      kind,
      answer: compose(kind, refusal(desk.say('notFoundPlain'), { ...query, hits: [] }, desk), desk),
      faults,
    };
  };
  return { plan, explain, ask: (question) => explain(question).answer };
};

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));

/** The bot on the plan of a corpus folder. */
export const loadBot = async (
  options: { readonly corpusDir?: string; readonly onFault?: BotContent['onFault'] } = {},
): Promise<Bot> => {
  const [folder] = planFolders(options.corpusDir ?? CORPUS);
  if (!folder) throw new CodedError('corpus_invalid', '语料目录里没有计划。');
  return createBot({ corpus: readCorpus(folder), kinds: KINDS, ...(options.onFault && { onFault: options.onFault }) });
};
