import type { Html } from '#html'
import type { Locale } from '../text/dictionary.ts'
import { Button } from './components/button.tsx'
import { Plank } from './pictures/plank.tsx'
import { text } from './text.ts'

/** Kept on the device by the service worker and shown when a page can't be reached: what waits, and that it will go. */
export function OfflinePage({ locale }: { readonly locale: Locale }): Html {
  const { waitingPage } = text(locale)
  return (
    <div class="stack" data-controller="waiting">
      <div class="row">
        <span class="plank-sample">
          <Plank share={0} />
        </span>
        <h1>{waitingPage.title}</h1>
      </div>
      <p>{waitingPage.lead}</p>
      <section class="stack" data-waiting-target="some" hidden>
        <h2>{waitingPage.waits}</h2>
        <ul class="cards" data-waiting-target="list" />
      </section>
      <p class="soft" data-waiting-target="none" hidden>
        {waitingPage.nothing}
      </p>
      <form>
        <Button kind="main">{waitingPage.retry}</Button>
      </form>
    </div>
  )
}
