import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DONT_KNOW_LABEL } from '../../../src/app/flow/question-form.tsx';
import { escaped, jsonInScript } from '../../../src/build/document.ts';
import { contentOf } from '../../../src/build/words.ts';
import type { Content } from '../../../src/content/load.ts';
import { DONT_KNOW } from '../../../src/domain/answer.ts';
import type { MachineFlow } from '../../../src/domain/define-flow.ts';

const STYLES =
  'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 Georgia,serif}fieldset{border:0;padding:0}label{display:block;padding:.5rem 0}';

const paragraphs = (markdown: string): string =>
  markdown
    .trim()
    .split(/\n{2,}/)
    .map((text) => `<p>${escaped(text)}</p>`)
    .join('');

/** The table that the floor's script reads: where each option leads, and the rules in their order. */
function tableOf(flow: MachineFlow): unknown {
  const { questions, weighing } = flow.routes;
  const routes = Object.entries(questions).map(([question, options]) => [
    question,
    Object.fromEntries(
      Object.entries(options).map(([option, edges]) => [
        option,
        edges.map(({ fact, to }) => (fact === undefined ? [to] : [to, flow.facts[fact]])),
      ]),
    ),
  ]);
  return {
    routes: Object.fromEntries(routes),
    rules: weighing.map(({ rule, verdict }) => [verdict, flow.rules[rule]]),
  };
}

/** Returns the plainest page that asks a flow’s questions and names its recommendations: one file, no library. */
export function floorPage(content: Content, flow: MachineFlow): string {
  const { index, questions, verdicts } = contentOf(content, flow.id);
  const asked = Object.keys(flow.answers).map((id) => {
    const entry = questions[id];
    if (!entry) throw new Error(`no words for the question ${id} of ${flow.id}`);
    const { question, hint, options } = entry.data;
    const labels = [
      ...Object.entries(options).map(([option, { label }]) => [option, label]),
      [DONT_KNOW, DONT_KNOW_LABEL],
    ];
    const choices = labels.map(
      ([option = '', label = '']) =>
        `<label><input type="radio" name="answer" value="${option}"> ${escaped(label)}</label>`,
    );
    return [
      `<form id="${id}" data-question="${id}"${id === flow.routes.first ? '' : ' hidden'}>`,
      `<fieldset><legend><h1 tabindex="-1">${escaped(question)}</h1></legend>`,
      ...(hint === undefined ? [] : [`<p>${escaped(hint)}</p>`]),
      ...choices,
      '</fieldset><button type="submit">Continue</button>',
      `<details><summary>Why we ask</summary>${paragraphs(entry.body)}</details></form>`,
    ].join('\n');
  });
  const ends = Object.entries(verdicts).map(
    ([id, { data }]) =>
      `<section id="${id}" hidden><h1 tabindex="-1">${escaped(data.headline)}</h1><p>${escaped(data.gist)}</p></section>`,
  );
  const script = readFileSync(join(import.meta.dirname, 'script.js'), 'utf8').replace(/^\/\/.*\n/, '');
  return [
    '<!doctype html>',
    '<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(index.data.title)}</title><style>${STYLES}</style>`,
    `<script>const FLOW = ${jsonInScript(tableOf(flow))};\n${script}</script>`,
    `<p>${escaped(index.data.title)}</p>`,
    ...asked,
    ...ends,
    '<section id="depends" hidden><h1 tabindex="-1">It depends</h1></section>',
  ].join('\n');
}
