import { fc } from '../fc.ts';

// A mutant that a property kills, it mostly kills in its first runs; a hundred for each mutant take hours. And nobody
// reads the smallest case that a mutant fails on, which takes longer to find than the failure.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 25, endOnFailure: true });
