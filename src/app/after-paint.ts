/** A page that is not painted, since nobody sees it, goes on after this many milliseconds. */
const UNPAINTED = 100;

/** Does this once what stands in the page now has been painted; returns how to call it off. */
export function afterPaint(task: () => void): () => void {
  let timer = setTimeout(task, UNPAINTED);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(task);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
