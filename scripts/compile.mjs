/**
 * TypeScript in `src` → JavaScript in `.dist`, file by file at the same depth, and everything else beside it: so
 * compiled, the server starts in half the time. Does nothing when `.dist` is what `src` makes; every file is written
 * whole, so that two processes may compile at once.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, version } from 'esbuild';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const STAMP = '.made-of';
/** How one file of ours names another. */
const OWN_IMPORT = /(\b(?:from|import)\s*\(?\s*["']\.[^"'\n]*)\.ts(?=["'])/g;

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const readOr = (path, otherwise) => {
  try {
    return readFileSync(path);
  } catch {
    return otherwise;
  }
};

const compiled = async (source, file) => {
  // A declaration makes nothing, and cannot be read as a program.
  if (!file.endsWith('.ts') || file.endsWith('.d.ts')) return [file, source];
  const { code } = await transform(source.toString().replace(OWN_IMPORT, '$1.js'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcefile: `src/${file}`,
  });
  return [file.replace(/ts$/, 'js'), Buffer.from(code)];
};

const writeWhole = (path, content) => {
  if (readOr(path)?.equals(content)) return;
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
};

/** Makes `.dist` of `src` in a folder, the project's own unless another is given. */
export const compile = async (root = ROOT) => {
  const [from, to] = [join(root, 'src'), join(root, '.dist')];
  const files = filesOf(from).map((file) => [file, readFileSync(join(from, file))]);
  const hash = createHash('sha256')
    .update(`${version}\n`)
    .update(readFileSync(fileURLToPath(import.meta.url)));
  for (const [file, source] of files) hash.update(`${file} ${source.length}\n`).update(source);
  const stamp = hash.digest('hex');
  if (readOr(join(to, STAMP), '').toString() === stamp) return;
  const made = new Map(await Promise.all(files.map(([file, source]) => compiled(source, file))));
  if (made.size < files.length) throw new Error('two files of src have one name in .dist');
  for (const [file, content] of made) writeWhole(join(to, file), content);
  for (const file of filesOf(to))
    if (!made.has(file) && !file.endsWith('.part')) rmSync(join(to, file), { force: true });
  writeWhole(join(to, STAMP), Buffer.from(stamp));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile();
