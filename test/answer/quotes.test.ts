import { describe, expect, test } from 'vitest';
import { labelIn } from '../../src/answer/labels.ts';
import { partsOf } from '../../src/answer/parts.ts';
import { marksOf, quotedOf, shownCitations } from '../../src/answer/quotes.ts';
import { answerTree } from '../../src/channels/web/answer-tree.js';
import { ask } from '../helper.ts';

const HEAD = '附件任务分解表';

describe('the sources of an answer', () => {
  test.each(['政银保担投那条要带动多少社会资金', 'What are the targets of task 21 for each year?'])(
    '%s: the head of the table has the marks of its rows, and on the page unfolds with them',
    (question) => {
      const answer = ask(question);
      const quoted = quotedOf(shownCitations(answer), marksOf(partsOf(answer)));
      const { mark } = quoted.find(({ label }) => label === HEAD) ?? { mark: '' };
      const rows = quoted.filter(({ label }) => label.startsWith(`${HEAD}第`));
      expect(mark).not.toBe('');
      expect(mark).toBe(rows.map((row) => row.mark).join(''));
      const tree = JSON.stringify(answerTree(answer, { units: [], pagesOf: () => undefined }));
      const { citations = [] } = quoted.find(({ label }) => label === HEAD) ?? {};
      for (const { quote } of citations) expect(tree).toContain(JSON.stringify(quote));
      expect(tree).not.toContain(`{"lang":"zh-CN"},"${labelIn(HEAD, answer.language)}"`);
    },
  );
});
