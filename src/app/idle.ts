/** Does this once the browser has nothing more urgent to do, or after a few seconds at the latest. */
export const whenIdle = (task: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: 3000 });
  else setTimeout(task, 1000);
};
