import { canonical, sentencesOf } from '../../text.ts';
import type { Ground } from '../ground.ts';
import type { FigureResult, Sentence } from './result.ts';
import type { Thing } from './things.ts';

/** What follows a term that is being explained. */
const EXPLAINS = /^[”"」》]?(?:[，,]?(?:是指|指的是|包括|涵盖|覆盖|即|由.{1,12}(?:组成|构成)))/u;

const sentencesOfPlan = ({ library: { plan } }: Ground): readonly Sentence[] => {
  const rows = new Map(plan.tasks.map(({ row }) => [row.clause, row]));
  return plan.clauses.flatMap((clause): readonly Sentence[] => {
    if (clause.kind === 'heading' || clause.kind === 'front') return [];
    const row = rows.get(clause.id);
    if (row)
      return row.targets.flatMap(({ year, text }) =>
        sentencesOf(text).map((one) => ({ text: one, clause: clause.id, year })),
      );
    return sentencesOf(clause.text).map((text) => ({ text, clause: clause.id }));
  });
};

const afterTerm = (text: string, term: string): string => {
  const at = canonical(text).indexOf(term);
  return at < 0 ? '' : canonical(text).slice(at + term.length);
};

/** Returns how the plan explains a term; where it only uses it, the first sentence that does. */
export const executeDefinition = (term: string, thing: Thing | undefined, ground: Ground): FigureResult => {
  const plain = canonical(term);
  const using = plain === '' ? [] : sentencesOfPlan(ground).filter(({ text }) => canonical(text).includes(plain));
  const explaining = using.find(({ text }) => EXPLAINS.test(afterTerm(text, plain)));
  const undefinedTerm = ground.terms.some((one) => canonical(one) === plain);
  return {
    shape: 'definition',
    term,
    sentence: (undefinedTerm ? undefined : explaining) ?? using[0],
    explained: explaining !== undefined && !undefinedTerm,
    undefinedTerm,
    thing,
  };
};
