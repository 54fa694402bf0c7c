/** Runs in a process of its own: as much of Feishu's Open API as a reply needs, and a count of what a chat would show. */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { BOT } from './deliveries.ts';

const serve = (): void => {
  /** A reply by its uuid: sent twice, it is shown once. */
  const shown = new Map<string, string>();
  const answerTo = (url: string, body: string): object => {
    if (url.includes('tenant_access_token')) return { code: 0, msg: 'ok', tenant_access_token: 't-1', expire: 7200 };
    if (url.includes('/bot/v3/info'))
      return { code: 0, msg: 'ok', bot: { open_id: BOT, app_name: '问计', activate_status: 2 } };
    const message = /messages\/([\w-]+)\/reply/.exec(url)?.[1] ?? '';
    shown.set(String(JSON.parse(body).uuid), message);
    return { code: 0, msg: 'success', data: { message_id: `om_reply_${shown.size}` } };
  };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answerTo(request.url ?? '', body)));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('message', () => process.send?.([...shown.values()]));
};

const MARK = 'stand-in';
if (process.argv[2] === MARK) serve();

/** Starts the process. */
export const openPlatform = async () => {
  const child = fork(fileURLToPath(import.meta.url), [MARK], { execArgv: ['--import', 'tsx'] });
  const heard = <T>(): Promise<T> => new Promise((resolve) => child.once('message', (said) => resolve(said as T)));
  const { port } = await heard<{ port: number }>();
  return {
    url: `http://127.0.0.1:${port}`,
    /** The messages that have a reply, one entry a reply. */
    shown: (): Promise<readonly string[]> => {
      const said = heard<readonly string[]>();
      child.send('shown');
      return said;
    },
    close: () => child.kill(),
  };
};
