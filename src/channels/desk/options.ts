import type { PlanDesk } from '../../bring/plan-desk.ts';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { ModelReplies } from '../../store/model-replies.ts';
import type { Records } from '../../store/records.ts';
import type { Reports } from '../../store/reports.ts';

/** Something that an administrator has to see to. */
export interface DeskTrouble {
  /** Of the channel, where it is one. */
  readonly name: string;
  /** As people say it: 飞书. */
  readonly title: string;
  readonly reason: string;
  /** Sending is stopped, and may be tried again. */
  readonly stopped: boolean;
}

export interface DeskTroubles {
  readonly list: () => readonly DeskTrouble[];
  /** Tries one message of a channel at once; false where sending is not stopped. */
  readonly again: (channel: string) => Promise<boolean>;
}

/** What the administrator's desk is made of. */
export interface DeskOptions {
  /** Without one there is no desk. */
  readonly token: string | undefined;
  readonly plans: LivePlans;
  /** Where plans are brought. */
  readonly desk: PlanDesk;
  readonly records: Records;
  /** What units reported beside the plans. */
  readonly reports: Reports;
  /** What a language model made of questions, where one is asked. */
  readonly modelReplies?: Pick<ModelReplies, 'taken' | 'one'> | undefined;
  /** What somebody has to see to, besides plans. */
  readonly troubles?: DeskTroubles;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
