/** Returns the reader of a text's names of bodies, each with its ending; an ending by itself names none. */
export const createBodies = (cut: (text: string) => readonly string[], endings: readonly string[]) => {
  const longest = endings.toSorted((a, b) => b.length - a.length);
  return (text: string): readonly { readonly name: string; readonly ending: string }[] =>
    [...new Set(cut(text))].flatMap((name) => {
      const ending = longest.find((one) => name.endsWith(one));
      return ending === undefined || endings.includes(name) ? [] : [{ name, ending }];
    });
};
