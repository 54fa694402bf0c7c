import { NUMERAL } from './ordinals.ts';

/** What a numeral or a letter tells apart: 三期, 第五批, 3号楼, C地块. */
const COUNTED =
  '期工程|期|批次|批|条|号楼|号线|号院|号地块|号文|号|地块|标段|单元|区块|楼|层|座|届|轮|代|版|类|级|馆|栋|幢|等奖';
/** 一批, 一条, 一类 are as good as 一些; 一期 and 一号楼 are phases and buildings. */
const ARTICLE = /^一(?:批次?|条|类|级|层|座|栋|幢|轮|代|版|届)$/u;
const NUMBERED = new RegExp(`第?${NUMERAL}(?:${COUNTED})`, 'gu');
const LETTERED = /(?<![a-z])[a-z]\d{0,2}(?:地块|区块|座|栋|楼|馆|区|线|股|轮|级|类)/giu;

/**
 * Returns the pieces of a wording that tell one thing of a kind from another, in printed order: 三期, 第五批, 60条, 3号楼,
 * C地块. A plan that has the thing but not the piece says nothing of what was asked.
 */
export const designatorsIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBERED), ...text.matchAll(LETTERED)]
    .filter(([piece]) => !ARTICLE.test(piece))
    .sort((a, b) => a.index - b.index)
    .map(([piece]) => piece);
