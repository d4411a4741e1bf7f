/** Prints the reader’s rule alone. */
export function printRule(): void {
  const { dataset } = document.documentElement;
  dataset['print'] = 'rule';
  window.addEventListener(
    'afterprint',
    () => {
      delete dataset['print'];
    },
    { once: true },
  );
  window.print();
}
