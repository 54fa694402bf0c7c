import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type Environment, readConfig } from '../src/config.ts';
import { CodedError } from '../src/errors.ts';

const FEISHU = {
  FEISHU_APP_ID: 'cli_1',
  FEISHU_APP_SECRET: 'hush',
  FEISHU_ENCRYPT_KEY: 'hush-too',
  FEISHU_VERIFICATION_TOKEN: 'and-this',
};

const faultOf = (env: Environment): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'config_invalid') return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('configuration', () => {
  test('an empty environment gives a server for this machine only, without Feishu', () => {
    expect(readConfig({})).toEqual({ host: '127.0.0.1', port: 3000, logLevel: 'info' });
  });

  test('an empty or blank variable counts as unset', () => {
    const blank = { PORT: '', HOST: ' ', LOG_LEVEL: '', FEISHU_APP_ID: '', FEISHU_BASE_URL: '' };
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  test('HOST, PORT and LOG_LEVEL are taken as set', () => {
    const config = readConfig({ HOST: '0.0.0.0', PORT: '0', LOG_LEVEL: 'debug' });
    expect(config).toEqual({ host: '0.0.0.0', port: 0, logLevel: 'debug' });
  });

  test.each(['-1', '65536', '3000.5', 'http', '0x10', '1e3'])('PORT=%s is refused by name', (PORT) => {
    expect(faultOf({ PORT })).toMatch(/^PORT 应为 0–65535 的整数。/);
  });

  test('LOG_LEVEL=loud is refused with the levels that there are', () => {
    expect(faultOf({ LOG_LEVEL: 'loud' })).toMatch(/^LOG_LEVEL 应为 .*info/);
  });

  test('several faults are named on one line', () => {
    const fault = faultOf({ PORT: 'x', LOG_LEVEL: 'y' });
    expect(fault).toContain('PORT');
    expect(fault).toContain('LOG_LEVEL');
    expect(fault).not.toContain('\n');
  });

  test('Feishu with all four credentials is on', () => {
    expect(readConfig(FEISHU).feishu).toEqual({
      appId: 'cli_1',
      appSecret: 'hush',
      encryptKey: 'hush-too',
      verificationToken: 'and-this',
      baseUrl: 'https://open.feishu.cn',
    });
  });

  test.each(Object.keys(FEISHU))('Feishu without %s is refused, naming it', (missing) => {
    const fault = faultOf({ ...FEISHU, [missing]: '' });
    expect(fault).toContain(missing);
    for (const name of Object.keys(FEISHU).filter((name) => name !== missing)) expect(fault).not.toContain(name);
  });

  test('FEISHU_BASE_URL alone does not turn Feishu on', () => {
    expect(readConfig({ FEISHU_BASE_URL: 'https://open.larksuite.com' }).feishu).toBeUndefined();
  });

  test.each([
    ['https://open.larksuite.com/', 'https://open.larksuite.com'],
    ['https://gateway.example.cn/feishu//', 'https://gateway.example.cn/feishu'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('FEISHU_BASE_URL=%s is used as %s', (url, used) => {
    expect(readConfig({ ...FEISHU, FEISHU_BASE_URL: url }).feishu?.baseUrl).toBe(used);
  });

  test.each([
    'http://open.feishu.cn',
    'http://127.0.0.1.example.com',
    'http://localhost@example.com',
    'ftp://127.0.0.1',
    'open.feishu.cn',
    'https://user:password@open.feishu.cn',
    'https://open.feishu.cn/?x=1',
    'https://open.feishu.cn/#x',
  ])('FEISHU_BASE_URL=%s is refused', (url) => {
    expect(faultOf({ ...FEISHU, FEISHU_BASE_URL: url })).toMatch(/^FEISHU_BASE_URL 应为 https/);
  });

  test('an error never shows a value, which may be secret', () => {
    const fault = faultOf({
      ...FEISHU,
      FEISHU_APP_ID: '',
      FEISHU_BASE_URL: 'http://user:hush@example.com',
      PORT: 'hush',
    });
    expect(fault).not.toContain('hush');
  });

  test('.env.example names every variable and holds the defaults', () => {
    const example = parseEnv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'));
    expect(readConfig(example)).toEqual(readConfig({}));
    const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
    const variables = new Set(source.match(/\b(?:FEISHU_(?!VARIABLES)[A-Z_]+|HOST|PORT|LOG_LEVEL)\b/g));
    expect(new Set(Object.keys(example))).toEqual(variables);
  });
});
