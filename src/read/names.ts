import type { Corpus } from '../corpus.ts';
import { soundOf } from '../sound.ts';
import type { Plan } from '../types.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';
import { createNameReader, type Name, type Named } from './name-reader.ts';

/** How the short name of a body ends that is a unit by itself. */
const WHOLE_NAME = /[区县局委办部院]$/u;

/** 年保费收入: 年 may belong to a year before it. */
const YEARLY = '年';

/** Names of the plan itself: its title with and without the city and the years, its short name, its number. */
const planNames = (plan: Plan, corpus: Corpus): readonly string[] => {
  const { title, number, untitled } = plan.document;
  if (untitled) return [title, corpus.shape.short, number];
  const bare = /《(.+?)》/u.exec(title)?.[1] ?? title;
  const names = [title, bare, bare.replace(/\s*[（(].*$/u, ''), corpus.shape.short, corpus.english.plan.title, number];
  return [...new Set(names.map((name) => name.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')))];
};

/** 省政府办公厅 for 某某省人民政府办公厅: who issued the plan stands for it, where it is no unit of its own. */
const issuerNames = ({ document: { issuer } }: Plan): readonly string[] => {
  const short = issuer.replace('人民政府', '政府');
  const local = [issuer, short].map((name) => name.replace(/^\p{Script=Han}{2,3}?(?=[省市县区])/u, ''));
  return [...new Set([issuer, short, ...local])];
};

/** 西安人, 西安老百姓: those who live there are meant by every plan of the city. */
const PEOPLE = '(?:(?:本地)?(?:人(?![民才社均力行口大])|市民|居民|老百姓|百姓))?';

/** Returns a reader of the names of the plan's things, as candidates. */
export const createNames = (
  names: readonly Name<Named>[],
  { plan, corpus }: { readonly plan: Plan; readonly corpus: Corpus },
): ((text: string) => readonly Candidate[]) => {
  const source = plan.clauses.map((clause) => clause.text.replace(/\s+/g, '')).join('\n');
  const read = createNameReader<Named | 'plan' | 'issuer'>(
    [
      ...planNames(plan, corpus)
        .filter((name) => name.length > 3)
        .map((name) => ({ name, means: 'plan' as const, sounds: false })),
      ...names,
      ...issuerNames(plan)
        .filter((name) => name.length > 3)
        .map((name) => ({ name, means: 'issuer' as const, sounds: false })),
    ],
    (pair) => source.includes(pair),
  );
  const tail = new RegExp(`^\\p{Script=Han}{0,4}?(?:${corpus.bodies.join('|')})`, 'u');
  /** XX研究院, XX银行: a short name of a unit at the head of another body's name is no unit. */
  const isOtherBody = (means: Named, piece: string, rest: string): boolean =>
    means.kind === 'unit' && !WHOLE_NAME.test(piece) && /^\p{Script=Han}+$/u.test(piece) && tail.test(rest);
  const city = /^\p{Script=Han}{2,4}?(?=[市省县区])/u.exec(plan.document.issuer)?.[0] ?? '';
  const cities = city === '' ? undefined : new RegExp(`${city}[市省县区]?${PEOPLE}`, 'gu');
  const latin = city === '' ? undefined : new RegExp(`\\b${[...city].map(soundOf).join("['’]?")}(?:['’]s)?\\b`, 'gu');
  const asGlue = (match: RegExpMatchArray): Candidate => {
    const [from, to] = spanOf(match);
    return { from, to, rule: 'glue:city', grade: 'asking', meaning: { kind: 'glue' } };
  };
  /** The plan's own city says nothing of the question: 西安2022年要设多少家; joined to Chinese words it is one of them. */
  const ownCity = (text: string): readonly Candidate[] => [
    ...(cities ? [...text.matchAll(cities)].map((match): Candidate => ({ ...asGlue(match), weak: 'both' })) : []),
    ...(latin ? [...text.matchAll(latin)].map(asGlue) : []),
  ];
  const named = (text: string): readonly Candidate[] =>
    read(text).flatMap(({ means, span: [from], text: piece, how }) => {
      const span = [from, from + piece.length] as const;
      if (means === 'plan' || means === 'issuer')
        return thing(span, means === 'plan' ? 'plan:name' : 'plan:issuer', { kind: 'plan' });
      if (isOtherBody(means, piece, text.slice(span[1]))) return thing(span, 'word:body', { kind: 'words' });
      const found = thing(span, `${means.kind}:${how}`, means);
      if (means.kind !== 'indicator') return found;
      const rest = piece.slice(YEARLY.length);
      const bare = piece.startsWith(YEARLY) && rest.length > 1 ? [{ ...found, from: from + YEARLY.length }] : [];
      return means.sure ? [found, ...bare] : { ...found, weak: 'both' };
    });
  return (text) => [...named(text), ...ownCity(text)];
};
