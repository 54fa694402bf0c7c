/** Entities by which text is kept from being Markdown, read back. */
const readable = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('&sim;', '~');

const words = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'content' && typeof inner === 'string' ? [readable(inner)] : words(inner),
  );
};

/** Everything that a Feishu message shows, as a reader reads it, whether a text or a card. */
export const wordsShown = (content: string): string => {
  const message: unknown = JSON.parse(content);
  const text = typeof message === 'object' && message !== null ? Reflect.get(message, 'text') : undefined;
  return typeof text === 'string' ? text : words(message).join('\n');
};
