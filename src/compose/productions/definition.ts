import { type Build, made, query } from '../assembled.ts';
import { wants } from '../said.ts';
import { about, named } from '../sets.ts';

export const definition: Build = (parts) => {
  const [term] = parts.terms;
  const asked = parts.properties.includes('definition');
  if (!term && !asked) return undefined;
  if (!term && parts.quantities.length > 0 && parts.words.length + parts.refs.length === 0) return undefined;
  const at = parts.tokens.findIndex(({ kind }) => kind === 'term');
  const before = parts.tokens.slice(0, Math.max(at, 0)).some(({ kind }) => kind === 'words');
  if (asked && parts.properties.some((one) => one === 'original' || one === 'source')) return undefined;
  if (term && parts.properties.some((one) => one === 'original' || one === 'source' || one === 'target'))
    return undefined;
  if (!asked && (parts.refs.length > 0 || before || !wants(parts, 'what', 'which', 'how'))) return undefined;
  const names = term !== undefined && asked && parts.roles.length === 0;
  if (parts.clauses.length > 0 || (wants(parts, 'who', 'when') && !names)) return undefined;
  if (!asked && parts.heads.some(({ noun, type }) => noun && (type === 'unit' || type === 'task'))) return undefined;
  if (parts.roles.length > 0) return undefined;
  return made(
    'definition',
    query(parts, term ? { set: 'about', words: term } : parts.refs.length > 0 ? named(parts) : about(parts), {
      asks: [term ? { ask: 'definition', term } : { ask: 'content' }],
    }),
    {
      uses: ['terms', 'properties', 'wanted', 'words', 'refs', 'heads', 'plan', 'positions', 'quantities'],
      operators: ['each', 'mention', 'all', 'total'],
    },
  );
};
