/** Whether the browser has promised not to clear the journal by itself; `unknown` where it does not say. */
export type Persistence = 'granted' | 'refused' | 'unknown';

const manager = (): StorageManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.storage);

/** Returns what the browser has promised so far, without asking for anything. */
export async function persistence(): Promise<Persistence> {
  try {
    const storage = manager();
    if (typeof storage?.persisted !== 'function') return 'unknown';
    return (await storage.persisted()) ? 'granted' : 'refused';
  } catch {
    return 'unknown';
  }
}

/** Asks the browser not to clear the journal by itself, and returns what it says; some ask the reader. */
export async function askToPersist(): Promise<Persistence> {
  try {
    const storage = manager();
    if (typeof storage?.persist !== 'function') return 'unknown';
    return (await storage.persist()) ? 'granted' : 'refused';
  } catch {
    return 'unknown';
  }
}
