import type { Decision } from '../compose/decision.ts';
import type { Query } from '../values.ts';

const kindOfQuery = ({ asks: [ask], confirm, claims }: Query): string => {
  if (confirm && (claims.length > 0 || ask.ask === 'sources')) return 'check';
  switch (ask.ask) {
    case 'units':
      return ask.roles[0] === 'supporting' ? 'supporting' : 'responsible';
    case 'members':
      return 'list';
    case 'targets':
      return 'target';
    case 'value':
      return 'amount';
    case 'count':
    case 'group':
    case 'extreme':
    case 'differences':
    case 'content':
    case 'original':
    case 'sources':
    case 'goal':
    case 'when':
    case 'reckon':
    case 'document':
    case 'definition':
    case 'summary':
      return ask.ask;
  }
};

/** The label of an answer, for records and programs: what was asked, why it was asked back, why it was refused. */
export const kindOf = (decision: Decision): string => {
  switch (decision.decision) {
    case 'answer':
      return kindOfQuery(decision.queries[0]);
    case 'ask-back':
      return `unclear-${decision.why}`;
    case 'refuse':
      return `not-${decision.why}`;
    case 'talk':
      return `talk-${decision.act}`;
  }
};
