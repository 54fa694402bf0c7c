import type { Ref, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Decision, Refusal } from './decision.ts';
import type { Parts } from './parts.ts';

export const refuse = (why: Refusal, about: string, near: readonly Ref[] = []): Decision => ({
  decision: 'refuse',
  why,
  about,
  near,
});

/** 市政府办公厅负责什么: who issued the plan is asked about as a unit, and is none of its units. */
const issuerAsUnit = ({ tokens, roles, properties }: Parts): Token | undefined =>
  roles.length > 0 && properties.length === 0 ? tokens.find(({ rule }) => rule === 'plan:issuer') : undefined;

/** What no reading can answer, whatever else the question says. */
export const closed = (parts: Parts): Decision | undefined => {
  const document = parts.strangers.find(({ what }) => what === 'document');
  if (document) return refuse('document', document.text);
  const place = parts.strangers.find(({ what }) => what === 'place');
  if (place) return refuse('place', place.text);
  if (parts.missing[0] && parts.refs.length === 0) return refuse('missing', parts.missing[0].text);
  const [unclear] = parts.unclear;
  if (unclear)
    return {
      decision: 'ask-back',
      why: 'unit',
      about: parts.tokens.find(({ kind }) => kind === 'units')?.text ?? '',
      offers: unclear.map((unit) => ({ ref: { type: 'unit', id: unit }, ask: { ask: 'members' } })),
    };
  const unit = parts.strangers.find(({ what }) => what === 'unit') ?? issuerAsUnit(parts);
  if (unit) return refuse('stranger', unit.text);
  return undefined;
};

/** 花多少钱: how much something comes to. */
const SPENT = 'unsaid:money/spent';

/** 做排名的指数: it says what the thing is of which something else is asked. */
const describes = (text: string, { tokens }: Parts): boolean => {
  const at = tokens.findIndex((token) => token.text === text);
  const [of, thing] = tokens.slice(at + 1).filter(({ kind }) => kind !== 'glue' && kind !== 'before');
  return of?.kind === 'operator' && of.operator === 'of' && thing?.kind === 'words';
};

/** 电话, 预算, 排名: where the things that are asked about do not print it, the plan does not say it. */
export const unsaidOf = (
  parts: Parts,
  { decision }: { readonly decision: Decision },
  content: ComposeContent,
): Decision | undefined => {
  if (parts.unsaid.length === 0) return undefined;
  const refs =
    decision.decision === 'answer' && decision.queries[0].of.set === 'named' ? decision.queries[0].of.refs : [];
  const pastOnly = parts.years.length > 0 && parts.years.every((year) => year < content.firstYear);
  /** 花多少钱买保险: of an indicator that is an amount of money. */
  const [query] = decision.decision === 'answer' ? decision.queries : [];
  const amounts =
    query !== undefined &&
    refs.length > 0 &&
    refs.every(({ type }) => type === 'indicator') &&
    content.answers({ ...query, asks: [{ ask: 'value', unit: 'money' }], claims: [], words: '' });
  const told = ({ unsaid, text }: Parts['unsaid'][number]) =>
    describes(text, parts) ||
    (amounts && parts.tokens.some(({ rule, text: said }) => rule === SPENT && said === text)) ||
    (unsaid === 'result' && pastOnly && refs.some(({ type }) => type === 'indicator')) ||
    refs.some((ref) => content.prints(text, ref));
  const missing = parts.unsaid.find((one) => !told(one));
  return missing && refuse('unsaid', missing.text, refs);
};
