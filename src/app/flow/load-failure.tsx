/** Said where code or words fail to load: the answers are safe, and it can be tried again. */
export function LoadFailure({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <main id="main" className="wrap plain">
      <h1 tabIndex={-1}>This part did not arrive.</h1>
      <p className="lede">Your answers are safe. Check the connection, then try again.</p>
      <div className="row">
        <button type="button" className="btn" onClick={onRetry}>
          Try again
        </button>
        <button type="button" className="btn quiet" onClick={() => location.reload()}>
          Reload the page
        </button>
      </div>
    </main>
  );
}
