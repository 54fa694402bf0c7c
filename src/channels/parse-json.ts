/** Parses untrusted text. Undefined when it is not JSON, which no JSON text parses to. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
