import type { Clause, Plan } from '../types.ts';

/** Where one body ends and the next begins, though nothing stands between: 省教育厅|省财政厅. */
const BODY_END = /(?<=厅|局|部|行|院|委员会|办公室|联合会|总社|集团|政府|委)\s*(?=中共|中国|中华)/u;

/** Returns the bodies that sign together, each told by the place that they share; the whole as it is where one is no body. */
export const bodiesIn = (issuer: string): readonly string[] => {
  const place = /^(?:中共)?(\p{Script=Han}{1,6}?[省市区县州])/u.exec(issuer)?.[1];
  const ends = place ? new RegExp(`${BODY_END.source}|(?<!中共)(?<=\\p{Script=Han})\\s*(?=${place})`, 'u') : BODY_END;
  const bodies = issuer.split(ends).map((one) => one.replace(/\s+/gu, ''));
  return bodies.every((one) => IS_BODY.test(one)) ? bodies : [issuer];
};
const IS_BODY = /^.{3,30}(?:厅|局|部|行|院|委员会|办公室|联合会|总社|政府|委)$/u;

const JOINTLY = /[^。；\n]*(?:共同|联合)(?:研究)?(?:制定|印发|编制|出台|起草)[^。；\n]*/u;
const JOINED_IN: readonly string[] = ['front', 'opening', 'paragraph'];

/** Returns the sentence of the front or the opening that names those who made the plan together. */
export const madeTogether = ({ clauses }: Plan): { readonly clause: Clause; readonly text: string } | undefined => {
  const clause = clauses.find(({ kind, text }) => JOINED_IN.includes(kind) && JOINTLY.test(text));
  return clause && { clause, text: JOINTLY.exec(clause.text)?.[0]?.trim() ?? '' };
};
