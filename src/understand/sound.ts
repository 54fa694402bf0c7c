import { pinyin } from 'pinyin-pro';
import { isHan } from '../text.ts';

const known = new Map<string, string>();
const MOST = 20_000;

/** Toneless pinyin of one character; other characters sound as themselves. */
const soundOf = (char: string): string => {
  const before = known.get(char);
  if (before !== undefined) return before;
  const sound = isHan(char) ? pinyin(char, { toneType: 'none' }) : char;
  if (known.size < MOST) known.set(char, sound);
  return sound;
};

/** 供应连金融 → gong ying lian jin rong, one sound a UTF-16 unit, so that places in the text stay places in the sounds. */
export const soundsOf = (text: string): readonly string[] => text.split('').map(soundOf);
