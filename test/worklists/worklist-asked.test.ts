import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { worklistAsked } from '../../src/worklists/worklist-asked.ts';
import { processorTime } from '../cpu.ts';
import { bot, PLAN_FOLDER } from '../helper.ts';
import { SENTENCES } from './sentences.ts';

const asked = (text: string, year?: number) => worklistAsked(text, bot.plan, year);

/** `市财政局 2021 行动3 xlsx` → what the request should mean. */
const meant = (words: string): object => {
  if (words.startsWith('worklist_')) return { kind: words };
  const parts = words.split(' ');
  const number = (pattern: RegExp) => {
    const found = parts.map((part) => pattern.exec(part)?.[1]).find((one) => one !== undefined);
    return found === undefined ? undefined : Number(found);
  };
  const unit = parts.find((part) =>
    [...bot.plan.registry.units, ...bot.plan.registry.groups].some(({ name }) => name === part),
  );
  const filter = { unit, action: number(/^行动(\d+)$/), year: number(/^(\d{4})$/) };
  return { kind: 'asked', filter, format: parts.at(-1) };
};

describe('a request for a file in a chat', () => {
  test.each(SENTENCES.examples)('%s', (example) => {
    const [sentence = '', words = ''] = example.split(' → ');
    expect(asked(sentence)).toEqual(
      words.startsWith('worklist_') ? expect.objectContaining(meant(words)) : meant(words),
    );
  });

  test.each(SENTENCES.others)('%s — is none', (sentence) => {
    expect(asked(sentence)).toBeUndefined();
  });

  test('no question of the corpus is one', () => {
    const lines = ['questions.jsonl', 'trial.jsonl'].flatMap((file) =>
      readFileSync(join(PLAN_FOLDER, file), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    );
    const questions = [...lines.map((line) => (JSON.parse(line) as { q: string }).q)];
    expect(questions.length).toBeGreaterThan(400);
    expect(questions.filter((question) => asked(question) !== undefined)).toEqual([]);
  });

  test('every unit and group by each of its Chinese names of three characters or more', () => {
    const wrong = [...bot.plan.registry.units, ...bot.plan.registry.groups].flatMap((entry) =>
      [entry.name, ...('full' in entry ? [entry.full] : []), ...entry.others]
        .filter((name) => name.length > 2)
        .flatMap((name) => {
          const found = asked(`导出${name}2021年任务清单`);
          const right = found?.kind === 'asked' && found.filter.unit === entry.name && found.filter.year === 2021;
          return right ? [] : [`${name}: ${JSON.stringify(found)}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('every action by its title and by its number', () => {
    for (const { number, title } of bot.plan.actions)
      for (const name of [title, `第${number}个行动`])
        expect(asked(`导出${name}的任务清单`), name).toMatchObject({ kind: 'asked', filter: { action: number } });
  });

  test('今年 is the year of asking where one is known, and every year where none is', () => {
    expect(asked('导出市财政局今年的任务清单', 2021)).toMatchObject({ filter: { unit: '市财政局', year: 2021 } });
    expect(asked('导出市财政局今年的任务清单')).toMatchObject({ filter: { unit: '市财政局', year: undefined } });
    expect(asked('导出市财政局今年的任务清单', 2026)).toMatchObject({ kind: 'worklist_year' });
  });

  test('a fault says what was not understood, and who may have been meant', () => {
    expect(asked('导出人行的任务清单')).toMatchObject({ near: ['人行西安分行营管部', '人行西安分行'] });
    expect(asked('把市版权局完整的任务清单导出来')).toMatchObject({ message: '计划里没有“市版权局”这个单位。' });
    expect(asked('导出市财政局任务清单pdf')).toMatchObject({
      message: '不能导出“pdf”，可以导出的格式是xlsx、csv、json。',
    });
  });

  test('a long text is none, and takes no time', async () => {
    const text = '导出任务清单'.repeat(20_000);
    expect(await processorTime(() => expect(asked(text)).toBeUndefined())).toBeLessThan(50);
  });
});
