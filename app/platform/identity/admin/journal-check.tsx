import type { Html } from '#html'
import type { ChainCheck } from '../../journal/check-chains.ts'
import type { Locale } from '../../text/dictionary.ts'
import { Alert, Button } from '../../ui/index.ts'
import { text } from './text.ts'

interface JournalCheckProps {
  readonly locale: Locale
  /** Of the page that it stands on. */
  readonly path: string
  /** Null: nobody asked yet. */
  readonly check: ChainCheck | null
}

/** Looks the journal of an organisation through when asked, and says how far it is what was written. */
export function JournalCheck({ locale, path, check }: JournalCheckProps): Html {
  const words = text(locale).journal
  return (
    <section class="stack" aria-labelledby="journal">
      <h2 id="journal">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      {check !== null && <Found locale={locale} check={check} />}
      <form method="get" action={`${path}#journal`}>
        <input type="hidden" name="journal" value="check" />
        <Button kind="quiet">{words.check}</Button>
      </form>
    </section>
  )
}

function Found({ locale, check }: { readonly locale: Locale; readonly check: ChainCheck }): Html {
  const words = text(locale).journal
  const { streams, entries, broken } = check
  if (broken.length === 0) {
    return (
      <Alert kind="ok" live>
        {entries === 0 ? words.nothing : words.sound(entries, streams)}
      </Alert>
    )
  }
  return (
    <Alert kind="error" title={words.broken} live>
      <ul>
        {broken.map(({ stream, sequence, reason }) => (
          <li>
            <code>{stream}</code>: {words.fault[reason](sequence)}
          </li>
        ))}
      </ul>
      <p>{words.brokenDo}</p>
    </Alert>
  )
}
