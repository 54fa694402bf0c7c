/** What somebody says is wrong with the answer before: so far only that something is, or what. */
export type WrongAsked = 'something' | 'topic' | 'units' | 'figures' | 'other';

const WRONG = '(?:有[误誤]|[错錯]了|不[对對]|[写寫][错錯]了?)';
const WORDS: readonly (readonly [WrongAsked, RegExp])[] = [
  [
    'something',
    /^(?:(?:回?答案?|上面|这|這)?(?:的|得)?有[误誤]|(?:你|您)?答得?(?:[错錯]了|不[对對])|wrong(?: answer)?)$/,
  ],
  ['topic', /^(?:我?[问問]的是[另别別]一?[项項个個]|我?[问問]的不是[这這]一?[项項个個]?|not what i meant)$/],
  ['units', new RegExp(`^(?:[单單]位${WRONG}|wrong unit)$`)],
  ['figures', new RegExp(`^(?:[数數]字${WRONG}|wrong figures?)$`)],
  ['other', /^(?:其他有[误誤]|otherwise wrong)$/],
];
/** What people put around a word: 有误！ “有误” */
const AROUND = /^[\s"'“”‘’「」]+|[\s"'“”‘’「」.。!！?？、,，~]+$/gu;

/** Reads 有误, 单位有误, 问的是另一项 and the like; undefined for anything that is a question. */
export const wrongAsked = (text: string): WrongAsked | undefined => {
  const said = text.normalize('NFKC').replace(AROUND, '').replace(/\s+/g, ' ').toLowerCase();
  return WORDS.find(([, words]) => words.test(said))?.[0];
};
