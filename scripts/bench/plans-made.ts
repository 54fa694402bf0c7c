import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFolders, readBodyNames, readCorpus } from '../../src/corpus.ts';
import { receiveFile } from '../../src/import/files.ts';
import { importPlan } from '../../src/import/import-plan.ts';

/** Words that stand for one another in plans made of others, each in place of one before it. */
const FIELDS =
  '金融 物流 养老 旅游 农业 林业 渔业 体育 医药 教育 文化 能源 环保 交通 水利 电子 软件 纺织 钢铁 建材 气象 邮政 种业'.split(
    ' ',
  );
const THINGS =
  '中心 平台 园区 基地 机制 体系 数据库 项目库 示范区 联盟 网络 目录 清单 专班 试点 窗口 档案 名录 通道'.split(' ');
const [FIRST, SECOND] = [
  '青白云石柳江河海长平安永临新高大定东西南北'.split(''),
  '川州阳山城林原泉湖岭浦关桥门溪'.split(''),
];
const PLACE = /(?:河北|西安|陕西|石城|石家庄|赣州)/gu;
/** Neither a year nor the number of a row. */
const FIGURE = /(?<![\d〔[(（.])(?!20\d\d(?!\d)|\d+\t)\d{2,5}(?![\d年月日〕号.])/gu;

const turned = (words: readonly string[], by: number): ((text: string) => string) => {
  const place = new Map(words.map((word, at) => [word, words[(at + by) % words.length] ?? word]));
  const pattern = new RegExp(words.join('|'), 'gu');
  return (text) => text.replace(pattern, (word) => place.get(word) ?? word);
};

/** The plan's text with other names, places, figures and another number; the same for the same `at`. */
export const otherText = (text: string, at: number): string => {
  const place = `${FIRST[at % FIRST.length]}${SECOND[Math.floor(at / FIRST.length) % SECOND.length]}`;
  const fields = turned(FIELDS, 1 + (at % (FIELDS.length - 1)));
  const things = turned(THINGS, 1 + (at % (THINGS.length - 1)));
  const other = things(fields(text))
    .replace(FIGURE, (figure) => String((Number(figure) * (3 + (at % 7))) % 99_999 || Number(figure)))
    .replace(/([〔[(（【]20\d{2}[〕\])）】]\s*)\d{1,4}(?=\s*号)/gu, `$1${(at % 997) + 1}`);
  const moved = other.replace(PLACE, place);
  return moved === other ? `${place}市${moved}` : moved;
};

const textsIn = async (folder: string): Promise<readonly string[]> => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const found: string[] = [];
  for (const name of names.sort()) {
    const options = { id: 'plan', bodies: readBodyNames() };
    const { preview, files } = await importPlan(await receiveFile(join(folder, name)), options);
    const text = files['plan.txt'];
    if (preview.status !== 2 && typeof text === 'string') found.push(text);
  }
  return found;
};

/** Real plans, as imported, where they lie beside the project; else the first plan of the corpus. */
export const realTexts = async (folder: string, corpus: string): Promise<readonly string[]> => {
  const found = existsSync(folder) ? await textsIn(folder) : [];
  return found.length > 0
    ? found
    : planFolders(corpus)
        .slice(0, 1)
        .map((one) => readCorpus(one).source);
};

/** Writes so many plans made of real ones into a folder; those that are as they were come first. */
export const writePlans = (texts: readonly string[], count: number, to: string): void => {
  for (let at = 0; at < count; at += 1) {
    const [id, text = ''] = [`plan-${String(at).padStart(4, '0')}`, texts[at % texts.length]];
    mkdirSync(join(to, id), { recursive: true });
    writeFileSync(join(to, id, 'plan.json'), JSON.stringify({ id }));
    writeFileSync(join(to, id, 'plan.txt'), at < texts.length ? text : otherText(text, at));
  }
};
