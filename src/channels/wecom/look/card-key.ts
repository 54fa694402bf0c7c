import { createHash } from 'node:crypto';
import type { Click } from '../../work.ts';

/** What a button brings back: which of the choices, suggestions or pages, or which verdict, and the id of the reply. */
const KEY = /^(?:([csp])(\d{1,3})|([uw])):(\S{1,256})$/;

/** A click as a button's key: `c2:reply-id`; at most 773 bytes, where the platform allows 1,024. */
export const keyOf = (click: Click): string => {
  switch (click.kind) {
    case 'choice':
      return `c${click.at}:${click.reply}`;
    case 'suggestion':
      return `s${click.at}:${click.reply}`;
    case 'page':
      return `p${click.page}:${click.reply}`;
    case 'verdict':
      return `${click.verdict === 'useful' ? 'u' : 'w'}:${click.reply}`;
  }
};

/** The click that a key stands for; undefined when the key is none of ours. */
export const readKey = (key: string): Click | undefined => {
  const [, what, number, verdict, reply] = KEY.exec(key) ?? [];
  if (reply === undefined) return undefined;
  if (verdict !== undefined) return { reply, kind: 'verdict', verdict: verdict === 'u' ? 'useful' : 'wrong' };
  if (what === 'p') return number === '0' ? undefined : { reply, kind: 'page', page: Number(number) };
  return { reply, kind: what === 'c' ? 'choice' : 'suggestion', at: Number(number) };
};

/** The task id of a reply's card: of the signs that the platform allows, the same for the same reply. */
export const taskOf = (reply: string): string =>
  `reply-${createHash('sha256').update(reply).digest('hex').slice(0, 32)}`;

/** What a click on one of our cards asks for: the key must be ours, and a card that says which it is must be that reply's. */
export const readCardClick = (key: string, task: string | undefined): Click | undefined => {
  const click = readKey(key);
  return click && (task === undefined || task === taskOf(click.reply)) ? click : undefined;
};
