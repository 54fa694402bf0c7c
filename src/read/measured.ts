import { readQuantities } from '../quantity.ts';
import { MEASURES } from '../quantity-words.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';

const SCALED = ['亿', '万', '万亿'].flatMap((scale) => ['元', '平方米'].map((unit) => `${scale}${unit}`));
const MEASURE = [...SCALED, ...MEASURES.map(({ say }) => say)]
  .sort((a, b) => b.length - a.length)
  .map((say) => say.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');

/** 以“次”为单位, 用亿元作单位, 按家计算: a measure by which figures are told. */
const BY = new RegExp(
  `(?:以|用|按|拿|把)[“"‘']?(${MEASURE})[”"’']?(?:(?:为|作|做|作为|当|当作)(?:计量)?单位|计数|计算|计量|统计|计(?=的))`,
  'g',
);
/** 单位是次的, 单位为亿元的. */
const UNIT_IS = new RegExp(`(?:计量)?单位(?:是|为|写的是)[“"‘']?(${MEASURE})[”"’']?(?=的)`, 'g');

/** 20年多少，单位是万亿吧: behind an amount that is asked for; the answer says its measure. */
const UNIT_SO = new RegExp(
  `(?<=[多几][^。？?]*)(?:计量)?单位(?:就?是|为)(?:${MEASURE}|万亿|亿|万)(?:吧|吗|么|嘛|对吧|对吗)?(?=$|[。？?])`,
  'gu',
);

/** Returns measures by which things are picked: figures in just this measure. */
export const measuredIn = (text: string): readonly Candidate[] => [
  ...[...text.matchAll(UNIT_SO)].map((match) => thing(spanOf(match), 'glue:measure', { kind: 'glue' })),
  ...[...text.matchAll(BY), ...text.matchAll(UNIT_IS)].flatMap((match) => {
    const quantity = readQuantities(`3${match[1] ?? ''}`)[0]?.quantity;
    if (!quantity || quantity.unit === 'none') return [];
    const { unit, measure } = quantity;
    return [thing(spanOf(match), 'figure:measure', { kind: 'figure', figure: unit, measure })];
  }),
];
