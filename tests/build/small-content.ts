import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The files of a project, by path; those given as `null` are not written. */
export type Files = Readonly<Record<string, string | null>>;

const page = (title: string, more = ''): string => `---
title: ${title}
description: A page of the small guide, with a description that is long enough.
lede: You can read this page in a minute.
${more}---
This is what the page says.
`;

const question = (text: string, options: readonly string[]): string => `---
question: ${text}
topic: that
options:
${options.map((id) => `  ${id}: { label: "It is ${id}", if: "If it was ${id}" }\n`).join('')}find-out: Go out and look for yourself.
---
You will see why we ask.
`;

const rule = (text: string): string => `---
rule: ${text}
---
This is why that decides.
`;

const verdict = (headline: string, claims: string, pro: string, contra: string): string => `---
headline: ${headline}
gist: This is what to do now.
description: What to do about the weather, and why, in a line that is long enough.
claims: [${claims}]
steps:
  - title: Do it
    text: Do it now, and tell a friend.
    claims: [${claims}]
for:
  claims: [${pro}]
  text: Ann holds that one may go there.
against:
  claims: [${contra}]
  text: Bob holds that one may stay here.
---
This is what it is like to live with it.
`;

/** A small guide that has no fault: the flow of two questions from `tests/laws/small-flow.ts`, and all its words. */
export const soundFiles: Files = {
  'src/flows/small.ts': `const answers = {
  conduct: {
    good: ['ann/welcome'],
    doubtful: ['bob/keep-out'],
    harmful: ['editor/safety'],
  },
  weather: {
    dry: ['ann/try-it', 'bob/wait-and-see'],
    wet: ['bob/wait-and-see', 'bob/keep-out'],
  },
} as const;
const rules = guards({
  inDanger: said('conduct.harmful'),
  wetOutside: said('weather.wet'),
  dryAndTrusted: said('conduct.good'),
  dryButDoubtful: said('weather.dry'),
});
const machine = {
  conduct: {
    'conduct.good': 'weather',
    'conduct.doubtful': 'weather',
    'conduct.harmful': 'weighing',
  },
  weather: { 'weather.dry': 'weighing', 'weather.wet': 'weighing' },
};
export const small = {
  sides: { closed: 'bob', open: 'ann' },
  verdicts: {
    go: { openness: 4, dissent: 'bob/keep-out' },
    look: { openness: 2, dissent: 'bob/keep-out' },
    stay: { openness: 1, dissent: 'ann/welcome' },
    flee: { openness: 0, dissent: 'safety' },
  },
  grounds: {
    inDanger: ['editor/safety'],
    wetOutside: ['bob/keep-out'],
    dryAndTrusted: ['ann/welcome'],
    dryButDoubtful: ['bob/wait-and-see'],
  },
  betterToWorse: {
    conduct: ['good', 'doubtful', 'harmful'],
    weather: ['dry', 'wet'],
  },
};
`,
  'content/flows/small/index.md': `---
title: Should I go out?
short: The door is open
hint: For a day off.
description: Should you go out today? Two short questions, two views and an answer.
sides:
  closed:
    name: Bob
    end: Stay in
    stance: keeps dry
    say: "No."
    opening: It may rain.
    text: Bob likes to stay in when it may rain.
  open:
    name: Ann
    end: Go out
    stance: likes the wind
    say: "Yes."
    opening: It may be fine.
    text: Ann likes to go out when it may shine.
---
This guide is about going out.
`,
  'content/flows/small/views.md': `---
title: Where they part
lede: They look at the same sky.
debate:
  question: Is it good to go out?
  closed: { say: "No.", text: "Bob holds that rain is bad." }
  open: { say: "Yes.", text: "Ann holds that wind is good." }
rows:
  - question: What is rain?
    closed: { text: "It makes you wet.", claims: [bob/keep-out] }
    open: { text: "It makes things grow.", claims: [ann/welcome] }
  - question: What is wind?
    closed: { silent: true }
    open: { text: "It dries your coat.", claims: [ann/try-it] }
  - question: What is sun?
    closed: { text: "It comes and goes.", claims: [bob/wait-and-see] }
    open: { silent: true }
agree: { silent: true }
gives-way:
  closed: { silent: true }
  open: { silent: true }
others:
  - { voice: editor, text: "We say that you are safe at home.", claims: [editor/safety] }
---
`,
  'content/flows/small/questions/conduct.md': question('How are they to you?', ['good', 'doubtful', 'harmful']),
  'content/flows/small/questions/weather.md': question('How is the weather?', ['dry', 'wet']),
  'content/flows/small/rules/inDanger.md': rule('You are in danger'),
  'content/flows/small/rules/wetOutside.md': rule('It is wet out there'),
  'content/flows/small/rules/dryAndTrusted.md': rule('It is dry and you trust them'),
  'content/flows/small/rules/dryButDoubtful.md': rule('It is dry but you doubt them'),
  'content/flows/small/verdicts/go.md': verdict('Go out.', 'ann/welcome', 'ann/welcome', 'bob/keep-out'),
  'content/flows/small/verdicts/look.md': verdict('Look first.', 'bob/wait-and-see', 'ann/try-it', 'bob/keep-out'),
  'content/flows/small/verdicts/stay.md': verdict('Stay in.', 'bob/keep-out', 'bob/keep-out', 'ann/welcome'),
  'content/flows/small/verdicts/flee.md': `---
headline: Run away.
gist: This is what to do now.
description: What to do in danger, and in what order, in a line that is long enough.
claims: [editor/safety]
steps:
  - title: Run
    text: Run to a safe place.
    script:
      use: Spoken
      text: "Help me, [name]."
safety: true
---
This is what you can do, in this order.
`,
  'content/voices/ann.md': `---
name: Ann
short: Ann
role: walker
standing: named
source: letter
claims:
  welcome:
    leans: open
    title: The door is open
    line: Go out while it is open.
    practice: Put your coat on.
  try-it:
    leans: open
    title: You can try it
    line: Try it once.
    practice: Take one step.
---
Ann writes letters about walks.

## welcome
Ann holds that an open door is there to be used.

## try-it
Ann holds that one step does no harm.
`,
  'content/voices/bob.md': `---
name: Bob
short: Bob
role: baker
standing: named
source: letter
claims:
  keep-out:
    leans: closed
    title: It is wet
    line: Keep out of the rain.
    practice: Shut the door.
  wait-and-see:
    leans: pause
    title: Wait and see
    line: Wait an hour.
    practice: Set a clock.
---
Bob answers the letters.

## keep-out
Bob holds that rain is best seen from inside.

## wait-and-see
Bob holds that an hour does no harm.
`,
  'content/voices/editor.md': `---
name: The small guide
short: Guide
role: our own voice
standing: editor
source: own
claims:
  safety:
    leans: closed
    title: You come first
    line: You owe them nothing.
    practice: Tell a friend.
---
This is our own voice.

## safety
We say that you come first.
`,
  'content/sources/letter.md': `---
title: Letters
kind: Letters
author: Ann and Bob
took: We took both sides.
quality: They are only letters.
---
`,
  'content/sources/own.md': `---
title: Our own words
kind: Our own view
author: us
took: We took what was left.
quality: It is common sense.
---
`,
  'content/rule/index.md': `---
title: My rule
lede: Write down when you go out.
claims: [bob/wait-and-see]
---
Change it when you like.
`,
  'content/pages/home.md': `---
title: The small guide
description: A small guide about going out, with a description that is long enough.
question: Will you go out?
bridge: Two voices answer.
deciding: { label: "What to decide", note: "Two questions" }
treats:
  label: How it treats you
  items:
    - { title: "Brief", text: "It is short." }
    - { title: "Fair", text: "Both sides speak." }
    - { title: "Safe", text: "It keeps nothing." }
---
`,
  'content/pages/about.md': page('About', 'written: 2026-01-01\nreview: 2027-01-01\nassessment: []\n'),
  'content/pages/safety.md': `${page('Safety')}
## Get safe first

Go to a friend.
`,
  'content/pages/voices.md': page('Voices'),
  'content/pages/journal.md': page('Journal'),
  'content/pages/not-found.md': page('Nothing is here'),
  'content/pages/broken-link.md': page('This link is broken'),
  'content/pages/offline.md': page('You are offline'),
};

/** Returns a text with one passage replaced; fails where the passage is not there exactly once. */
export function replaced(text: string | null | undefined, from: string, to: string): string {
  const parts = (text ?? '').split(from);
  if (parts.length !== 2) throw new Error(`“${from}” stands ${parts.length - 1} times in the text`);
  return parts.join(to);
}

/** Calls back with the root of a project that has these files in place of the sound ones, and removes it afterwards. */
export function inProject<T>(changed: Files, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'small-guide-'));
  try {
    for (const [file, text] of Object.entries({ ...soundFiles, ...changed })) {
      if (text === null) continue;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
