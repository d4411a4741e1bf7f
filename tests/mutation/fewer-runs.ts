import { fc } from '../fc.ts';

// A mutant that a property kills, it mostly kills in its first runs; a hundred for each mutant take hours.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 25 });
