import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult } from '../../execute/figures/result.ts';
import { printing } from '../printed.ts';
import { clausesOf, headOf } from '../texts/things.ts';
import { outsideLines } from './values.ts';

type Nothing = Extract<FigureResult, { shape: 'nothing' }>;

/** A figure that is no answer must not stand in one. */
const isPlain = (text: string): boolean => !/\d/.test(text);

/** What the thing itself does not say, where the plan says it of another. */
const isSaidElsewhere = ({ what, asked }: Nothing, title: string, { plan }: Desk): boolean =>
  what === 'attribute' && isPlain(title) && printing(asked, plan).length > 0;

const firstLine = ({ what, asked }: Nothing, desk: Desk): readonly string[] => {
  switch (what) {
    case 'figure':
      return [desk.say('unsaidFigure')];
    case 'attribute':
      return [desk.say('unsaidAttribute', { asked })];
    case 'date':
      return [desk.say('unsaidDate')];
    case 'growth':
      return [desk.say('unsaidGrowth')];
    case 'year':
      return outsideLines(asked.split('、').map(Number), desk);
  }
};

/** What the plan does not say, with the sentence that is near: offered as near, never as the answer. */
export const phraseNothing = (result: Nothing, desk: Desk): Draft => {
  const { thing, near, what } = result;
  const title = headOf(thing, desk);
  const clauses = near
    ? [near.clause, ...clausesOf(thing).filter((clause) => clause !== near.clause)]
    : clausesOf(thing);
  const named = thing.kind === 'task' ? desk.name.task(thing.task) : title;
  const elsewhere = isSaidElsewhere(result, named, desk);
  return {
    status: 'not_found',
    lines: [
      ...(elsewhere
        ? [desk.say('unsaidAttributeHere', { title: named, asked: result.asked })]
        : firstLine(result, desk)),
      ...(what !== 'year' && !elsewhere && isPlain(named) ? [desk.say('nearestTopic', { title: named })] : []),
      ...(near && what !== 'year' && thing.kind !== 'indicator' && isPlain(near.text)
        ? [desk.say('nearestSentence', { text: near.text })]
        : []),
    ],
    related: clauses.map((clause) => ({
      clause,
      label: `${desk.clause(clause)?.label ?? clause}${named && `“${named}”`}`,
    })),
    computed:
      what === 'year'
        ? desk.plan.document.period.map((year) => ({ value: String(year), formula: '计划期', from: ['0'] }))
        : [],
  };
};
