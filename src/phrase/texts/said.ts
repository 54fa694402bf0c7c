import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult, Sentence, Verdict } from '../../execute/figures/result.ts';
import type { Thing } from '../../execute/figures/things.ts';
import { taskIn } from '../../library/named.ts';
import { squeeze } from '../../text.ts';
import { restOf } from './targets.ts';
import { answerOf, contradictionsOf, fitted, headLines, sentenceLine, sourcesOf, tasksOf } from './things.ts';

type When = Extract<FigureResult, { shape: 'when' }>;
type Said = Extract<FigureResult, { shape: 'said' }>;
type Definition = Extract<FigureResult, { shape: 'definition' }>;

/** An answer by sentences of one thing. */
const sentencesDraft = (
  { lines, sentences }: { readonly lines: readonly string[]; readonly sentences: readonly Sentence[] },
  thing: Thing,
  desk: Desk,
): Draft => {
  const beside = contradictionsOf([thing], { sentences, years: [] }, desk);
  return answerOf({
    lines: fitted([...lines, ...headLines([thing], desk), ...sentences.map((one) => sentenceLine(one, desk))]),
    citations: [...sourcesOf(thing, sentences, desk), ...beside.citations],
    notices: beside.notices,
    computed: beside.computed,
    tasks: tasksOf([thing]),
  });
};

const judged = (what: string, verdict: Verdict, { say }: Desk): string =>
  verdict === undefined ? what : say(verdict ? 'itIsSo' : 'itIsNot', { what });

/** The same sentence in several cells is one. */
const once = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.filter((one, at) => sentences.findIndex(({ text }) => squeeze(text) === squeeze(one.text)) === at);

const timesOf = ({ years, dates, sentences }: When, desk: Desk): string => {
  const joined = years.join('、');
  const all = desk.plan.tasks[0]?.row.targets.length ?? 0;
  if (dates.length > 0) {
    const shown = dates.join('、');
    return years.length === 0 || dates.every((date) => /^\d{4}年/.test(date))
      ? `${shown}。`
      : desk.say('whenDates', { dates: shown, years: joined });
  }
  if (years.length < all || all < 2) return desk.say('whenYears', { years: joined });
  return desk.say(once(sentences).length > 1 ? 'whenDiffer' : 'whenAll', { years: joined });
};

const MOST_SENTENCES = 4;

/** When something is to be done: the year or date first. */
export const phraseWhen = (result: When, desk: Desk): Draft => {
  const { thing, sentences, verdict } = result;
  const draft = sentencesDraft(
    { lines: [judged(timesOf(result, desk), verdict, desk)], sentences: once(sentences).slice(0, MOST_SENTENCES) },
    thing,
    desk,
  );
  return { ...draft, ...(verdict !== undefined && { verdict }) };
};

/** What else the text of a thing says, where one sentence does not tell. */
const restLines = (thing: Thing, sentence: Sentence, desk: Desk): readonly string[] => {
  if (thing.kind !== 'task') return [];
  const { body } = thing.task;
  const rest = restOf(body.text, new Set([squeeze(sentence.text)]));
  if (rest === '') return [];
  return [`${desk.say(sentence.clause === body.clause ? 'restOfBody' : 'wholeBody')}${rest}`];
};

/** Whether the plan says what was claimed in words; where that is not told, all that its text says. */
export const phraseSaid = ({ thing, sentence, verdict, instead }: Said, desk: Desk): Draft => {
  const label = desk.clause(sentence.clause)?.label ?? sentence.clause;
  const first =
    verdict === true
      ? desk.say('saidAt', { label })
      : instead !== undefined
        ? desk.say('saidOfOther', { instead })
        : desk.say(verdict === false ? 'saidNot' : 'saidNearest', { label });
  const draft = sentencesDraft({ lines: [first], sentences: [sentence] }, thing, desk);
  if (verdict !== undefined) return { ...draft, verdict };
  const rest = restLines(thing, sentence, desk);
  const body =
    thing.kind === 'task' && rest.length > 0 ? [desk.cite(thing.task.body.clause, thing.task.body.text)] : [];
  return {
    ...draft,
    lines: fitted([...draft.lines, ...rest]),
    citations: [...(draft.citations ?? []), ...body],
  };
};

/** What a term means: as the plan explains it, or that it does not. */
export const phraseDefinition = (
  { term, sentence, explained, undefinedTerm, thing }: Definition,
  desk: Desk,
): Draft => {
  const related = sentence
    ? [{ clause: sentence.clause, label: desk.clause(sentence.clause)?.label ?? sentence.clause }]
    : [];
  if (!sentence) return { status: 'not_found', lines: [desk.say('notFound', { asked: term })], related };
  if (undefinedTerm) {
    const used = /\d/.test(sentence.text.replaceAll(term, '')) ? [] : [desk.say('termUsedAt', { text: sentence.text })];
    return { status: 'not_found', lines: [desk.say('termUndefined', { term }), ...used], related };
  }
  const first = desk.say(explained ? 'definedAs' : 'definitionUsed', { term });
  const task = taskIn(sentence.clause, desk.plan);
  const of: Thing | undefined = task
    ? { kind: 'task', ref: { type: 'task', id: String(task.number) }, topic: `task.${task.number}`, task }
    : thing;
  if (of) return sentencesDraft({ lines: [first], sentences: [sentence] }, of, desk);
  return answerOf({
    lines: [first, sentenceLine(sentence, desk)],
    citations: [desk.cite(sentence.clause, sentence.text)],
  });
};
