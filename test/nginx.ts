import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runs } from './browser.ts';

const find = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, name)).find(runs);

const [nginx, openssl] = [find('nginx'), find('openssl')];

/** False where one of the two is missing: the tests that need them are skipped, and one line says how to get them. */
export const hasNginx = nginx !== undefined && openssl !== undefined;

if (!hasNginx)
  console.warn('nginx tests skipped: nginx or openssl is not installed (apt-get install nginx-light openssl).');

const DOCUMENT = new URL('../docs/operations.md', import.meta.url);
/** The example of the documents, as it is printed. */
export const documented = (): string => /```nginx\n([\s\S]+?)```/.exec(readFileSync(DOCUMENT, 'utf8'))?.[1] ?? '';

/** The only host name in it. */
export const NAME = 'wenji.example.gov.cn';

/** A program without a service around it: one process, all it writes in its own folder. */
const around = (folder: string, site: string): string => `
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${site}
}`;

const certify = (folder: string): void => {
  const files = ['-keyout', join(folder, 'key'), '-out', join(folder, 'pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync(openssl ?? '', ['req', '-x509', ...kind, '-subj', `/CN=${NAME}`, ...files], { stdio: 'ignore' });
};

/** A running nginx, and the port at which it speaks https. */
export interface Nginx {
  readonly port: number;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts nginx with a site's text: its ports, its certificate and where it passes requests on are ours. */
export const startNginx = async (
  site: string,
  to: { readonly port: number; readonly plain: number; readonly upstream: string },
): Promise<Nginx> => {
  const folder = mkdtempSync(join(tmpdir(), 'wenji-nginx-'));
  certify(folder);
  const own = site
    .replace('listen 443 ssl', `listen 127.0.0.1:${to.port} ssl`)
    .replace('listen 80', `listen 127.0.0.1:${to.plain}`)
    .replace('http://127.0.0.1:3000', to.upstream)
    .replaceAll('/etc/nginx/wenji.pem', join(folder, 'pem'))
    .replaceAll('/etc/nginx/wenji.key', join(folder, 'key'));
  writeFileSync(join(folder, 'nginx.conf'), around(folder, own));
  const child: ChildProcess = spawn(nginx ?? '', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const log = (): string => readFileSync(join(folder, 'error.log'), 'utf8');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { port: to.port, log, stop };
};

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The address of this machine from which it is asked: 127.0.0.2. */
  readonly from?: string;
}

/** Asks over https, as a browser would that knows the name. */
export const askNginx = ({ port }: Pick<Nginx, 'port'>, path: string, sent: Sent = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, from = '127.0.0.2' } = sent;
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, method, localAddress: from, servername: NAME, agent: false },
        ...{ rejectUnauthorized: false, headers: { host: NAME, ...headers } },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: String(Buffer.concat(pieces)) }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
