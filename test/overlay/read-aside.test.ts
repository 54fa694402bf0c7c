import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAside } from '../../src/overlay/read-aside.ts';
import { isStored, readBriefOnce } from '../../src/plans/stored.ts';
import { CARE, ownFolder } from '../plans/three-plans.ts';

const dir = mkdtempSync(join(tmpdir(), 'aside-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('a folder that is read in a process of its own', () => {
  it('lies in the cache, and is read from there', async () => {
    const folder = join(dir, CARE);
    cpSync(ownFolder(CARE), folder, { recursive: true });
    expect(isStored(folder)).toBe(false);
    await readAside(folder);
    expect(isStored(folder)).toBe(true);
    expect(readBriefOnce(folder).brief.id).toBe(CARE);
  });

  it('that is none is no error here', async () => {
    await readAside(join(dir, 'nowhere'));
    expect(isStored(join(dir, 'nowhere'))).toBe(false);
  });
});
