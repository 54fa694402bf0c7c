import type { PlanDesk } from '../../bring/plan-desk.ts';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { Records } from '../../store/records.ts';

/** What the administrator's desk is made of. */
export interface DeskOptions {
  /** Without one there is no desk. */
  readonly token: string | undefined;
  readonly plans: LivePlans;
  /** Where plans are brought. */
  readonly desk: PlanDesk;
  readonly records: Records;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
