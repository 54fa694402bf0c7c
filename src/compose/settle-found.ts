import type { Ask, Assumption, Ref, SetOf } from '../values.ts';
import { type AboutWords, MOST_OFFERED, offersOf, refusedPart, type SettleHow } from './about-words.ts';
import { named } from './askable.ts';
import { mentioned } from './beside-words.ts';
import { resolved } from './by-name.ts';
import { countAsk, figured, firstFigured, printingAll } from './figured.ts';
import { refuse } from './refusals.ts';
import { answer, type SettleContent, type Settled } from './settled.ts';
import type { Resolved } from './topic.ts';
import { HAN, isName, isOfNone } from './wording.ts';

type Sure = Extract<Resolved, { readonly status: 'sure' | 'near' }>;
type Unclear = Extract<Resolved, { readonly status: 'unclear' }>;

/** So many things are offered beside the one that was taken. */
const MOST_BESIDES = 2;

const besides = (taken: Ref, refs: readonly Ref[]): readonly Ref[] =>
  refs.filter(({ type, id }) => type !== taken.type || id !== taken.id).slice(0, MOST_BESIDES);

const MOST_OF_HALF = 2;

/** What is aimed at, or how much. */
const AIMED: readonly Ask['ask'][] = ['targets', 'value'];

/** 贷款余额，本外币的: what the words may mean was named beside them. */
const besideOf = (set: SetOf, refs: readonly Ref[], { title }: SettleContent): Ref | undefined => {
  const named = set.set === 'either' && set.left.set === 'named' ? set.left.refs.map(title) : [];
  const same = refs.filter((ref) => named.includes(title(ref)));
  return same.length === 1 ? same[0] : undefined;
};

/** 失业金那条，人社还是医保局: the one that concerns all units that are named. */
const concerningAll = (refs: readonly Ref[], { among = [] }: SettleHow, content: SettleContent): Ref | undefined => {
  const concerning = among.length > 1 ? refs.filter((ref) => among.every((unit) => content.concerns(unit, ref))) : [];
  return concerning.length === 1 ? concerning[0] : undefined;
};

/** 跨境三项任务: the things found that are just so many tasks. */
const soMany = (found: readonly (readonly Ref[])[], { count = 1 }: SettleHow): readonly Ref[] | undefined => {
  const tasks = found.map((refs) => refs.filter(({ type }) => type === 'task'));
  return count > 1 ? tasks.find(({ length }) => length === count) : undefined;
};

/** What words begin with tells which of several things is meant: 雄安软件集群 is none of 石家庄. */
const OPENING = 2;

/** Search is sure of one thing, or one comes nearest. */
export const settleSure = ({ query, words, ask, content, how }: AboutWords, found: Sure): Settled => {
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
};

/** Several things bear the words out as well. */
export const settleUnclear = ({ query, words, ask, content, how }: AboutWords, found: Unclear): Settled => {
  const printing = figured(query, found.refs.slice(0, MOST_OFFERED), content);
  const counted = soMany([found.refs, printing], how);
  if (counted) return answer(named({ ...query, of: resolved(query.of, counted) }, content));
  const meant =
    besideOf(query.of, found.refs, content) ??
    concerningAll(found.refs, how, content) ??
    printingAll(found.refs, how.printed, content) ??
    (printing.length === 1 ? printing[0] : content.counting(words, found.refs, countAsk(query) ?? ask));
  if (meant) return answer(named({ ...query, of: resolved(query.of, [meant]) }, content));
  if (how.defining && !HAN.test(words) && !content.prints(words) && !content.describes(words))
    return { decision: refuse('absent', words, found.refs.slice(0, 1)), assumed: [] };
  if (how.defining && found.refs[0]) return answer({ ...query, of: { set: 'named', refs: found.refs.slice(0, 1) } });
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
};
