import fc from 'fast-check';

// A mutant that a property kills, it mostly kills in its first runs; a hundred for each mutant take hours.
fc.configureGlobal({ numRuns: 25 });
