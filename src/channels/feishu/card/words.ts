import type { Language } from '../../../types.ts';

/** What a card says around an answer. */
export interface CardWords {
  readonly note: string;
  /** Above what waits behind a fold. */
  readonly details: string;
  readonly sources: (here: number, total: number) => string;
  readonly page: (page: number, pages: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly related: string;
  readonly suggestions: string;
  /** Above the questions of a welcome. */
  readonly examples: string;
  readonly useful: string;
  /** Above the things that may have been meant. */
  readonly which: string;
  readonly year: string;
  readonly role: string;
  readonly figure: (measure: string) => string;
}

const SIMPLIFIED: CardWords = {
  note: '注意',
  details: '详细',
  sources: (here, total) => (here === total ? `出处（${total}条）` : `出处（本页${here}条，共${total}条）`),
  page: (page, pages) => `第${page}/${pages}页`,
  previous: '上一页',
  next: '下一页',
  related: '相近的条款：',
  suggestions: '还可以问：',
  examples: '您可以这样问：',
  useful: '有用',
  which: '问的是哪一项？点一下告诉我们',
  year: '年份',
  role: '类别',
  figure: (measure) => `数值（${measure}）`,
};

const TRADITIONAL: CardWords = {
  ...SIMPLIFIED,
  details: '詳細',
  sources: (here, total) => (here === total ? `出處（${total}條）` : `出處（本頁${here}條，共${total}條）`),
  page: (page, pages) => `第${page}/${pages}頁`,
  previous: '上一頁',
  next: '下一頁',
  related: '相近的條款：',
  suggestions: '還可以問：',
  examples: '您可以這樣問：',
  which: '問的是哪一項？點一下告訴我們',
  role: '類別',
  figure: (measure) => `數值（${measure}）`,
};

const ENGLISH: CardWords = {
  note: 'Note',
  details: 'Details',
  sources: (here, total) => (here === total ? `Sources (${total})` : `Sources (${here} of ${total} on this page)`),
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  related: 'Nearby clauses:',
  suggestions: 'You can also ask',
  examples: 'You can ask, for example',
  useful: 'Helpful',
  which: 'Which one did you mean?',
  year: 'Year',
  role: 'Kind',
  figure: (measure) => `Figure (${measure})`,
};

/** The words of a card in the asker's language. */
export const cardWords = (language: Language): CardWords => {
  switch (language) {
    case 'zh-Hans':
      return SIMPLIFIED;
    case 'zh-Hant':
      return TRADITIONAL;
    case 'en':
      return ENGLISH;
  }
};
