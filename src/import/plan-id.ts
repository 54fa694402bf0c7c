import { pinyin } from 'pinyin-pro';

const LONGEST_ID = 48;

/** Returns a plan's id for a title or a file's name: 水利方案.docx → shui-li-fang-an; letters and figures stay. */
export const planIdOf = (name: string): string => {
  const bare = name.replace(/\.[a-z0-9]+$/i, '').slice(0, 200);
  const letters = pinyin(bare, { toneType: 'none', nonZh: 'consecutive', separator: '-' }).toLowerCase();
  const id = letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'plan' : id;
};
