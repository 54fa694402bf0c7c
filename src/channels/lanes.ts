/** Work in lanes: one piece of a lane at a time and in order, many lanes at a time. */
export interface Lanes {
  /** Due after so many milliseconds; until then the lane's other work goes on. */
  readonly add: (lane: string, id: number, wait: number) => void;
  /** Resolves when no piece is under way or ready. */
  readonly idle: () => Promise<void>;
  /** Nothing is taken up any more; resolves when what is under way is finished. */
  readonly stop: () => Promise<void>;
}

export interface LanesParts {
  /** Does a piece of work; gives the milliseconds after which it is due again, if it is. Never rejects. */
  readonly work: (id: number) => Promise<number | undefined>;
  /** Calls back after milliseconds. */
  readonly later: (ms: number, then: () => void) => void;
}

/** Lanes in which work is under way at a time. */
const MOST_AT_ONCE = 64;
/** Nothing waits longer: a wait worked out from a clock that was set back since would be hours. */
const LONGEST_WAIT = 60 * 60 * 1000;

/** Empty lanes. */
export const createLanes = ({ work, later }: LanesParts): Lanes => {
  /** Ids that wait, by lane; a lane is here as long as anything of it waits or is under way. */
  const queues = new Map<string, number[]>();
  const ready: string[] = [];
  let running = 0;
  let stopping = false;
  const waiters: (() => void)[] = [];

  const settle = (): void => {
    if (running > 0 || (ready.length > 0 && !stopping)) return;
    for (const waiter of waiters.splice(0)) waiter();
  };

  const run = async (lane: string): Promise<void> => {
    running += 1;
    const queue = queues.get(lane) ?? [];
    const id = queue.shift();
    const again = id === undefined ? undefined : await work(id);
    running -= 1;
    if (queue.length > 0) ready.push(lane);
    else queues.delete(lane);
    if (id !== undefined && again !== undefined) add(lane, id, again);
    pump();
  };

  const pump = (): void => {
    while (!stopping && running < MOST_AT_ONCE) {
      const lane = ready.shift();
      if (lane === undefined) break;
      void run(lane);
    }
    settle();
  };

  const add: Lanes['add'] = (lane, id, wait) => {
    if (wait > 0) {
      later(Math.min(wait, LONGEST_WAIT), () => add(lane, id, 0));
      return;
    }
    const queue = queues.get(lane);
    if (queue) {
      queue.push(id);
      return;
    }
    queues.set(lane, [id]);
    ready.push(lane);
    pump();
  };

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      waiters.push(resolve);
      settle();
    });

  const stop = (): Promise<void> => {
    stopping = true;
    return idle();
  };

  return { add, idle, stop };
};
