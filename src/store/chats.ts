import type { Database } from './database.ts';

/** Groups of which the platform has told whether outside people are in them. */
export interface Chats {
  readonly isExternal: (chat: string) => Promise<boolean>;
  readonly tell: (chat: string, external: boolean) => Promise<void>;
}

/** Groups in a database. */
export const createChats = ({ read, write }: Database): Chats => ({
  isExternal: async (chat) => (await read.get('SELECT external FROM chat WHERE id = ?', chat))?.external === 1,
  tell: async (chat, external) => {
    await write((sql) =>
      sql.run(
        'INSERT INTO chat (id, external) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET external = excluded.external',
        ...[chat, external ? 1 : 0],
      ),
    );
  },
});
