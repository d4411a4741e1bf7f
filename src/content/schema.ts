import { z } from 'zod';

// One schema a kind of file. Each comment speaks to the author of that file.

const text = z.string().trim().min(1, 'is blank: write it, or remove the field if it may be left out');
const atMost = (characters: number) => text.max(characters, `is longer than ${characters} characters: say it shorter`);
const claimId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/, 'is no claim: write voice/claim, for example thom/not-everyone');
const slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is no id: write lower-case words joined by hyphens');
const claims = z.array(claimId);
const description = text
  .min(50, 'is shorter than 50 characters: say more of what the page holds')
  .max(160, 'is longer than 160 characters: search engines would cut it');

/** One end of a flow's axis, and the voice that speaks for it. */
const sideSchema = z.strictObject({
  // How the side's voice is called in this flow.
  name: text,
  // The end of the axis: “Leave it”, “Accept”.
  end: atMost(24),
  // Completes the name: “guards the network”.
  stance: text,
  // Its answer in a word or a few.
  say: atMost(48),
  // One line before anything is answered.
  opening: atMost(160),
  // Its position; both sides alike in length.
  text,
});

/** `content/flows/<flow>/index.md` */
export const indexSchema = z.strictObject({
  title: atMost(90),
  short: atMost(64),
  hint: text,
  description,
  sides: z.strictObject({ closed: sideSchema, open: sideSchema }),
});

/** `content/flows/<flow>/questions/<question>.md`; the body says why we ask. */
export const questionSchema = z.strictObject({
  question: atMost(85),
  // Completes “Whatever you say about …”.
  topic: atMost(80),
  hint: atMost(120).optional(),
  // Option → its label, and the clause that begins with “If”.
  options: z.record(
    slug,
    z.strictObject({
      label: atMost(60).refine(
        (label) => label.split(/\s+/).length <= 11,
        'has more than eleven words: say it in ten or so',
      ),
      if: text.regex(/^If\b/, 'is no clause that begins with “If”: write it so'),
    }),
  ),
  // How somebody who does not know yet might find out.
  'find-out': text,
});

/** `content/flows/<flow>/rules/<rule>.md`; the body says why that decides. */
export const ruleSchema = z.strictObject({ rule: atMost(100) });

const stepSchema = z.strictObject({
  title: text,
  text,
  claims: claims.optional(),
  // Words to copy; blanks stand in square brackets.
  script: z.strictObject({ use: text, text }).optional(),
  checklist: z.array(text).min(1).optional(),
  reminder: z.strictObject({ after: z.enum(['1 week', '2 weeks']), title: atMost(60) }).optional(),
  follows: z.strictObject({ flow: slug, text }).optional(),
});
const caseSchema = z.strictObject({ claims: claims.min(1), text });

/** `content/flows/<flow>/verdicts/<verdict>.md`; the body says what it is like to live with it. */
export const verdictSchema = z.strictObject({
  headline: atMost(60),
  gist: text,
  description,
  claims: claims.min(1),
  steps: z.array(stepSchema).min(1).max(5),
  for: caseSchema.optional(),
  against: caseSchema.optional(),
  // Only where nothing is up for debate.
  safety: z.literal(true).optional(),
});

const silent = z.strictObject({ silent: z.literal(true) });
const cell = z.union([z.strictObject({ text, claims: claims.min(1) }), silent]);

/** `content/flows/<flow>/views.md` */
export const viewsSchema = z.strictObject({
  title: text,
  lede: text,
  debate: z.strictObject({
    question: text,
    closed: z.strictObject({ say: text, text }),
    open: z.strictObject({ say: text, text }),
    conclusion: z.strictObject({ voice: slug, text, claims }).optional(),
  }),
  rows: z
    .array(z.strictObject({ question: text, closed: cell, open: cell }))
    .min(3)
    .max(7),
  agree: z.union([z.strictObject({ text, claims }), silent]),
  'gives-way': z.strictObject({ closed: cell, open: cell }),
  others: z.array(z.strictObject({ voice: slug, text, claims: claims.min(1) })),
});

/** `content/voices/<voice>.md`; the body says who it is, then a section `## claim` for each claim. */
export const voiceSchema = z.strictObject({
  name: text,
  short: text,
  role: text,
  standing: z.enum(['named', 'credited', 'unnamed', 'second-hand', 'editor']),
  source: slug,
  claims: z.record(
    slug,
    z.strictObject({
      leans: z.enum(['open', 'closed', 'pause', 'how']),
      title: text,
      // What the voice would say to the reader, as a paraphrase.
      line: atMost(140),
      // The guide's own practical sentence.
      practice: text.optional(),
    }),
  ),
});

/** `content/rule/index.md`; the body says how the form works. */
export const ruleIndexSchema = z.strictObject({
  title: text,
  lede: text,
  // What the sources say about having a rule at all.
  claims: claims.min(1),
});

/** `content/rule/questions/<question>.md`; the body says why that belongs in a rule. */
export const ruleQuestionSchema = z.strictObject({
  question: atMost(85),
  // Option → its label, and the sentence that it puts into the draft of the rule.
  options: z.record(slug, z.strictObject({ label: atMost(60), rule: atMost(140) })),
});

/** `content/sources/<source>.md` */
export const sourceSchema = z.strictObject({ title: text, kind: text, author: text, took: text, quality: text });

const page = { title: text, description, lede: text };

/** `content/pages/<page>.md`, by page. */
export const pageSchemas = {
  home: z.strictObject({
    title: text,
    description,
    question: text,
    bridge: text,
    deciding: z.strictObject({ label: text, note: text }),
    treats: z.strictObject({ label: text, items: z.array(z.strictObject({ title: text, text })).length(3) }),
  }),
  safety: z.strictObject(page),
  about: z.strictObject({
    ...page,
    written: z.union([z.string(), z.date()]),
    review: z.union([z.string(), z.date()]),
    assessment: z.array(
      z.strictObject({
        list: z.enum(['question-pages', 'decision-aids']),
        row: text,
        met: z.enum(['met', 'partly', 'not']),
        evidence: text,
      }),
    ),
  }),
  voices: z.strictObject(page),
  journal: z.strictObject(page),
  'not-found': z.strictObject(page),
  'broken-link': z.strictObject(page),
  offline: z.strictObject(page),
} as const;
