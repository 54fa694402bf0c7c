const COUNT = /[（(]共?\s*\d+\s*[项条个][）)]$/u;

/** Returns a heading without the count that it prints: 科技金融创新方面（共5项） → 科技金融创新方面. */
export const withoutCount = (heading: string): string => heading.replace(COUNT, '');
