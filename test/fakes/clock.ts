/** Time that passes only where somebody sleeps; `waits` are the sleeps in milliseconds. */
export const fakeClock = (start = 1_700_000_000_000) => {
  const waits: number[] = [];
  let time = start;
  return {
    waits,
    now: (): number => time,
    sleep: async (ms: number): Promise<void> => {
      waits.push(ms);
      time += ms;
    },
    pass: (ms: number): void => {
      time += ms;
    },
  };
};

export type FakeClock = ReturnType<typeof fakeClock>;
