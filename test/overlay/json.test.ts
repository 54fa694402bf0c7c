import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/json.ts';

describe('JSON that people edit', () => {
  test.each([
    ['{"a": 1,\n "b": 2,\n}', 3, '双引号'],
    ['{"a": [1,\n 2\n "b"]}', 3, '逗号'],
    ['{"a": "x\n"}', 1, '引号没有收尾'],
    ['[1, 2', 1, '没有写完'],
    ['', 1, '没有写完'],
    ['{"a": 1}\n}', 2, '文件的结尾'],
    ["{\n'a': 1}", 2, '双引号'],
    ['{"a": 1,\n"a": 2}', 2, '写了两次'],
    ['{"a": tru}', 1, '一个值'],
    ['[\n01]', 2, '逗号'],
    ['['.repeat(5000), 1, '层次太多'],
    ['{"a"：1}', 1, '冒号'],
  ])('%j is refused on line %i', (text, line, reason) => {
    expect(readJson(text)).toEqual({ status: 'broken', line, reason: expect.stringContaining(reason) });
  });

  test.each([
    '{"a":[1,-2.5e3,"x\\u4e00\\n",true,false,null,{}],"b":{"c":[]}}',
    ' "甲" ',
    '\ufeff[\r\n1\t]',
    '{"__proto__": 1}',
  ])('%j is read as JSON.parse reads it', (text) => {
    const read = readJson(text);
    expect(read.status === 'read' && read.value).toEqual(JSON.parse(text.replace(/^\ufeff/, '')));
  });

  test('tells the line of everything in it, and of the nearest thing around what is not there', () => {
    const read = readJson('{\n"a": [\n1,\n{"b":\n2}]}');
    if (read.status !== 'read') throw new Error(read.reason);
    const lines = [[], ['a'], ['a', 0], ['a', 1], ['a', 1, 'b'], ['a', 7], ['z']].map((path) => read.lineOf(path));
    expect(lines).toEqual([1, 2, 3, 4, 5, 2, 1]);
  });
});
