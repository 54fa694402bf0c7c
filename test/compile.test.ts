import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile } from '../scripts/compile.mjs';

let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

const run = (): string =>
  spawnSync(process.execPath, [join(root, '.dist/main.js')], { encoding: 'utf8' }).stdout.trim();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wenji-compile-'));
  write('package.json', '{"type":"module"}');
  write('src/main.ts', "import { say } from './deep/say.ts';\nconst said: string = await say();\nconsole.log(said);\n");
  write(
    'src/deep/say.ts',
    "import { readFileSync } from 'node:fs';\nexport const say = async (): Promise<string> =>\n  (await import('./word.ts')).word + readFileSync(new URL('beside.txt', import.meta.url), 'utf8');\n",
  );
  write('src/deep/word.ts', "export const word = '问' as const;\n");
  write('src/deep/beside.txt', '计');
  // what a script in the browser gives, as the editor knows it
  write('src/deep/script.d.ts', 'export const told: string;\n');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('compiling the source', () => {
  it('runs as the source does, with what lies beside it', async () => {
    await compile(root);
    expect(run()).toBe('问计');
  });

  it('leaves what it made alone until the source changes, and then takes away what has gone', async () => {
    await compile(root);
    const made = statSync(join(root, '.dist/main.js')).mtimeMs;
    await compile(root);
    expect(statSync(join(root, '.dist/main.js')).mtimeMs).toBe(made);
    write('src/deep/word.ts', "export const word = '答' as const;\n");
    write('src/main.ts', "import { word } from './deep/word.ts';\nconsole.log(word);\n");
    rmSync(join(root, 'src/deep/say.ts'));
    await Promise.all([compile(root), compile(root)]);
    expect(run()).toBe('答');
    expect(() => readFileSync(join(root, '.dist/deep/say.js'))).toThrow('ENOENT');
  });

  it('refuses two files that would be one', async () => {
    write('src/main.js', '');
    await expect(compile(root)).rejects.toThrow('one name');
  });
});
