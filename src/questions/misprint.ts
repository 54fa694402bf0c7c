import type { Draft } from '../answer/draft.ts';
import { canonical } from '../text.ts';
import type { Misprint } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

/** A printed form that a reviewed note explains: what it is, and how the other source prints it. */
export const misprint = kind<readonly Misprint[]>({
  name: 'misprint',
  examples: ['灞桥生态区和浐灞生态区是一个地方吗', '产灞生态区是哪里', '附件里的陕西银监局是什么'],
  find: (query, { plan }) => {
    if (
      !asks(query, 'content', 'define', 'confirm', 'differ') ||
      asks(query, 'who', 'support', 'list', 'count', 'target') ||
      query.tasks.length > 1
    )
      return undefined;
    const text = canonical(query.reading.text);
    const found = plan.registry.misprints.filter(
      ({ printed, where }) => printed.length > 3 && where && text.includes(canonical(printed)),
    );
    return found.length > 0 ? found : undefined;
  },
  phrase: (notes, { cite, plan }): Draft => {
    const clauses = [...new Set(notes.flatMap(({ where }) => where ?? []))];
    const places = clauses.flatMap((id) => plan.tasks.filter(({ row }) => row.clause === id));
    return {
      status: 'answered',
      lines: notes.map(({ note }) => note),
      citations: [
        ...notes.flatMap(({ printed, where }) => (where ?? []).map((id) => cite(id, printed))),
        ...places.map(({ body }) => cite(body.clause)),
      ],
      notices: [{ code: 'source_misprint', text: notes.map(({ note }) => note).join(''), clauses }],
      tasks: places.map(({ number }) => number),
    };
  },
});
