import { counted, type Desk } from '../../answer/draft.ts';
import { citeFront } from '../../answer/front.ts';
import { bodiesIn, madeTogether } from '../../library/issuers.ts';
import type { Row } from './document-row.ts';

/** Returns who issued it, and the sentence that names those who made it together. */
export const issuedBy = (desk: Desk): Row => {
  const { plan, say, cite } = desk;
  const { issuer, number } = plan.document;
  const found = madeTogether(plan);
  const bodies = bodiesIn(issuer);
  const several = bodies.length > 1;
  const line = several
    ? say('docIssuers', { count: bodies.length, list: bodies.join('、') })
    : say('docIssuer', { value: issuer });
  const computed = several ? [counted(bodies.length, '署名的单位数', ['0'])] : [];
  const own = [...citeFront(desk, issuer), ...citeFront(desk, number)];
  if (!found) return { line, sources: own, computed };
  const { clause, text } = found;
  return {
    line: `${line}\n${say('sentenceAt', { label: clause.label, text })}`,
    sources: [...own, cite(clause.id, text)],
    computed,
  };
};
