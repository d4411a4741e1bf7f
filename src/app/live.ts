/** Says that React answers from now on; what the head script has queued is given to it. */
export function takeOver(): void {
  const { dataset } = document.documentElement;
  dataset['live'] = 'yes';
  delete dataset['restoring'];
  document.dispatchEvent(new Event('counterpoint:live'));
}

/** Resolves once React has hydrated what it was given: it has answered a task behind that. */
export const hydrated = (): Promise<void> => new Promise((done) => setTimeout(done));
