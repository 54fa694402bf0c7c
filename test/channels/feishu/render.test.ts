import { describe, expect, test } from 'vitest';
import { renderAnswer, renderHint, renderText } from '../../../src/channels/feishu/render.ts';
import { answerOf } from '../../fakes/answer.ts';

const shown = (content: string): string => (JSON.parse(content) as { text: string }).text;

const LIMIT = 150 * 1024;

describe('an answer as a text message', () => {
  test('is the text of the answer, as it stands', () => {
    const text = '责任单位：市发改委、西咸新区\n——附件任务分解表第21项（2022年 ≥ 3 家）';
    expect(shown(renderAnswer(answerOf(text)))).toBe(text);
  });

  test.each([
    '<at user_id="all"></at>',
    '<at user_id="ou_x">Tom</at>',
    '<AT id=all>',
    '<b>重要</b>',
    '<<at id=all>>',
    '< at id=all>',
  ])('%s in an echoed question calls nobody and dresses nothing up', (text) => {
    expect(shown(renderText(text))).not.toContain('<');
    expect(renderText(text)).not.toMatch(/\\u003c/i);
  });

  test('[点这里](https://example.com) is no link', () => {
    expect(shown(renderText('[点这里](https://example.com)'))).not.toContain('](');
  });

  test.each(['汉', 'a', '"', '\\', '\n', '𠮷', '😀', '\u0001', '<'])(
    'of any length made of %j fits and stays whole',
    (point) => {
      const content = renderText(point.repeat(200_000));
      expect(Buffer.byteLength(JSON.stringify({ msg_type: 'text', uuid: 'x'.repeat(50), content }))).toBeLessThan(
        2 * LIMIT,
      );
      expect(shown(content)).toMatch(/……（内容过长，其余从略）$/);
      expect(shown(content)).not.toMatch(/\p{Surrogate}/u);
    },
  );

  test('half a character becomes the replacement sign', () => {
    expect(shown(renderText('a\ud842b'))).toBe('a\ufffdb');
  });
});

describe('a hint', () => {
  test.each(['only_text', 'question_empty', 'question_too_long'] as const)('%s is one line in Chinese', (hint) => {
    const text = shown(renderHint(hint));
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text).not.toContain('\n');
  });
});
