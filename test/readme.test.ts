import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ask } from './helper.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

describe('the README says only what runs', () => {
  const examples = [...README.matchAll(/```问答\n问：(.+)\n([\s\S]+?)\n```/g)].map(
    ([, question = '', answer = '']) => [question, answer] as const,
  );

  it('shows five questions', () => {
    expect(examples.length).toBe(5);
  });

  it.each(examples)('%s is answered as it says', (question, answer) => {
    expect(ask(question).text).toBe(answer);
  });

  it('every npm command in it is a script', () => {
    const named = [...README.matchAll(/(?:^|`)npm (?:run (?:--silent )?)?([a-z-]+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !['run', 'ci', 'install'].includes(name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('every variable in it is in .env.example', () => {
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const named = new Set([...README.matchAll(/\b(?:FEISHU_[A-Z_]+|LOG_LEVEL)\b/g)].map(([name]) => name));
    expect([...named].filter((name) => !new RegExp(`^${name}=`, 'm').test(example))).toEqual([]);
  });

  it('every folder and file of its layout exists', () => {
    const layout = /## 目录\n\n```\n([\s\S]+?)```/.exec(README)?.[1] ?? '';
    const named = [...layout.matchAll(/^((?:src|corpus|scripts|test)\/[\w.-]*\/?)/gm)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes('<'));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
