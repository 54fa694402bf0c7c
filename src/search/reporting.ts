import { once } from '../once.ts';
import { canonical } from '../text.ts';
import type { Passage } from '../types.ts';
import type { Cut } from './cut.ts';
import type { Sentence } from './saying.ts';
import { isStopWord } from './terms.ts';

const BODY = '(?:厅|局|委|部|处|室|中心|政府|国务院)';
/** 报省教育厅师范教育处, 向省工业和信息化厅报送: what is reported to whom; 申报, 通报 are not. */
const REPORTS = new RegExp(
  `(?<![申通填举年总汇])(?:报送|上报|报至|报)[^,，。;；]{0,12}${BODY}|向[^,，。;；]{1,20}${BODY}[^,，。;；]{0,4}(?:报送|报告|上报)`,
  'u',
);

/** Returns what finds the sentence of a plan that says where, and when, something is reported; none where several may. */
export const createReporting = (
  sentences: readonly Sentence[],
  contents: Cut,
): ((text: string) => Passage | undefined) => {
  const reports = once(() => sentences.filter(({ text }) => REPORTS.test(text)));
  return (text) => {
    const words = contents(canonical(text)).filter((word) => word.length > 1 && !isStopWord(word));
    const scored = reports()
      .map(({ passage, text: sentence }) => ({ passage, held: words.filter((word) => sentence.includes(word)).length }))
      .toSorted((a, b) => b.held - a.held);
    const [first, second] = scored;
    return first && first.held > (second?.held ?? -1) ? first.passage : undefined;
  };
};
