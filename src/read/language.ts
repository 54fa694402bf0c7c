import { isHan } from '../text.ts';
import type { Language } from '../types.ts';

/**
 * The asker's language. Chinese words inside an English sentence (汉诺威, 21项) do not make it Chinese, nor does POS or
 * CF40 make a Chinese one English.
 */
export const languageOf = (original: string, simplified: string): Language => {
  const han = [...original].filter(isHan).length;
  const words = original.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  if (words >= 3 && words * 2 > han) return 'en';
  if (han === 0) return words > 0 ? 'en' : 'zh-Hans';
  const other = [...simplified];
  const changed = [...original].filter((char, at) => isHan(char) && other[at] !== char).length;
  return changed > 0 ? 'zh-Hant' : 'zh-Hans';
};
