import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { MOST_PER_ADDRESS } from '../src/connections.ts';
import { openStore } from '../src/store/store.ts';
import { echoAsk } from './fakes/answer.ts';
import { memoryLog } from './fakes/memory-log.ts';
import { until } from './fakes/until.ts';

let app: FastifyInstance;
let port: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  const { conversations } = await openStore({ path: ':memory:', days: 14, now: () => 0 });
  app = await createApp({ ask: echoAsk, conversations, channels: [], logger: memoryLog().logger });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

/** A client that never closes its half of a connection, and what it has read. */
const halfOpen = (bytes: string): { readonly socket: Socket; readonly read: () => string } => {
  let text = '';
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(bytes));
  socket.setEncoding('utf8').on('data', (piece) => {
    text += piece;
  });
  socket.on('error', () => {});
  sockets.push(socket);
  return { socket, read: () => text };
};

const held = (): Promise<number> =>
  new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

/** Waits until the server holds no connection. */
const letGo = async (): Promise<void> => {
  let count = await held();
  const look = setInterval(() => void held().then((now) => (count = now)), 10);
  try {
    await until('no connection is held', () => count === 0);
  } finally {
    clearInterval(look);
  }
};

describe('clients that never close their half', () => {
  test('read why they were refused, and hold nothing afterwards', async () => {
    const clients = Array.from({ length: 50 }, () => halfOpen('nonsense\r\n\r\n'));
    await until('all are refused', () => clients.every(({ read }) => read().includes('bad_request')));
    await letGo();
    expect(clients.every(({ read }) => read().startsWith('HTTP/1.1 400 '))).toBe(true);
  });

  test('and send on hold nothing either', async () => {
    const { socket, read } = halfOpen('nonsense\r\n\r\n');
    const sending = setInterval(() => socket.write('x'.repeat(1000)), 5);
    try {
      await until('it is refused', () => read().includes('bad_request'));
      await letGo();
    } finally {
      clearInterval(sending);
    }
    expect(await held()).toBe(0);
  });
});

describe('one address', () => {
  test('holds so many connections and no more, and is served again when it lets go', async () => {
    const clients = Array.from({ length: MOST_PER_ADDRESS + 20 }, () => halfOpen(''));
    const closed = () => clients.filter(({ socket }) => socket.readableEnded || socket.destroyed);
    await until('what is too much is closed', () => closed().length >= 20);
    expect(await held()).toBe(MOST_PER_ADDRESS);
    for (const { socket } of clients) socket.destroy();
    await letGo();
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(response.status).toBe(200);
  });
});
