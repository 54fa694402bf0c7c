const DESIGNATOR =
  /第?[一二三四五六七八九十百两\d]{1,4}(?:期|批|条|号楼|地块|楼|层|座|届)|[A-Za-z](?:地块|座|区|栋|馆|楼)/gu;

/** Returns the pieces of words that name one of several alike: 三期, C地块, 60条. */
export const designatorsIn = (text: string): readonly string[] => text.match(DESIGNATOR) ?? [];
