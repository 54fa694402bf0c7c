import { ERRORS } from '../../errors.ts';
import type { Answer } from '../../types.ts';
import type { Hint } from './message.ts';

/** Bytes of the text as it is sent; the platform allows 150 KB for the whole request (page 发送消息). */
const TEXT_LIMIT = 140_000;

/** Half a character, as a broken client may send it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

const CUT = '\n……（内容过长，其余从略）';

/**
 * Takes the power from what a text message would interpret: `<at …>` would call people, `<b>` and `[text](url)` would
 * dress up words that somebody else wrote. The replaced signs look the same.
 */
const neutralise = (text: string): string => text.replaceAll('<', '＜').replaceAll('](', '］(');

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(JSON.stringify(text)));

const EMPTY = bytesOf('');

/** Bytes inside the request: the content is JSON in a string of JSON. */
const bytesSent = (text: string): number => bytesOf(text) - EMPTY;

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

/** The content of a text message: a string of JSON. */
export const renderText = (text: string): string =>
  JSON.stringify({ text: fitted(neutralise(text.replace(LONE_SURROGATE, '\ufffd'))) });

/** An answer as the content of a text message. */
export const renderAnswer = (answer: Answer): string => renderText(answer.text);

/** The line for somebody whose message is not a question. */
export const renderHint = (hint: Hint): string => {
  switch (hint) {
    case 'only_text':
      return renderText(`目前只能读文字。${ERRORS.question_empty.remedy}`);
    case 'question_empty':
    case 'question_too_long':
      return renderText(ERRORS[hint].remedy);
  }
};
