import type { Answer } from '../../../types.ts';
import { keyOf, readKey, taskOf } from './card-key.ts';
import { cleanText } from './clean.ts';
import { WORDS } from './words.ts';

/** A card with buttons (page 模板卡片), of which the platform allows six. */
export interface ButtonCard {
  readonly card_type: 'button_interaction';
  readonly main_title: { readonly title: string; readonly desc: string };
  readonly button_list: readonly { readonly text: string; readonly style: number; readonly key: string }[];
  readonly task_id: string;
}

const MOST_BUTTONS = 6;
/** Characters of a button. */
const LONGEST_LABEL = 10;
/** Grey with dark words: none of the choices is the recommended one. */
const STYLE = 4;

/** `1 加大法人金融机…`: the number by which the text lists the whole label, and as much of it as fits. */
const labelOf = (at: number, label: string): string => {
  const text = `${at + 1} ${cleanText(label.replaceAll('\n', ' ')).trim()}`.trim();
  if (text.length <= LONGEST_LABEL) return text;
  let clipped = '';
  for (const point of text) {
    if (clipped.length + point.length >= LONGEST_LABEL) break;
    clipped += point;
  }
  return `${clipped}…`;
};

/** The choices of an answer that asks back, as buttons; undefined when there is nothing to choose. */
export const choiceCard = (reply: string, { choices, language }: Answer): ButtonCard | undefined => {
  const keys = choices.slice(0, MOST_BUTTONS).map((_, at) => keyOf({ reply, kind: 'choice', at }));
  if (keys.length === 0 || keys.some((key) => readKey(key) === undefined)) return undefined;
  const { cardTitle, cardHint } = WORDS[language];
  return {
    card_type: 'button_interaction',
    main_title: { title: cardTitle, desc: cardHint },
    button_list: keys.map((key, at) => ({ text: labelOf(at, choices[at]?.label ?? ''), style: STYLE, key })),
    task_id: taskOf(reply),
  };
};
