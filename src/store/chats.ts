import type { Database } from './database.ts';

/** Groups of which the platform has told whether outside people are in them. */
export interface Chats {
  readonly isExternal: (chat: string) => boolean;
  readonly tell: (chat: string, external: boolean) => Promise<void>;
}

/** Groups in a database. */
export const createChats = ({ read, write }: Database): Chats => ({
  isExternal: (chat) => read.get('SELECT external FROM chat WHERE id = ?', chat)?.external === 1,
  tell: async (chat, external) => {
    await write((sql) => sql.run('INSERT OR REPLACE INTO chat (id, external) VALUES (?, ?)', chat, external ? 1 : 0));
  },
});
