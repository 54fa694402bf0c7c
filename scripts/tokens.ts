import { createRead } from '../src/read/read.ts';
import type { Token } from '../src/values.ts';
import { readQuestionContent } from '../test/read/content.ts';

const read = createRead(readQuestionContent());

/** What a token means besides its kind: `unit=市财政局`. */
const meaningOf = ({ from: _from, to: _to, text: _text, rule: _rule, kind: _kind, ...meaning }: Token): string =>
  Object.entries(meaning)
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' ');

const SHORT = process.argv.includes('--short');
const typed = process.argv.slice(2).filter((argument) => argument !== '--short');
const lines = typed.length > 0 ? typed : (await new Response(process.stdin as never).text()).trim().split('\n');
for (const line of lines) {
  const { text, language, tokens } = read(line);
  if (SHORT) {
    console.log(tokens.map((token) => `${token.text}/${token.rule.replace(/^words$/, 'W')}`).join(' '));
    continue;
  }
  console.log(`${language}  ${text}`);
  for (const token of tokens) console.log(`  ${token.text}\t${token.kind}\t${token.rule}\t${meaningOf(token)}`);
}
