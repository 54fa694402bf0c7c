import type { Server, Socket } from 'node:net';

/** How many clients are served at a time: below the 1,024 descriptors that a process has where nobody raised them. */
export const MOST_CONNECTIONS = 800;
/** So many from one address: a proxy in front of us is one too. */
export const MOST_PER_ADDRESS = 400;
/** Milliseconds in which a client may read why it was refused. */
const LAST_WORDS = 1_000;

/** Says a last thing on a socket and lets it go, whether or not the other side closes its half. */
export const endSocket = (socket: Socket, text: string): void => {
  const timer = setTimeout(() => socket.destroy(), LAST_WORDS);
  socket.once('close', () => clearTimeout(timer));
  // What still comes in is read and dropped: unread, it would reset the connection before our words arrive.
  socket.resume();
  socket.end(text);
};

/** Closes at once what comes in beyond the bounds, in all and from one address. */
export const boundConnections = (server: Server): void => {
  server.maxConnections = MOST_CONNECTIONS;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const count = (open.get(address) ?? 0) + 1;
    if (count > MOST_PER_ADDRESS) return void socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
};
