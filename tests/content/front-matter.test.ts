import { describe, expect, it } from 'vitest';
import { faultLine } from '../../src/content/fault.ts';
import { readEntry } from '../../src/content/front-matter.ts';
import { questionSchema, ruleSchema, viewsSchema, voiceSchema } from '../../src/content/schema.ts';

const FILE = 'content/flows/x/questions/y.md';

const question = `---
question: Is it so?
topic: whether
# A comment stands here.
options:
  yes:
    label: "Yes"
    if: "If yes"
  no: { label: "No", if: "If no" }
find-out: Look.
---

Why we ask.
`;

const views = `---
title: T
lede: L
debate:
  question: Q
  closed: { say: s, text: t }
  open: { say: s, text: t }
rows:
  - question: Q
    closed: { silent: true }
    open: { text: t, claims: [thom/x] }
  - question: Q
    closed: { text: t }
    open:
      text: t
      claims:
        - thom/x
        - Thom
agree: { silent: false }
gives-way:
  closed: { silent: true }
  open: { text: t, claims: [] }
others: none
---
`;

const faultsOf = (text: string, schema: Parameters<typeof readEntry>[2] = questionSchema): readonly string[] => {
  const read = readEntry(FILE, text, schema);
  return 'faults' in read ? read.faults.map((fault) => faultLine(fault).replace(FILE, '')) : [];
};

const entryOf = (text: string) => {
  const read = readEntry(FILE, text, questionSchema);
  if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
  return read.entry;
};

describe('an entry', () => {
  it('has its fields, its body and the line at which the body begins', () => {
    const { data, body, bodyLine, file } = entryOf(question);
    expect(file).toBe(FILE);
    expect(data.question).toBe('Is it so?');
    expect(body).toBe('\nWhy we ask.\n');
    expect(question.split('\n')[bodyLine]).toBe('Why we ask.');
  });

  it('ends its front matter with a line “---” and nothing else', () => {
    const { data, body } = entryOf(question.replace('Look.', 'Look back ---'));
    expect(data['find-out']).toBe('Look back ---');
    expect(body).toBe('\nWhy we ask.\n');
    expect(entryOf(question.replaceAll('---', '--- \t')).body).toBe('\nWhy we ask.\n');
  });

  it('may use a text again that YAML has a name for', () => {
    const again = question.replace('topic: whether', 'topic: &t whether').replace('Look.', '*t');
    expect(entryOf(again).data['find-out']).toBe('whether');
  });

  it('may end its lines as Windows does', () => {
    const { data, bodyLine, lineOf } = entryOf(question.replaceAll('\n', '\r\n'));
    expect(data.topic).toBe('whether');
    expect(lineOf(['options', 'no'])).toBe(9);
    expect(bodyLine).toBe(12);
  });

  it.each([
    [['question'], 2],
    [['options'], 5],
    [['options', 'yes'], 6],
    [['options', 'yes', 'if'], 8],
    [['options', 'no', 'if'], 9],
    [['options', 'maybe', 'if'], 5],
    [['find-out'], 10],
    [['nothing'], 1],
    [[], 1],
  ])('has the field %j in line %i', (path, line) => {
    expect(entryOf(question).lineOf(path)).toBe(line);
  });

  it('knows the line of an item of a list', () => {
    const fixed = views
      .replace('{ text: t }', '{ text: t, claims: [m/x] }')
      .replace('- Thom', '- thom/y')
      .replace('silent: false', 'silent: true')
      .replace('claims: []', 'claims: [thom/x]')
      .replace('others: none', '  # no others\nothers: []')
      .replace('agree:', '  - question: Q\n    closed: { silent: true }\n    open: { silent: true }\nagree:');
    const read = readEntry(FILE, fixed, viewsSchema);
    expect('entry' in read && read.entry.lineOf(['rows', 1, 'open', 'claims', 1])).toBe(18);
    expect('entry' in read && read.entry.lineOf(['rows', 2])).toBe(19);
  });
});

describe('a fault of front matter', () => {
  it.each([
    [
      'nothing between lines “---”',
      'Text alone.',
      ':1: there is no front matter: the file must begin with a line “---”, its fields, and another “---”',
    ],
    [
      'no second line “---”',
      '---\nquestion: x\n',
      ':1: there is no front matter: the file must begin with a line “---”, its fields, and another “---”',
    ],
    [
      'a text that begins with a star',
      question.replace('Look.', '*look'),
      ':10: “*look” points to “&look”, which stands nowhere above it: a text that begins with “*” stands in double quotes',
    ],
    [
      'a text instead of fields',
      '---\njust text\n---\n',
      ':1: the front matter has to be a group of fields: write it so',
    ],
    [
      'a colon in a bare text',
      question.replace('whether', 'this: that'),
      ':3: the front matter is not valid YAML (Nested mappings are not allowed in compact mappings): a text that holds “: ”, “#” or quotes stands in double quotes',
    ],
    ['a field that stands twice', question.replace('find-out', 'topic'), ':10: “topic” stands twice: keep one of them'],
    [
      'a blank text',
      question.replace('Is it so?', '"  "'),
      ':2: “question” is blank: write it, or remove the field if it may be left out',
    ],
    [
      'a field with nothing behind it',
      question.replace('Look.', ''),
      ':10: “find-out” is blank: write it, or remove the field if it may be left out',
    ],
    ['a figure for a text', question.replace('Look.', '12'), ':10: “find-out” has to be a text: put it in quotes'],
    [
      'a text too long',
      question.replace('Is it so?', 'x'.repeat(86)),
      ':2: “question” is longer than 85 characters: say it shorter',
    ],
    [
      'an over-long label',
      question.replace('"Yes"', `"${'y'.repeat(61)}"`),
      ':7: “options.yes.label” is longer than 60 characters: say it shorter',
    ],
    [
      'a label of too many words',
      question.replace('"Yes"', '"a b c d e f g h i j k l"'),
      ':7: “options.yes.label” has more than eleven words: say it in ten or so',
    ],
    [
      'a clause without its If',
      question.replace('If no', 'When no'),
      ':9: “options.no.if” is no clause that begins with “If”: write it so',
    ],
    [
      'an option that is no id',
      question.replace('  yes:', '  Yes_it:'),
      ':6: “options.Yes_it” is no id: write lower-case words joined by hyphens',
    ],
    [
      'a field missing deep down',
      question.replace('    if: "If yes"\n', ''),
      ':6: “options.yes.if” is missing: add it, as a text',
    ],
  ])('is told: %s', (_what, text, told) => {
    expect(faultsOf(text)).toEqual([told]);
  });

  it('is told together with what was meant, where a field is misspelt', () => {
    expect(faultsOf(question.replace('find-out', 'findout'))).toEqual([
      ':1: “find-out” is missing: add it, as a text',
      ':10: “findout” is no field of this kind of file: did you mean “find-out”? If not, correct its name, or remove it',
    ]);
  });

  it('is told where there is no field, whatever the body holds', () => {
    expect(faultsOf('---\n---\nWhy.\n\n---\n', ruleSchema)).toEqual([':1: “rule” is missing: add it, as a text']);
  });

  it('is told where a field is none', () => {
    expect(faultsOf('---\nrule: It is so\nwhy: because\nhow: so\n---\n', ruleSchema)).toEqual([
      ':3: “why” is no field of this kind of file: correct its name, or remove it',
      ':4: “how” is no field of this kind of file: correct its name, or remove it',
    ]);
  });

  it('is told of the shape that comes nearest, of lists and of settings', () => {
    expect(faultsOf(views, viewsSchema)).toEqual([
      ':13: “rows.1.closed.claims” is missing: add it, as a list',
      ':18: “rows.1.open.claims.1” is no claim: write voice/claim, for example thom/not-everyone',
      ':8: “rows” is too short a list: give it 3 or more',
      ':19: “agree.silent” has to be one of these: true',
      ':22: “gives-way.open.claims” is too short a list: give it 1 or more',
      ':23: “others” has to be a list: write it so',
    ]);
  });

  it('lists what a setting may be', () => {
    const voice = '---\nname: A\nshort: A\nrole: r\nstanding: famous\nsource: s\nclaims: {}\n---\n';
    expect(faultsOf(voice, voiceSchema)).toEqual([
      ':5: “standing” has to be one of these: named, credited, unnamed, second-hand, editor',
    ]);
  });
});
