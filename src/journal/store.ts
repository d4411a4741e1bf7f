import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { EMPTY, type Entry, type Journal, newestFirst, type Remarks, type Rule } from './entry.ts';
import { faultFrom, JournalBlocked, JournalHeld } from './faults.ts';
import { DATABASE, hasJournal } from './presence.ts';
import { broughtUp, VERSION } from './versions.ts';

interface Schema extends DBSchema {
  entries: { key: string; value: Entry };
  rule: { key: string; value: Rule };
}

type Database = IDBPDatabase<Schema>;
type Change = IDBPTransaction<Schema, ('entries' | 'rule')[], 'readwrite'>;
type Upgrade = IDBPTransaction<Schema, ('entries' | 'rule')[], 'versionchange'>;

/** There is one rule. */
const MINE = 'mine';

/** What makes each version of the database from the one before; the first makes version 1 from nothing. */
export const MIGRATIONS: readonly ((database: Database, upgrade: Upgrade) => Promise<void>)[] = [
  async (database) => {
    database.createObjectStore('entries', { keyPath: 'id' });
  },
  async (database, upgrade) => {
    database.createObjectStore('rule');
    const entries = upgrade.objectStore('entries');
    for (const entry of await entries.getAll()) {
      await entries.put(broughtUp({ ...entry }, 1) as unknown as Entry);
    }
  },
];

/** How long to wait for the browser, or for another tab, before saying so; in milliseconds. */
const PATIENCE = 6000;

let opened: Promise<Database> | undefined;

/** Opens the database; async, so that a browser that throws at once is a rejection like any other. */
const connect = async (onHeld: () => void, onGone: () => void): Promise<Database> =>
  openDB<Schema>(DATABASE, VERSION, {
    async upgrade(database, from, _to, upgrade) {
      // An upgrade that fails is called off whole: the journal stays in the version that it had.
      try {
        for (const migrate of MIGRATIONS.slice(from)) await migrate(database, upgrade as unknown as Upgrade);
      } catch {
        upgrade.abort();
        await upgrade.done.catch(() => {});
      }
    },
    blocked: onHeld,
    blocking(_current, _blocked, event) {
      // Another tab upgrades or deletes the database: let go; the next use opens it again.
      (event.target as IDBDatabase | null)?.close();
      onGone();
    },
    terminated: onGone,
  });

function open(): Promise<Database> {
  const opening = new Promise<Database>((resolve, reject) => {
    let isHeld = false;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      forget(opening);
      reject(isHeld ? new JournalHeld('Another tab holds the journal') : new JournalBlocked('The browser is silent'));
    }, PATIENCE);
    connect(
      () => {
        isHeld = true;
      },
      () => forget(opening),
    ).then(
      (database) => {
        clearTimeout(timer);
        if (isLate) database.close();
        else resolve(database);
      },
      (problem: unknown) => {
        clearTimeout(timer);
        forget(opening);
        reject(faultFrom(problem, false));
      },
    );
  });
  return opening;
}

/** Forgets a connection, so that the next use opens another. */
function forget(which: Promise<Database> | undefined): void {
  if (opened === which) opened = undefined;
}

/** Runs work on the open database; once more where the connection had just been closed under it. */
async function withDatabase<T>(work: (database: Database) => Promise<T>, isRetry = false): Promise<T> {
  opened ??= open();
  const connection = opened;
  let database: Database;
  try {
    database = await connection;
  } catch (problem) {
    throw faultFrom(problem, false);
  }
  try {
    return await work(database);
  } catch (problem) {
    const isClosed = problem instanceof DOMException && problem.name === 'InvalidStateError';
    if (!isClosed || isRetry) throw faultFrom(problem, true);
    forget(connection);
    return withDatabase(work, true);
  }
}

/** Makes one change in one transaction: it is there as a whole when this returns, or not at all. */
async function write<T>(change: (transaction: Change) => Promise<T>): Promise<T> {
  const result = await withDatabase(async (database) => {
    const transaction = database.transaction(['entries', 'rule'], 'readwrite', { durability: 'strict' });
    // Its end is awaited below; an abort before that is no stray rejection.
    transaction.done.catch(() => {});
    try {
      const made = await change(transaction);
      await transaction.done;
      return made;
    } catch (problem) {
      const cause = transaction.error ?? problem;
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw cause;
    }
  });
  announce();
  return result;
}

const listeners = new Set<() => void>();
let channel: BroadcastChannel | undefined;

const openChannel = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(DATABASE);

/** Tells this tab and the others that the journal has changed. */
function announce(): void {
  for (const listener of listeners) listener();
  const speaking = channel ?? openChannel();
  speaking?.postMessage('changed');
  if (speaking !== channel) speaking?.close();
}

/** Calls a listener whenever the journal changes, in this tab or another; returns how to end that. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!channel) {
    channel = openChannel();
    channel?.addEventListener('message', () => {
      for (const each of listeners) each();
    });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}

/** Returns everything kept, read in one go; makes no database where there is none. */
export async function readJournal(): Promise<Journal> {
  let isThere: boolean;
  try {
    isThere = await hasJournal();
  } catch (problem) {
    throw faultFrom(problem, false);
  }
  if (!isThere) return EMPTY;
  return withDatabase(async (database) => {
    const transaction = database.transaction(['entries', 'rule']);
    const [entries, rule] = await Promise.all([
      transaction.objectStore('entries').getAll(),
      transaction.objectStore('rule').get(MINE),
      transaction.done,
    ]);
    return { entries: newestFirst(entries), rule: rule ?? null };
  });
}

/** Keeps an entry; one of the same id that is there already stays as it is. */
export const keepEntry = (entry: Entry): Promise<void> =>
  write(async (transaction) => {
    const entries = transaction.objectStore('entries');
    if ((await entries.getKey(entry.id)) === undefined) await entries.put(entry);
  });

/** Changes what the reader has added to an entry, as it stands by now; does nothing where it is gone. */
export const changeEntry = (id: string, remarks: Partial<Remarks>): Promise<void> =>
  write(async (transaction) => {
    const entries = transaction.objectStore('entries');
    const entry = await entries.get(id);
    if (entry) await entries.put({ ...entry, ...remarks });
  });

/** Removes an entry and returns it as it last stood, so that it can be put back. */
export const removeEntry = (id: string): Promise<Entry | undefined> =>
  write(async (transaction) => {
    const entries = transaction.objectStore('entries');
    const entry = await entries.get(id);
    await entries.delete(id);
    return entry;
  });

/** Keeps the reader’s rule in place of the one before. */
export const keepRule = (rule: Rule): Promise<void> =>
  write(async (transaction) => {
    await transaction.objectStore('rule').put(rule, MINE);
  });

/** Removes the reader’s rule. */
export const removeRule = (): Promise<void> =>
  write(async (transaction) => {
    await transaction.objectStore('rule').delete(MINE);
  });

/** What of a saved copy is taken over: nothing that is here is replaced unless the reader has said so. */
export interface Taken {
  readonly entries: readonly Entry[];
  readonly rule: Rule | null;
  /** The ids of entries here that give way to the copy’s. */
  readonly replaced: readonly string[];
  /** Whether the rule here gives way to the copy’s. */
  readonly isRuleReplaced: boolean;
}

/** Takes over a saved copy, all of it or nothing; returns how many entries were written. */
export const mergeCopy = ({ entries, rule, replaced, isRuleReplaced }: Taken): Promise<number> =>
  write(async (transaction) => {
    const kept = transaction.objectStore('entries');
    const rules = transaction.objectStore('rule');
    const here = new Set(await kept.getAllKeys());
    const taken = entries.filter(({ id }) => !here.has(id) || replaced.includes(id));
    for (const entry of taken) await kept.put(entry);
    if (rule && (isRuleReplaced || (await rules.getKey(MINE)) === undefined)) await rules.put(rule, MINE);
    return taken.length;
  });

/** Deletes everything: what is kept first, in one go, then the database itself as soon as every tab has let go of it. */
export async function eraseJournal(): Promise<void> {
  await write(async (transaction) => {
    await transaction.objectStore('entries').clear();
    await transaction.objectStore('rule').clear();
  });
  const connection = opened;
  opened = undefined;
  (await connection)?.close();
  // What is left is an empty database; that it cannot go yet is no failure.
  await new Promise<void>((resolve) => {
    deleteDB(DATABASE, { blocked: () => resolve() }).then(
      () => resolve(),
      () => resolve(),
    );
  });
}
