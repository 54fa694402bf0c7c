import { type Build, made, query } from '../assembled.ts';
import { hasWords } from '../said.ts';

export const summary: Build = (parts) => {
  if (parts.refs.length > 0 || parts.clauses.length > 0 || hasWords(parts)) return undefined;
  if (!parts.properties.includes('summary') && !(parts.plan && parts.properties.includes('content'))) return undefined;
  return made('summary', query(parts, { set: 'all', type: 'plan' }, [{ ask: 'summary' }]), [
    'properties',
    'plan',
    'wanted',
    'heads',
  ]);
};
