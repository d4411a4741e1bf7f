import fc from 'fast-check';

// Every run tries the same cases, so that a change is judged by what it changed. `FC_SEED=random` tries others, and a number
// those of a failure: what is found that way becomes an example of its own.
const SEED = process.env['FC_SEED'] ?? '20261122';

if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });

export { fc };
