import type { Block, ImportedDocument, Note } from '../document.ts';
import { noteOf } from '../document.ts';

/** Radicals of the supplement (U+2E80–2EFF) as fonts of pdfs use them; those of Kangxi (U+2F00–2FDF) fold by NFKC. */
const SUPPLEMENT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '⺁厂 ⺄乙 ⺇几 ⺈刀 ⺊卜 ⺋卩 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歹 ⺟母 ⺠民',
    '⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫罒 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罒 ⺲罒 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼',
    '⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨',
    '⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟食 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟',
  ].flatMap((row) => row.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])),
);
const RADICAL = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
/** 2014­2020 with a soft hyphen was printed 2014-2020. */
const SOFT_IN_FIGURES = /(?<=\d)\u00ad(?=\d)/g;
const SOFT = /\u00ad/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/g;
const UNKNOWN = /[\ufffd\ue000-\uf8ff]/g;
/** Two years run into one: 20142020. */
const GLUED_YEARS = /(?<!\d)(?:19|20)\d{2}(?:19|20)\d{2}(?!\d)/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Returns a text with radicals mapped back to the characters that they stand for and invisible marks taken out. */
export const repairText = (text: string): string =>
  text
    .replace(RADICAL, (char) => SUPPLEMENT[char] ?? char.normalize('NFKC'))
    .replace(SOFT_IN_FIGURES, '-')
    .replace(SOFT, '')
    .replace(INVISIBLE, '');

/** Applies a change to each text of the blocks. */
export const mapTexts = (blocks: readonly Block[], change: (text: string) => string): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'paragraph'
      ? { kind: 'paragraph', text: change(block.text) }
      : Object.assign({}, block, { rows: block.rows.map((cells) => cells.map(change)) }),
  );

/** All text of the blocks, a line for each paragraph and cell. */
export const allText = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat().join('\n'))).join('\n');

const repairsOf = (text: string): readonly Note[] => {
  const radicals = count(text, RADICAL);
  const soft = count(text, SOFT);
  const invisible = count(text, INVISIBLE);
  return [
    ...noteOf('radicals', radicals, `部首字符已改回汉字：${radicals} 处`),
    ...noteOf('soft_hyphens', soft, `软连字符：${soft} 处，数字之间的改为“-”，其余去掉`),
    ...noteOf('invisible', invisible, `看不见的字符已去掉：${invisible} 处`),
  ];
};

const doubtsOf = (text: string): readonly Note[] => {
  const unknown = count(text, UNKNOWN);
  const glued = [...new Set(text.match(GLUED_YEARS))];
  return [
    ...noteOf('unknown_characters', unknown, `认不出的字符：${unknown} 处，请对照原件`),
    ...noteOf('damaged_figures', glued.length, `两个年份可能连在了一起：${glued.join('、')}`),
  ];
};

/** Repairs the characters of a document and says how many. */
export const repairCharacters = (document: ImportedDocument): ImportedDocument => {
  const before = allText(document.blocks);
  const blocks = mapTexts(document.blocks, repairText);
  return Object.assign({}, document, {
    blocks,
    repairs: [...document.repairs, ...repairsOf(before)],
    warnings: [...document.warnings, ...doubtsOf(allText(blocks))],
  });
};
