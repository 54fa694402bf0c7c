import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replySchema } from '../compose/model/grammar.ts';
import { CodedError } from '../errors.ts';

const exampleSchema = z.strictObject({ q: z.string().min(1), reply: replySchema });

/**
 * Returns the examples of replies that lie beside the words of asking, as a model is shown them.
 *
 * @throws CodedError `corpus_invalid` naming the line
 */
export const readExamples = (langDir: string): string => {
  const path = join(langDir, 'zh', 'model.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n');
  const shown = lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = exampleSchema.safeParse(JSON.parse(line));
    if (!read.success)
      throw new CodedError('corpus_invalid', `${path} 第 ${at + 1} 行：${z.prettifyError(read.error)}。`);
    return [`${read.data.q} → ${JSON.stringify(read.data.reply)}`];
  });
  return ['例子（甲局等是假名）：', ...shown].join('\n');
};
