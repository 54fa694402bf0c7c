import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ApiConfig, Keyed } from '../../config/api-keys.ts';
import { CodedError } from '../../errors.ts';
import { addressKey } from '../address-key.ts';
import { createPerMinute } from '../per-minute.ts';

/** Looks at a request before its body is read. */
type Look = (request: FastifyRequest) => Promise<void>;

/** Who may call, and how often. */
export interface Gate {
  /** A key must be right where one is given; an address without one may call so often a minute. */
  readonly counted: Look;
  /** The same; where the settings say so, a key must be given. */
  readonly keyed: (what: Keyed) => Look;
}

const BEARER = /^Bearer +(\S+)$/i;
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Opens the gate. `now` gives milliseconds. */
export const createGate = ({ keys, keyed, perMinute }: ApiConfig, now: () => number): Gate => {
  const names = new Map(keys.map(({ name, sha256 }) => [sha256, name]));
  const count = createPerMinute(now, perMinute);

  /** Only digests are compared: how long that takes tells nothing of a key. */
  const callerOf = ({ headers: { authorization } }: FastifyRequest): string | undefined => {
    if (authorization === undefined || keys.length === 0) return undefined;
    const key = BEARER.exec(authorization)?.[1] ?? '';
    const name = names.get(createHash('sha256').update(key).digest('hex'));
    if (name === undefined) throw new CodedError('key_wrong');
    return name;
  };

  /** This machine's own programs are not counted, nor a proxy that is not believed: it stands for everybody. */
  const countAddress = ({ ip }: FastifyRequest): void => {
    if (!LOOPBACK.test(ip) && count(addressKey(ip)) > perMinute) throw new CodedError('api_often');
  };

  const look = (request: FastifyRequest, needed: boolean): void => {
    const caller = callerOf(request);
    if (caller !== undefined) request.log = request.log.child({ caller });
    else if (needed) throw new CodedError('key_missing');
    else countAddress(request);
  };

  return {
    counted: async (request) => look(request, false),
    keyed: (what) => {
      const needed = keyed.includes(what);
      return async (request) => look(request, needed);
    },
  };
};

/** Routes behind a look at each request. */
export const behind =
  (look: Look, routes: FastifyPluginAsync): FastifyPluginAsync =>
  async (scope) => {
    scope.addHook('onRequest', look);
    await scope.register(routes);
  };
