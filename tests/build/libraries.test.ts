import { describe, expect, it } from 'vitest';
import { dependencies, licenceTexts, packagesIn, shippedLibraries } from '../../src/build/libraries.ts';

describe('packagesIn', () => {
  it('names each package whose code has stayed, once, those of packages too', () => {
    const chunk = {
      modules: {
        '/x/src/main.tsx': { renderedLength: 9 },
        '/x/node_modules/react/index.js': { renderedLength: 9 },
        '/x/node_modules/react/jsx-runtime.js': { renderedLength: 9 },
        '/x/node_modules/@xstate/react/dist/a.js': { renderedLength: 9 },
        '/x/node_modules/one/node_modules/two/b.js': { renderedLength: 9 },
        'C:\\x\\node_modules\\@three\\four\\c.js': { renderedLength: 9 },
        '/x/node_modules/shaken/out.js': { renderedLength: 0 },
      },
    };
    expect(packagesIn([chunk, {}, chunk])).toEqual(['@three/four', '@xstate/react', 'react', 'two']);
  });
});

describe('the libraries of the project', () => {
  it('state a licence that lets them be passed on', () => {
    const libraries = shippedLibraries(dependencies());
    expect(libraries.length).toBeGreaterThan(3);
    for (const { name, licence } of libraries)
      expect([name, licence]).toEqual([name, expect.stringMatching(/^(MIT|ISC)$/)]);
  });

  it('are listed with their licences in full', () => {
    const text = licenceTexts(['react', 'xstate']);
    expect(text).toMatch(/^react \d+\.\d+\.\d+ \(MIT\)\n\nMIT License/);
    expect(text).toMatch(/\nxstate 5\S* \(MIT\)\n\n/);
    expect(text.match(/Permission is hereby granted/g)).toHaveLength(2);
  });
});
