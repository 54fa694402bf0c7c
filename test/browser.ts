import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** A quiet browser: no sandbox inside a container, no traffic of its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether a file is a program that can be started. */
export const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser's program: what CHROMIUM_PATH says, or the first Chromium or Chrome in PATH. */
export const findBrowser = (environment: NodeJS.ProcessEnv): string | undefined => {
  const folders = (environment.PATH ?? '').split(delimiter);
  const named = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [environment.CHROMIUM_PATH ?? '', ...named].find((file) => file !== '' && runs(file));
};

const browserPath = findBrowser(process.env);

/** False where there is no browser: the tests that need one are skipped, and one line says how to get it. */
export const hasBrowser = browserPath !== undefined;

if (!hasBrowser) {
  console.warn(
    `Browser tests skipped: none of ${NAMES.join(', ')} in PATH. Install one (apt-get install chromium) or set CHROMIUM_PATH.`,
  );
}

/** Starts the browser, without a window. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ args: ARGUMENTS, ...(browserPath !== undefined && { executablePath: browserPath }) });
