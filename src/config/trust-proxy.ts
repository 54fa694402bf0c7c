import { isIP } from 'node:net';
import { z } from 'zod';

/** The proxies before us: so many of them, or their addresses and networks. */
export type TrustProxy = number | readonly string[];

/** Names that Fastify knows for networks: this machine, and the private ones. */
const NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);
const SHAPE = '应为代理的 IP 地址或网段（逗号隔开，例如 127.0.0.1,10.0.0.0/8），或经过几层代理（1–9）';
const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** 127.0.0.1, 10.0.0.0/8, ::1, loopback. */
const isNetwork = (text: string): boolean => {
  if (NAMES.has(text)) return true;
  const [address = '', prefix, ...more] = text.split('/');
  const bits = BITS[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
};

/** 127.0.0.1,10.0.0.0/8 or 1 */
export const trustProxy = z
  .string()
  .transform((text, context): TrustProxy => {
    if (/^[1-9]$/.test(text)) return Number(text);
    const networks = text.split(/[\s,，]+/).filter((piece) => piece !== '');
    if (networks.length === 0 || !networks.every(isNetwork)) context.addIssue({ code: 'custom', message: SHAPE });
    return networks;
  })
  .optional();
