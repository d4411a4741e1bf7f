import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE } from '../../src/journal/presence.ts';
import { VERSION } from '../../src/journal/versions.ts';
import { entryOf, journalOf, ruleOf } from './entries.ts';

type Store = typeof import('../../src/journal/store.ts');

/** Returns the store as a tab of its own loads it. */
async function tab(): Promise<Store> {
  vi.resetModules();
  return import('../../src/journal/store.ts');
}

/** Makes a database as a version of the store made it, with these entries. */
async function databaseOf(version: number, entries: readonly object[]): Promise<void> {
  const { MIGRATIONS } = await tab();
  const database = await openDB(DATABASE, version, {
    async upgrade(made, _from, _to, upgrade) {
      for (const migrate of MIGRATIONS.slice(0, version)) await migrate(made as never, upgrade as never);
    },
  });
  for (const entry of entries) await database.put('entries', entry);
  database.close();
}

const namesOfDatabases = async () => (await indexedDB.databases()).map(({ name }) => name);

const refusing = (name: string) => () => {
  throw new DOMException('no', name);
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('a journal', () => {
  it('is not made by reading', async () => {
    const store = await tab();
    expect(await store.readJournal()).toEqual({ entries: [], rule: null });
    expect(await namesOfDatabases()).toEqual([]);
  });

  it('is not made by reading where a browser cannot list its databases', async () => {
    Object.defineProperty(indexedDB, 'databases', { value: undefined });
    const store = await tab();
    expect(await store.readJournal()).toEqual({ entries: [], rule: null });
    const opened: number[] = [];
    const request = indexedDB.open(DATABASE);
    await new Promise((done) => {
      request.onupgradeneeded = ({ oldVersion }) => opened.push(oldVersion);
      request.onsuccess = done;
    });
    expect(opened).toEqual([0]);
  });

  it('keeps what it is given, the newest first', async () => {
    const store = await tab();
    const [first, second] = [entryOf(), entryOf()];
    const rule = ruleOf(['whom.meet']);
    await store.keepEntry(second);
    await store.keepEntry(first);
    await store.keepRule(rule);
    expect(await (await tab()).readJournal()).toEqual({ entries: [second, first], rule });
  });

  it('does not replace an entry of the same id', async () => {
    const store = await tab();
    const entry = entryOf({ note: 'the first' });
    await store.keepEntry(entry);
    await store.keepEntry({ ...entry, note: 'the second' });
    expect((await store.readJournal()).entries).toEqual([entry]);
  });

  it('gives a removed entry back as it last stood', async () => {
    const store = await tab();
    const entry = entryOf();
    await store.keepEntry(entry);
    await store.changeEntry(entry.id, { note: 'changed' });
    const gone = await store.removeEntry(entry.id);
    expect(gone).toEqual({ ...entry, note: 'changed' });
    expect((await store.readJournal()).entries).toEqual([]);
  });

  it('changes nothing of an entry that is gone', async () => {
    const store = await tab();
    await store.keepEntry(entryOf());
    await store.changeEntry('gone-gone', { note: 'changed' });
    expect((await store.readJournal()).entries).toHaveLength(1);
  });

  it('leaves no database behind when it is erased, whatever other tabs hold open', async () => {
    const [one, other] = [await tab(), await tab()];
    await one.keepEntry(entryOf());
    await other.readJournal();
    await one.eraseJournal();
    await vi.waitFor(async () => expect(await namesOfDatabases()).toEqual([]));
    expect(await other.readJournal()).toEqual({ entries: [], rule: null });
  });

  it('can be kept again after it was erased', async () => {
    const store = await tab();
    await store.keepEntry(entryOf());
    await store.eraseJournal();
    const entry = entryOf();
    await store.keepEntry(entry);
    expect((await store.readJournal()).entries).toEqual([entry]);
  });
});

describe('two tabs', () => {
  it('lose nothing when both keep at once', async () => {
    const [one, other] = [await tab(), await tab()];
    const entries = Array.from({ length: 20 }, () => entryOf());
    await Promise.all(entries.map((entry, index) => (index % 2 ? one : other).keepEntry(entry)));
    expect((await one.readJournal()).entries.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  it('change different parts of one entry at once, and both changes are there', async () => {
    const [one, other] = [await tab(), await tab()];
    const entry = entryOf();
    await one.keepEntry(entry);
    await Promise.all([
      one.changeEntry(entry.id, { note: 'from one' }),
      other.changeEntry(entry.id, { nickname: 'K.' }),
    ]);
    expect((await one.readJournal()).entries).toEqual([{ ...entry, note: 'from one', nickname: 'K.' }]);
  });

  it('hear of each other’s changes', async () => {
    const [one, other] = [await tab(), await tab()];
    const heard = vi.fn();
    const end = other.subscribe(heard);
    await one.keepEntry(entryOf());
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    end();
  });

  it('hear of their own changes, and of none after they have stopped', async () => {
    const store = await tab();
    const heard = vi.fn();
    const end = store.subscribe(heard);
    await store.keepEntry(entryOf());
    expect(heard).toHaveBeenCalledTimes(1);
    end();
    await store.keepEntry(entryOf());
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('let go of the database for a newer version, and say so afterwards', async () => {
    const store = await tab();
    await store.keepEntry(entryOf());
    const newer = await openDB(DATABASE, VERSION + 1);
    newer.close();
    await expect(store.readJournal()).rejects.toMatchObject({ name: 'JournalNewer' });
  });
});

describe('a journal of an earlier version', () => {
  const { lookAgain: _day, isException: _exception, ...old } = entryOf({ note: 'from before' });

  it.each([[1, old]])('%i is brought up with every entry', async (version, entry) => {
    await databaseOf(version, [entry]);
    const store = await tab();
    expect(await store.readJournal()).toEqual({
      entries: [{ ...entry, lookAgain: null, isException: false }],
      rule: null,
    });
    await store.keepRule(ruleOf(['whom.open']));
    expect((await store.readJournal()).rule?.answers).toEqual(['whom.open']);
  });

  it('has a test for each', async () => {
    expect(Array.from({ length: VERSION - 1 }, (_, index) => index + 1)).toEqual([1]);
    expect((await tab()).MIGRATIONS).toHaveLength(VERSION);
  });

  it('stays in its version where bringing it up fails half-way', async () => {
    await databaseOf(1, [old, { ...old, id: 'entry-other' }]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(IDBObjectStore.prototype.put).mockImplementationOnce(refusing('QuotaExceededError'));
    await expect((await tab()).readJournal()).rejects.toMatchObject({ name: 'JournalBlocked' });
    put.mockRestore();
    expect((await indexedDB.databases())[0]?.version).toBe(1);
    expect((await (await tab()).readJournal()).entries).toHaveLength(2);
  });
});

describe('a browser that refuses', () => {
  it('has no storage at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = await tab();
    await expect(store.readJournal()).rejects.toMatchObject({ name: 'JournalBlocked' });
    await expect(store.keepEntry(entryOf())).rejects.toMatchObject({ name: 'JournalBlocked' });
  });

  it.each(['SecurityError', 'InvalidStateError', 'UnknownError'])('throws a %s on opening', async (name) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(refusing(name));
    await expect((await tab()).keepEntry(entryOf())).rejects.toMatchObject({ name: 'JournalBlocked' });
  });

  it('is tried again at the next press', async () => {
    const store = await tab();
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(refusing('UnknownError'));
    await expect(store.keepEntry(entryOf())).rejects.toMatchObject({ name: 'JournalBlocked' });
    await store.keepEntry(entryOf());
    expect((await store.readJournal()).entries).toHaveLength(1);
  });

  it('has no room left: nothing is changed', async () => {
    const store = await tab();
    const entry = entryOf();
    await store.keepEntry(entry);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refusing('QuotaExceededError'));
    await expect(store.keepEntry(entryOf())).rejects.toMatchObject({ name: 'JournalFull' });
    await expect(store.changeEntry(entry.id, { note: 'more' })).rejects.toMatchObject({ name: 'JournalFull' });
    put.mockRestore();
    expect((await store.readJournal()).entries).toEqual([entry]);
  });

  it('cuts a change off: nothing of it is there', async () => {
    const store = await tab();
    await store.keepEntry(entryOf());
    const { put } = IDBObjectStore.prototype;
    let puts = 0;
    const cut = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      puts += 1;
      if (puts === 2) this.transaction.abort();
      return put.apply(this, given);
    });
    const taken = { entries: [entryOf(), entryOf(), entryOf()], rule: null, replaced: [], isRuleReplaced: false };
    await expect(store.mergeCopy(taken)).rejects.toMatchObject({ name: 'JournalInterrupted' });
    cut.mockRestore();
    expect((await store.readJournal()).entries).toHaveLength(1);
  });
});

describe('a saved copy', () => {
  it('adds what is missing and replaces nothing', async () => {
    const store = await tab();
    const [here, added] = [entryOf(), entryOf()];
    const mine = ruleOf(['whom.meet']);
    await store.keepEntry(here);
    await store.keepRule(mine);
    const entries = [{ ...here, note: 'theirs' }, added];
    const taken = await store.mergeCopy({ entries, rule: ruleOf([]), replaced: [], isRuleReplaced: false });
    expect(taken).toBe(1);
    expect(await store.readJournal()).toEqual(journalOf([here, added], mine));
  });

  it('replaces what the reader has chosen', async () => {
    const store = await tab();
    const [here, other] = [entryOf(), entryOf()];
    const [mine, theirs] = [ruleOf(['whom.meet']), ruleOf(['whom.open'])];
    for (const entry of [here, other]) await store.keepEntry(entry);
    await store.keepRule(mine);
    const entries = [here, other].map((entry) => ({ ...entry, note: 'theirs' }));
    const taken = await store.mergeCopy({ entries, rule: theirs, replaced: [here.id], isRuleReplaced: true });
    expect(taken).toBe(1);
    expect(await store.readJournal()).toEqual(journalOf([{ ...here, note: 'theirs' }, other], theirs));
  });
});
