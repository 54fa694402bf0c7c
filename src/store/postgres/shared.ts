import pg from 'pg';

/** A connection that many use at a time. */
export interface Shared {
  /** Sends a statement at once, behind those that are on their way. */
  readonly query: (query: pg.QueryConfig) => Promise<pg.QueryResult>;
  readonly close: () => Promise<void>;
}

/**
 * One connection for statements that need no other: they are sent as they come, without waiting for the answers to those
 * before. Opened when something is first asked, and again when it was lost: whoever waited is told.
 */
export const openShared = (config: pg.ClientConfig): Shared => {
  let open: Promise<pg.Client> | undefined;

  const connect = (): Promise<pg.Client> => {
    const client = new pg.Client({ ...config, pipeline: true });
    const opening = client.connect().then(() => client);
    const lost = (): void => {
      if (open === opening) open = undefined;
    };
    client.on('error', lost).on('end', lost);
    opening.catch(lost);
    open = opening;
    return opening;
  };

  return {
    query: async (query) => (await (open ?? connect())).query(query),
    close: async () => {
      const client = await open?.catch(() => undefined);
      await client?.end();
    },
  };
};
