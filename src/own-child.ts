import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A child is what we are: TypeScript, for which a loader is needed, or compiled. */
const TYPED = import.meta.url.endsWith('.ts');
const LOADER = TYPED ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
/** All that a child knows of our environment: it reads what strangers wrote. */
const PASSED = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SYSTEMROOT'] as const;

const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(PASSED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

/** A module of ours, without its ending, as seen from `from` (an `import.meta.url`), and what it is given. */
export interface OwnModule {
  readonly name: string;
  readonly from: string;
  readonly given?: readonly string[];
}

/** Starts a module of ours in a process of its own, at a lower priority and without our environment; returns it. */
export const startOwn = ({ name, from, given = [] }: OwnModule, options: ForkOptions): ChildProcess => {
  const child = fork(fileURLToPath(new URL(`${name}.${TYPED ? 'ts' : 'js'}`, from)), given, {
    ...options,
    execArgv: [...(options.execArgv ?? []), ...LOADER],
    env: environment(),
  });
  try {
    // Answering goes first.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // where the system does not let us, it runs beside
  }
  return child;
};
