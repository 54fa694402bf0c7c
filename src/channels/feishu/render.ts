import type { Answer } from '../../types.ts';
import { hintText } from '../hints.ts';
import { listLines } from '../list-asked.ts';
import type { Reply, Welcome } from '../work.ts';
import { cardOf } from './card/card.ts';
import { bytesSent } from './card/fit.ts';
import { wholeCharacters } from './card/markdown.ts';
import { cardWords } from './card/words.ts';

/** A message as the platform's API takes it (page 发送消息). */
export interface FeishuMessage {
  /** `file`: not made yet; `content` says from what. */
  readonly msgType: 'interactive' | 'text' | 'file';
  /** A string of JSON. */
  readonly content: string;
}

/** Bytes of the text as it is sent; the platform allows 150 KB for the whole request (page 发送消息). */
const TEXT_LIMIT = 140_000;

const CUT = '\n……（内容过长，其余从略）';

/**
 * Takes the power from what a text message would interpret: `<at …>` would call people, `<b>` and `[text](url)` would
 * dress up words that somebody else wrote. The replaced signs look the same.
 */
const neutralise = (text: string): string => wholeCharacters(text).replaceAll('<', '＜').replaceAll('](', '］(');

/** The longest beginning that fits, in whole code points. */
const beginning = (text: string, bytes: number): string => {
  let left = bytes;
  let end = 0;
  for (const point of text) {
    left -= bytesSent(point);
    if (left < 0) break;
    end += point.length;
  }
  return text.slice(0, end);
};

const fitted = (text: string): string =>
  bytesSent(text) <= TEXT_LIMIT ? text : beginning(text, TEXT_LIMIT - bytesSent(CUT)) + CUT;

const contentOf = (neutral: string): string => JSON.stringify({ text: neutral });

/** The content of a text message: a string of JSON. */
export const renderText = (text: string): string => contentOf(fitted(neutralise(text)));

/** Pieces that fit, cut between lines where there are any. */
const pieces = (text: string): readonly string[] => {
  const all: string[] = [];
  let rest = text;
  while (bytesSent(rest) > TEXT_LIMIT) {
    const most = beginning(rest, TEXT_LIMIT);
    const line = most.lastIndexOf('\n');
    const piece = line > 0 ? most.slice(0, line) : most;
    all.push(piece);
    rest = rest.slice(piece.length).replace(/^\n/, '');
  }
  return [...all, rest];
};

const textMessages = (text: string): readonly FeishuMessage[] =>
  pieces(neutralise(text)).map((piece) => ({ msgType: 'text', content: contentOf(piece) }));

/** What the buttons of a card would offer, as lines. */
const offered = (heading: string, questions: readonly string[]): readonly string[] =>
  questions.length === 0 ? [] : [heading, ...questions.map((question) => `· ${question}`)];

const answerText = ({ text, suggestions, language }: Answer): string =>
  [text, ...offered(cardWords(language).suggestions, suggestions)].join('\n');

const welcomeText = ({ text, examples }: Welcome): string =>
  [text, ...examples.map((question) => `· ${question}`)].join('\n');

/** A reply as plain text, whole: in several messages only where one would be too long. */
export const renderPlain = (reply: Reply): readonly FeishuMessage[] => {
  switch (reply.kind) {
    case 'answer':
      return textMessages(answerText(reply.answer));
    case 'welcome':
      return textMessages(welcomeText(reply.welcome));
    case 'hint':
      return textMessages(hintText(reply.hint));
    case 'line':
      return textMessages(reply.text);
    case 'list':
      return textMessages(listLines(reply.list).join('\n'));
  }
};

/** A page of a reply as one card; a hint as one line of text, a list as a file. Pages count from 1. */
export const renderCard = (reply: Reply, page = 1): readonly FeishuMessage[] => {
  switch (reply.kind) {
    case 'answer':
    case 'welcome':
      return [{ msgType: 'interactive', content: JSON.stringify(cardOf(reply, page)) }];
    case 'hint':
    case 'line':
      return renderPlain(reply);
    case 'list':
      return [{ msgType: 'file', content: JSON.stringify(reply.list.request) }];
  }
};
