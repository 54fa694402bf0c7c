import { describe, expect, it } from 'vitest';
import { MODEL_KEY, reply, said, startModelApi, status } from '../fakes/model-api.ts';
import { about, closing, type Env, examine, NOWHERE, prepareEach } from './examination.ts';

prepareEach();

const model = async () => {
  const api = await startModelApi();
  closing.push(api.close);
  return api;
};

const settings = (url: string): Env => ({
  ...{ MODEL_USE: 'unsure', MODEL_BASE_URL: url, MODEL_NAME: 'wenji-test', MODEL_API_KEY: MODEL_KEY },
  MODEL_TIMEOUT_MS: '60000',
});

describe('what the doctor says of a language model', () => {
  it('nothing where none is set', async () => {
    expect(about(await examine({}), '语言模型')).toEqual([]);
  });

  it('that it returns queries, and how long that took', async () => {
    const api = await model();
    api.will(reply({ do: 'talk', act: 'thanks' }));
    const [line, ...more] = about(await examine(settings(api.url)), '语言模型');
    expect(line).toMatch(/^✓ 语言模型：wenji-test（127\.0\.0\.1:\d+）\d+ 毫秒给出查询/);
    expect(more).toEqual([]);
    expect(line).not.toContain(MODEL_KEY);
  });

  it('that it talks instead', async () => {
    const api = await model();
    api.will(said('不辛苦！'));
    expect(about(await examine(settings(api.url)), '语言模型')[0]).toMatch(/^！ .*给不出合要求的 JSON/);
  });

  it('that it refuses the key, is broken or is not there, and where to look', async () => {
    const api = await model();
    api.will(status(500));
    expect(about(await examine(settings(api.url)), '语言模型')[0]).toMatch(/^✗ .*HTTP 500.*docs\/model\.md/);
    const wrong = await examine({ ...settings(api.url), MODEL_API_KEY: 'hush' });
    expect(about(wrong, '语言模型')[0]).toMatch(/^✗ .*MODEL_API_KEY/);
    expect(about(await examine(settings(NOWHERE)), '语言模型')[0]).toMatch(/^✗ .*连接不上/);
  });
});
