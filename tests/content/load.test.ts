import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FaultyContent, faultLine } from '../../src/content/fault.ts';
import { loadContent, readContent } from '../../src/content/load.ts';
import { type Files, inProject, soundFiles } from '../build/small-content.ts';

const read = (changed: Files) => inProject(changed, readContent);

describe('the content', () => {
  it('is read by flow, voice, source and page', () => {
    const { content, faults } = read({});
    expect(faults).toEqual([]);
    expect(Object.keys(content.flows)).toEqual(['small']);
    expect(Object.keys(content.flows['small']?.questions ?? {})).toEqual(['conduct', 'weather']);
    expect(Object.keys(content.voices)).toEqual(['ann', 'bob', 'editor']);
    expect(Object.keys(content.sources)).toEqual(['letter', 'own']);
    expect(content.pages.safety.data.title).toBe('Safety');
  });

  it('leaves hidden files alone', () => {
    expect(read({ 'content/voices/.ann.md.swp': 'x' }).faults).toEqual([]);
  });

  it('leaves out what has a fault, and says so', () => {
    const { content, faults } = read({ 'content/voices/ann.md': 'Ann', 'content/pages/about.md': null });
    expect(Object.keys(content.voices)).toEqual(['bob', 'editor']);
    expect(faults.map(({ file }) => file)).toEqual(['content/voices/ann.md', 'content/pages/about.md']);
  });

  it('may begin with the mark that editors on Windows put before it', () => {
    const { content, faults } = read({ 'content/voices/ann.md': `\uFEFF${soundFiles['content/voices/ann.md']}` });
    expect(faults).toEqual([]);
    expect(content.voices['ann']?.lineOf(['name'])).toBe(2);
  });

  it.each([
    [
      'a letter as Windows-1252 has it',
      (text: Buffer) => Buffer.concat([text, Buffer.from('caf\xe9.\n', 'latin1')]),
      26,
    ],
    ['UTF-16', (text: Buffer) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 1],
    ['bytes that are no letter', (text: Buffer) => Buffer.concat([text, Buffer.from([0xff, 0xfe])]), 26],
  ])('is written as UTF-8, and not with %s', (_what, written, line) => {
    const faults = inProject({}, (root) => {
      const file = join(root, 'content/voices/ann.md');
      writeFileSync(file, written(readFileSync(file)));
      return readContent(root).faults.map(faultLine);
    });
    expect(faults).toEqual([
      `content/voices/ann.md:${line}: the file is not written as UTF-8, so that some letters would be lost: save it as UTF-8`,
    ]);
  });

  it('is nothing but faults where there is no folder', () => {
    const { content, faults } = read(Object.fromEntries(Object.keys(soundFiles).map((file) => [file, null])));
    expect(content.flows).toEqual({});
    expect(faults.map(faultLine)).toContain('content/pages/home.md:1: the file is missing: write it');
  });

  it('is not handed out with a fault', () => {
    const load = () => inProject({ 'content/voices/ann.md': 'Ann', 'content/pages/about.md': null }, loadContent);
    expect(load).toThrow(FaultyContent);
    expect(load).toThrow(
      /^content\/voices\/ann\.md:1: there is no .*\ncontent\/pages\/about\.md:1: the file is missing/,
    );
  });

  it('is handed out where there is none', () => {
    expect(inProject({}, loadContent).flows['small']?.index.data.title).toBe('Should I go out?');
  });
});
