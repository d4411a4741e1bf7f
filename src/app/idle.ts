/**
 * Does this once the browser has nothing more urgent to do, or after `latest` milliseconds; after `otherwise` milliseconds where
 * the browser does not tell when it is idle.
 */
export const whenIdle = (task: () => void, latest = 3000, otherwise = 1000): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: latest });
  else setTimeout(task, otherwise);
};
