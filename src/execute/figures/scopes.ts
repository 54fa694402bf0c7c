import { qualifies } from '../../library/noun.ts';
import { respectiveIn } from '../../library/respective.ts';
import { squeeze } from '../../text.ts';
import type { Figure } from '../../values.ts';
import type { Ground } from '../ground.ts';
import type { Found } from './result.ts';
import type { Thing } from './things.ts';

/** Where one statement of a sentence ends; a comma between figures is a separator of thousands. */
const COMMA = /[，。；;：:！？\n]|,(?!\d)/gu;

/** Returns the pieces of a text between its commas, without white space. */
export const piecesOf = (text: string): readonly string[] =>
  squeeze(text)
    .split(COMMA)
    .filter((piece) => piece !== '');

interface Place {
  readonly figure: Figure;
  readonly from: number;
  readonly to: number;
}

/** Where the figures of one sentence stand in it, white space aside; one that is not found stands nowhere. */
const placesIn = (text: string, figures: readonly Figure[]): readonly Place[] => {
  let from = 0;
  return figures.flatMap((figure) => {
    const printed = squeeze(figure.printed);
    const at = text.indexOf(printed, from);
    if (at < 0) return [];
    from = at + printed.length;
    return [{ figure, from: at, to: from }];
  });
};

/** 收入超千亿的高新区9家: the figure before only says which are counted. */
const qualifierAt = (text: string, places: readonly Place[], at: number): boolean =>
  places[at - 1] !== undefined && qualifies(text.slice(places[at - 1]?.to));

/** The words around one of the figures of a sentence: after the figure or comma before it, up to the next one. */
const scopeAt = (text: string, places: readonly Place[], at: number): string => {
  const own = places[at];
  if (!own) return text;
  const commas = [...text.matchAll(COMMA)].map(({ index }) => index);
  const start = Math.max(0, ...commas.filter((index) => index < own.from).map((index) => index + 1));
  const before = qualifierAt(text, places, at) ? 0 : (places[at - 1]?.to ?? 0);
  const end = Math.min(text.length, ...commas.filter((index) => index >= own.to));
  const after = places[at + 1]?.from ?? text.length;
  const tail = text.slice(own.to, Math.min(end, after));
  const cut = after < end ? (tail.split('、')[0] ?? '') : tail;
  return text.slice(Math.max(start, before), own.to).replace(/^、/u, '') + cut;
};

/** The pieces of the sentence between the figure before and the piece of this one: what that speaks of. */
const leadAt = (text: string, places: readonly Place[], at: number): string => {
  const [before, own] = [places[at - 1], places[at]];
  if (!own) return '';
  const between = text.slice(before?.to ?? 0, own.from);
  const comma = [...between.matchAll(COMMA)].at(-1)?.index;
  if (comma === undefined) return '';
  const lead = between.slice(0, comma);
  return before ? `${scopeAt(text, places, at - 1)}，${lead}` : lead;
};

/** The figures of a thing as the library has them: a clause has those that stand in it, a heading its text's. */
const figuresOf = (thing: Thing, { library }: Ground): readonly Figure[] => {
  const inClause = (id: string) => library.allFigures.filter(({ clause }) => clause === id);
  if (thing.kind === 'clause') return inClause(thing.clause.id);
  const own = library.figures(thing.ref);
  return thing.kind === 'action' && own.length === 0 ? inClause(thing.action.goal) : own;
};

/** Figures that stand in one sentence together, in printed order. */
const bySentence = (figures: readonly Figure[]): readonly (readonly Figure[])[] => {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = [figure.clause, figure.part === 'annex' ? figure.years.join() : '', figure.sentence].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
};

/** Lengths of time are asked for as such: beside an amount they say only how long it takes. */
type Sort = 'amounts' | 'times';

/** The years of which a figure is said: its own, or those of the sentence that opens with them before it. */
const yearsOf = ({ years, implied = [] }: Figure): readonly number[] => (years.length > 0 ? years : implied);

const foundIn = (thing: Thing, sort: Sort, ground: Ground): readonly Found[] => {
  const figures = figuresOf(thing, ground).filter(({ unit }) => (unit === 'time') === (sort === 'times'));
  if (thing.kind === 'indicator')
    return figures.map((figure) => ({ thing, figure, years: figure.years, scope: thing.indicator.name }));
  return bySentence(figures).flatMap((group) => {
    const text = squeeze(group[0]?.sentence ?? '');
    const places = placesIn(text, group);
    const respective = respectiveIn(text, places);
    return group.map((figure): Found => {
      const at = places.findIndex((place) => place.figure === figure);
      const own = respective[at];
      if (own)
        return {
          thing,
          figure,
          years: yearsOf(figure),
          scope: `${own.name}${own.said}${squeeze(figure.printed)}`,
          beside: own.lead,
          respective: own,
        };
      return {
        thing,
        figure,
        years: yearsOf(figure),
        scope: scopeAt(text, places, at),
        beside: leadAt(text, places, at),
      };
    });
  });
};

const known = new WeakMap<Ground, Map<string, readonly Found[]>>();

/** Returns the figures of a thing with the words around each, in printed order. */
export const foundOf = (thing: Thing, ground: Ground, sort: Sort = 'amounts'): readonly Found[] => {
  const all = known.get(ground) ?? new Map<string, readonly Found[]>();
  known.set(ground, all);
  const key = `${sort} ${thing.kind} ${thing.topic}`;
  const found = all.get(key) ?? foundIn(thing, sort, ground);
  all.set(key, found);
  return found;
};
