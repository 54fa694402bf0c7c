import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from './fakes/ports.ts';
import { type ServerProcess, startServer } from './fakes/server-process.ts';
import { askNginx, documented, hasNginx, NAME, type Nginx, type Sent, startNginx } from './nginx.ts';

const TOKEN = 'a-token-behind-nginx';
const ORIGIN = `https://${NAME}`;
/** What the README shows for the webhooks, for all paths: no header is set. */
const PLAIN = `server { listen 443 ssl; ssl_certificate /etc/nginx/wenji.pem; ssl_certificate_key /etc/nginx/wenji.key;
  location / { proxy_pass http://127.0.0.1:3000; } }`;

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const answers = async (nginx: Nginx): Promise<boolean> =>
  (await askNginx(nginx, '/healthz').catch(() => undefined)) !== undefined;

const serveBehind = async (site: string, env: Readonly<Record<string, string>>): Promise<Nginx> => {
  const server: ServerProcess = await startServer({ ADMIN_TOKEN: TOKEN, PUBLIC_URL: ORIGIN, ...env });
  opened.push(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });
  const nginx = await startNginx(site, { port: await freePort(), plain: await freePort(), upstream: server.url });
  opened.unshift(nginx.stop);
  await expect.poll(() => answers(nginx)).toBe(true);
  return nginx;
};

const login = async (nginx: Nginx, token: string, more: Sent = {}) => {
  const form = await askNginx(nginx, '/admin/login', more);
  const cookie = String(form.headers['set-cookie']).split(';')[0] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const headers = { ...more.headers, cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ csrf, token, author: '张三' }).toString();
  return askNginx(nginx, '/admin/login', { ...more, method: 'POST', headers, body });
};

describe.skipIf(!hasNginx)('behind nginx', () => {
  test('as the documents have it: the desk opens, its cookie is Secure, browsers stay with https', async () => {
    const nginx = await serveBehind(documented(), { TRUST_PROXY: '127.0.0.1' });
    const answer = await login(nginx, TOKEN);
    expect([answer.status, answer.headers.location]).toEqual([303, '/admin']);
    expect(String(answer.headers['set-cookie'])).toMatch(/^wenji_desk=.*; Secure$/);
    expect(answer.headers).toHaveProperty('strict-transport-security', 'max-age=31536000');
    expect((await askNginx(nginx, '/metrics')).status).toBe(403);
    const json = { 'content-type': 'application/json', origin: ORIGIN };
    const asked = await askNginx(nginx, '/api/ask', {
      method: 'POST',
      headers: json,
      body: '{"question":"第5项是什么"}',
    });
    expect(JSON.parse(asked.body)).toMatchObject({ status: 'answered' });
    const large = { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: new Uint8Array(2_000_000) };
    expect((await askNginx(nginx, '/admin/plans/upload', large)).status).not.toBe(413);
  });

  test('as the documents have it: who tries too often is shut out, alone, whatever he claims to be', async () => {
    const nginx = await serveBehind(documented(), { TRUST_PROXY: '127.0.0.1' });
    for (let at = 0; at < 5; at += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${at}` };
      expect((await login(nginx, 'wrong', { headers })).status).toBe(401);
    }
    expect((await login(nginx, TOKEN)).status).toBe(429);
    expect((await login(nginx, TOKEN, { from: '127.0.0.3' })).status).toBe(303);
  });

  test('that only passes on, PUBLIC_URL is enough: the desk opens, its cookie is Secure', async () => {
    const nginx = await serveBehind(PLAIN, {});
    const answer = await login(nginx, TOKEN);
    expect([answer.status, answer.headers.location]).toEqual([303, '/admin']);
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure$/);
  });
});
