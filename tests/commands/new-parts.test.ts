import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/build/check.ts';
import { sitePages } from '../../src/build/pages.ts';
import { PREVIEWS } from '../../src/build/security.ts';
import { ledgerOf } from '../../src/build/words.ts';
import { newFlowId, withFlow } from '../../src/commands/new/flow.ts';
import { machineWith } from '../../src/commands/new/question.ts';
import { allOrNothing } from '../../src/commands/new/transaction.ts';
import { withOther } from '../../src/commands/new/voice.ts';
import { changesFor, wishFrom } from '../../src/commands/new/wish.ts';
import type { Ledger } from '../../src/domain/claim.ts';
import { flows } from '../../src/flows/index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(root, 'kept'));
  writeFileSync(join(root, 'kept/old.md'), 'old');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const changes = [
  { path: 'kept/old.md', text: 'changed' },
  { path: 'new/deep/file.md', text: 'new' },
];

const isAsItWas = () => {
  expect(readFileSync(join(root, 'kept/old.md'), 'utf8')).toBe('old');
  expect(existsSync(join(root, 'new'))).toBe(false);
};

describe('changes that are written all or not at all', () => {
  it('stand when all has gone well', async () => {
    await allOrNothing(root, changes, async () => {
      expect(readFileSync(join(root, 'kept/old.md'), 'utf8')).toBe('changed');
    });
    expect(readFileSync(join(root, 'new/deep/file.md'), 'utf8')).toBe('new');
    expect(readFileSync(join(root, 'kept/old.md'), 'utf8')).toBe('changed');
  });

  it('are undone where what follows fails', async () => {
    const failing = allOrNothing(root, changes, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    isAsItWas();
  });

  it('are undone where one of them cannot be written', async () => {
    const impossible = { path: 'kept/old.md/below.md', text: 'x' };
    await expect(allOrNothing(root, [...changes, impossible], async () => {})).rejects.toThrow();
    isAsItWas();
  });

  it('leave what somebody else has put there meanwhile', async () => {
    const failing = allOrNothing(root, changes, async () => {
      writeFileSync(join(root, 'new/theirs.md'), 'theirs');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(readFileSync(join(root, 'new/theirs.md'), 'utf8')).toBe('theirs');
    expect(existsSync(join(root, 'new/deep'))).toBe(false);
  });

  it('listen to signals only meanwhile', async () => {
    const before = process.listenerCount('SIGINT');
    await allOrNothing(root, changes, async () => {
      expect(process.listenerCount('SIGINT')).toBe(before + 1);
    });
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});

describe('the registry of flows', () => {
  const registry = `import type { Flow } from '../domain/flow.ts';
import { buildAlly } from './build-ally.ts';
import { introduce } from './introduce.ts';

export const flows: readonly Flow[] = [
  introduce,
  buildAlly,
];
`;

  it.each([
    ['ask-out', 1],
    ['go-out', 2],
    ['way-out', 3],
  ])('imports %s in line %i, and lists it last', (id, line) => {
    const lines = withFlow(registry, id).split('\n');
    expect(lines[line]).toMatch(new RegExp(`^import \\{ \\w+ \\} from './${id}.ts';$`));
    expect(lines.slice(-5, -1).join()).toMatch(/^ {2}introduce,,? {2}buildAlly,, {2}\w+,,\];$/);
  });

  it('is left alone where it is laid out otherwise', () => {
    expect(() => withFlow('export const flows = [];', 'go-out')).toThrow(
      'src/flows/index.ts is not laid out as this command expects: an import a flow, and a list that ends in “];”.',
    );
  });
});

describe('the other voices of a flow’s views', () => {
  const wish = { id: 'aunt', name: 'Aunt', source: 'own', flow: 'x' };
  const entry =
    '  - { voice: aunt, text: "Say here, in twenty to forty-five words, what Aunt adds to it.", claims: [aunt/first-view] }';

  it.each([
    ['---\nothers: []\n---\n', `---\nothers:\n${entry}\n---\n`],
    ['---\nothers:\n  - { voice: m }\n---\n', `---\nothers:\n  - { voice: m }\n${entry}\n---\n`],
    ['---\nothers:\n  - { voice: m }\ntitle: T\n---\n', `---\nothers:\n  - { voice: m }\n${entry}\ntitle: T\n---\n`],
  ])('take one more: %j', (views, expected) => {
    expect(withOther(views, 'views.md', wish)).toBe(expected);
  });

  it('are left alone where they are laid out otherwise', () => {
    const told = 'views.md is not laid out as this command expects: “others:”, and below it a line a voice.';
    expect(() => withOther('---\ntitle: T\n---\n', 'views.md', wish)).toThrow(told);
    expect(() => withOther('---\nothers: [{ voice: m }]\n---\n', 'views.md', wish)).toThrow(told);
  });
});

describe('a machine that is laid out in a way of its own', () => {
  const place = { after: 'a.b', before: 'r', rule: 'n', verdict: 'v', claim: 'm/x' } as const;

  it('is left alone', () => {
    expect(() => machineWith('const answers = 1;', 'src/flows/x.ts', 'q', place)).toThrow(
      "src/flows/x.ts is not laid out as this command expects (“'a.b'” …): add the question by hand.",
    );
    expect(() => machineWith("'a.b': 'weighing'", 'src/flows/x.ts', 'q', place)).toThrow(
      'src/flows/x.ts is not laid out as this command expects (“const answers = {” …): add the question by hand.',
    );
  });
});

const here = join(import.meta.dirname, '../..');
const { content } = check(here, flows);
const project = { root: here, content, flows, ledger: ledgerOf(content) as Ledger };

const suggested = (_question: string, suggestion: string) => Promise.resolve(suggestion);

const changesOf = async (args: readonly string[], ask = suggested) => {
  const wish = wishFrom(args);
  return wish === 'help' ? [] : changesFor(project, wish, ask);
};

describe('what cannot be written', () => {
  const refusals: readonly (readonly [args: readonly string[], told: string])[] = [
    [[], 'Say what is to be written: flow, voice or question.'],
    [['page', 'x'], '“page” is nothing that can be written: flow, voice or question.'],
    [['flow'], 'The id is missing: npm run new -- flow <id>.'],
    [['question', 'introduce'], 'The id is missing: npm run new -- question <flow> <id>.'],
    [
      ['flow', 'lend', 'a', 'book'],
      'There is more than an id: put what has spaces in quotes, and begin options with --.',
    ],
    [['flow', 'introduce'], 'There is a flow “introduce” already: choose another id.'],
    [['flow', 'Lend_a_book'], '“Lend_a_book” is no id for a flow: it takes lower-case words joined by hyphens.'],
    [['flow', '../lend'], '“../lend” is no id for a flow: it takes lower-case words joined by hyphens.'],
    [['flow', 'a'.repeat(31)], `“${'a'.repeat(31)}” is too long for an id: it takes 30 letters at most.`],
    [['flow', 'delete'], '“delete” is a name that the code keeps for itself: choose another id.'],
    [['flow', 'safety'], '“safety” is the address of another page: choose another id.'],
    ...['constructor', 'prototype', 'arguments', 'package', 'escape', 'to-string', 'parse-int', 'said-of'].map(
      (id): [string[], string] => [
        ['flow', id],
        `“${id}” is a name that the code keeps for itself: choose another id.`,
      ],
    ),
    [
      ['flow', 'lend', '--closed', 'column'],
      '“column” holds nothing that leans closed; for the closed side choose one of ',
    ],
    [['flow', 'lend', '--open', 'carl'], 'There is no voice “carl”; the voices are '],
    [['flow', 'lend', '--open', 'carl'], 'A new one is written with --new-open.'],
    [['flow', 'lend', '--new-open', 'thom'], 'There is a voice “thom” already: choose another id.'],
    [
      ['flow', 'lend', '--new-open', 'Carl'],
      '“Carl” is no id for a voice: it takes lower-case words joined by hyphens.',
    ],
    [
      ['flow', 'lend', '--new-open', 'carl', '--open', 'thom'],
      'The open side has one voice: give --open or --new-open.',
    ],
    [
      ['flow', 'lend', '--new-open', 'carl', '--new-closed', 'carl'],
      '“carl” cannot be two new voices: give each side its own.',
    ],
    [['flow', 'lend', '--title', ' '], '--title is blank: say it, or leave the option out.'],
    [['flow', 'lend', '--name', 'x'], 'A flow takes no --name.'],
    [
      ['flow', 'lend', '--colour', 'red'],
      'What is allowed: flow <id>, voice <id>, question <flow> <id>, and what --help lists.',
    ],
    [['voice', 'thom'], 'There is a voice “thom” already: choose another id.'],
    [['voice', 'aunt', '--flow', 'nope'], 'There is no flow “nope”; the flows are '],
    [
      ['voice', 'aunt', '--source', 'A Book'],
      '“A Book” is no id for a source: it takes lower-case words joined by hyphens.',
    ],
    [['question', 'nope', 'x'], 'There is no flow “nope”; the flows are '],
    [['question', 'introduce', 'vouch'], '“vouch” is taken in introduce: choose another id.'],
    [['question', 'introduce', 'decline'], '“decline” is taken in introduce: choose another id.'],
  ];

  it.each(refusals)('is refused: %j', async (args, told) => {
    await expect(changesOf(args)).rejects.toThrow(told);
  });
});

describe('what a command line does not say', () => {
  it('is asked, with a suggestion', async () => {
    const asked: string[] = [];
    const answer = (question: string, suggestion: string) => {
      asked.push(`${question} [${suggestion}]`);
      return Promise.resolve(question === 'Its name' ? 'Aunt May' : suggestion);
    };
    const files = await changesOf(['voice', 'my-aunt', '--flow', 'introduce'], answer);
    expect(asked).toEqual(['Its name [My aunt]', 'The source that it comes from [my-aunt]']);
    expect(files.map(({ path }) => path)).toEqual([
      'content/voices/my-aunt.md',
      'content/sources/my-aunt.md',
      'content/flows/introduce/views.md',
    ]);
    expect(files[0]?.text).toContain('name: "Aunt May"\nshort: "Aunt"\n');
  });

  it('is not asked where only help is wanted', () => {
    expect(wishFrom(['flow', '--help'])).toBe('help');
  });
});

describe('an example flow', () => {
  it('brings the new voices of its sides along, and takes those that it is not told to write', async () => {
    const files = await changesOf(['flow', 'lend', '--new-open', 'the-lender', '--closed', 'leslie']);
    const text = (path: string) => files.find((file) => file.path === path)?.text;
    expect(text('content/voices/the-lender.md')).toContain('short: "The lender"\n');
    expect(text('content/sources/the-lender.md')).toContain('title: "Where The lender speaks"');
    expect(text('content/voices/leslie.md')).toBeUndefined();
    expect(text('src/flows/lend.ts')).toContain("sides: { closed: 'leslie', open: 'the-lender' },");
    expect(text('src/flows/lend.ts')).toContain("well: ['the-lender/second-view'],");
  });
});

describe('the id of a flow', () => {
  const written = [
    ...sitePages(content, []).filter(({ retired }) => !retired),
    { address: PREVIEWS },
    { address: 'assets/' },
  ];
  const folders = written.filter(({ address }) => address.endsWith('/')).map(({ address }) => address.slice(0, -1));

  it.each(folders)('is not “%s”, where the build writes something else', (id) => {
    expect(() => newFlowId(here, id)).toThrow(`“${id}” is the address of another page: choose another id.`);
  });

  it.each(['fonts', 'pictures'])('may be “%s”, where it writes nothing', (id) => {
    expect(newFlowId(here, id)).toBe(id);
  });
});

describe('an example question', () => {
  it.each(flows.map(({ id }) => id))('finds a place in %s', async (flow) => {
    const files = await changesOf(['question', flow, 'right-time']);
    expect(files[0]?.text).toContain("rightTimeSaysNo: said('right-time.no'),");
  });
});
