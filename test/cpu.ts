/** Milliseconds that something takes the processor: whoever else keeps it waiting does not count. */
export const processorTime = async (run: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
