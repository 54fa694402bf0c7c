import { remembering } from '../recent.ts';
import { foldWidth, squeeze, stripInvisible } from '../text.ts';
import type { Answer, NamedUnit, Plan, Question } from '../types.ts';
import { OMISSION } from './citation.ts';

/** White space, emphasis and thousands separators aside. */
const plain = (text: string): string =>
  squeeze(stripInvisible(foldWidth(text)))
    .replace(/[*_`]/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');

const FIGURE = /\d+(?:\.\d+)?/g;
/** Numbers of list items and of sources are no figures. */
const LIST_MARKS = /[①-⑳]|^\s*\d+[.、)）]\s?/gm;

const figures = (text: string): readonly string[] =>
  foldWidth(text.replace(/[，、；]/g, '|'))
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .match(FIGURE) ?? [];

/** Lines that call units responsible or supporting, in each language. */
const ROLE_LINES = [
  { role: 'responsible', line: /^\s*(?:责任单位|責任單位|Responsible units)\s*[:：]\s*(.+)$/u },
  { role: 'supporting', line: /^\s*(?:支持单位|支持單位|支援單位|Supporting units)\s*[:：]\s*(.+)$/u },
] as const;

/** Citations repeat from answer to answer. */
const MOST_KNOWN = 5000;

/** Reads a plan once; then finds whatever an answer says that the plan does not bear out. */
export const createCheck = (plan: Plan): ((answer: Answer, question: Question) => readonly string[]) => {
  const plainQuote = remembering(plain, MOST_KNOWN);
  const figuresIn = remembering(figures, MOST_KNOWN);
  const sources = new Map(
    plan.clauses.map((clause) => [clause.id, plain(clause.source.map(({ text }) => text).join(''))]),
  );
  const names = [...plan.registry.units, ...plan.registry.groups]
    .map(({ name }) => name)
    .sort((a, b) => b.length - a.length);
  const meant = (units: readonly NamedUnit[]) => units.flatMap(({ means }) => means);
  const own = `《${plan.document.title}》`;
  const assignments = new Map<string, Record<'responsible' | 'supporting', readonly string[]>>();
  for (const { clause, ...named } of plan.tasks.flatMap(({ body, row }) => [body, row])) {
    const before = assignments.get(clause) ?? { responsible: [], supporting: [] };
    const responsible = [...before.responsible, ...meant(named.responsible)];
    assignments.set(clause, { responsible, supporting: [...before.supporting, ...meant(named.supporting)] });
  }

  const quotes = (answer: Answer): readonly string[] =>
    answer.citations
      .filter(({ clause, quote }) => {
        const whole = sources.get(clause) ?? '';
        return quote === '' || !quote.split(OMISSION).every((part) => whole.includes(plainQuote(part)));
      })
      .map(({ clause }) => `quote of ${clause} is not in the plan`);

  const numbers = (answer: Answer, question: Question): readonly string[] => {
    const asked = [question.text, ...question.history];
    const said = [
      ...asked,
      ...asked.map((text) => stripInvisible(text).replace(/[*_`]/g, '')),
      ...answer.choices.map((choice) => JSON.stringify(choice)),
    ].flatMap(figuresIn);
    const cited = answer.citations.flatMap(({ quote, label, clause }) => [quote, label, clause]).flatMap(figuresIn);
    const known = new Set([
      ...said,
      ...cited,
      ...answer.computed.flatMap(({ value }) => figures(value)),
      ...answer.tasks.map(String),
    ]);
    return figures(answer.text.replaceAll(own, '').replace(LIST_MARKS, '|'))
      .filter((figure) => !known.has(figure))
      .map((figure) => `figure ${figure} has no source`);
  };

  const units = (answer: Answer): readonly string[] =>
    ROLE_LINES.flatMap(({ role, line }) => {
      const cited = new Set(answer.citations.flatMap(({ clause }) => assignments.get(clause)?.[role] ?? []));
      return answer.text.split('\n').flatMap((text) => {
        let rest = line.exec(text)?.[1];
        if (rest === undefined) return [];
        return names.flatMap((name) => {
          if (!rest?.includes(name)) return [];
          rest = rest.replaceAll(name, '');
          return cited.has(name) ? [] : [`${name} is not named so in a cited clause`];
        });
      });
    });

  return (answer, question) => [...quotes(answer), ...numbers(answer, question), ...units(answer)];
};
