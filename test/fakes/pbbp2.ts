/** A frame of the long connection: protobuf, package pbbp2. */
export interface Frame {
  readonly seqId: bigint;
  readonly logId: bigint;
  readonly service: number;
  /** 0 control, 1 data. */
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer;
}

const varint = (value: bigint): Buffer => {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, value);
  do {
    const low = Number(left & 127n);
    left >>= 7n;
    bytes.push(left > 0n ? low | 128 : low);
  } while (left > 0n);
  return Buffer.from(bytes);
};

const bytesField = (tag: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint(BigInt((tag << 3) | 2)), varint(BigInt(bytes.length)), bytes]);

const numberField = (tag: number, value: bigint): Buffer => Buffer.concat([varint(BigInt(tag << 3)), varint(value)]);

const headerField = ([key, value]: readonly [string, string]): Buffer =>
  bytesField(5, Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))]));

/** Writes a frame. */
export const encodeFrame = ({ seqId, logId, service, method, headers, payload }: Frame): Buffer =>
  Buffer.concat([
    numberField(1, seqId),
    numberField(2, logId),
    numberField(3, BigInt(service)),
    numberField(4, BigInt(method)),
    ...Object.entries(headers).map(headerField),
    ...(payload ? [bytesField(8, payload)] : []),
  ]);

interface Field {
  readonly tag: number;
  readonly value: bigint | Buffer;
}

const readVarint = (bytes: Buffer, from: number): { readonly value: bigint; readonly next: number } => {
  let value = 0n;
  for (let at = from; at < from + 10; at++) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value |= BigInt(byte & 127) << BigInt(7 * (at - from));
    if (byte < 128) return { value, next: at + 1 };
  }
  throw new Error('no varint');
};

const readFields = (bytes: Buffer): readonly Field[] => {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const tag = Number(key.value >> 3n);
    const read = readVarint(bytes, key.next);
    if ((key.value & 7n) === 0n) {
      fields.push({ tag, value: read.value });
      at = read.next;
    } else if ((key.value & 7n) === 2n) {
      at = read.next + Number(read.value);
      if (at > bytes.length) throw new Error('cut short');
      fields.push({ tag, value: bytes.subarray(read.next, at) });
    } else throw new Error('a wire type that pbbp2 does not use');
  }
  return fields;
};

const bytesOf = (fields: readonly Field[], tag: number): Buffer | undefined => {
  const value = fields.find((field) => field.tag === tag)?.value;
  return Buffer.isBuffer(value) ? value : undefined;
};

const numberOf = (fields: readonly Field[], tag: number): bigint => {
  const value = fields.find((field) => field.tag === tag)?.value;
  if (typeof value !== 'bigint') throw new Error(`the required field ${tag} is missing`);
  return value;
};

const readHeader = ({ value }: Field): readonly [string, string] => {
  const fields = Buffer.isBuffer(value) ? readFields(value) : [];
  const [key, text] = [bytesOf(fields, 1), bytesOf(fields, 2)];
  if (!key || !text) throw new Error('a header without key or value');
  return [key.toString(), text.toString()];
};

/** Reads a frame; throws when it is none. */
export const decodeFrame = (bytes: Buffer): Frame => {
  const fields = readFields(bytes);
  const payload = bytesOf(fields, 8);
  return {
    seqId: numberOf(fields, 1),
    logId: numberOf(fields, 2),
    service: Number(numberOf(fields, 3)),
    method: Number(numberOf(fields, 4)),
    headers: Object.fromEntries(fields.filter(({ tag }) => tag === 5).map(readHeader)),
    ...(payload && { payload: Buffer.from(payload) }),
  };
};
