import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Each file goes on to look for what lies beside it. */
const atHome: Plugin = {
  name: 'at-home',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** Makes one file of `mortal.ts` and all of ours that it needs: started a hundred times, it shall start fast. */
export const mortalProgram = async (): Promise<{ readonly path: string; readonly remove: () => void }> => {
  const folder = join(ROOT, 'node_modules', '.cache', 'wenji');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `mortal-${process.pid}.mjs`);
  await build({
    ...{ entryPoints: [join(ROOT, 'test', 'fakes', 'mortal.ts')], outfile, plugins: [atHome] },
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
  });
  return { path: outfile, remove: () => rmSync(outfile, { force: true }) };
};
