import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FEISHU_CALLBACKS, FEISHU_CHECKLIST, FEISHU_EVENTS, FEISHU_SCOPES } from '../scripts/doctor/checklist.ts';
import { readArguments } from '../scripts/simulate/arguments.ts';
import { simulate } from '../scripts/simulate/simulate.ts';
import { FEISHU_PATH } from '../src/channels/feishu/feishu.ts';
import { WECOM_APP_PATH } from '../src/channels/wecom/app/app.ts';
import { WECOM_BOT_PATH } from '../src/channels/wecom/bot/webhook.ts';
import { ask } from './helper.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = ['README.md', 'docs/use.md', 'docs/set-up.md', 'docs/operations.md', 'docs/overview.md'];
/** The README and what it leads to. */
const README = PAGES.map((page) => readFileSync(join(ROOT, page), 'utf8')).join('\n');
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

describe('the README says only what runs', () => {
  const examples = [...README.matchAll(/```问答\n问：(.+)\n([\s\S]+?)\n```/g)].map(
    ([, question = '', answer = '']) => [question, answer] as const,
  );

  it('is short', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n').length).toBeLessThan(150);
  });

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

  const example = Object.keys(parseEnv(readFileSync(join(ROOT, '.env.example'), 'utf8')));
  const CHANNEL_VARIABLE = /\b(?:FEISHU|WECOM|DATA|ALLOW|QUESTIONS)_[A-Z][A-Z_]*\b/g;

  it('every variable in it is in .env.example', () => {
    const named = new Set([...(README.match(CHANNEL_VARIABLE) ?? []), ...(README.match(/\bLOG_LEVEL\b/g) ?? [])]);
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((name) => !example.includes(name))).toEqual([]);
  });

  it('every variable of the chats is in it', () => {
    const variables = example.filter((name) => name.match(CHANNEL_VARIABLE));
    expect(variables.filter((name) => !README.includes(`\`${name}`))).toEqual([]);
  });

  it('the message that it shows is the one that simulate shows', async () => {
    const [, command = '', shown = ''] =
      /npm run --silent simulate -- (feishu ".+")\n```\n\n```手机\n([\s\S]+?)\n```/.exec(README) ?? [];
    const [platform = '', question = ''] = command.split(' ');
    const lines: string[] = [];
    const out = (line: string) => lines.push(line);
    expect(await simulate([platform, question.replaceAll('"', '')], {}, { out, err: out })).toBe(0);
    const timeless = (text: string) => text.replace(/\d+ 毫秒/, '');
    expect(timeless(lines.join('\n').trim())).toBe(timeless(shown));
  });

  it('every option of simulate that it names exists', () => {
    const section = /## 接入前\n([\s\S]+?)\n## /.exec(README)?.[1] ?? '';
    const options = section.match(/`--[a-z]+[^`]*`/g) ?? [];
    expect(options.length).toBeGreaterThan(4);
    for (const option of options) {
      const [name = '', value] = option.replaceAll('`', '').split(' ');
      const given = ['--person', '--chat'].includes(name) ? 'x' : value;
      const read = readArguments(['feishu', '一', name, ...(given === undefined ? [] : [given])]);
      expect(read, option).not.toHaveProperty('fault');
    }
  });

  it('every folder and file of its layout exists', () => {
    const layout = /## 目录\n\n([\s\S]+?)\n\n/.exec(README)?.[1] ?? '';
    const named = [...layout.matchAll(/^\| `((?:src|corpus|scripts|test)\/[\w.-]*\/?)/gm)]
      .map(([, path = '']) => path)
      .filter((path) => !path.includes('<'));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('what the README says to set in the consoles', () => {
  const checklist = [...FEISHU_CHECKLIST.webhook, ...FEISHU_CHECKLIST.websocket].map(({ text }) => text).join('\n');
  const names = (settings: readonly { readonly name: string }[]) => settings.map(({ name }) => name).sort();

  it('every scope and event that it names is on doctor’s list', () => {
    const named = new Set(README.match(/\bim:[\w.:]+|\b(?:im|application|card)\.[a-z][\w.]+/g));
    expect(named.size).toBeGreaterThan(11);
    expect([...named].filter((name) => !checklist.includes(name))).toEqual([]);
  });

  it('the scopes to import are those of doctor’s list', () => {
    const { scopes } = JSON.parse(/```json\n([\s\S]+?)\n```/.exec(README)?.[1] ?? '{}');
    expect([...scopes.tenant].sort()).toEqual(names(FEISHU_SCOPES));
    expect(scopes.user).toEqual([]);
  });

  it('the events and callbacks of its table are those of doctor’s list', () => {
    const table = [...README.matchAll(/^\| `([a-z][\w.]+)` /gm)].map(([, name]) => name);
    expect(table.sort()).toEqual(names([...FEISHU_EVENTS, ...FEISHU_CALLBACKS]));
  });

  it('the addresses are those of the server', () => {
    const named = new Set(README.match(/(?<=https:\/\/你的域名)\/[\w/]+/g));
    expect([...named].sort()).toEqual([FEISHU_PATH, WECOM_APP_PATH, WECOM_BOT_PATH].sort());
  });
});
