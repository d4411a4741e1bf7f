// Runs in the measured page before anything of its own. `TRAIL` is given in front: [question, option] for each answer;
// empty where the page is only looked at.
const PAUSE = 300;
const AGAIN = 100;
const bench = { paint: 0, largest: 0, shift: 0, blocking: 0, presses: 0, answers: [], done: false };
globalThis.bench = bench;

const observe = (type, each) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
observe('paint', ({ name, startTime }) => {
  if (name === 'first-contentful-paint') bench.paint = startTime;
});
observe('largest-contentful-paint', ({ startTime }) => {
  bench.largest = startTime;
});
observe('layout-shift', ({ value }) => {
  bench.shift += value;
});
observe('longtask', ({ duration }) => {
  bench.blocking += duration - 50;
});

// Inside a view transition nothing new is painted before the transition is ready.
let turning = Promise.resolve();
const { startViewTransition } = Document.prototype;
if (startViewTransition) {
  Document.prototype.startViewTransition = function (...given) {
    const transition = startViewTransition.apply(this, given);
    turning = transition.ready.catch(() => {});
    return transition;
  };
}

/** Calls with the time just after the next frame was painted. */
const painted = async (use) => {
  await turning;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => use(performance.now());
    port2.postMessage(0);
  });
};

const shown = () => document.querySelector('form[data-question]:not([hidden], [inert])');
const parts = (question, option) => {
  const form = shown();
  if (form?.dataset.question !== question) return undefined;
  const input = form.querySelector(`input[value="${option}"]`);
  const button = form.querySelector('button[type="submit"]');
  return input && button ? { input, button } : undefined;
};

/** Chooses an answer and, once that is painted, presses Continue, again if nothing comes of it; calls once the next question is painted. */
const give = (index, use) => {
  const [question, option] = TRAIL[index];
  let start;
  let last;
  const watcher = new MutationObserver(() => {
    const now = shown();
    if (start === undefined || !now || now.dataset.question === question) return;
    watcher.disconnect();
    painted((end) => use({ question, start, end }));
  });
  watcher.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'inert'] });
  const press = () => {
    const found = parts(question, option);
    if (found && !found.input.checked) {
      found.input.click();
      // The first answer is pressed as early as can be; before a later one the mark of the choice comes to rest.
      painted(index === 0 ? press : () => setTimeout(press, PAUSE / 2));
      return;
    }
    if (found && (last === undefined || performance.now() - last > AGAIN)) {
      last = performance.now();
      start ??= last;
      bench.presses++;
      found.button.click();
    }
    if (shown()?.dataset.question === question || start === undefined) requestAnimationFrame(press);
  };
  press();
};

const walk = (index) => {
  if (index >= TRAIL.length) {
    bench.done = true;
    return;
  }
  give(index, (answer) => {
    bench.answers.push(answer);
    setTimeout(() => walk(index + 1), PAUSE);
  });
};

if (TRAIL.length > 0) requestAnimationFrame(() => walk(0));
