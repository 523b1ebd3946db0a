/** Whether a value takes longer than so many milliseconds. A failure is not late: it is for whoever awaits the value. */
export const isLate = async (pending: Promise<unknown>, after: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // Called off without an error, whose stack would cost more than all the rest here.
  const timer = setTimeout(resolve, after, true);
  const isReady = (): void => resolve(false);
  pending.then(isReady, isReady);
  const isLater = await promise;
  clearTimeout(timer);
  return isLater;
};
