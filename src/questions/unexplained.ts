import { squeeze } from '../text.ts';
import { kind } from './kind.ts';
import { refusal } from './refusal.ts';
import { asks } from './subject.ts';

/** What is left to ask about a term, once its name is taken away. */
const LEFT_BESIDE_TERM = 8;

const WHERE = /在哪|是?哪里的|哪个区|谁的|哪(?:一)?[条项段处]|写在|出现|提到/u;

/** A term that the plan uses and nowhere explains, asked for its content. */
export const undefinedTerm = kind<string>({
  name: 'undefined-term',
  examples: [
    '“三个经济”指的是什么',
    '一行两局分别是哪几家',
    '“四扩大两可控”是什么意思',
    '五个扎实是哪五个',
    '“6+5+6+1”包括哪些产业',
    '创投十条内容是什么',
    '什么是四新企业，指的是什么',
    '“龙门行动”是什么意思',
    '三去一降一补指什么',
    '“4+N”指的是啥',
    '追赶超越是什么意思',
    '五类机构分别是哪些',
    '一企一策一专班是什么意思',
    '政银保担投指的是什么',
    '四位一体指什么',
    '前海模式是什么意思',
    '跨境金融创新50条分别是什么',
  ],
  others: ['创投十条谁负责落实', '龙门行动写在哪', '五类机构行业协会2020年做什么', '三个经济发展由谁负责'],
  find: (query) => {
    const [term] = query.terms;
    if (!term || !asks(query, 'define', 'content', 'target') || asks(query, 'original') || query.years.length > 0)
      return undefined;
    if (WHERE.test(query.reading.text)) return undefined;
    const mention = query.reading.mentions.find((one) => one.kind === 'term')?.text ?? '';
    const beside = squeeze(query.subject).length - squeeze(mention).replace(/[“”]/g, '').length;
    const bare = beside <= 0 && (asks(query, 'define') || (asks(query, 'target') && !asks(query, 'who', 'support')));
    if (!bare && !asks(query, 'define', 'content')) return undefined;
    if (!bare && asks(query, 'who', 'support', 'target', 'amount', 'when')) return undefined;
    return beside <= LEFT_BESIDE_TERM ? term : undefined;
  },
  phrase: (term, desk, query) => refusal(desk.say('termUndefined', { term }), query, desk),
});

/** A unit that has no part in the plan. */
export const unknownUnit = kind<string>({
  name: 'unknown-unit',
  examples: [
    '市统计局负责哪些任务',
    '市住房公积金中心有几项任务',
    '市民政局负责什么',
    '市水务局支持哪些',
    '市卫健委有任务吗',
    '西安市体育局要干什么',
    '市交通局有几项',
    '市审计局支持什么任务',
    '市司法局有没有任务',
    '市应急管理局负责哪几项',
    '省财政厅支持哪些任务',
    '市税务局负责啥',
    '市信访局有哪些任务',
    '市妇联办公室负责哪些',
    '国家税务局支持什么',
  ],
  others: [
    '市财政局负责哪些任务',
    '碑林区有哪些任务',
    '秦农银行有任务吗',
    '绿色保险归市统计局管吗',
    '市公安局在计划里干啥',
  ],
  find: (query) =>
    query.units.length === 0 &&
    asks(query, 'list', 'count', 'who', 'support', 'content') &&
    query.confidence !== 'clear'
      ? query.unknownUnits[0]
      : undefined,
  phrase: (unit, desk, query) => refusal(desk.say('unitWithout', { unit }), query, desk),
});
