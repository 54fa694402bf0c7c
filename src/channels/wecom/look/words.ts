import type { Language } from '../../../types.ts';

/** What a page says at its end: more of the same follows, or only the quotes, or nothing. */
export type Rest = 'more' | 'quotes' | 'none';

/** What stands around an answer in WeCom, in the asker's language. */
export interface Words {
  readonly suggestions: string;
  readonly examples: string;
  readonly pick: string;
  /** What to reply to an answer that is wrong. */
  readonly wrong: string;
  /** At most 26 characters. */
  readonly cardTitle: string;
  /** At most 30 characters. */
  readonly cardHint: string;
  readonly page: (at: number, of: number, rest: Rest) => string;
}

const HANS: Record<Rest, string> = { more: '，回复“下一页”看后面', quotes: '，回复“下一页”看各条原文', none: '' };
const HANT: Record<Rest, string> = { more: '，回覆“下一頁”看後面', quotes: '，回覆“下一頁”看各條原文', none: '' };
const EN: Record<Rest, string> = { more: '; reply “next” for more', quotes: '; reply “next” for the quotes', none: '' };

export const WORDS: Readonly<Record<Language, Words>> = {
  'zh-Hans': {
    suggestions: '还可以问：',
    examples: '您可以这样问：',
    pick: '请回复序号选择。',
    wrong: '答得不对？回复“有误”。',
    cardTitle: '您问的是哪一个？',
    cardHint: '点按钮，或回复序号选择',
    page: (at, of, rest) => `（第${at}/${of}页${HANS[rest]}）`,
  },
  'zh-Hant': {
    suggestions: '還可以問：',
    examples: '您可以這樣問：',
    pick: '請回覆序號選擇。',
    wrong: '答得不對？回覆“有誤”。',
    cardTitle: '您問的是哪一個？',
    cardHint: '點按鈕，或回覆序號選擇',
    page: (at, of, rest) => `（第${at}/${of}頁${HANT[rest]}）`,
  },
  en: {
    suggestions: 'You can also ask:',
    examples: 'You can ask, for example:',
    pick: 'Reply with a number to choose.',
    wrong: 'Not right? Reply “wrong”.',
    cardTitle: 'Which one do you mean?',
    cardHint: 'Tap one, or reply its number',
    page: (at, of, rest) => `(Page ${at}/${of}${EN[rest]})`,
  },
};
