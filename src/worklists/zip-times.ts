/** Signatures and places of PKWARE's APPNOTE 4.3.7, 4.3.12 and 4.3.16. */
const END_SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END = { entries: 10, offset: 16 } as const;
const CENTRAL = { time: 12, name: 28, extra: 30, comment: 32, local: 42, size: 46 } as const;
const LOCAL_TIME = 10;
/** 1 January 1980, 0:00: the earliest that a zip can say. */
const EARLIEST = 0x0021_0000;

/** A zip with the time of every entry set to the same: the same content makes the same bytes. */
export const withFixedTimes = (zip: Uint8Array): Buffer => {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(END_SIGNATURE);
  let at = bytes.readUInt32LE(end + END.offset);
  for (let left = bytes.readUInt16LE(end + END.entries); left > 0; left -= 1) {
    bytes.writeUInt32LE(EARLIEST, at + CENTRAL.time);
    bytes.writeUInt32LE(EARLIEST, bytes.readUInt32LE(at + CENTRAL.local) + LOCAL_TIME);
    const [name, extra, comment] = [CENTRAL.name, CENTRAL.extra, CENTRAL.comment].map((place) =>
      bytes.readUInt16LE(at + place),
    );
    at += CENTRAL.size + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
};
