/** The journal’s database. */
export const DATABASE = 'counterpoint-journal';

/** Opens without creating: a database that is not there would have to be upgraded from nothing, and that is called off. */
function opensAnything(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = () => (isNew ? resolve(false) : reject(request.error));
  });
}

/** Tells whether this browser holds a journal, without making one; throws where storage is blocked. */
export async function hasJournal(): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return opensAnything();
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === DATABASE);
}
