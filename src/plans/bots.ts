import type { Bot } from '../bot.ts';

/** So many bots are kept: each takes three megabytes and more. */
const MOST = 64;

/** Returns the bot of a plan, as made before or made now. The one that was asked longest ago is forgotten first. */
export const createBots = (make: (id: string) => Bot, most = MOST): ((id: string) => Bot) => {
  const kept = new Map<string, Bot>();
  return (id) => {
    const bot = kept.get(id) ?? make(id);
    kept.delete(id);
    kept.set(id, bot);
    const [oldest] = kept.size > most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return bot;
  };
};
