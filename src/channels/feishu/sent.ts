import type { Log } from '../log.ts';
import type { Sent } from '../work.ts';
import type { Fault } from './faults.ts';

/** Names the fault for the log and the administrator: `content 230099 11310`. */
const reasonOf = ({ kind, code, sub }: Fault): string =>
  [kind, code, sub].filter((part) => part !== undefined).join(' ');

/** What a failed message means to whoever wanted it sent. `unsure`: what became of one of the tries cannot be told. */
export const sentOf = (fault: Fault, unsure: boolean): Sent => {
  const reason = reasonOf(fault);
  switch (fault.kind) {
    case 'gone':
    case 'absent':
    case 'closed':
      return { status: 'dropped', reason };
    case 'blocked':
      return { status: 'blocked', reason };
    case 'thread':
    case 'content':
    case 'other': // the plain form is worth a try
      return { status: 'refused', reason };
    case 'rate':
    case 'network':
    case 'server':
    case 'token':
      return { status: 'later', reason, ...(fault.reset !== undefined && { after: fault.reset }) };
    case 'shut':
      return { status: 'shut', reason, ...(!unsure && { unreached: true }) };
    case 'credentials':
    case 'permission':
    case 'quota':
      return { status: 'halted', reason, ...(!unsure && { unreached: true }) };
  }
};

const LEVELS: Readonly<Record<Exclude<Sent['status'], 'sent'>, 'info' | 'warn' | 'error'>> = {
  dropped: 'info',
  refused: 'warn',
  blocked: 'warn',
  later: 'warn',
  halted: 'error',
  shut: 'error',
};

/** As {@link sentOf}, with a line in the log that has the platform's codes and nothing of the content. */
export const reportFault = (fault: Fault, unsure: boolean, log: Log): Sent => {
  const sent = sentOf(fault, unsure);
  if (sent.status !== 'sent')
    log[LEVELS[sent.status]]({ ...fault, status: sent.status }, 'feishu: a message was not sent');
  return sent;
};
