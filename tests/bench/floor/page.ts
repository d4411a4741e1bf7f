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

/** The head of a page of one file: its styles, and the script with the table that it reads. */
function headOf(content: Content, flow: MachineFlow, styles: string): string {
  const script = readFileSync(join(import.meta.dirname, 'script.js'), 'utf8').replace(/^\/\/.*\n/, '');
  return [
    '<!doctype html>',
    '<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(contentOf(content, flow.id).index.data.title)}</title><style>${styles}</style>`,
    `<script>const FLOW = ${jsonInScript(tableOf(flow))};\n${script}</script>`,
  ].join('\n');
}

/** What a page of one file ends in: each recommendation, hidden. */
function endsOf(content: Content, flow: MachineFlow): string {
  const ends = Object.entries(contentOf(content, flow.id).verdicts).map(
    ([id, { data }]) =>
      `<section id="${id}" hidden><h1 tabindex="-1">${escaped(data.headline)}</h1><p>${escaped(data.gist)}</p></section>`,
  );
  return [...ends, '<section id="depends" hidden><h1 tabindex="-1">It depends</h1></section>'].join('\n');
}

/** Returns the plainest page that asks a flow’s questions and names its recommendations: one file, no library. */
export function plainPage(content: Content, flow: MachineFlow): string {
  const { index, questions } = contentOf(content, flow.id);
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
  return [headOf(content, flow, STYLES), `<p>${escaped(index.data.title)}</p>`, ...asked, endsOf(content, flow)].join(
    '\n',
  );
}

/** Returns the same page with the words, the markup and the look of a flow’s built page, and nothing of its code. */
export function designedPage(built: string, content: Content, flow: MachineFlow): string {
  const part = (what: string, pattern: RegExp): string => {
    const found = pattern.exec(built)?.[1];
    if (found === undefined) throw new Error(`the built page of ${flow.id} has no ${what} where the benchmark looks`);
    return found;
  };
  const faces = part('font faces', /<template id="later"><style>([\s\S]*?)<\/style>/);
  const styles = part('styles', /<\/script>\s*<style>([\s\S]*?)<\/style>/);
  const body = part('body', /(<div id="app">[\s\S]*?<\/footer><\/div>)/);
  const forms = Object.keys(flow.answers).map((id) => {
    const form = part(`template of ${id}`, new RegExp(`<template data-question="${id}"><form ([\\s\\S]*?)</template>`));
    return `<form id="${id}"${id === flow.routes.first ? '' : ' hidden'} ${form}`;
  });
  const first = part('first question', /(<form [\s\S]*?<\/form>)/);
  const page = body
    .replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    .replace(first, () => `${forms.join('\n')}\n${endsOf(content, flow)}`);
  return `${headOf(content, flow, faces + styles)}\n<body>${page}`;
}
