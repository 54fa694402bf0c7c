import { type Build, made, query } from '../assembled.ts';
import { confirms } from '../said.ts';

/** 产灞生态区是哪里: a form that the plan misprints. */
export const misprinted: Build = (parts) => {
  const [term] = parts.misprints;
  if (!term || parts.roles.length > 0 || parts.clauses.some(({ role }) => role !== undefined)) return undefined;
  if (parts.heads.some(({ type }) => type === 'task')) return undefined;
  return made(
    'misprinted',
    query(
      parts,
      { set: 'named', refs: [] },
      {
        asks: [{ ask: 'definition', term }],
        claims: confirms(parts)
          ? parts.tokens.flatMap((token) =>
              token.kind === 'unit' && !token.misprint ? [{ claim: 'words' as const, words: token.unit }] : [],
            )
          : [],
      },
    ),
    {
      uses: ['clauses', 'wanted', 'properties', 'part', 'heads', 'plan', 'words', 'refs', 'quantities'],
      operators: ['same', 'differ', 'misprint', 'mention', 'not', 'lack'],
    },
  );
};
