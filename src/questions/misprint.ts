import type { Draft } from '../answer/draft.ts';
import { canonical } from '../text.ts';
import type { Misprint } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const ROLE = /负责|责任|牵头|管(?!委)|支持/u;

/** A printed form that a reviewed note explains: what it is, and how the other source prints it. */
export const misprint = kind<readonly Misprint[]>({
  name: 'misprint',
  examples: [
    '灞桥生态区和浐灞生态区是一个地方吗',
    '产灞生态区是哪里',
    '附件里的陕西银监局是什么',
    '附件写的灞桥生态区是什么单位',
    '产灞生态区是不是印错了',
    '陕西银监局和陕西银保监局是一家吗',
    '灞桥生态区是指浐灞生态区吗',
    '“产灞生态区”是什么意思',
    '附件第53项的产灞生态区是哪个',
    '陕西银监局是指哪家',
    '灞桥生态区是哪里',
    '陕西银监局是不是陕西银保监局',
    '产灞生态区跟浐灞生态区是不是同一个',
    '附件里灞桥生态区指的是什么',
    '陕西银监局什么意思',
  ],
  others: [
    '浐灞生态区负责哪些任务',
    '陕西银保监局支持什么',
    '灞桥生态区负责哪些任务',
    '天然气交易中心的责任单位正文和附件一样吗',
    '浐灞生态区是不是绿色保险的责任单位',
  ],
  find: (query, { plan }) => {
    if (
      !asks(query, 'content', 'define', 'confirm', 'differ', 'who') ||
      asks(query, 'support', 'list', 'count', 'target') ||
      (asks(query, 'who') && ROLE.test(query.reading.text)) ||
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
