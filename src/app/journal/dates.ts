import { onDate } from '../numbers.ts';

/** Returns a kept moment, or a day, as `22 November 2026` where the reader is. */
export const onDay = (written: string): string =>
  // A day alone is read as noon, so that no time zone moves it.
  onDate(new Date(written.length === 10 ? `${written}T12:00` : written));
