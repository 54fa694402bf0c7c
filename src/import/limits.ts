/** What a file may cost before it is refused. A plan of 200 pages stays far below each. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** Of a document's text: more than a thousand pages. */
  characters: 2_000_000,
  /** Files inside a docx or xlsx. */
  zipEntries: 5_000,
  /** All of them unpacked. */
  unpackedBytes: 120 * 1024 * 1024,
  /** Unpacked bytes for each packed one, looked at only from `ratioFrom` bytes on. */
  unpackedRatio: 150,
  ratioFrom: 8 * 1024 * 1024,
  /** One XML file of them, and all sheets of a workbook: held in memory as trees. */
  xmlBytes: 40 * 1024 * 1024,
  /** Places of one table's grid. */
  tableCells: 200_000,
  pdfPages: 600,
  /** Pages that are pictures: each takes seconds. */
  picturePages: 120,
  /** Of one picture inside a pdf: an A3 sheet at 600 dots to the inch. */
  picturePixels: 80_000_000,
  /** Elements nested in one another. */
  depth: 400,
} as const;
