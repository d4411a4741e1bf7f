import { END } from '../app/head/painting.ts';
import type { AskingWords } from '../content/words.ts';
import type { Flow } from '../domain/flow.ts';
import { jsonInScript } from './document.ts';

/**
 * Returns the templates of a flow's questions, and the table by which a page routes between them before its code has
 * come; see src/app/head/early.ts.
 */
export function fragmentsOf(flow: Flow, asking: AskingWords, render: RenderQuestions): string {
  const { first, questions } = flow.routes;
  const routes = Object.fromEntries(
    Object.entries(questions).map(([question, options]) => [
      question,
      Object.fromEntries(
        Object.entries(options).map(([option, edges]) => [
          option,
          edges.map(({ fact, to }) => (fact === undefined ? [to] : [to, flow.facts[fact]])),
        ]),
      ),
    ]),
  );
  const templates = render(flow, asking).map(
    ({ question, html }) => `<template data-question="${question}">${html}</template>`,
  );
  const table = `<script type="application/json" id="routes">${jsonInScript({ flow: flow.id, first, routes })}</script>`;
  // The table goes first: what follows it in the page tells that it has come whole.
  return [table, ...templates, `<div id="${END}"></div>`].join('\n');
}

/** Renders each question of a flow as the page shows it. */
type RenderQuestions = (
  flow: Flow,
  asking: AskingWords,
) => readonly { readonly question: string; readonly html: string }[];
