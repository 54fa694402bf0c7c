import { encrypt, sign, type WecomKeys } from '../crypto.ts';

/** The body of an answer under lock (page 被动回复消息). */
export interface SealedReply {
  readonly encrypt: string;
  readonly msgsignature: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly nonce: string;
}

/** With what an answer is signed. */
export interface Sealing {
  /** That of the delivery which is answered. */
  readonly nonce: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  /** 16 bytes; random ones unless a test says otherwise. */
  readonly random?: Buffer;
}

/** Encrypts and signs the answer to a delivery of the AI bot. */
export const sealedReply = (plain: string, keys: WecomKeys, { nonce, timestamp, random }: Sealing): SealedReply => {
  const sealed = encrypt(plain, keys, random);
  const msgsignature = sign({ timestamp: String(timestamp), nonce, encrypt: sealed }, keys);
  return { encrypt: sealed, msgsignature, timestamp, nonce };
};
