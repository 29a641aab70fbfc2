/** What is still missing, while someone types: only a script can say it, so without one this is not shown. */
export function Missing() {
  return (
    <section class="missing aside" id="missing" aria-labelledby="missing-title" hidden>
      <h2 id="missing-title">What is missing</h2>
      <p role="status" id="missing-count" />
      <ul id="missing-list" />
    </section>
  )
}
