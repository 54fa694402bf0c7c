import type { Explanation } from '../bot.ts';
import type { Refusal } from '../compose/decision.ts';

/** What was not understood, or stands in other words than the plan's. */
const UNREAD: readonly Refusal[] = ['unread', 'absent', 'part'];

/** Returns whether the rules would ask back, refuse what they could not read, or answer what search is not sure of. */
export const isUnsure = ({ composed: { decision, assumed }, answer }: Explanation): boolean => {
  switch (decision.decision) {
    case 'answer':
      return answer.status === 'not_found' || assumed.some(({ what }) => what === 'nearest');
    case 'ask-back':
      return decision.why !== 'we';
    case 'refuse':
      return UNREAD.includes(decision.why);
    case 'talk':
      return false;
  }
};
