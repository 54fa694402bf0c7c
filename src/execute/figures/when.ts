import { canonical, squeeze } from '../../text.ts';
import type { Claim, Query } from '../../values.ts';
import { datesIn, duesIn, isOn, oftenIn } from '../dates.ts';
import type { Ground } from '../ground.ts';
import { sentencesFor } from './choose.ts';
import { bearsOut, sayingAll } from './claimed-year.ts';
import { doneIn } from './finishing.ts';
import { executeSpan, lengthAsked } from './how-long.ts';
import { type Match, matchOf, sentencesIn, termsIn } from './match.ts';
import type { FigureResult, Sentence, Verdict } from './result.ts';
import { piecesOf } from './scopes.ts';
import type { Thing } from './things.ts';

/** Sentences this close to the best speak of the same thing. */
const NEAR_BEST = 0.9;
/** So much of the words must be borne out for a verdict. */
const SURE = 0.5;
const YEAR = /(\d{4})年/gu;

type DateClaim = Extract<Claim, { claim: 'date' }>;
type YearClaim = Extract<Claim, { claim: 'year' }>;
export type TimeClaim = DateClaim | YearClaim;

const yearsIn = (text: string): readonly number[] => [...squeeze(text).matchAll(YEAR)].map(([, year]) => Number(year));

/** In what stands under a year only a day says more: 持续推进 is no date of it. */
const duesOf = ({ year }: Sentence): ((text: string) => readonly string[]) =>
  year === undefined ? duesIn : (text) => datesIn(text).map(({ printed }) => printed);

/** The date printed in the piece that speaks of the words, or at the head of the nearest piece before that has one. */
const dateOf = (sentence: Sentence, match: Match): readonly string[] => {
  const { text } = sentence;
  const dues = duesOf(sentence);
  const pieces = piecesOf(text);
  const best = pieces.reduce(
    (most, piece, at) => (match.share(piece) > match.share(pieces[most] ?? '') ? at : most),
    0,
  );
  const own = dues(pieces[best] ?? '');
  if (own.length > 0) return own;
  const before = pieces.slice(0, best).findLast((piece) => dues(piece).length > 0) ?? '';
  const opening = dues(before).filter((date) => before.startsWith(date));
  return opening.length > 0 || yearsIn(text).length > 0 ? opening : dues(text);
};

interface Scored {
  readonly one: Sentence;
  readonly score: number;
}

const best = (scores: readonly Scored[]): readonly Sentence[] => {
  const top = Math.max(0, ...scores.map(({ score }) => score));
  return scores.filter(({ score }) => top > 0 && score >= top * NEAR_BEST).map(({ one }) => one);
};

/** A piece of which so much is in the words says just what they say. */
const ALL_BUT = 0.8;

const densityOf = (text: string, words: ReadonlySet<string>): number =>
  Math.max(
    0,
    ...piecesOf(text).map((piece) => {
      const terms = [...termsIn(piece)];
      return terms.length === 0 ? 0 : terms.filter((term) => words.has(term)).length / terms.length;
    }),
  );

/** Of sentences that speak of the words, those with a piece that says just that: 加入指数, not 做好加入指数的准备. */
const exact = (sentences: readonly Sentence[], words: string): readonly Sentence[] => {
  const printed = sentences.filter(({ text }) => words !== '' && canonical(text).includes(canonical(words)));
  if (printed.length > 0) return printed;
  const terms = termsIn(words);
  const own = sentences.filter(({ text }) => densityOf(text, terms) >= ALL_BUT);
  return own.length > 0 ? own : sentences;
};

/** Sentences that speak of the words about as well as the best one; where none of these has a time, the best that has. */
const speaking = (
  { words, match }: { readonly words: string; readonly match: Match },
  thing: Thing,
  ground: Ground,
): readonly Sentence[] => {
  const found = sentencesFor(words, thing, ground);
  const scores = found.map((one) => ({ one, score: one.score + match.share(one.text) }));
  const near = best(scores);
  const isTimed = (one: Sentence): boolean => timesOf(one).length > 0;
  const timed = near.filter(isTimed);
  const due = timed.length > 0 ? [] : near.filter(({ text }) => duesIn(text).length > 0);
  if (due.length > 0) return exact(due, words);
  const later = best(scores.filter(({ one }) => isTimed(one) && match.share(one.text) >= SURE));
  return timed.length > 0 ? exact(timed, words) : later.length > 0 ? exact(later, words) : near;
};

const timesOf = (sentence: Sentence): readonly number[] =>
  sentence.year === undefined ? yearsIn(sentence.text) : [sentence.year];

interface Times {
  readonly years: readonly number[];
  readonly dates: readonly string[];
}

const verdictOf = (claim: TimeClaim | undefined, { years, dates }: Times, sure: boolean): Verdict => {
  if (!claim || !sure) return undefined;
  if (claim.claim === 'year') return years.length === 0 ? undefined : claim.years.every((year) => years.includes(year));
  if (dates.length > 0) return dates.flatMap(datesIn).some((date) => isOn(date, claim));
  return claim.year !== undefined && years.length > 0 && !years.includes(claim.year) ? false : undefined;
};

const ordered = (years: readonly number[]): readonly number[] => [...new Set(years)].sort((a, b) => a - b);

/** When a task must be done, where its mark has a field for that: 完成时限：2022年; 持续推进. */
const deadlineOf = (thing: Thing): { readonly said: string; readonly sentence: Sentence } | undefined => {
  if (thing.kind !== 'task' || thing.task.deadline === undefined) return undefined;
  const { deadline: said, body } = thing.task;
  const mark = body.marks?.find(({ fields }) => fields.some(({ text }) => text.includes(said)));
  return mark && { said, sentence: { text: mark.printed, clause: mark.clause, year: undefined } };
};

/** What the field says, before what the text says of the words. */
const byDeadline = (
  { said, sentence }: NonNullable<ReturnType<typeof deadlineOf>>,
  { thing, timed }: { readonly thing: Thing; readonly timed: readonly Sentence[] },
  claim: TimeClaim | undefined,
): FigureResult => {
  const own = yearsIn(said.endsWith('年') || /年/.test(said) ? said : `${said}年`);
  const years = ordered([...own, ...timed.flatMap(timesOf)]);
  const verdict = claim?.claim === 'year' ? claim.years.every((year) => own.includes(year)) : undefined;
  const shown = own.length > 0 && timed.length === 0 ? [] : [said];
  const sentences: readonly [Sentence, ...Sentence[]] = [sentence, ...timed];
  return { shape: 'when', thing, confirm: claim !== undefined, years, dates: shown, sentences, verdict };
};

/** How often the plan has done what the words say; of other things done so often nothing is told. */
const executeOften = (thing: Thing, query: Query, ground: Ground): FigureResult => {
  const match = matchOf(query.words, thing, ground);
  const isOften = (piece: string): boolean =>
    oftenIn(piece).length > 0 && (query.words === '' || match.share(piece) > 0);
  const [first, ...rest] = sentencesIn(thing, ground).filter(({ text }) => piecesOf(text).some(isOften));
  if (!first) return { shape: 'nothing', what: 'date', asked: '', thing, near: sentencesIn(thing, ground)[0] };
  const sentences: readonly [Sentence, ...Sentence[]] = [first, ...rest];
  const dates = [...new Set(sentences.flatMap(({ text }) => piecesOf(text).filter(isOften).flatMap(oftenIn)))];
  return { shape: 'when', thing, confirm: false, years: [], dates, sentences, verdict: undefined };
};

/** 做好加入…基础性工作: what only goes before the deed. */
const PREPARES = /(?:基础性?|前期|准备|筹备)工作/u;

/** The year in which it is done, and not those in which it is made ready; those, where no other is set. */
const withoutPreparing = (dated: readonly Sentence[]): readonly Sentence[] => {
  const done = dated.filter(({ text }) => !PREPARES.test(text));
  return done.length > 0 ? done : dated;
};

/** 2018年启动一级认证，2019年启动二级认证: of years that each have their own subject, those of the one that was asked for. */
const ownTimes = (sentence: Sentence, match: Match): readonly number[] => {
  const dated = piecesOf(sentence.text)
    .map((piece) => ({ years: yearsIn(piece), share: match.share(piece) }))
    .filter(({ years }) => years.length > 0);
  const top = Math.max(0, ...dated.map(({ share }) => share));
  const others = dated.filter(({ share }) => share < top * NEAR_BEST);
  const apart = sentence.year === undefined && others.length > 0 && others.every(({ share }) => share > 0);
  return apart ? dated.filter((one) => !others.includes(one)).flatMap(({ years }) => years) : timesOf(sentence);
};

/** Returns the years or dates for which the plan sets what the words say, and the verdict on a claimed one. */
export const executeWhen = (
  thing: Thing,
  { query, claim }: { readonly query: Query; readonly claim: TimeClaim | undefined },
  ground: Ground,
): FigureResult => {
  if (query.asks.some((ask) => ask.ask === 'when' && ask.often)) return executeOften(thing, query, ground);
  const length = lengthAsked(query) && executeSpan(thing, query, ground);
  if (length) return length;
  const all = sentencesIn(thing, ground);
  const words = ground.search.asPrinted(query.words, all.map(({ text }) => text).join('\n'));
  const match = matchOf(words, thing, ground);
  const asked = query.asks.find((ask) => ask.ask === 'when');
  const done = asked?.finished || asked?.deed ? doneIn(thing, { ...asked, words }, ground) : [];
  const spoken = done.some((one) => timesOf(one).length > 0) ? done : speaking({ words, match }, thing, ground);
  const sentences = spoken.length > 0 ? spoken : match.apart ? [] : all;
  const dated = sentences.filter((sentence) => timesOf(sentence).length > 0);
  const timed = dated.length > 0 ? withoutPreparing(dated) : sentences.filter(({ text }) => duesIn(text).length > 0);
  const deadline = deadlineOf(thing);
  const spokenOf = timed.filter(({ text }) => match.share(text) >= SURE);
  if (deadline) return byDeadline(deadline, { thing, timed: query.words === '' ? [] : spokenOf }, claim);
  const [first, ...rest] = timed;
  if (!first)
    return (
      (lengthAsked(query) ? executeSpan(thing, query, ground) : undefined) ?? {
        ...{ shape: 'nothing', what: 'date', asked: '', thing },
        near: sentences[0] ?? all[0],
      }
    );
  const best = {
    years: ordered(timed.flatMap((sentence) => ownTimes(sentence, match))),
    dates: [...new Set(timed.flatMap((sentence) => dateOf(sentence, match)))],
  };
  const borne = claim?.claim !== 'year' || bearsOut(words, thing, timed);
  const sure = borne && Math.max(...timed.map(({ text }) => match.share(text))) >= SURE;
  const verdict = verdictOf(claim, best, sure);
  const frame = { shape: 'when' as const, thing, confirm: claim !== undefined };
  if (verdict !== false || claim?.claim !== 'year') return { ...frame, ...best, sentences: [first, ...rest], verdict };
  const ofYear = all.filter((one) => timesOf(one).some((year) => claim.years.includes(year)));
  const { sentences: also, scattered } = sayingAll(words, ofYear);
  const years = ordered([...best.years, ...also.flatMap(timesOf)]);
  const told = also.length > 0 && claim.years.every((year) => years.includes(year));
  return {
    ...frame,
    years,
    dates: best.dates,
    sentences: [also[0] ?? first, ...also.slice(1), first, ...rest],
    verdict: told ? true : scattered ? undefined : false,
  };
};
