import { describe, expect, it } from 'vitest';
import { areBalanced } from '../../src/build/check/balance.ts';
import { MENDS } from '../../src/build/check/machine.ts';
import { linesOf } from '../../src/build/check/question-lines.ts';
import { check } from '../../src/build/check.ts';
import { laws } from '../../src/build/laws.ts';
import { faultLine } from '../../src/content/fault.ts';
import { said } from '../../src/domain/condition.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { routesOf } from '../../src/domain/routes.ts';
import { smallFlow, soundParts } from '../laws/small-flow.ts';
import { type Files, inProject, replaced, soundFiles } from './small-content.ts';

const faultsIn = (changed: Files, flows: readonly MachineFlow[] = [smallFlow()]): readonly string[] =>
  inProject(changed, (root) => check(root, flows).faults.map(faultLine));

const MACHINE = 'src/flows/small.ts';
const INDEX = 'content/flows/small/index.md';
const VIEWS = 'content/flows/small/views.md';
const CONDUCT = 'content/flows/small/questions/conduct.md';
const WEATHER = 'content/flows/small/questions/weather.md';
const WET = 'content/flows/small/rules/wetOutside.md';
const GO = 'content/flows/small/verdicts/go.md';
const LOOK = 'content/flows/small/verdicts/look.md';
const FLEE = 'content/flows/small/verdicts/flee.md';
const ANN = 'content/voices/ann.md';
const BOB = 'content/voices/bob.md';

const { answers, on, verdicts, weighing, grounds } = soundParts;
const ann = { ...answers['conduct'] };

/** Files of words with an edit; several edits of one file follow one another. */
const words = (file: string, ...edits: readonly (readonly [from: string, to: string])[]): Files => ({
  [file]: edits.reduce((text, [from, to]) => replaced(text, from, to), soundFiles[file] ?? ''),
});

describe('a guide without words', () => {
  it('is told so, file by file', () => {
    const none = Object.fromEntries(Object.keys(soundFiles).map((file) => [file, null]));
    expect(faultsIn({ ...none, [MACHINE]: soundFiles[MACHINE] ?? '' })).toContain(
      'content/flows/small/index.md:1: the flow “small” (src/flows/small.ts) has no words: write this file and those beside it',
    );
  });
});

describe('a sound guide', () => {
  it('has no fault', () => {
    expect(faultsIn({})).toEqual([]);
  });
});

const cases: Record<string, readonly [fault: string, changed: Files, told: readonly string[]][]> = {
  'a file of words': [
    ['is missing', { [INDEX]: null }, ['content/flows/small/index.md:1: the file is missing: write it']],
    [
      'is missing among the pages',
      { 'content/pages/about.md': null },
      ['content/pages/about.md:1: the file is missing: write it'],
    ],
    [
      'has no front matter',
      { [WET]: 'It rains.\n' },
      [
        'content/flows/small/rules/wetOutside.md:1: there is no front matter: the file must begin with a line “---”, its fields, and another “---”',
      ],
    ],
    [
      'is not valid YAML',
      words(WET, ['rule: It is wet', 'rule: Wet: it is']),
      [
        'content/flows/small/rules/wetOutside.md:2: the front matter is not valid YAML (Nested mappings are not allowed in compact mappings): a text that holds “: ”, “#” or quotes stands in double quotes',
      ],
    ],
    [
      'has a field twice',
      words(WET, ['rule: It is wet out there', 'rule: It is wet out there\nrule: Again']),
      ['content/flows/small/rules/wetOutside.md:3: “rule” stands twice: keep one of them'],
    ],
    [
      'lacks a field',
      words(CONDUCT, ['topic: that\n', '']),
      ['content/flows/small/questions/conduct.md:1: “topic” is missing: add it, as a text'],
    ],
    [
      'has a field that is misspelt',
      words(CONDUCT, ['topic:', 'topik:']),
      [
        'content/flows/small/questions/conduct.md:1: “topic” is missing: add it, as a text',
        'content/flows/small/questions/conduct.md:3: “topik” is no field of this kind of file: did you mean “topic”? If not, correct its name, or remove it',
      ],
    ],
    [
      'has a blank title',
      words(INDEX, ['title: Should I go out?', 'title: ""']),
      ['content/flows/small/index.md:2: “title” is blank: write it, or remove the field if it may be left out'],
    ],
    [
      'has a field of the wrong kind',
      words(CONDUCT, ['topic: that', 'topic: 12']),
      ['content/flows/small/questions/conduct.md:3: “topic” has to be a text: put it in quotes'],
    ],
    [
      'is not markdown',
      { 'content/voices/carl.txt': 'Carl' },
      ['content/voices/carl.txt:1: only markdown files (.md) belong here: move it away'],
    ],
    [
      'is a folder',
      {
        'content/flows/small/questions/sub.md/rain.md': 'x',
        'content/pages/about.md': null,
        'content/pages/about.md/.keep': '',
      },
      [
        'content/flows/small/questions/sub.md:1: this is a folder, and only markdown files (.md) belong here: move it away',
        'content/pages/about.md:1: this is a folder, and a file belongs here: move it away',
      ],
    ],
    [
      'stands among the folders of flows',
      { 'content/flows/README.md': 'The flows.' },
      ['content/flows/README.md:1: only the folders of flows belong here: move it away'],
    ],
    [
      'is read by nothing',
      { 'content/flows/small/view.md': 'x', 'content/pages/abuot.md': 'x', 'content/notes.md': 'x' },
      [
        'content/flows/small/view.md:1: nothing reads this file: did you mean “views.md”? If not, rename it, or move it away',
        'content/notes.md:1: nothing reads this file: rename it, or move it away',
        'content/pages/abuot.md:1: nothing reads this file: did you mean “pages/about.md”? If not, rename it, or move it away',
      ],
    ],
  ],
  'the words of a flow': [
    [
      'are missing',
      {
        ...Object.fromEntries(
          Object.keys(soundFiles)
            .filter((file) => file.startsWith('content/flows/'))
            .map((file) => [file, null]),
        ),
      },
      [
        'content/flows/small/index.md:1: the flow “small” (src/flows/small.ts) has no words: write this file and those beside it',
      ],
    ],
    [
      'lack a question',
      { [WEATHER]: null },
      [
        'content/flows/small/questions/weather.md:1: the question “weather” (src/flows/small.ts:7) has no words: write this file',
      ],
    ],
    [
      'have a question under another name',
      { [WEATHER]: null, 'content/flows/small/questions/wether.md': soundFiles[WEATHER] ?? '' },
      [
        'content/flows/small/questions/weather.md:1: the question “weather” (src/flows/small.ts:7) has no words: write this file',
        'content/flows/small/questions/wether.md:1: the machine has no question “wether”: did you mean “weather”? If not, rename this file, or remove it',
      ],
    ],
    [
      'lack a rule',
      { [WET]: null },
      [
        'content/flows/small/rules/wetOutside.md:1: the rule “wetOutside” (src/flows/small.ts:14) has no words: write this file',
      ],
    ],
    [
      'have a rule that the machine lacks',
      { 'content/flows/small/rules/tooCold.md': '---\nrule: It is too cold\n---\nYou would freeze.\n' },
      ['content/flows/small/rules/tooCold.md:1: the machine has no rule “tooCold”: rename this file, or remove it'],
    ],
    [
      'lack a verdict',
      { [GO]: null },
      ['content/flows/small/verdicts/go.md:1: the verdict “go” (src/flows/small.ts:29) has no words: write this file'],
    ],
    [
      'have a verdict that the machine lacks',
      { 'content/flows/small/verdicts/swim.md': replaced(soundFiles[GO], 'Go out.', 'Swim.') },
      ['content/flows/small/verdicts/swim.md:1: the machine has no verdict “swim”: rename this file, or remove it'],
    ],
    [
      'lack a label',
      words(WEATHER, ['  wet: { label: "It is wet", if: "If it was wet" }\n', '']),
      [
        'content/flows/small/questions/weather.md:4: the option “wet” (src/flows/small.ts:9) has no words: give it a label and an “if”',
      ],
    ],
    [
      'have a label under another name',
      words(WEATHER, ['  wet:', '  wett:']),
      [
        'content/flows/small/questions/weather.md:4: the option “wet” (src/flows/small.ts:9) has no words: give it a label and an “if”',
        'content/flows/small/questions/weather.md:6: the machine offers no option “wett”: did you mean “wet”? If not, rename it, or remove it',
      ],
    ],
    [
      'have a label for what the page adds by itself',
      words(WEATHER, ['find-out', '  dont-know: { label: "No idea", if: "If you knew" }\nfind-out']),
      ['content/flows/small/questions/weather.md:7: the page adds “I don’t know yet” by itself: remove it'],
    ],
    [
      'have the options in another order',
      words(
        WEATHER,
        ['  dry: { label: "It is dry", if: "If it was dry" }\n', ''],
        ['find-out', '  dry: { label: "It is dry", if: "If it was dry" }\nfind-out'],
      ),
      [
        'content/flows/small/questions/weather.md:4: the options stand in another order than in src/flows/small.ts:7: put them as dry, wet',
      ],
    ],
    [
      'have an over-long label',
      words(WEATHER, ['"It is wet"', `"It is ${'very '.repeat(12)}wet"`]),
      [
        'content/flows/small/questions/weather.md:6: “options.wet.label” is longer than 60 characters: say it shorter',
        'content/flows/small/questions/weather.md:6: “options.wet.label” has more than eleven words: say it in ten or so',
      ],
    ],
    [
      'say the same of two options',
      words(WEATHER, ['"It is wet"', '"It is dry"']),
      ['content/flows/small/questions/weather.md:6: this label is the same as that of “dry”: say how they differ'],
    ],
    [
      'say the same of two verdicts',
      words(LOOK, ['Look first.', 'Go out.']),
      ['content/flows/small/verdicts/look.md:2: this headline is the same as that of “go”: say how they differ'],
    ],
    [
      'have a question of more than four lines',
      words(CONDUCT, [
        'How are they to you?',
        'Who among women you know would now warm to work with whomever wrote MMXXVI memos?',
      ]),
      [
        'content/flows/small/questions/conduct.md:2: the question takes 5 lines on a narrow phone, and 4 fit: say it shorter',
      ],
    ],
    [
      'leave a body blank',
      words(WET, ['This is why that decides.', '']),
      ['content/flows/small/rules/wetOutside.md:4: the body is blank: below the second “---”, say why that decides'],
    ],
    [
      'are too hard to read',
      words(WET, [
        'This is why that decides.',
        'Precipitation considerably exacerbates respiratory susceptibility, notwithstanding contemporary waterproof clothing.',
      ]),
      [
        'content/flows/small/rules/wetOutside.md:4: the file has a reading grade of 24.2, and at most 8 is plain: say it in shorter sentences and words, this one first: “Precipitation considerably exacerbates respiratory susceptibility, notwithstanding contemporary waterproof clothing.”',
      ],
    ],
    [
      'hold HTML',
      words(WET, ['This is why', 'This is <b>why</b>']),
      ['content/flows/small/rules/wetOutside.md:4: “<b>” is HTML, which is left out of the page: write markdown'],
    ],
  ],
  'a claim': [
    [
      'is held by nobody in a verdict',
      words(GO, ['claims: [ann/welcome]\nsteps', 'claims: [ann/welcom]\nsteps']),
      [
        'content/flows/small/verdicts/go.md:5: nobody holds the claim “ann/welcom”: did you mean “ann/welcome”? If not, correct it, or add it to content/voices/ann.md',
        'content/flows/small/verdicts/go.md:9: the step draws on “ann/welcome”, which the verdict’s “claims” lack: add it there',
      ],
    ],
    [
      'is not written as one',
      words(GO, ['claims: [ann/welcome]\nsteps', 'claims: [welcome]\nsteps']),
      [
        'content/flows/small/verdicts/go.md:5: “claims.0” is no claim: write voice/claim, for example thom/not-everyone',
      ],
    ],
    [
      'has no section',
      words(ANN, ['## try-it\nAnn holds that one step does no harm.\n', '']),
      [
        'content/voices/ann.md:13: the claim “try-it” has no section: write “## try-it” and below it what the voice holds',
      ],
    ],
    [
      'has a section under another name',
      words(ANN, ['## try-it', '## tryit']),
      [
        'content/voices/ann.md:13: the claim “try-it” has no section: write “## try-it” and below it what the voice holds',
        'content/voices/ann.md:24: the front matter has no claim “tryit”: did you mean “try-it”? If not, rename the section, or remove it',
      ],
    ],
    [
      'has two sections',
      words(ANN, ['## try-it', '## welcome\nAgain.\n\n## try-it']),
      ['content/voices/ann.md:24: there are two sections “## welcome”: keep one of them'],
    ],
    [
      'has a blank section',
      words(ANN, ['Ann holds that one step does no harm.', '']),
      ['content/voices/ann.md:24: the section “## try-it” is blank: say what the voice holds'],
    ],
    [
      'has no practice',
      words(BOB, ['    practice: Set a clock.\n', '']),
      [
        'content/voices/bob.md:13: the claim “wait-and-see” leans pause and has no “practice”: add the guide’s own sentence that makes the view doable',
      ],
    ],
    [
      'is never used',
      words(
        ANN,
        ['---\nAnn', '  sing:\n    leans: how\n    title: Sing on the way\n    line: Sing as you go.\n---\nAnn'],
        ['## try-it', '## sing\nAnn holds that you can sing.\n\n## try-it'],
      ),
      [
        'content/voices/ann.md:18: no answer raises the claim “ann/sing” and no page shows it: use it in a flow’s answers, verdicts or views, or remove it',
      ],
    ],
    [
      'is another voice’s, in a row of the views',
      words(VIEWS, ['claims: [ann/try-it]', 'claims: [bob/keep-out]']),
      [
        'content/flows/small/views.md:14: “bob/keep-out” is not a claim of “ann”, who speaks in this cell: name a claim of that voice, or move the words',
      ],
    ],
    [
      'is another voice’s, among the others',
      words(VIEWS, ['claims: [editor/safety]', 'claims: [bob/keep-out]']),
      [
        'content/flows/small/views.md:23: “bob/keep-out” is not a claim of “editor”, who speaks here: name a claim of that voice, or move the words',
      ],
    ],
  ],
  'a voice': [
    [
      'is called otherwise in a flow',
      words(INDEX, ['name: Ann', 'name: Anna May'], ['name: Bob', 'name: Rob']),
      ['content/flows/small/index.md:8: “Rob” is called “Bob” in content/voices/bob.md: begin the name so'],
    ],
    [
      'speaks for both sides under one name',
      words(INDEX, ['name: Ann', 'name: Bob']),
      [
        'content/flows/small/index.md:15: “Bob” is called “Ann” in content/voices/ann.md: begin the name so',
        'content/flows/small/index.md:15: both sides are called “Bob”: say after a comma how they differ',
      ],
    ],
    [
      'is unknown in the views',
      words(VIEWS, ['voice: editor', 'voice: editr']),
      [
        'content/flows/small/views.md:23: there is no voice “editr”: did you mean “editor”? If not, choose one of ann, bob, editor',
      ],
    ],
    [
      'comes from an unknown source',
      words(ANN, ['source: letter', 'source: leter']),
      ['content/voices/ann.md:6: there is no source “leter”: did you mean “letter”? If not, choose one of letter, own'],
    ],
    [
      'has nothing said of it',
      words(ANN, ['Ann writes letters about walks.\n', '']),
      ['content/voices/ann.md:19: the body is blank: say who the voice is and how it is known'],
    ],
    [
      'leaves a source unused',
      { 'content/sources/poem.md': soundFiles['content/sources/letter.md'] ?? '' },
      ['content/sources/poem.md:1: no voice comes from the source “poem”: name it in a voice’s file, or remove it'],
    ],
  ],
  'a verdict': [
    [
      'is of safety in its words alone',
      words(GO, ['for:\n', 'safety: true\nfor:\n']),
      [
        "content/flows/small/verdicts/go.md:10: “safety” is set, and src/flows/small.ts:29 is up for debate: remove it, or let its dissent be 'safety'",
      ],
    ],
    [
      'is of safety in the machine alone',
      words(FLEE, ['safety: true\n', '']),
      ['content/flows/small/verdicts/flee.md:1: “safety: true” is missing: src/flows/small.ts:32 is not up for debate'],
    ],
    [
      'makes no case against',
      words(GO, ['against:\n  claims: [bob/keep-out]\n  text: Bob holds that one may stay here.\n', '']),
      [
        'content/flows/small/verdicts/go.md:1: “against” is missing: make the case against this verdict, with its claims',
      ],
    ],
    [
      'makes a case where safety decides',
      words(FLEE, ['safety: true', 'safety: true\nfor: { claims: [editor/safety], text: "Run." }']),
      [
        'content/flows/small/verdicts/flee.md:13: “for” is given, and where safety decides nothing is up for debate: remove it',
      ],
    ],
    [
      'quotes a voice where safety decides',
      words(FLEE, ['claims: [editor/safety]', 'claims: [editor/safety, bob/keep-out]']),
      [
        'content/flows/small/verdicts/flee.md:5: “bob/keep-out” is quoted, and where safety decides the guide speaks alone: rest on its own claims',
      ],
    ],
    [
      'lacks its standing dissent',
      words(GO, ['claims: [bob/keep-out]', 'claims: [bob/wait-and-see]']),
      [
        'content/flows/small/verdicts/go.md:14: the case against lacks “bob/keep-out”, the standing dissent (src/flows/small.ts:29): add it to its claims, and tell it',
      ],
    ],
    [
      'has a step that draws on more than it does',
      words(GO, ['    claims: [ann/welcome]', '    claims: [ann/try-it]']),
      [
        'content/flows/small/verdicts/go.md:9: the step draws on “ann/try-it”, which the verdict’s “claims” lack: add it there',
      ],
    ],
    [
      'is followed by an unknown flow',
      words(GO, ['for:\n', '    follows: { flow: smal, text: "Go on." }\nfor:\n']),
      [
        'content/flows/small/verdicts/go.md:10: there is no flow “smal” to follow: did you mean “small”? If not, choose one of small',
      ],
    ],
    [
      'has a script that is too long',
      words(FLEE, ['Help me, [name].', `Help me, [name]. ${'Run to me now. '.repeat(10)}`]),
      [
        'content/flows/small/verdicts/flee.md:9: the script has 43 words, and at most 40 can be said in one breath: shorten it',
      ],
    ],
    [
      'has a script with a broken blank',
      words(FLEE, ['[name]', '[name']),
      [
        'content/flows/small/verdicts/flee.md:9: a blank of the script is empty, or lacks a bracket: write it as [name]',
      ],
    ],
  ],
  'a script': [
    ...['[name, I am [me]', 'name], I am [me]', '[]', '[ ], I am [me]', '[[name]]'].map(
      (text): [string, Files, readonly string[]] => [
        `has a broken blank in “${text}”`,
        words(FLEE, ['[name]', text]),
        [
          'content/flows/small/verdicts/flee.md:9: a blank of the script is empty, or lacks a bracket: write it as [name]',
        ],
      ],
    ),
    ['has several blanks', words(FLEE, ['[name]', '[name] or [name of a friend]']), []],
  ],
  'the two sides': [
    [
      'are unbalanced in their position',
      words(INDEX, ['Ann likes to go out when it may shine.', 'Ann likes to go out.']),
      [
        'content/flows/small/index.md:20: in “sides”, the open side has 5 words and the closed side 9: bring them within a fifth of each other',
      ],
    ],
    [
      'are unbalanced in the debate',
      words(VIEWS, ['Bob holds that rain is bad.', 'Bob holds that rain is bad for coats and shoes.']),
      [
        'content/flows/small/views.md:7: in the debate, the open side has 6 words and the closed side 10: bring them within a fifth of each other',
      ],
    ],
    [
      'are unbalanced in a row',
      words(VIEWS, ['It makes things grow.', 'It makes all kinds of things grow.']),
      [
        'content/flows/small/views.md:10: in this row, the closed side has 4 words and the open side 7: bring them within a fifth of each other',
      ],
    ],
    [
      'are unbalanced in a verdict',
      words(LOOK, ['Bob holds that one may stay here.', 'Bob does not.']),
      [
        'content/flows/small/verdicts/look.md:15: in this verdict, the case against has 3 words and the case for 7: bring them within a fifth of each other',
      ],
    ],
  ],
  'a link': [
    [
      'leads nowhere',
      words(WET, ['why that', '[why](/safty/) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: no page has the address “/safty/”: did you mean “/safety/”? If not, correct the link, or remove it',
      ],
    ],
    [
      'lacks its last slash',
      words(WET, ['why that', '[why](/small/go) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: no page has the address “/small/go”: did you mean “/small/go/”? If not, correct the link, or remove it',
      ],
    ],
    [
      'names no place on its page',
      words(WET, ['why that', '[why](/safety/#get-saf) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: the page /safety/ has no place “#get-saf”: correct the link, or leave the anchor out',
      ],
    ],
    [
      'names no claim',
      words(WET, ['why that', '[why](/voices/#ann-welcom) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: the page /voices/ has no place “#ann-welcom”: did you mean “ann-welcome”? If not, correct the link, or leave the anchor out',
      ],
    ],
    [
      'is relative',
      words(WET, ['why that', '[why](../go/) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: the link “../go/” is relative: begin an address of the site with a slash, such as /safety/',
      ],
    ],
    [
      'has its address in a line of its own',
      words(WET, ['why that decides.', '[why][1] that decides.\n\n[1]: /nowhere/']),
      [
        'content/flows/small/rules/wetOutside.md:6: no page has the address “/nowhere/”: correct the link, or remove it',
      ],
    ],
    [
      'has no address',
      words(WET, ['why that decides.', 'why\nthat [decides][1], [you]() see.']),
      [
        'content/flows/small/rules/wetOutside.md:5: “[decides][1]” has no address: write it as [words](/address/)',
        'content/flows/small/rules/wetOutside.md:5: the link has no address: write one, or remove the link',
      ],
    ],
    [
      'is an address alone',
      words(WET, ['why that', 'why <http://example.org/> that']),
      [
        'content/flows/small/rules/wetOutside.md:4: the link “http://example.org/” is not encrypted: begin it with https:',
      ],
    ],
    [
      'is none that a page can carry',
      words(WET, ['why that', '[why](javascript:alert(1)) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: the link “javascript:alert(1)” would be left out of the page: begin it with https:, mailto: or tel:, or an address of the site with a slash',
      ],
    ],
    [
      'is a picture',
      words(WET, ['why that decides.', '![why](http://example.org/x.png) that ![so][1] decides.\n\n[1]: /x.png']),
      [
        'content/flows/small/rules/wetOutside.md:4: the picture “http://example.org/x.png” would not be shown, for the words hold none: say what is to be seen, or link to it',
        'content/flows/small/rules/wetOutside.md:4: the picture “/x.png” would not be shown, for the words hold none: say what is to be seen, or link to it',
      ],
    ],
    [
      'leads away, to a letter or to a telephone',
      words(WET, ['why that', '[why](https://example.org/a_(b)), [a](mailto:a@example.org) and [b](tel:112) that']),
      [],
    ],
    [
      'is not encrypted',
      words(WET, ['why that', '[why](http://example.org/) that']),
      [
        'content/flows/small/rules/wetOutside.md:4: the link “http://example.org/” is not encrypted: begin it with https:',
      ],
    ],
  ],
};

describe.each(Object.entries(cases))('%s', (_what, faults) => {
  it.each(faults)('%s', (_fault, changed, told) => {
    expect(faultsIn(changed)).toEqual(told);
  });
});

const OTHER = { ...smallFlow(), id: 'voices' };

/** The small flow with its machine made anew: `from` and `to` stand for a word in its source that is mistyped. */
function mistyped(from: string, to: string): MachineFlow {
  const flow = smallFlow();
  const config = JSON.parse(JSON.stringify(flow.machine.config).replace(from, to));
  return { ...flow, machine: { ...flow.machine, config } as never, routes: routesOf({ config } as never) };
}
const wetter = { ...on['weather'], 'weather.wet': 'conduct' };

const machineCases: readonly (readonly [
  fault: string,
  flows: readonly MachineFlow[],
  changed: Files,
  told: readonly string[],
])[] = [
  [
    'looks at a fact that is not there',
    [
      smallFlow({
        facts: { wasTrusted: said('conduct.doubtful') },
        on: {
          ...on,
          weather: {
            ...on['weather'],
            'weather.wet': [{ guard: 'wasTrustd', target: 'weighing' }, { target: 'weighing' }],
          },
        },
      }),
    ],
    { [MACHINE]: replaced(soundFiles[MACHINE], "'weather.wet': 'w", "\n'weather.wet': 'wasTrustd' 'w") },
    [
      'src/flows/small.ts:25: the way from weather.wet looks at “wasTrustd”, which is no fact: did you mean “wasTrusted”? If not, choose one of the facts (wasTrusted), or add it to them',
    ],
  ],
  [
    'looks at a rule where a fact is wanted',
    [
      smallFlow({
        on: { ...on, weather: { ...on['weather'], 'weather.wet': [{ guard: 'inDanger', target: 'weighing' }] } },
      }),
    ],
    {},
    [
      'src/flows/small.ts:24: the way from weather.wet looks at “inDanger”, which is no fact: it is a rule, and only “weighing” looks at rules: write a fact that says the same',
    ],
  ],
  [
    'decides by a rule that is not there',
    [mistyped('"wetOutside"', '"wetOutsid"')],
    { [MACHINE]: `${soundFiles[MACHINE]}rule('wetOutsid', 'stay')` },
    [
      'src/flows/small.ts:45: “weighing” decides by “wetOutsid”, which is no rule: did you mean “wetOutside”? If not, choose one of the rules (inDanger, wetOutside, dryAndTrusted, dryButDoubtful), or add it to them',
    ],
  ],
  [
    'begins with a state that is not there',
    [mistyped('"initial":"conduct"', '"initial":"conduc"')],
    { [MACHINE]: `${soundFiles[MACHINE]}initial: 'conduc'` },
    [
      'src/flows/small.ts:45: the flow begins with “conduc”, which is no state: did you mean “conduct”? If not, choose one of the questions (conduct, weather)',
    ],
  ],
  [
    'offers an answer that is not listed',
    [mistyped('"weather.wet"', '"weather.wett"')],
    { [MACHINE]: replaced(soundFiles[MACHINE], "'weather.wet': ", "\n'weather.wett': ") },
    [
      'src/flows/small.ts:25: the state “weather” offers “weather.wett”, which “answers” does not list: did you mean “weather.wet”? If not, correct it, or list it there',
    ],
  ],
  [
    'is made without its guards and its trail',
    [
      {
        ...smallFlow(),
        facts: { trusted: said('conduct.good') },
        machine: {
          ...smallFlow().machine,
          config: { ...smallFlow().machine.config, context: {} },
          implementations: { guards: {} },
        } as never,
      },
    ],
    {},
    [
      'src/flows/small.ts:18: the machine is made without “.extend({ guards: facts })”: add it, as the other flows have it',
      'src/flows/small.ts:18: the machine is made without “.extend({ guards: rules })”: add it, as the other flows have it',
      'src/flows/small.ts:18: the machine is made without “context: nothingAnswered”: add it, as the other flows have it',
    ],
  ],
  [
    'forgets an answer',
    [mistyped('"exit":"record",', '')],
    { [MACHINE]: replaced(soundFiles[MACHINE], 'const machine = {', 'const machine = { states: {') },
    ["src/flows/small.ts:19: the state “conduct” forgets its answer when it is left: add “exit: 'record',” to it"],
  ],
  [
    'has a question that no path reaches',
    [
      smallFlow({
        answers: { ...answers, height: { low: [], high: [] } },
        on: { ...on, height: { 'height.low': 'weighing', 'height.high': 'weighing' } },
      }),
    ],
    {
      'content/flows/small/questions/height.md': replaced(
        replaced(
          replaced(soundFiles[WEATHER], 'How is the weather?', 'How high is it?'),
          '  dry: { label: "It is dry"',
          '  low: { label: "It is low"',
        ),
        '  wet: { label: "It is wet"',
        '  high: { label: "It is high"',
      ),
    },
    [
      'src/flows/small.ts:1: no path reaches the question “height”: lead some path there, or remove it',
      'src/flows/small.ts:1: no path reaches the option “height.low”: lead some path there, or remove it',
      'src/flows/small.ts:1: no path reaches the option “height.high”: lead some path there, or remove it',
    ],
  ],
  [
    'has a dead end',
    [smallFlow({ weighing: weighing.slice(0, -1) })],
    {},
    [
      'src/flows/small.ts:24: after conduct.doubtful, weather.dry nothing leads on from “weighing”: lead each option to a question or to “weighing”, and let some rule hold there',
    ],
  ],
  [
    'has an option that leads nowhere',
    [
      smallFlow({
        facts: { trusted: said('conduct.doubtful') },
        on: { ...on, conduct: { ...on['conduct'], 'conduct.good': [{ guard: 'trusted', target: 'weather' }] } },
      }),
    ],
    {},
    [
      'src/flows/small.ts:20: after conduct.good nothing leads on from “nothing after conduct.good”: lead each option to a question or to “weighing”, and let some rule hold there',
    ],
  ],
  [
    'asks a question again',
    [smallFlow({ on: { ...on, weather: wetter } })],
    {},
    [
      'src/flows/small.ts:24: after conduct.good, weather.wet “conduct” is asked again: lead this option to a later question, or to “weighing”',
      'src/flows/small.ts:24: after conduct.doubtful, weather.wet “conduct” is asked again: lead this option to a later question, or to “weighing”',
    ],
  ],
  [
    'asks an idle question',
    [
      smallFlow({
        weighing: [weighing[0], weighing[2], weighing[1], weighing[3]].flatMap((edge) => (edge ? [edge] : [])),
      }),
    ],
    {},
    [
      'src/flows/small.ts:7: “weather” is idle after conduct.good: no answer to it changes the verdict (go): ask it only where an answer can change the verdict, or add a rule that looks at it',
    ],
  ],
  [
    'has a rule and a verdict that are never reached',
    [
      smallFlow({
        weighing: [weighing[0], weighing[1], weighing[3], weighing[2]].flatMap((edge) => (edge ? [edge] : [])),
      }),
    ],
    {},
    [
      'src/flows/small.ts:15: no path reaches the rule “dryAndTrusted”: lead some path there, or remove it',
      'src/flows/small.ts:29: no path reaches the verdict “go”: lead some path there, or remove it',
      'src/flows/small.ts:37: “dryAndTrusted” rests on ann/welcome, which no answer raises where the rule decides: correct its “grounds”, or what the answers raise',
    ],
  ],
  [
    'lists an option that it does not offer',
    [smallFlow({ answers: { ...answers, weather: { ...answers['weather'], foggy: [] } } })],
    words(WEATHER, ['find-out', '  foggy: { label: "It is foggy", if: "If it was foggy" }\nfind-out']),
    [
      'src/flows/small.ts:7: no path reaches the option “weather.foggy”: lead some path there, or remove it',
      'src/flows/small.ts:18: the machine does not offer weather.foggy where it is listed: list under “answers” exactly the options that the states offer',
    ],
  ],
  [
    'lets a worse answer open a door',
    [smallFlow({ betterToWorse: { weather: ['wet', 'dry'] } })],
    {},
    [
      'src/flows/small.ts:42: after conduct.good the worse weather.dry can still reach openness 4, the better weather.wet only 1: correct the rule, or the order from better to worse',
      'src/flows/small.ts:42: after conduct.doubtful the worse weather.dry can still reach openness 2, the better weather.wet only 1: correct the rule, or the order from better to worse',
    ],
  ],
  [
    'orders an option that is not there',
    [smallFlow({ betterToWorse: { weather: ['dry', 'damp'] } })],
    {},
    ['src/flows/small.ts:42: the order of “weather” names “damp”, which it does not offer: correct “betterToWorse”'],
  ],
  [
    'asks more of somebody in danger',
    [smallFlow({ on: { ...on, conduct: { ...on['conduct'], 'conduct.harmful': 'weather' } } })],
    {},
    [
      'src/flows/small.ts:7: “weather” is idle after conduct.harmful: no answer to it changes the verdict (flee): ask it only where an answer can change the verdict, or add a rule that looks at it',
      'src/flows/small.ts:22: after conduct.harmful more is asked: lead it straight to “weighing”, to a verdict of openness 0 whose dissent is “safety”',
    ],
  ],
  [
    'has a rule without grounds',
    [smallFlow({ grounds: { ...grounds, wetOutside: [] } })],
    {},
    [
      'src/flows/small.ts:36: the rule “wetOutside” rests on no claim: correct its “grounds”, or what the answers raise',
      'src/flows/small.ts:36: conduct.good, weather.wet raises nothing that “wetOutside” rests on: correct its “grounds”, or what the answers raise',
      'src/flows/small.ts:36: conduct.doubtful, weather.wet raises nothing that “wetOutside” rests on: correct its “grounds”, or what the answers raise',
    ],
  ],
  [
    'has a rule that rests on the dissent',
    [smallFlow({ grounds: { ...grounds, dryButDoubtful: ['bob/keep-out'] } })],
    {},
    [
      'src/flows/small.ts:38: the rule “dryButDoubtful” rests on bob/keep-out, the dissent of its verdict: choose a claim that speaks against the verdict',
      'src/flows/small.ts:38: “dryButDoubtful” rests on bob/keep-out, which does not support “look”: correct its “grounds”, or what the answers raise',
    ],
  ],
  [
    'has a dissent that leans the verdict’s own way',
    [smallFlow({ verdicts: { ...verdicts, go: { openness: 4, dissent: 'ann/try-it' } } })],
    words(GO, ['claims: [bob/keep-out]', 'claims: [ann/try-it]']),
    [
      'src/flows/small.ts:29: the dissent of “go”, ann/try-it, leans open, not the other way: choose a claim that speaks against the verdict',
    ],
  ],
  [
    'raises nothing that supports a verdict',
    [smallFlow({ answers: { ...answers, weather: { dry: ['bob/keep-out'], wet: ['bob/keep-out'] } } })],
    {},
    [
      'src/flows/small.ts:30: no claim that conduct.doubtful, weather.dry raises supports “look”: raise a claim that supports it, or decide otherwise',
      'src/flows/small.ts:38: “dryButDoubtful” rests on bob/wait-and-see, which no answer raises where the rule decides: correct its “grounds”, or what the answers raise',
      'src/flows/small.ts:38: conduct.doubtful, weather.dry raises nothing that “dryButDoubtful” rests on: correct its “grounds”, or what the answers raise',
    ],
  ],
  [
    'raises a claim that nobody holds',
    [smallFlow({ answers: { ...answers, conduct: { ...ann, good: ['ann/welcome', 'ann/welcom'] } } })],
    { [MACHINE]: replaced(soundFiles[MACHINE], "good: ['ann/welcome']", "good: ['ann/welcome', 'ann/welcom']") },
    [
      'src/flows/small.ts:3: nobody holds the claim “ann/welcom”: did you mean “ann/welcome”? If not, correct it, or add it to content/voices/ann.md',
    ],
  ],
  [
    'rests on a claim that nobody holds',
    [smallFlow({ grounds: { ...grounds, wetOutside: ['bob/keep-away'] } })],
    { [MACHINE]: replaced(soundFiles[MACHINE], "wetOutside: ['bob/keep-out']", "wetOutside: ['bob/keep-away']") },
    [
      'src/flows/small.ts:36: nobody holds the claim “bob/keep-away”: did you mean “bob/keep-out”? If not, correct it, or add it to content/voices/bob.md',
    ],
  ],
  [
    'dissents by a claim of nobody',
    [smallFlow({ verdicts: { ...verdicts, stay: { openness: 1, dissent: 'carl/hello' } } })],
    {
      [MACHINE]: replaced(soundFiles[MACHINE], "dissent: 'ann/welcome'", "dissent: 'carl/hello'"),
      ...words('content/flows/small/verdicts/stay.md', ['claims: [ann/welcome]', 'claims: [ann/welcome, carl/hello]']),
    },
    [
      'content/flows/small/verdicts/stay.md:14: nobody holds the claim “carl/hello”: correct it, or write the voice’s file',
      'src/flows/small.ts:31: nobody holds the claim “carl/hello”: correct it, or write the voice’s file',
    ],
  ],
  [
    'raises a claim twice',
    [smallFlow({ answers: { ...answers, conduct: { ...ann, good: ['ann/welcome', 'ann/welcome'] } } })],
    {},
    ['src/flows/small.ts:3: conduct.good raises a claim twice: name each claim once'],
  ],
  [
    'gives a side to an unknown voice',
    [{ ...smallFlow(), sides: { closed: 'bob', open: 'anne' } }],
    { [MACHINE]: replaced(soundFiles[MACHINE], "open: 'ann'", "open: 'anne'") },
    ['src/flows/small.ts:27: there is no voice “anne”: did you mean “ann”? If not, choose one of ann, bob, editor'],
  ],
  [
    'calls a verdict like another page',
    [
      smallFlow({
        weighing: [...weighing.slice(0, 2), ['dryAndTrusted', 'views'], ['dryButDoubtful', 'look']],
        verdicts: {
          views: { openness: 4, dissent: 'bob/keep-out' },
          look: verdicts['look'] ?? { openness: 2, dissent: 'safety' },
          stay: verdicts['stay'] ?? { openness: 1, dissent: 'safety' },
          flee: verdicts['flee'] ?? { openness: 0, dissent: 'safety' },
        },
      }),
    ],
    {
      [GO]: null,
      'content/flows/small/verdicts/views.md': soundFiles[GO] ?? '',
      [MACHINE]: replaced(soundFiles[MACHINE], 'go: { openness', 'views: { openness'),
    },
    [
      'src/flows/small.ts:29: “views” cannot be the name of a verdict: give it another name, in lower case with hyphens',
    ],
  ],
  [
    'has the id of another',
    [smallFlow(), smallFlow()],
    {},
    ['src/flows/small.ts:26: two flows are called “small”: an id is an address, give one of them another'],
  ],
  [
    'has the address of another page',
    [smallFlow(), OTHER],
    {},
    [
      'content/flows/voices/index.md:1: the flow “voices” (src/flows/voices.ts) has no words: write this file and those beside it',
      'src/flows/voices.ts:1: “voices” is the address of another page: give the flow another id',
    ],
  ],
  [
    'is not listed though its words are there',
    [],
    {},
    [
      'content/flows/small/index.md:1: src/flows/index.ts lists no flow “small”: rename the folder, list the flow, or remove these words',
    ],
  ],
];

describe('a machine', () => {
  it.each(machineCases)('%s', (_fault, flows, changed, told) => {
    expect(faultsIn(changed, flows)).toEqual(told);
  });
});

describe('two texts', () => {
  it('are balanced within a fifth of the longer', () => {
    expect(areBalanced('one two three four', 'one two three four five')).toBe(true);
    expect(areBalanced('one two three', 'one two three four')).toBe(false);
    expect(areBalanced('one – two', 'one two')).toBe(true);
  });
});

describe('a question', () => {
  it('breaks where the next word would not fit', () => {
    expect(linesOf('How so?')).toBe(1);
    expect(linesOf('How has it been to deal with this person?')).toBe(2);
    expect(linesOf('MMMMMMMMMMMM MMMMMMMMMMMM')).toBe(2);
  });
});

describe('every law', () => {
  it('says how to mend what breaks it', () => {
    expect(Object.keys(MENDS)).toEqual(Object.keys(laws));
  });
});
