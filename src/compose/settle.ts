import { setsIn } from '../library/sets-in.ts';
import type { Ask, Assumption, Query, Ref, SetOf } from '../values.ts';
import { named, ofHeading } from './askable.ts';
import { filtered, limited, mentioned, placesOf } from './beside-words.ts';
import { resolved } from './by-name.ts';
import { countAsk, figured, firstFigured, isOtherThing, printingAll } from './figured.ts';
import { nameMost } from './name-most.ts';
import { ofAction, ofGoals } from './of-headings.ts';
import { refuse } from './refusals.ts';
import { answer, type SettleContent, type Settled } from './settled.ts';
import type { Offer } from './state.ts';
import { HAN, isName, isOfNone, pieceWith } from './wording.ts';

type About = Extract<SetOf, { set: 'about' }>;

const MOST_OFFERED = 6;

const aboutOf = (set: SetOf): About | undefined => setsIn(set).find((one): one is About => one.set === 'about');

/** 甲和乙: two topics, each clear by itself. */
const pairOf = (words: string, ask: Ask, { halves, resolve, prints }: SettleContent): readonly Ref[] => {
  if (prints(words)) return [];
  for (const pair of halves(words)) {
    const refs = pair.flatMap((half) => {
      const found = resolve(half, ask);
      return found.status === 'sure' ? found.refs.slice(0, 1) : [];
    });
    if (refs.length === pair.length && new Set(refs.map(({ type, id }) => type + id)).size === pair.length) return refs;
  }
  return [];
};

/** So many things are offered beside the one that was taken. */
const MOST_BESIDES = 2;

const besides = (taken: Ref, refs: readonly Ref[]): readonly Ref[] =>
  refs.filter(({ type, id }) => type !== taken.type || id !== taken.id).slice(0, MOST_BESIDES);

const offersOf = (refs: readonly Ref[], ask: Ask): readonly Offer[] =>
  refs.slice(0, MOST_OFFERED).map((ref) => ({ ref, ask }));

const MOST_OF_HALF = 2;

/** What is aimed at, or how much. */
const AIMED: readonly Ask['ask'][] = ['targets', 'value'];

const unique = (refs: readonly Ref[]): readonly Ref[] =>
  refs.filter((one, at) => refs.findIndex(({ type, id }) => type === one.type && id === one.id) === at);

/** 贷款余额，本外币的: what the words may mean was named beside them. */
const besideOf = (set: SetOf, refs: readonly Ref[], { title }: SettleContent): Ref | undefined => {
  const named = set.set === 'either' && set.left.set === 'named' ? set.left.refs.map(title) : [];
  const same = refs.filter((ref) => named.includes(title(ref)));
  return same.length === 1 ? same[0] : undefined;
};

/** 甲和乙差多少: two things are set against each other, and one of them alone answers nothing. */
const isBetweenTwo = (ask: Ask): boolean => ask.ask === 'reckon' && (ask.reckon === 'change' || ask.reckon === 'ratio');

/** How an `about` is settled: whether its things may be listed, and the part of the plan that it stands within. */
export interface SettleHow {
  readonly listing: boolean;
  /** Figures that were said and not claimed: the thing must print them. */
  readonly printed?: readonly string[];
  /** What a word means is asked. */
  readonly defining?: boolean;
  /** Tasks are asked for by their noun. */
  readonly tasks?: boolean;
  /** Nothing is asked but the words. */
  readonly bare?: boolean;
  readonly within?: string;
  /** Units that stood beside the words: the thing must concern them. */
  readonly units?: readonly string[];
  /** 三项任务: so many tasks are meant. */
  readonly count?: number | undefined;
  /** The words with the names of indicators among them. */
  readonly wording?: string;
  /** 房地产贷款余额: the words that an indicator's name is joined to. */
  readonly joined?: string | undefined;
}

/** 跨境三项任务: the things found that are just so many tasks. */
const soMany = (found: readonly (readonly Ref[])[], { count = 1 }: SettleHow): readonly Ref[] | undefined => {
  const tasks = found.map((refs) => refs.filter(({ type }) => type === 'task'));
  return count > 1 ? tasks.find(({ length }) => length === count) : undefined;
};

/** What words begin with tells which of several things is meant: 雄安软件集群 is none of 石家庄. */
const OPENING = 2;

/** The plan speaks of the thing, and nowhere of this piece or unit. */
const refusedPart = (about: string, near: Ref): Settled => ({
  decision: refuse('part', about, [near]),
  assumed: [],
});

/** A query about words → about things; or a question back, or a refusal, where search is not sure. */
export const settle = (asked: Query, content: SettleContent, how: SettleHow = { listing: false }): Settled => {
  const query = { ...asked, of: nameMost(asked.of, content.members) };
  const about = aboutOf(query.of);
  if (query.of.set === 'all' && query.of.type === 'safeguard' && query.asks[0].ask === 'content')
    return answer({ ...query, of: { set: 'named', refs: content.overall } });
  const goal = ofGoals(query, content);
  if (goal) return answer(goal);
  if (isOtherThing(query, content, how))
    return settle({ ...query, of: { set: 'about', words: how.wording ?? '' } }, content, how);
  if (!about) {
    const [first] = query.of.set === 'named' ? query.of.refs : [];
    const foreign =
      first && first.type !== 'unit' ? (how.units ?? []).find((unit) => !content.concerns(unit, first)) : undefined;
    if (first && foreign !== undefined) return refusedPart(foreign, first);
    const { joined = '' } = how;
    if (first?.type === 'indicator' && content.unprinted(joined).length > 0 && !content.prints(joined))
      return refusedPart(joined, first);
    const timed = query.claims.some(({ claim }) => claim === 'date' || claim === 'year');
    const strange =
      first?.type === 'task' && HAN.test(query.words) && !timed
        ? content.strangers(query.words).find((noun) => !content.prints(noun))
        : undefined;
    const lost =
      first?.type === 'task'
        ? content.designators(query.words).find((piece) => !content.prints(piece, first))
        : undefined;
    if (first && strange !== undefined) return refusedPart(pieceWith(query.words, strange), first);
    if (first && lost !== undefined) return refusedPart(lost, first);
    return answer(named(ofHeading(query, content, how.tasks ?? false), content));
  }
  const { words, type } = about;
  const [ask] = query.asks;
  if (type !== undefined) {
    const actions = type === 'action' ? content.sections(words) : [];
    if (actions.length > 0) return answer({ ...query, of: limited(query.of, { test: 'in', actions }) });
    return filtered(query, words, content);
  }
  const pair = pairOf(words, ask, content);
  if (pair.length > 0) return answer(named({ ...query, of: resolved(query.of, pair) }, content));
  const halves = isBetweenTwo(ask) && !content.prints(words) ? (content.halves(words)[0] ?? []) : [];
  const sides = halves.map((half) => content.resolve(half, ask));
  const unsure = unique(sides.flatMap(({ refs }) => refs.slice(0, MOST_OF_HALF)));
  const gone = halves.find((_, at) => sides[at]?.status === 'absent');
  if (ask.ask === 'reckon' && ask.reckon === 'ratio' && gone !== undefined)
    return { decision: refuse('absent', gone, unsure.slice(0, 1)), assumed: [] };
  if (unsure.length > 1)
    return {
      decision: { decision: 'ask-back', why: 'topic', about: words, offers: offersOf(unsure, ask) },
      assumed: [],
    };
  const sections = ask.ask === 'goal' ? content.sections(words) : [];
  if (sections.length === 1)
    return answer({
      ...query,
      of: { set: 'named', refs: sections.map((id): Ref => ({ type: 'action', id: String(id) })) },
    });
  const heading = how.listing && (ask.ask === 'content' || ask.ask === 'members') ? content.headed(words) : undefined;
  if (heading !== undefined && query.claims.length === 0) return answer(ofAction(query, heading));
  const found = content.resolve(words, ask, how);
  if (ask.ask === 'definition') return answer({ ...query, of: { set: 'named', refs: found.refs } });
  switch (found.status) {
    case 'sure':
    case 'near': {
      const [best] = found.refs;
      if ((how.count ?? 1) > 1 && found.others.length > 0)
        return {
          decision: {
            decision: 'ask-back',
            why: 'topic',
            about: words,
            offers: offersOf([best, ...found.others], ask),
          },
          assumed: [],
        };
      const opening = words.slice(0, OPENING);
      const fitting = found.others.filter((ref) => content.prints(opening, ref) || !content.prints(opening, best));
      const printing = firstFigured(query, [best, ...fitting], content);
      const first = printing ?? printingAll([best, ...found.others], how.printed, content) ?? best;
      const lost = content.designators(words).find((piece) => !content.prints(piece, first));
      const foreign = (how.units ?? []).find((unit) => !content.concerns(unit, first));
      if (foreign !== undefined) return refusedPart(foreign, first);
      if (lost !== undefined) return refusedPart(lost, first);
      const [foreignWord] = found.status === 'near' && isName(words) ? content.unprinted(words) : [];
      if (foreignWord !== undefined) return refusedPart(foreignWord, first);
      if (ask.ask === 'units' && content.isOther(words, first))
        return { decision: refuse('absent', words, [first]), assumed: [] };
      const isSaid = words.split(' ').every((piece) => content.prints(piece, first));
      const assumed: readonly Assumption[] =
        found.status === 'near' && !isSaid
          ? [
              {
                what: 'nearest',
                value: words,
                meant: { best: first, others: besides(first, [best, ...(found.next ?? found.others)]), ask },
              },
            ]
          : [];
      return answer(named({ ...query, of: resolved(query.of, [first]) }, content), assumed);
    }
    case 'unclear': {
      const printing = figured(query, found.refs.slice(0, MOST_OFFERED), content);
      const counted = soMany([found.refs, printing], how);
      if (counted) return answer(named({ ...query, of: resolved(query.of, counted) }, content));
      const meant =
        besideOf(query.of, found.refs, content) ??
        printingAll(found.refs, how.printed, content) ??
        (printing.length === 1 ? printing[0] : content.counting(words, found.refs, countAsk(query) ?? ask));
      if (meant) return answer(named({ ...query, of: resolved(query.of, [meant]) }, content));
      if (how.defining && !HAN.test(words) && !content.prints(words) && !content.describes(words))
        return { decision: refuse('absent', words, found.refs.slice(0, 1)), assumed: [] };
      if (how.defining && found.refs[0])
        return answer({ ...query, of: { set: 'named', refs: found.refs.slice(0, 1) } });
      if (how.listing) return answer(mentioned(query, words));
      if (ask.ask === 'value' && ask.measure !== undefined && figured(query, found.refs, content).length === 0)
        return answer(named({ ...query, of: resolved(query.of, found.refs.slice(0, 1)) }, content));
      if (isOfNone(words, found.refs, content) && AIMED.includes(ask.ask))
        return { decision: refuse('absent', words, found.refs.slice(0, MOST_OF_HALF)), assumed: [] };
      return {
        decision: {
          decision: 'ask-back',
          why: 'topic',
          about: words,
          offers: offersOf(printing.length > 1 ? printing : found.refs, ask),
        },
        assumed: [],
      };
    }
    case 'absent':
      if (content.prints(words)) return answer(placesOf(query, words));
      return {
        decision: refuse('absent', pieceWith(words, found.strangers[0]), found.refs),
        assumed: [],
      };
  }
};
